import type { Moddle } from './types';

/** Where everything stood in the file, list by list. */
export type Order = ReadonlyMap<string, readonly string[]>;

/** Remembers the order of a document just opened. */
export function orderOf(definitions: Moddle): Order {
  const order = new Map<string, readonly string[]>();
  walk(definitions, (owner, name, list) => order.set(keyOf(owner, name), list.map(idOf)));

  return order;
}

/** Undoing puts an element back at the end of its list; before writing, what was there stands where it stood, and what is new follows. */
export function restoreOrder(definitions: Moddle, order: Order): void {
  walk(definitions, (owner, name, list) => {
    const known = order.get(keyOf(owner, name));

    if (known) {
      const place = new Map(known.map((id, index) => [id, index]));
      const at = (one: Moddle): number => place.get(idOf(one)) ?? Infinity;
      const sorted = list.map((one, index) => ({ one, index })).sort((a, b) => (at(a.one) === at(b.one) ? a.index - b.index : at(a.one) - at(b.one)));
      list.splice(0, list.length, ...sorted.map(({ one }) => one));
    }
  });
}

function walk(element: Moddle, visit: (owner: Moddle, name: string, list: Moddle[]) => void): void {
  for (const property of (element.$descriptor as { properties?: readonly Descriptor[] } | undefined)?.properties ?? []) {
    const value: unknown = element.$descriptor.isGeneric ? undefined : element.get(property.name);

    if (property.isMany && Array.isArray(value)) {
      const list = (value as unknown[]).filter((one): one is Moddle => typeof one === 'object' && one !== null && '$type' in one);

      if (list.length > 0 && list.length === value.length && list.every((one) => idOf(one) !== '')) {
        visit(element, property.name, value as Moddle[]);
      }

      if (!property.isReference) {
        list.forEach((one) => walk(one, visit));
      }
    } else if (!property.isReference && typeof value === 'object' && value !== null && '$type' in value) {
      walk(value as Moddle, visit);
    }
  }
}

interface Descriptor {
  name: string;
  isMany?: boolean;
  isReference?: boolean;
}

const idOf = (element: Moddle): string => (element.$descriptor.isGeneric ? '' : element.get<string | undefined>('id') ?? '');

const keyOf = (owner: Moddle, name: string): string => `${idOf(owner)} ${owner.$type} ${name}`;

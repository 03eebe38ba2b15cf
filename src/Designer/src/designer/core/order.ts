import { contained, isModdle, propertiesOf } from './contained';
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

function walk(definitions: Moddle, visit: (owner: Moddle, name: string, list: Moddle[]) => void): void {
  for (const owner of contained(definitions)) {
    for (const { name, isMany } of propertiesOf(owner)) {
      const value: unknown = isMany ? owner.get(name) : undefined;

      if (Array.isArray(value) && value.length > 0 && value.every((one) => isModdle(one) && idOf(one) !== '')) {
        visit(owner, name, value as Moddle[]);
      }
    }
  }
}

const idOf = (element: Moddle): string => (element.$descriptor.isGeneric ? '' : element.get<string | undefined>('id') ?? '');

const keyOf = (owner: Moddle, name: string): string => `${idOf(owner)} ${owner.$type} ${name}`;

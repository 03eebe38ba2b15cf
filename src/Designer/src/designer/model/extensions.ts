import { type Bench, elsaUri, definitionsOf, officeUri, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';

/** Our own extension of an element, by its name with prefix, such as office:role. */
export function extension(business: Moddle, name: string): Moddle | undefined {
  return values(business).find((value) => value.$type === name);
}

export function makeAny(bench: Bench, name: string, properties: Record<string, unknown>): Moddle {
  return bench.get('moddle').createAny(name, name.startsWith('elsa:') ? elsaUri : officeUri, properties);
}

/** Puts an extension in the place of the one of its name, or takes it away. What others wrote beside it stays. */
export function putExtension(bench: Bench, element: Shape, name: string, value: Moddle | undefined, business: Moddle = own(element),
  matches = (one: Moddle): boolean => one.$type === name): void {
  declareNames(bench);
  const modeling = bench.get('modeling');
  const before = values(business);
  const at = before.findIndex(matches);
  const after = at < 0 ? [...before, ...(value ? [value] : [])] : before.flatMap((one, index) => (index === at ? (value ? [value] : []) : [one]));
  const holder: Moddle | undefined = business.get('extensionElements');

  if (holder && after.length > 0) {
    claim(after, holder);
    modeling.updateModdleProperties(element, holder, { values: after });
  } else if (after.length > 0) {
    const made = bench.get('bpmnFactory').create('bpmn:ExtensionElements', { values: after });
    made.$parent = business;
    claim(after, made);
    modeling.updateModdleProperties(element, business, { extensionElements: made });
  } else if (holder) {
    modeling.updateModdleProperties(element, business, { extensionElements: undefined });
  }
}

/** A file of another tool does not know our prefixes; without them nothing of ours could be written. */
export function declareNames(bench: Bench): void {
  const definitions = definitionsOf(bench);

  for (const [prefix, uri] of [['elsa', elsaUri], ['office', officeUri]] as const) {
    if (definitions.$attrs[`xmlns:${prefix}`] === undefined) {
      definitions.$attrs[`xmlns:${prefix}`] = uri;
    }
  }
}

function values(business: Moddle): Moddle[] {
  return business.get<Moddle | undefined>('extensionElements')?.get<Moddle[] | undefined>('values') ?? [];
}

function claim(all: Moddle[], parent: Moddle): void {
  all.forEach((one) => (one.$parent = parent));
}

import type { Bench } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';

/** What is said about something in its own words. */
export const documentation = (business: Moddle): string => business.get<Moddle[] | undefined>('documentation')?.[0]?.get('text') ?? '';

export function writeDocumentation(bench: Bench, element: Shape, business: Moddle, text: string): void {
  const made = text === '' ? [] : [bench.get('bpmnFactory').create('bpmn:Documentation', { text })];
  made.forEach((one) => (one.$parent = business));
  bench.get('modeling').updateModdleProperties(element, business, { documentation: made });
}

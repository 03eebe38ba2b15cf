import { type Bench, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { extension, makeAny, putExtension } from './extensions';

/** The ways among what comes to an element or leaves it; notes and messages have lines too. */
export const sequenceFlows = (connections: readonly Shape[]): Shape[] => connections.filter((one) => one.type === 'bpmn:SequenceFlow');

export function readConditionText(flow: Shape): string {
  return own(flow).get<Moddle | undefined>('conditionExpression')?.get('body') ?? '';
}

export function writeConditionText(bench: Bench, flow: Shape, text: string): void {
  const expression = text.trim() === '' ? undefined : bench.get('bpmnFactory').create('bpmn:FormalExpression', { body: text.trim() });
  bench.get('modeling').updateProperties(flow, { conditionExpression: expression });
}

export const isDefault = (flow: Shape): boolean => flow.source !== undefined && own(flow.source).get('default') === own(flow);

/** Makes a flow the one that is taken when no condition holds; it then has none itself. */
export function makeDefault(bench: Bench, flow: Shape, on: boolean): void {
  bench.compose(() => {
    if (on && readConditionText(flow)) {
      writeConditionText(bench, flow, '');
    }

    bench.get('modeling').updateProperties(flow.source!, { default: on ? own(flow) : undefined });
  });
}

/** Place of a flow among those of its source. */
export function orderOf(flow: Shape): number | undefined {
  const value = Number(extension(own(flow), 'office:order')?.get('value'));

  return Number.isInteger(value) ? value : undefined;
}

export function writeOrder(bench: Bench, flow: Shape, order: number): void {
  putExtension(bench, flow, 'office:order', makeAny(bench, 'office:order', { value: String(order) }));
}

/** In the order in which they are tried: the order somebody gave them, else by id. */
export function leaving(element: Shape): Shape[] {
  return sequenceFlows(element.outgoing)
    .sort((left, right) => (orderOf(left) ?? Infinity) - (orderOf(right) ?? Infinity) || (left.id < right.id ? -1 : 1));
}

export function moveInOrder(bench: Bench, flow: Shape, by: -1 | 1): void {
  const flows = leaving(flow.source!);
  const from = flows.indexOf(flow);
  const to = from + by;

  if (to >= 0 && to < flows.length) {
    flows.splice(to, 0, ...flows.splice(from, 1));
    bench.compose(() => flows.forEach((one, index) => orderOf(one) !== index + 1 && writeOrder(bench, one, index + 1)));
  }
}

import { type Bench, is } from '../core/Bench';
import type { Shape } from '../core/types';
import { sequenceFlows } from '../model/flows';
import { lead } from './insert';

/** Whether a step stands between exactly one step before and one behind, so that it can change places. What waits for the first of several comes with what it waits for. */
function isLink(element: Shape): boolean {
  return is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:BoundaryEvent', 'bpmn:EventBasedGateway') && sequenceFlows(element.incoming).length === 1 && sequenceFlows(element.outgoing).length === 1;
}

/** The two steps that would change places; undefined where the order is not a single line, or only the two go round in a ring. */
function pair(element: Shape, by: -1 | 1): readonly [Shape, Shape] | undefined {
  if (!isLink(element)) {
    return undefined;
  }

  const [before, behind] = [sequenceFlows(element.incoming)[0]!.source!, sequenceFlows(element.outgoing)[0]!.target!];
  const other = by === 1 ? behind : before;

  if (!isLink(other) || before === behind) {
    return undefined;
  }

  const [first, second] = by === 1 ? [element, other] : [other, element];

  return is(sequenceFlows(first.incoming)[0]!.source!, 'bpmn:EventBasedGateway') ? undefined : [first, second];
}

export const canMoveStep = (element: Shape, by: -1 | 1): boolean => pair(element, by) !== undefined;

/** Makes a step come one earlier or one later. What leads in and what follows keep their conditions. */
export function moveStep(bench: Bench, element: Shape, by: -1 | 1): void {
  const both = pair(element, by);

  if (both) {
    bench.compose(() => swap(bench, ...both));
  }
}

function swap(bench: Bench, first: Shape, second: Shape): void {
  const modeling = bench.get('modeling');
  const [into, between, out] = [sequenceFlows(first.incoming)[0]!, sequenceFlows(first.outgoing)[0]!, sequenceFlows(second.outgoing)[0]!];
  const [source, target] = [into.source!, out.target!];
  const ways: readonly [Shape, Shape, Shape][] = [[into, source, second], [between, second, first], [out, first, target]];
  const firstGoes = second.x + second.width - first.width - first.x;
  const secondGoes = first.x - second.x;
  // Without a parent named, bpmn-js takes no step for dropped on a way that happens to lie there.
  modeling.moveElements([first], { x: firstGoes, y: 0 });
  modeling.moveElements([second], { x: secondGoes, y: 0 });

  for (const [flow, from, to] of ways) {
    lead(bench, flow, from, to);
  }
}

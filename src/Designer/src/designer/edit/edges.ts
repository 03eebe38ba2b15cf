import { type Bench, is, own } from '../core/Bench';
import type { Shape } from '../core/types';
import { sequenceFlows } from '../model/flows';
import { connect, edgeSpot, frameOf, freeSpot, middle, onlyBehind, parentOf } from './insert';
import { closeGap, shift } from './relocate';

/** Steps that an event can be put on, by the rules of the canvas. */
export function hostsFor(bench: Bench, event: Shape): Shape[] {
  return bench.get('elementRegistry').filter((one) => is(one, 'bpmn:Activity') && !one.labelTarget && Boolean(one.parent) && one !== event.host
    && bench.get('rules').allowed('shape.attach', { shape: event, target: one }) === 'attach');
}

/** Puts what sits on one step onto another. What only it leads to goes along where that step lies in another part. */
export function moveEdge(bench: Bench, edge: Shape, host: Shape): void {
  bench.compose(() => {
    const modeling = bench.get('modeling');
    const next = sequenceFlows(edge.outgoing).map((flow) => ({ target: flow.target!, name: own(flow).get<string | undefined>('name') }));
    const along = parentOf(edge) === host.parent ? [] : onlyBehind(edge);
    modeling.moveElements([edge], deltaTo(edge, edgeSpot(host)), host, { attach: true, staysBeside: true });

    if (along.length > 0) {
      shift(bench, along, { x: middle(edge).x + 90, y: host.y + host.height + 60 }, host.parent!);
      next.filter(({ target }) => along.includes(target)).forEach(({ target, name }) => modeling.updateProperties(connect(bench, edge, target), { name }));
    }
  });
}

/** Whether an event that is waited for in the way can sit on a step instead. */
export const canAttach = (element: Shape): boolean => is(element, 'bpmn:IntermediateCatchEvent');

/** Makes what was waited for in the way something that happens while a step is done. The way closes behind it. */
export function attachEvent(bench: Bench, event: Shape, host: Shape): Shape {
  return bench.compose(() => {
    const next = sequenceFlows(event.outgoing).map((flow) => flow.target!);
    closeGap(bench, [event], [event]);
    bench.get('modeling').moveElements([event], deltaTo(event, edgeSpot(host)), host, { attach: true, staysBeside: true });
    const edge = host.attachers!.at(-1)!;
    next.filter((target) => target !== host).forEach((target) => connect(bench, edge, target));

    return edge;
  });
}

/** Whether an event on a step can stand by itself: the canvas lets go of those that end the work. */
export const canDetach = (bench: Bench, edge: Shape): boolean => Boolean(edge.host) && Boolean(bench.get('rules').allowed('elements.move', { shapes: [edge], target: frameOf(bench) }));

/** Takes an event off its step; it is then waited for by itself, and the ways out of it stay. */
export function detachEdge(bench: Bench, edge: Shape): Shape {
  return bench.compose(() => {
    const frame = parentOf(edge);
    const before = new Set(frame.children);
    const at = freeSpot(bench, edge, { x: middle(edge).x, y: edge.host!.y + edge.host!.height + 80 }, frame, [edge]);
    bench.get('modeling').moveElements([edge], deltaTo(edge, at), frame, { attach: false, staysBeside: true });

    return frame.children!.find((one) => !before.has(one) && is(one, 'bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent') && one.type !== 'label') ?? edge;
  });
}

const deltaTo = (shape: Shape, at: { x: number; y: number }): { x: number; y: number } => ({ x: at.x - middle(shape).x, y: at.y - middle(shape).y });

import { type Bench, is } from '../core/Bench';
import type { Shape } from '../core/types';
import { lead } from './insert';

export type End = 'source' | 'target';

const ends = ['bpmn:FlowNode', 'bpmn:SequenceFlow', 'bpmn:TextAnnotation', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference', 'bpmn:Participant'];

const isEnd = (element: Shape): boolean => is(element, ...ends) && !element.labelTarget && Boolean(element.parent);

/** What a way or a line may begin or end at instead of where it does now, by the rules of the canvas. */
export function otherEnds(bench: Bench, line: Shape, end: End): Shape[] {
  const fixed = end === 'source' ? line.target : line.source;

  return bench.get('elementRegistry').filter((one) => isEnd(one) && one !== line && one !== line.source && one !== line.target
    && typeOf(bench, line, end === 'source' ? one : fixed!, end === 'source' ? fixed! : one) === line.type);
}

function typeOf(bench: Bench, connection: Shape, source: Shape, target: Shape): unknown {
  const allowed = bench.get('rules').allowed('connection.reconnect', { connection, source, target });

  return typeof allowed === 'object' && allowed !== null ? allowed['type'] : undefined;
}

/** Lets a way or a line begin or end somewhere else. */
export function reattach(bench: Bench, line: Shape, end: End, other: Shape): void {
  const [source, target] = end === 'source' ? [other, line.target!] : [line.source!, other];

  bench.compose(() => lead(bench, line, source, target));
}

/** What a note can be about and is not yet: steps, and ways between them. */
export function untied(bench: Bench, note: Shape): Shape[] {
  const tied = new Set([...note.incoming.map((line) => line.source), ...note.outgoing.map((line) => line.target)]);

  return bench.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode', 'bpmn:SequenceFlow') && !one.labelTarget && Boolean(one.parent) && !tied.has(one) && one !== note.parent);
}

/** Ties a note that is there to a step or a way. */
export function tie(bench: Bench, note: Shape, element: Shape): Shape {
  return bench.get('modeling').connect(element, note, { type: 'bpmn:Association' });
}

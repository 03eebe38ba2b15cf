import { is, own } from '../core/Bench';
import type { Shape } from '../core/types';
import { leaving } from '../model/flows';

/** One line of the outline. */
export interface Line {
  readonly element: Shape;
  /** 0 for the procedure itself, one more inside each part and on each edge. */
  readonly depth: number;
}

/** What stands beside the steps: notes, and what other tools draw. */
const beside = ['bpmn:TextAnnotation', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference', 'bpmn:Group'];

export const isBeside = (element: Shape): boolean => is(element, ...beside);

/**
 * Every step in the order in which work reaches it: from the starts along the ways, where ways come together after all that leads there, edges right under their step, what nothing leads to last;
 * below them what stands beside: notes, papers, the frames of others.
 */
export function linesOf(all: readonly Shape[]): Line[] {
  const shapes = all.filter((element) => Boolean(element.parent) && !element.labelTarget && element.type !== 'label' && !element.waypoints);
  const nodes = shapes.filter((element) => is(element, 'bpmn:FlowNode'));
  const top = nodes.filter((node) => !is(node.parent!, 'bpmn:SubProcess'));
  const others = shapes.filter((element) => isBeside(element) || (is(element, 'bpmn:Participant') && own(element).get('processRef') === undefined));

  return [...inFrame(top, nodes, 0), ...others.map((element) => ({ element, depth: 0 }))];
}

/** The ways and lines that are told in the line of an element, each in one line only. */
export function linksOf(element: Shape): Shape[] {
  const lines = (connections: readonly Shape[]): Shape[] => connections.filter((one) => !is(one, 'bpmn:SequenceFlow'));

  return isBeside(element)
    ? [...lines(element.incoming), ...lines(element.outgoing)]
    : lines(element.outgoing).filter((one) => !isBeside(one.target!) && !isBeside(one.source!));
}

function inFrame(frame: readonly Shape[], all: readonly Shape[], depth: number): Line[] {
  const seen = new Set<Shape>();
  const inside = new Set(frame);
  const byPlace = (a: Shape, b: Shape): number => a.x - b.x || a.y - b.y;
  // A step is written before all that follows it, so that ways come together behind the last that leads there.
  const visit = (node: Shape, at: number, lines: Line[]): void => {
    if (seen.has(node) || !inside.has(node)) {
      return;
    }

    seen.add(node);
    [...leaving(node)].reverse().forEach((flow) => visit(flow.target!, at, lines));
    [...(node.attachers ?? [])].sort(byPlace).reverse().forEach((edge) => visit(edge, at + 1, lines));
    // The steps of a part that is drawn closed lie on a page of their own, which stands for the same part.
    lines.unshift({ element: node, depth: at }, ...inFrame(all.filter((one) => own(one.parent!) === own(node)), all, at + 1));
  };

  const starts = frame.filter((node) => is(node, 'bpmn:StartEvent')).sort(byPlace);
  const others = frame.filter((node) => !is(node, 'bpmn:BoundaryEvent')).sort(byPlace);

  return [...starts, ...others].flatMap((node) => {
    const lines: Line[] = [];
    visit(node, depth, lines);

    return lines;
  });
}

import { is } from '../core/Bench';
import type { Shape } from '../core/types';
import { leaving } from '../model/flows';

/** One line of the outline. */
export interface Line {
  readonly element: Shape;
  /** 0 for the procedure itself, one more inside each part and on each edge. */
  readonly depth: number;
}

/** Every step in the order in which work reaches it: from the starts along the ways, edges right under their step, what nothing leads to last. */
export function linesOf(all: readonly Shape[]): Line[] {
  const nodes = all.filter((element) => is(element, 'bpmn:FlowNode') && !element.labelTarget && element.type !== 'label');
  const top = nodes.filter((node) => !node.parent || !is(node.parent, 'bpmn:SubProcess'));
  const notes = all.filter((element) => is(element, 'bpmn:TextAnnotation') && element.type !== 'label').map((element) => ({ element, depth: 0 }));

  return [...inFrame(top, nodes, 0), ...notes];
}

function inFrame(frame: readonly Shape[], all: readonly Shape[], depth: number): Line[] {
  const lines: Line[] = [];
  const seen = new Set<Shape>();
  const inside = new Set(frame);
  const byPlace = (a: Shape, b: Shape): number => a.x - b.x || a.y - b.y;
  const visit = (node: Shape, at: number): void => {
    if (seen.has(node) || !inside.has(node)) {
      return;
    }

    seen.add(node);
    lines.push({ element: node, depth: at });
    lines.push(...inFrame(all.filter((one) => one.parent === node), all, at + 1));

    for (const edge of [...(node.attachers ?? [])].sort(byPlace)) {
      visit(edge, at + 1);
    }

    leaving(node).forEach((flow) => visit(flow.target!, at));
  };

  const starts = frame.filter((node) => is(node, 'bpmn:StartEvent')).sort(byPlace);
  const others = frame.filter((node) => !is(node, 'bpmn:BoundaryEvent')).sort(byPlace);
  [...starts, ...others].forEach((node) => visit(node, depth));

  return lines;
}

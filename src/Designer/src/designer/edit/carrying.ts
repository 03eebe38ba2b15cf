import { type Bench, is } from '../core/Bench';
import type { Shape } from '../core/types';
import { onlyBehind } from './insert';
import { chains, closeGap, movable } from './relocate';

interface Move {
  shapes: Shape[];
  newParent?: Shape;
  newHost?: Shape;
  hints?: { staysBeside?: boolean };
}

/** What the mouse carries into a part, or out of one, leaves a closed way and takes along what only its edges lead to, as moving it in the outline does. */
export function carryAsMoved({ bench }: { readonly bench: Bench }): void {
  bench.get('eventBus').on('commandStack.elements.move.preExecute', 2000, (({ context }: { context: Move }) => {
    const goal = context.newParent && partOf(context.newParent);

    if (goal === undefined || context.newHost || context.hints?.staysBeside) {
      return;
    }

    for (const steps of chains(movable(context.shapes).filter((shape) => is(shape, 'bpmn:FlowNode') && partOf(shape.parent!) !== goal))) {
      const along = steps.flatMap((step) => step.attachers ?? []).flatMap(onlyBehind).filter((one) => !context.shapes.includes(one));
      closeGap(bench, steps, [...steps, ...along]);
      context.shapes.push(...along);
    }
  }) as (event: never) => unknown);
}

/** The part that steps dropped on a shape belong to; null for the procedure itself. */
function partOf(shape: Shape): Shape | null {
  const frame = shape.waypoints ? shape.parent! : shape;

  return is(frame, 'bpmn:SubProcess') ? frame : null;
}

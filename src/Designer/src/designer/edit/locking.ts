import { type Bench, is } from '../core/Bench';
import type { Shape } from '../core/types';
import { laneAt, laneOf, roleOfLane } from '../model/lanes';
import type { Page } from '../page/Page';
import { design } from '../../words/design';

/** Whether a statutory step is this element or would go with it. */
export function holdsLocked(element: Shape, locked: ReadonlySet<string>, bench: Bench): boolean {
  return bench.get('elementRegistry').filter((one) => locked.has(one.id)).some((one) => isWithin(one, element) || (is(element, 'bpmn:Lane') && laneOf(bench, one) === element));
}

/** A statutory step stays, and with its role, whoever asks: menus, keys, the mouse, or a removal that would take it along. */
export function keepLocked({ bench, locked, say }: Page): void {
  const refuses = (element: Shape): boolean => holdsLocked(element, locked, bench);
  bench.get('eventBus').on('commandStack.elements.delete.canExecute', 3000, (({ context }: { context: { elements: Shape[] } }) => {
    if (context.elements.some(refuses)) {
      say(design.locked);

      return context.elements.filter((element) => !refuses(element));
    }

    return undefined;
  }) as (event: never) => unknown);
  bench.get('eventBus').on('commandStack.elements.move.preExecute', 3000, (({ context }: { context: Move }) => {
    if (!context.shapes.some((shape) => is(shape, 'bpmn:Participant', 'bpmn:Lane')) && context.shapes.some((shape) => locked.has(shape.id) && leavesItsRole(bench, shape, context))) {
      context.delta.x = 0;
      context.delta.y = 0;
      say(design.locked);
    }
  }) as (event: never) => unknown);
}

interface Move {
  shapes: Shape[];
  delta: { x: number; y: number };
}

function leavesItsRole(bench: Bench, shape: Shape, { delta }: Move): boolean {
  const before = laneOf(bench, shape);
  const after = laneAt(bench, { x: shape.x + shape.width / 2 + delta.x, y: shape.y + shape.height / 2 + delta.y });

  return (before && roleOfLane(before)) !== (after && roleOfLane(after));
}

function isWithin(inner: Shape, outer: Shape): boolean {
  for (let one: Shape | undefined = inner; one; one = one.parent) {
    if (one === outer) {
      return true;
    }
  }

  return false;
}

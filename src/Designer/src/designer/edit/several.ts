import { type Bench, is } from '../core/Bench';
import type { Shape } from '../core/types';
import { hasOwnRole, moveToRole } from '../model/lanes';
import { removeStep } from './insert';
import { movable } from './relocate';
import { type Template, templates } from './templates';

/** Takes several away as one step; the ways around them close. */
export function removeSteps(bench: Bench, elements: readonly Shape[]): void {
  const nodes = elements.filter((element) => !element.waypoints);
  const loose = elements.filter((element) => element.waypoints && ![element.source, element.target].some((end) => nodes.includes(end!)));

  bench.compose(() => [...nodes, ...loose].forEach((element) => bench.get('elementRegistry').get(element.id) === element && removeStep(bench, element)));
}

/** Steps among the chosen that somebody's role can be given. */
export const withRole = (chosen: readonly Shape[]): Shape[] => movable(chosen).filter((element) => is(element, 'bpmn:FlowNode') && hasOwnRole(element));

/** Gives several steps to a role, into its lane. */
export function giveToRole(bench: Bench, chosen: readonly Shape[], role: string, name: string): void {
  bench.compose(() => withRole(chosen).forEach((element) => moveToRole(bench, element, role, name)));
}

/** Ready pieces that fit each of the chosen steps. */
export function templatesFor(chosen: readonly Shape[]): Template[] {
  const steps = movable(chosen);

  return steps.length > 0 ? templates.filter((template) => steps.every((step) => template.fits(step))) : [];
}

/** Inserts a ready piece at each of the chosen steps. */
export function insertAtEach(bench: Bench, chosen: readonly Shape[], template: Template): void {
  bench.compose(() => movable(chosen).forEach((step) => template.insert(bench, step)));
}

import type { Bench } from '../core/Bench';
import type { Shape } from '../core/types';
import { readInput, writeInput } from './bindings';

/** The steps whose doer may not do this one (作成者≠確認者), by id; a formula is one entry of its own. */
export function readSteps(element: Shape): string[] {
  const text = readInput(element, 'notBy');

  return text.startsWith('=') ? [text] : text.replace(/^\[|\]$|"/g, '').split(/[,、]/).map((one) => one.trim()).filter(Boolean);
}

/** A formula says all by itself: it goes once a step is named. */
export function writeSteps(bench: Bench, element: Shape, steps: readonly string[]): void {
  const named = steps.filter((one) => !one.startsWith('='));
  writeInput(bench, element, 'notBy', named.length > 0 ? named.join(',') : steps.join(''));
}

import type { Bench } from '../core/Bench';
import type { Shape } from '../core/types';
import { readInput, writeInput } from './bindings';

const several = /^=flatten\(\[(.*)\]\)$/s;

/** Whom a mail is for, formula by formula, each with its leading =. */
export function readRecipients(element: Shape): string[] {
  const to = readInput(element, 'to');
  const role = readInput(element, 'toRole');

  return to === '' ? (role === '' ? [] : [`={role: "${role}"}`]) : partsOf(several.exec(to)?.[1]).map((part) => `=${part}`).concat(several.test(to) ? [] : [to]);
}

export function writeRecipients(bench: Bench, element: Shape, formulas: readonly string[]): void {
  const parts = formulas.map((formula) => formula.replace(/^=/, ''));
  bench.compose(() => {
    readInput(element, 'toRole') && writeInput(bench, element, 'toRole', '', 'Office.SendMail');
    writeInput(bench, element, 'to', parts.length > 1 ? `=flatten([${parts.join(', ')}])` : parts.map((part) => `=${part}`).join(''), 'Office.SendMail');
  });
}

/** Splits at the commas that stand in no bracket and no text. */
function partsOf(list: string | undefined): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';

  for (const piece of list?.match(/"(?:[^"\\]|\\.)*"|[^"]/gs) ?? []) {
    depth += /[[({]/.test(piece) && piece.length === 1 ? 1 : /[\])}]/.test(piece) && piece.length === 1 ? -1 : 0;

    if (piece === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else {
      part += piece;
    }
  }

  return [...parts, part.trim()].filter(Boolean);
}

import { type Bench, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { extension, makeAny, putExtension } from './extensions';

export interface Assignment {
  target: string;
  expression: string;
}

type Direction = 'input' | 'output';

const name = 'office:mapping';

/** What crosses the edge of a step: one line each, "target = formula". */
export function readMapping(element: Shape, direction: Direction): Assignment[] {
  return children(element)
    .filter((child) => child.$type === `office:${direction}`)
    .map((child) => ({ target: child.get('target') ?? '', expression: (child.get<string | undefined>('expression') ?? '').replace(/^=/, '') }));
}

export function writeMapping(bench: Bench, element: Shape, direction: Direction, assignments: readonly Assignment[]): void {
  const kept = children(element).filter((child) => child.$type !== `office:${direction}`);
  const made = assignments.map(({ target, expression }) => makeAny(bench, `office:${direction}`, { target, expression: `=${expression}` }));
  const all = direction === 'input' ? [...made, ...kept] : [...kept, ...made];

  putExtension(bench, element, name, all.length > 0 ? makeAny(bench, name, { $children: all }) : undefined);
}

export const mappingLines = (assignments: readonly Assignment[]): string => assignments.map(({ target, expression }) => `${target} = ${expression}`).join('\n');

/** The lines that can be read; what has no name or no formula is left out. */
export function parseMapping(text: string): Assignment[] {
  return text.split('\n').flatMap((line) => {
    const found = /^\s*([A-Za-z_]\w*)\s*=\s*(.+?)\s*$/.exec(line);

    return found ? [{ target: found[1]!, expression: found[2]! }] : [];
  });
}

function children(element: Shape): Moddle[] {
  return (extension(own(element), name)?.get('$children') as Moddle[] | undefined) ?? [];
}

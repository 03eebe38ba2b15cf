import { type Bench, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { extension, makeAny, putExtension } from './extensions';
import { namePattern } from './names';

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

/** What goes on behind the end of a line begins so. */
const indent = '  ';

export const mappingLines = (assignments: readonly Assignment[]): string =>
  assignments.map(({ target, expression }) => `${target} = ${expression.trim().replaceAll('\n', `\n${indent}`)}`).join('\n');

export interface MappingText {
  assignments: readonly Assignment[];
  /** The first line that says nothing which can be kept. */
  unread?: string;
}

const assignment = new RegExp(`^\\s*(${namePattern})\\s*=\\s*(\\S.*)$`, 'us');

export function parseMapping(text: string): MappingText {
  const assignments: Assignment[] = [];

  for (const line of text.split('\n').filter(Boolean)) {
    const last = assignments.at(-1);
    const found = assignment.exec(line);

    if (last && line.startsWith(indent)) {
      last.expression += `\n${line.slice(indent.length)}`;
    } else if (found) {
      assignments.push({ target: found[1]!, expression: found[2]! });
    } else if (line.trim() !== '') {
      return { assignments, unread: line.trim() };
    }
  }

  return { assignments: assignments.map(({ target, expression }) => ({ target, expression: expression.trimEnd() })) };
}

function children(element: Shape): Moddle[] {
  return (extension(own(element), name)?.get('$children') as Moddle[] | undefined) ?? [];
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { catalogue, draw, type Drawing } from '../support/drawing';
import { properties, type Property } from './properties';

/**
 * Each thing that the panel can set, set once on a drawing of tests/Workflows.Tests/Drawn: what changes in the text lies in
 * tests/Workflows.Tests/Comparing/panel.json, where the comparison must say it in one sentence. OFFICE_WRITE_DRAWN=1 writes it anew.
 */
const folder = '../../tests/Workflows.Tests/Drawn';
const file = '../../tests/Workflows.Tests/Comparing/panel.json';
const names = readdirSync(folder).filter((one) => one.endsWith('.bpmn')).sort();

interface Change {
  property: string;
  drawn: string;
  element: string;
  /** The first line that differs, how many go, what comes. */
  at: number;
  gone: number;
  lines: string[];
}

it('changes one thing in the text for each thing that the panel sets', async () => {
  const changes: Change[] = [];

  for (const property of properties) {
    const found = await whereItIs(property);
    expect(found, `${property.id} is on no drawing`).toBeDefined();
    const { drawn, element, drawing } = found!;
    const before = readFileSync(`${folder}/${drawn}`, 'utf8').split('\n');
    property.write(drawing.bench, element, another(property, element, drawing), catalogue);
    changes.push({ property: property.id, drawn, element: element.id, ...spliced(before, (await drawing.xml()).split('\n')) });  }

  const made = `${JSON.stringify(changes, null, 1)}\n`;

  if (process.env['OFFICE_WRITE_DRAWN'] === '1') {
    writeFileSync(file, made);
  }

  expect(existsSync(file), `${file}: write it with OFFICE_WRITE_DRAWN=1`).toBe(true);
  expect(made).toBe(readFileSync(file, 'utf8'));
}, 120_000);

async function whereItIs(property: Property): Promise<{ drawn: string; element: Shape; drawing: Drawing } | undefined> {
  for (const drawn of names) {
    const drawing = await draw(readFileSync(`${folder}/${drawn}`, 'utf8'));
    const element = drawing.bench.get('elementRegistry').filter((one) => !one.labelTarget && property.on(one, drawing.bench)).sort((a, b) => (a.id < b.id ? -1 : 1))[0];

    if (element) {
      return { drawn, element, drawing };
    }
  }

  return undefined;
}

/** Something else than what is set. */
function another(property: Property, element: Shape, { bench }: Drawing): string {
  const now = property.read(element, bench);
  const choices = property.choices?.(catalogue, element, bench).map((one) => one.value).filter((one) => one !== now && one !== '') ?? [];

  switch (property.control) {
    case 'choice':
      return choices[0] ?? 'another';
    case 'ticks':
      return [now, choices[0] ?? 'another'].filter(Boolean).join('\n');
    case 'tick':
      return now === 'true' ? '' : 'true';
    case 'number':
      return String(Number(now || '1') + 1);
    case 'due':
      return '=add working days(today(), 9)';
    case 'timer':
      return 'timeDuration:working days(9)';
    case 'condition':
      return 'agreed = "9"';
    case 'formula':
      return 'other';
    case 'lines':
      return property.id === 'given' || property.id === 'returned' ? 'nine = 9' : '別の説明';
    case 'text':
      return '別のもの';
  }
}

function spliced(before: readonly string[], after: readonly string[]): Pick<Change, 'at' | 'gone' | 'lines'> {
  let at = 0;
  let end = 0;

  while (at < before.length && before[at] === after[at]) {
    at++;
  }

  while (end < before.length - at && end < after.length - at && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }

  return { at, gone: before.length - at - end, lines: after.slice(at, after.length - end) };
}

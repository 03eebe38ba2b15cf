import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { another } from '../support/another';
import { catalogue, draw } from '../support/drawing';
import { type Splice, spliced } from '../support/spliced';
import { properties, type Property } from './properties';

/**
 * Each thing that the panel can set, set once on a drawing of tests/Workflows.Tests/Drawn: what changes in the text lies in
 * tests/Workflows.Tests/Comparing/panel.json, where the comparison must say it in one sentence. OFFICE_WRITE_DRAWN=1 writes it anew.
 */
const folder = '../../tests/Workflows.Tests/Drawn';
const file = '../../tests/Workflows.Tests/Comparing/panel.json';
const names = readdirSync(folder).filter((one) => one.endsWith('.bpmn')).sort();

interface Change extends Splice {
  property: string;
  drawn: string;
  element: string;
}

interface Place {
  property: Property;
  drawn: string;
  element: string;
}

it('changes one thing in the text for each thing that the panel sets', async () => {
  const places = await allPlaces();
  const changes: Change[] = [];

  expect(properties.filter((property) => places.every((place) => place.property !== property)).map((property) => property.id)).toEqual([]);

  for (const { property, drawn, element } of places) {
    const drawing = await draw(text(drawn));
    const shape = drawing.bench.get('elementRegistry').get(element)!;
    property.write(drawing.bench, shape, another(property, shape, drawing), catalogue);
    changes.push({ property: property.id, drawn, element, ...spliced(text(drawn), await drawing.xml()) });
  }

  const made = `${JSON.stringify(changes, null, 1)}\n`;

  if (process.env['OFFICE_WRITE_DRAWN'] === '1') {
    writeFileSync(file, made);
  }

  expect(existsSync(file), `${file}: write it with OFFICE_WRITE_DRAWN=1`).toBe(true);
  expect(made).toBe(readFileSync(file, 'utf8'));
}, 120_000);

const text = (drawn: string): string => readFileSync(`${folder}/${drawn}`, 'utf8');

/** For each property the first element on which nothing is set, and the first on which something is. */
async function allPlaces(): Promise<Place[]> {
  const places = new Map<string, Place>();

  for (const drawn of names) {
    const { bench } = await draw(text(drawn));
    const elements = bench.get('elementRegistry').filter((one) => !one.labelTarget).sort((a, b) => (a.id < b.id ? -1 : 1));

    for (const property of properties) {
      for (const element of elements.filter((one) => property.on(one, bench))) {
        const name = `${property.id} ${property.read(element, bench) === ''}`;
        places.set(name, places.get(name) ?? { property, drawn, element: element.id });
      }
    }
  }

  return [...places.values()].sort((a, b) => properties.indexOf(a.property) - properties.indexOf(b.property));
}

import { beforeAll, describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { is, own } from '../core/Bench';
import type { Shape } from '../core/types';
import { templates } from '../edit/templates';
import { kinds } from '../model/kinds';
import { addContextPad } from '../page/contextPad';
import { addKeys } from '../page/keys';
import { makeFrame } from '../page/Frame';
import type { Page } from '../page/Page';
import { addPalette } from '../page/palette';
import { showPanel } from '../panel/Panel';
import { catalogue, draw, type Drawing, shipped, shippedSource } from '../support/drawing';
import { linesOf, linksOf } from './order';
import { showOutline } from './Outline';

/** What lies where is seen only in the diagram, which moves it by its own keys; nothing that runs depends on it. */
const place = 'place';

/** What the view shows, or a helper of another gesture: it changes nothing. */
const view = 'view';

/** By the id of a button, or of a list and what is chosen in it, of the outline and its settings: what does the same as a button of the canvas. */
const beside: Readonly<Record<string, (element: Shape) => string>> = {
  work: () => 'add-to=work',
  mail: () => 'add-to=mail',
  choice: () => 'add-to=choice',
  end: () => 'add-to=end',
  note: () => 'add-to=note',
  connect: (element) => (is(element, 'bpmn:TextAnnotation') ? 'tie-do' : 'connect-do'),
  delete: () => 'delete-do',
};

const bends = ['bend', 'bend-up', 'bend-down', 'bend-left', 'bend-right', 'bend-add', 'line-anew'] as const;

/** Every gesture that bpmn-js knows, by the event that ends it. */
const gestures: Readonly<Record<string, readonly string[] | typeof place | typeof view>> = {
  'create.end': ['add-do', 'way-do', 'inside-do', 'outline-alone-do'],
  'connect.end': ['connect-do', 'tie-do'],
  'global-connect.end': ['connect-do', 'tie-do'],
  'shape.move.end': ['set-role', 'move-do', 'host-do', 'edge-do', 'detach-do', 'several-role-do'],
  'bendpoint.move.end': ['reconnect-source-do', 'reconnect-target-do', ...bends],
  'connectionSegment.move.end': bends,
  'resize.end': ['lane-higher', 'lane-lower'],
  'spaceTool.end': place,
  'spaceTool.selection.end': view,
  'autoPlace.end': ['add-do'],
  'replace.end': ['set-kind'],
};

/** Every action that a key can trigger on the canvas. */
const actions: Readonly<Record<string, readonly string[] | typeof place | typeof view>> = {
  undo: ['tool-undo'],
  redo: ['tool-redo'],
  copy: ['tool-copy', 'several-copy'],
  paste: ['tool-paste'],
  duplicate: ['tool-copy', 'tool-paste'],
  cut: ['tool-copy', 'delete-do', 'several-delete'],
  removeSelection: ['delete-do', 'several-delete'],
  selectElements: ['pick-all'],
  directEditing: ['set-name', 'set-noteText'],
  setColor: view,
  moveSelection: place,
  moveToOrigin: place,
  spaceTool: place,
  moveCanvas: view,
  stepZoom: view,
  zoom: view,
  replaceElement: ['set-kind'],
};

interface Office {
  readonly drawing: Drawing;
  readonly page: Page;
}

async function open(source: string): Promise<Office> {
  const drawing = await draw(source);
  const page = { frame: makeFrame(), bench: drawing.bench, modeler: drawing.modeler, catalogue, locked: new Set<string>(), say: () => undefined } as unknown as Page;
  document.body.append(page.frame.root);
  [addPalette, addContextPad, addKeys].forEach((part) => part(page));

  return { drawing, page };
}

/** Ids of all controls that outline and settings offer for what is chosen; of a list also each of its choices. */
function offeredFor({ drawing: { bench }, page: { frame } }: Office, chosen: readonly Shape[]): Set<string> {
  const context = { bench, catalogue, locked: new Set<string>(), say: () => undefined, select: () => undefined, open: () => undefined, pick: () => undefined, findings: () => [], files: {} as never };
  showOutline(frame.outline, chosen, context);
  showPanel(frame.panel, chosen, context);
  const found = new Set<string>();

  for (const control of frame.root.querySelectorAll<HTMLElement>('.designer-outline [id], .designer-panel [id]')) {
    found.add(control.id);
    control.querySelectorAll('option').forEach((option) => found.add(`${control.id}=${option.value}`));
  }

  frame.root.querySelectorAll<HTMLElement>('[data-tool]').forEach((tool) => found.add(`tool-${tool.dataset['tool']}`));

  return found;
}

const padOf = ({ drawing: { bench } }: Office, target: Shape | Shape[]): string[] =>
  Object.keys((bench.get('contextPad') as unknown as { getEntries(target: Shape | Shape[]): Record<string, unknown> }).getEntries(target));

const drawn = '../../tests/Workflows.Tests/Drawn';
const sources: readonly (readonly [string, string])[] = [
  ...shipped.map((key) => [key, shippedSource(key)] as const),
  ...readdirSync(drawn).filter((file) => file.endsWith('.bpmn')).map((file) => [file, readFileSync(`${drawn}/${file}`, 'utf8')] as const),
];

describe('what can be done on the canvas can be done in the outline', () => {
  let office: Office;
  const offered = new Set<string>();

  beforeAll(async () => {
    for (const [, source] of sources) {
      office = await open(source);
      const all = office.drawing.bench.get('elementRegistry').filter((one) => Boolean(one.parent) && !one.labelTarget);
      [[], ...all.map((one) => [one]), all.filter((one) => is(one, 'bpmn:UserTask'))].forEach((chosen) => offeredFor(office, chosen).forEach((id) => offered.add(id)));
    }
  }, 120_000);

  it.each(sources)('J5 the outline has every button beside an element of %s', async (_, source) => {
    office = await open(source);
    const all = office.drawing.bench.get('elementRegistry').filter((one) => Boolean(one.parent) && !one.labelTarget);
    const missing: string[] = [];

    for (const element of all) {
      const here = offeredFor(office, [element]);
      missing.push(...padOf(office, element).filter((entry) => !here.has(beside[entry]?.(element) ?? '?')).map((entry) => `${element.id}: ${entry}`));
    }

    expect(missing).toEqual([]);
  }, 60_000);

  it('J5 the outline has every button beside several elements', async () => {
    office = await open(shippedSource('consent'));
    const steps = office.drawing.bench.get('elementRegistry').filter((one) => is(one, 'bpmn:UserTask'));

    expect(padOf(office, steps)).toEqual(['delete']);
    expect([...offeredFor(office, steps)]).toEqual(expect.arrayContaining(['several-copy', 'several-role-do', 'move-do', 'several-inform', 'several-delete']));
  });

  it('J5 the outline has every part of the palette, behind a step, in a way, inside of a part, or by itself', async () => {
    office = await open(shippedSource('consent'));
    const palette = [...office.page.frame.palette.querySelectorAll<HTMLElement>('[data-kind]')].map((entry) => entry.dataset['kind']!);

    expect(palette).toEqual(expect.arrayContaining(kinds.map((kind) => kind.id)));
    expect(palette.filter((id) => !offered.has(`add-to=${id}`) && !offered.has(`outline-alone-to=${id}`))).toEqual([]);
    expect(palette.filter((id) => !kinds.find((kind) => kind.id === id)!.isAttached && !offered.has(`outline-alone-to=${id}`))).toEqual([]);
  });

  it('J5 the outline has every ready piece', () => {
    expect(templates.filter((template) => !offered.has(`piece-${template.id}`)).map((template) => template.id)).toEqual([]);
  });

  it('J5 the outline does every gesture of the mouse', () => {
    const listeners = Object.keys((office.drawing.bench.get('eventBus') as unknown as { _listeners: Record<string, unknown> })._listeners);

    expect(listeners.filter((event) => event.endsWith('.end')).sort()).toEqual(Object.keys(gestures).sort());
    expect(absent(gestures)).toEqual([]);
  });

  it('J5 the outline does every action of the keys on the canvas', () => {
    expect([...office.drawing.bench.get('editorActions').getActions()].sort()).toEqual(Object.keys(actions).sort());
    expect(absent(actions)).toEqual([]);
  });

  it('J5 every element and every line has a line of its own in the outline', async () => {
    for (const [name, source] of sources) {
      const { bench } = (await open(source)).drawing;
      const lines = linesOf(bench.get('elementRegistry').getAll()).map((line) => line.element);
      const told = [...lines, ...lines.flatMap((element) => [...element.outgoing.filter((flow) => is(flow, 'bpmn:SequenceFlow')), ...linksOf(element)])];
      const all = bench.get('elementRegistry').filter((one) => Boolean(one.parent) && !one.labelTarget && !is(one, 'bpmn:Lane') && own(one).get('processRef') === undefined);

      expect([name, told.map((one) => one.id).sort()]).toEqual([name, all.map((one) => one.id).sort()]);
    }
  }, 60_000);

  const absent = (table: Readonly<Record<string, readonly string[] | string>>): string[] =>
    Object.entries(table).flatMap(([name, acts]) => (typeof acts === 'string' ? [] : acts.filter((act) => !offered.has(act)).map((act) => `${name}: ${act}`)));
});

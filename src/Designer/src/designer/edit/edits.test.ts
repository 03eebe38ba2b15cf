import { describe, expect, it } from 'vitest';
import { is } from '../core/Bench';
import type { Shape } from '../core/types';
import { kindFor, kinds } from '../model/kinds';
import { laneOf, moveToRole, roleOfLane } from '../model/lanes';
import { properties } from '../panel/properties';
import { canonical, catalogue, draw, type Drawing, shippedSource } from '../support/drawing';
import { attach, insertAfter, newShape, removeStep } from './insert';
import { templates } from './templates';

const nodes = ({ bench }: Drawing): Shape[] => bench.get('elementRegistry').filter((element) => is(element, 'bpmn:FlowNode') && element.type !== 'label').sort((a, b) => (a.id < b.id ? -1 : 1));

const withoutPool = `<definitions id="d" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
  <process id="p"><userTask id="only" /></process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="p">
    <bpmndi:BPMNShape id="only-shape" bpmnElement="only"><dc:Bounds x="256" y="160" width="120" height="80" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;

/** Without the places of labels, which are measured anew. */
const meaning = (source: string): string[] => canonical(source, (element) => element.localName === 'BPMNLabel');

/** The same numbers on every run: a seed that fails can be tried again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;

  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;

    return Math.floor((state / 2_147_483_648) * sides);
  };
}

describe('edits', () => {
  it.each([1, 2, 3])('fifty at random (seed %i), all undone, give the document that was there', async (seed) => {
    const drawing = await draw(shippedSource('consent'));
    const stack = drawing.bench.get('commandStack');
    const roll = dice(seed);
    const before = meaning(await drawing.xml());
    const start = stack._stackIdx;
    let done = 0;

    while (done < 50) {
      const at = stack._stackIdx;
      const all = nodes(drawing);
      const element = all[roll(all.length)]!;
      randomEdit(drawing, element, roll);
      done += stack._stackIdx > at ? 1 : 0;
    }

    expect(meaning(await drawing.xml())).not.toEqual(before);

    while (stack._stackIdx > start) {
      stack.undo();
    }

    expect(meaning(await drawing.xml())).toEqual(before);
  }, 60_000);

  it.each(templates.map((template) => template.id))('the piece %s is one step back and forth', async (id) => {
    const drawing = await draw(shippedSource('plan-creation'));
    const stack = drawing.bench.get('commandStack');
    const template = templates.find((one) => one.id === id)!;
    const before = meaning(await drawing.xml());
    const at = stack._stackIdx;

    template.insert(drawing.bench, drawing.bench.get('elementRegistry').get('plan-draft')!);
    const after = meaning(await drawing.xml());
    stack.undo();

    expect(stack._stackIdx).toBe(at);
    expect(meaning(await drawing.xml())).toEqual(before);
    stack.redo();
    expect(meaning(await drawing.xml())).toEqual(after);
  }, 30_000);

  it('covers nothing with what it inserts', async () => {
    const drawing = await draw(shippedSource('plan-creation'));

    for (const template of templates) {
      template.insert(drawing.bench, drawing.bench.get('elementRegistry').get('plan-draft')!);
    }

    expect(overlaps(nodes(drawing))).toEqual([]);
  });

  it('gives a step to a role by moving it into the lane, made where there is none', async () => {
    const drawing = await draw(shippedSource('consent'));
    const step = insertAfter(drawing.bench, drawing.bench.get('elementRegistry').get('consent-explain')!, 'work');

    for (const role of ['manager', 'assistant']) {
      moveToRole(drawing.bench, step, role, '役割');

      expect(roleOfLane(laneOf(drawing.bench, step)!)).toBe(role);
    }
  });

  it('draws the frame around a procedure that has none when the first role comes', async () => {
    const drawing = await draw(withoutPool);
    const step = drawing.bench.get('elementRegistry').get('only')!;

    moveToRole(drawing.bench, step, 'manager', '管理者');

    expect(roleOfLane(laneOf(drawing.bench, step)!)).toBe('manager');
    expect(await drawing.xml()).not.toContain('NaN');
  });

  it('closes the gap when a step goes', async () => {
    const drawing = await draw(shippedSource('consent'));

    removeStep(drawing.bench, drawing.bench.get('elementRegistry').get('request-consent')!);

    expect(drawing.bench.get('elementRegistry').get('method--request-consent')!.target!.id).toBe('await-answer');
  });
});

describe('kinds', () => {
  it.each(kinds.map((kind) => kind.id))('%s is recognised once it is drawn', async (id) => {
    const drawing = await draw(shippedSource('consent'));
    const kind = kinds.find((one) => one.id === id)!;
    const host = drawing.bench.get('elementRegistry').get('consent-explain')!;
    const isFree = kind.type === 'bpmn:StartEvent' || id === 'onEvent';
    const made = kind.isAttached ? attach(drawing.bench, host, id, true)
      : isFree ? drawing.bench.get('modeling').createShape(newShape(drawing.bench, kind), { x: 900, y: 900 }, host.parent!)
        : insertAfter(drawing.bench, host, id);

    expect(kindFor(made)?.id).toBe(id);
  });
});

function randomEdit(drawing: Drawing, element: Shape, roll: (sides: number) => number): void {
  const { bench } = drawing;

  switch (roll(4)) {
    case 0: {
      const offered = properties.filter((property) => property.on(element, bench) && property.control !== 'timer' && property.control !== 'condition');
      const property = offered[roll(offered.length)]!;
      const choices = property.choices?.(catalogue, element, bench) ?? [];
      property.write(bench, element, choices.length > 0 ? choices[roll(choices.length)]!.value : `値${roll(100)}`, catalogue);
      break;
    }
    case 1: {
      const fitting = templates.filter((template) => template.fits(element));
      fitting[roll(Math.max(1, fitting.length))]?.insert(bench, element);
      break;
    }
    case 2:
      if (!is(element, 'bpmn:EndEvent') && nodes(drawing).length < 40) {
        insertAfter(bench, element, kinds[roll(11)]!.id);
      }

      break;
    default:
      if (nodes(drawing).length > 12) {
        removeStep(bench, element);
      }
  }
}

function overlaps(all: readonly Shape[]): string[] {
  return all.flatMap((one, index) => all.slice(index + 1)
    .filter((other) => one.host !== other && other.host !== one && one.parent === other.parent && !(one.host && one.host === other.host))
    .filter((other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height)
    .map((other) => `${one.id} × ${other.id}`));
}

import { describe, expect, it } from 'vitest';
import { is, own } from '../core/Bench';
import type { Shape } from '../core/types';
import { readInput } from '../model/bindings';
import { documentation } from '../model/documentation';
import { kindFor, kinds } from '../model/kinds';
import { laneOf, moveToRole, roleOfLane } from '../model/lanes';
import { readLoop } from '../model/loops';
import { canonical, draw, type Drawing, shipped, shippedSource } from '../support/drawing';
import { templateWords } from '../../words/templates';
import { attach, insertAfter, newShape, removeStep } from './insert';
import { templates } from './templates';

const nodes = ({ bench }: Drawing): Shape[] => bench.get('elementRegistry').filter((element) => is(element, 'bpmn:FlowNode') && element.type !== 'label').sort((a, b) => (a.id < b.id ? -1 : 1));

const withoutPool = `<definitions id="d" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
  <process id="p"><userTask id="only" /></process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="p">
    <bpmndi:BPMNShape id="only-shape" bpmnElement="only"><dc:Bounds x="256" y="160" width="120" height="80" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;

describe('edits', () => {
  it.each(templates.map((template) => template.id))('J12 the piece %s is one step back and forth', async (id) => {
    const drawing = await draw(shippedSource('plan-creation'));
    const stack = drawing.bench.get('commandStack');
    const template = templates.find((one) => one.id === id)!;
    const before = canonical(await drawing.xml());
    const at = stack._stackIdx;

    template.insert(drawing.bench, drawing.bench.get('elementRegistry').get('plan-draft')!);
    const after = canonical(await drawing.xml());
    stack.undo();

    expect(stack._stackIdx).toBe(at);
    expect(canonical(await drawing.xml())).toEqual(before);
    stack.redo();
    expect(canonical(await drawing.xml())).toEqual(after);
  }, 30_000);

  it.each(shipped)('J13 no ready piece, wherever it fits in %s, covers anything', async (key) => {
    const drawing = await draw(shippedSource(key));
    const fitting = nodes(drawing).flatMap((element) => templates.filter((template) => template.fits(element)).map((template) => ({ element, template })));
    const covered: string[] = [];

    for (const { element, template } of fitting) {
      template.insert(drawing.bench, element);
      covered.push(...overlaps(nodes(drawing)).map((overlap) => `${template.id} at ${element.id}: ${overlap}`));
      drawing.bench.get('commandStack').undo();
    }

    expect(covered).toEqual([]);
  }, 60_000);

  it('J13 all ready pieces at one step, one after the other, cover nothing', async () => {
    const drawing = await draw(shippedSource('plan-creation'));

    for (const template of templates) {
      template.insert(drawing.bench, drawing.bench.get('elementRegistry').get('plan-draft')!);
    }

    expect(overlaps(nodes(drawing))).toEqual([]);
  });

  it('offers no work of the manager inside a part, which is all of one role', async () => {
    const { bench } = await draw(shippedSource('meeting'));
    const fitting = (id: string): string[] => templates.filter((template) => template.fits(bench.get('elementRegistry').get(id)!)).map((template) => template.id);

    expect(fitting('meeting-choose')).toEqual(templates.map((template) => template.id));
    expect(fitting('opinion')).toEqual(['reminder', 'inform', 'beside', 'each']);
  });

  it('A10 the piece for each participant is set to be repeated, and says what it is', async () => {
    const drawing = await draw(shippedSource('meeting'));
    const made = templates.find((template) => template.id === 'each')!.insert(drawing.bench, drawing.bench.get('elementRegistry').get('meeting-choose')!);

    expect(readLoop(made)).toEqual({ collection: '=participants', elementVariable: 'participant', isSequential: false, completion: '', outputCollection: '', outputElement: '' });
    expect(documentation(own(made))).toBe(templateWords.each.about);
    expect(readInput(made, 'about')).toBe('=participant.name');
  });

  it('A8 a step is given to a role by moving it into the lane, made where there is none', async () => {
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

function overlaps(all: readonly Shape[]): string[] {
  return all.flatMap((one, index) => all.slice(index + 1)
    .filter((other) => one.host !== other && other.host !== one && one.parent === other.parent && !(one.host && one.host === other.host))
    .filter((other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height)
    .map((other) => `${one.id} × ${other.id}`));
}

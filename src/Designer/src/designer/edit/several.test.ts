import { describe, expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { laneOf, roleOfLane } from '../model/lanes';
import { canonical, draw, type Drawing, shippedSource } from '../support/drawing';
import { giveToRole, insertAtEach, removeSteps, templatesFor } from './several';
import { templates } from './templates';

const at = ({ bench }: Drawing, id: string): Shape => bench.get('elementRegistry').get(id)!;
const next = (drawing: Drawing, id: string): string[] => at(drawing, id).outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow').map((flow) => flow.target!.id);
const meaning = (source: string): string[] => canonical(source, (element) => element.localName === 'BPMNLabel');
const chosen = (drawing: Drawing): Shape[] => ['info-provision', 'assessment'].map((id) => at(drawing, id));

/** The edit is one step, back and forth. */
async function once(edit: (drawing: Drawing) => void): Promise<Drawing> {
  const drawing = await draw(shippedSource('plan-creation'));
  const stack = drawing.bench.get('commandStack');
  const [before, start] = [meaning(await drawing.xml()), stack._stackIdx];

  edit(drawing);
  const after = meaning(await drawing.xml());
  stack.undo();
  expect([stack._stackIdx, meaning(await drawing.xml())]).toEqual([start, before]);
  stack.redo();
  expect(meaning(await drawing.xml())).toEqual(after);

  return drawing;
}

describe('several steps at once', () => {
  it('go, and the ways around them close', async () => {
    const drawing = await once((one) => removeSteps(one.bench, [...chosen(one), at(one, 'plan-request--assessment')]));

    expect([next(drawing, 'begin'), next(drawing, 'plan-request')]).toEqual([['plan-request'], ['draft-again']]);
  });

  it('come into the lane of another role', async () => {
    const drawing = await once((one) => giveToRole(one.bench, chosen(one), 'manager', '管理者'));

    expect(chosen(drawing).map((step) => roleOfLane(laneOf(drawing.bench, step)!))).toEqual(['manager', 'manager']);
  });

  it('each get the same ready piece', async () => {
    const inform = templates.find((template) => template.id === 'inform')!;
    const drawing = await once((one) => insertAtEach(one.bench, chosen(one), inform));

    expect(chosen(drawing).map((step) => step.outgoing[0]!.target!.type)).toEqual(['bpmn:SendTask', 'bpmn:SendTask']);
    expect(templatesFor([...chosen(drawing), at(drawing, 'end')])).toEqual([]);
  });
});

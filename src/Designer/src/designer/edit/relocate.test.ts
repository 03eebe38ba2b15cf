import { describe, expect, it } from 'vitest';
import { is } from '../core/Bench';
import type { Shape } from '../core/types';
import { canonical, draw, type Drawing, shippedSource } from '../support/drawing';
import { type Goal, goalsFor, moveSteps } from './relocate';

const at = ({ bench }: Drawing, id: string): Shape => bench.get('elementRegistry').get(id)!;
const next = (drawing: Drawing, id: string): string[] => at(drawing, id).outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow').map((flow) => flow.target!.id);
const meaning = (source: string): string[] => canonical(source, (element) => element.localName === 'BPMNLabel');

/** Moves steps in one step that can be undone whole; the drawing covers nothing and the document opens again. */
async function moved(key: string, ids: readonly string[], kind: Goal['kind'], goal: string): Promise<Drawing> {
  const drawing = await draw(shippedSource(key));
  const before = meaning(await drawing.xml());
  const stack = drawing.bench.get('commandStack');
  const start = stack._stackIdx;
  const chosen = ids.map((id) => at(drawing, id));
  const wanted = goalsFor(drawing.bench, chosen).find((one) => one.kind === kind && one.at.id === goal);

  moveSteps(drawing.bench, chosen, wanted!);
  const after = await drawing.xml();
  expect(covered(drawing)).toEqual([]);
  stack.undo();
  expect(stack._stackIdx).toBe(start);
  expect(meaning(await drawing.xml())).toEqual(before);

  return draw(after);
}

function covered({ bench }: Drawing): string[] {
  const all = bench.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode') && one.type !== 'label' && !one.host);

  return all.flatMap((one, index) => all.slice(index + 1)
    .filter((other) => one.parent === other.parent && one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height)
    .map((other) => `${one.id} × ${other.id}`));
}

describe('moving steps', () => {
  it('puts a step that comes before a part at the beginning of it', async () => {
    const drawing = await moved('meeting', ['invite'], 'into', 'absentees');

    expect([next(drawing, 'meeting-choose'), next(drawing, 'absent'), next(drawing, 'invite')]).toEqual([['absentees'], ['invite'], ['ask-opinion']]);
    expect(at(drawing, 'invite').parent!.id).toBe('absentees');
  });

  it('puts a step of a part behind the part', async () => {
    const drawing = await moved('meeting', ['ask-opinion'], 'out', 'absentees');

    expect([next(drawing, 'absent'), next(drawing, 'absentees'), next(drawing, 'ask-opinion')]).toEqual([['opinion'], ['ask-opinion'], ['minutes']]);
    expect(at(drawing, 'ask-opinion').parent).toBe(at(drawing, 'minutes').parent);
  });

  it('puts a step between two others', async () => {
    const drawing = await moved('meeting', ['ask-availability'], 'between', 'minutes--minutes-ready');

    expect([next(drawing, 'meeting-plan'), next(drawing, 'minutes'), next(drawing, 'ask-availability')]).toEqual([['meeting-choose'], ['ask-availability'], ['minutes-ready']]);
  });

  it('puts a step into the middle of a part', async () => {
    const drawing = await moved('meeting', ['minutes-ready'], 'between', 'ask-opinion--opinion');

    expect([next(drawing, 'minutes'), next(drawing, 'ask-opinion'), next(drawing, 'minutes-ready')]).toEqual([['end'], ['minutes-ready'], ['opinion']]);
  });

  it('keeps together what hangs together, with what only an edge leads to', async () => {
    const drawing = await moved('meeting', ['ask-availability', 'meeting-choose'], 'into', 'absentees');

    expect([next(drawing, 'meeting-plan'), next(drawing, 'absent'), next(drawing, 'ask-availability'), next(drawing, 'meeting-choose')]).toEqual([['invite'], ['ask-availability'], ['meeting-choose'], ['ask-opinion']]);
    expect(next(drawing, 'availability-reminder')).toEqual(['remind-availability']);
    expect(at(drawing, 'remind-availability').parent!.id).toBe('absentees');
  });

  it('lines up what stood apart', async () => {
    const drawing = await moved('meeting', ['meeting-plan', 'invite'], 'between', 'minutes-ready--end');

    expect([next(drawing, 'again'), next(drawing, 'meeting-choose')]).toEqual([['ask-availability'], ['absentees']]);
    expect([next(drawing, 'minutes-ready'), next(drawing, 'meeting-plan'), next(drawing, 'invite')]).toEqual([['meeting-plan'], ['invite'], ['end']]);
  });

  it('offers neither the part itself nor the ways at the step', async () => {
    const drawing = await draw(shippedSource('meeting'));
    const goals = goalsFor(drawing.bench, [at(drawing, 'absentees')]).map((goal) => goal.at.id);

    expect(goals).not.toContain('absentees');
    expect(goals).not.toContain('invite--absentees');
    expect(goals).not.toContain('ask-opinion--opinion');
    expect(goals).toContain('minutes--minutes-ready');
  });
});

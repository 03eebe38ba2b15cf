import { beforeEach, describe, expect, it } from 'vitest';
import { is } from '../core/Bench';
import type { Shape } from '../core/types';
import { laneOf, lanesOf } from '../model/lanes';
import { canonical, draw, type Drawing, shippedSource } from '../support/drawing';
import { makeHigher, makeLower, spareHeight } from './laneSize';
import { addBend, bendsOf, layOut, moveBend } from './lineShape';

let drawing: Drawing;
beforeEach(async () => (drawing = await draw(shippedSource('consent'))));

const steps = (): Shape[] => drawing.bench.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode') && one.type !== 'label' && !is(one.parent!, 'bpmn:SubProcess'));
const lines = (): Shape[] => drawing.bench.get('elementRegistry').filter((one) => is(one, 'bpmn:SequenceFlow') && one.type !== 'label');

/** Does something, and sees that it is one step back and forth. */
async function undoable(act: () => void): Promise<void> {
  const stack = drawing.bench.get('commandStack');
  const [before, at] = [canonical(await drawing.xml()), stack._stackIdx];
  act();
  const after = canonical(await drawing.xml());
  stack.undo();
  expect([stack._stackIdx, canonical(await drawing.xml())]).toEqual([at, before]);
  stack.redo();
  expect(canonical(await drawing.xml())).toEqual(after);
}

describe('the height of a column', () => {
  it('grows and shrinks again, and every step stays in its column', async () => {
    for (const lane of lanesOf(drawing.bench)) {
      const before = { height: lane.height, lanes: new Map(steps().map((step) => [step.id, laneOf(drawing.bench, step)?.id])) };
      const below = lanesOf(drawing.bench).filter((one) => one.y > lane.y).map((one) => [one, one.y] as const);

      await undoable(() => makeHigher(drawing.bench, lane));
      expect(lane.height).toBe(before.height + 40);
      expect(below.map(([one]) => one.y)).toEqual(below.map(([, y]) => y + 40));
      await undoable(() => makeLower(drawing.bench, lane));

      expect(lane.height).toBe(before.height);
      expect(new Map(steps().map((step) => [step.id, laneOf(drawing.bench, step)?.id]))).toEqual(before.lanes);
      expect(lane.parent!.y + lane.parent!.height).toBe(Math.max(...lanesOf(drawing.bench).map((one) => one.y + one.height)));
    }
  });

  it('ends where what lies in it ends', () => {
    for (const lane of lanesOf(drawing.bench)) {
      for (let times = 0; times < 50 && spareHeight(drawing.bench, lane) > 0; times++) {
        makeLower(drawing.bench, lane);
      }

      expect(lane.height).toBeGreaterThanOrEqual(60);
      expect(steps().filter((step) => laneOf(drawing.bench, step) === lane && step.y + step.height > lane.y + lane.height - 20 && lane.height > 60).map((step) => step.id)).toEqual([]);
    }
  });
});

describe('the shape of a line', () => {
  it('is bent, moved and drawn anew, each one step back and forth', async () => {
    const line = lines()[0]!;
    const count = bendsOf(line).length;
    let bend = 0;

    await undoable(() => (bend = addBend(drawing.bench, line)));
    expect(bendsOf(line)).toHaveLength(count + 1);
    const { x, y } = bendsOf(line)[bend]!;
    await undoable(() => moveBend(drawing.bench, line, bend, 'up'));
    await undoable(() => moveBend(drawing.bench, line, bend, 'right'));
    expect(bendsOf(line)[bend]).toMatchObject({ x: x + 10, y: y - 10 });

    await undoable(() => layOut(drawing.bench, line));

    expect(bendsOf(line)).not.toContainEqual(expect.objectContaining({ x: x + 10, y: y - 10 }));
  });
});

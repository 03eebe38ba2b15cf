import { expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { canonical, draw, type Drawing, shippedSource } from '../support/drawing';
import { carryAsMoved } from './carrying';
import { middle } from './insert';

const at = ({ bench }: Drawing, id: string): Shape => bench.get('elementRegistry').get(id)!;
const next = (drawing: Drawing, id: string): string[] => at(drawing, id).outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow').map((flow) => flow.target!.id);
const meaning = (source: string): string[] => canonical(source, (element) => element.localName === 'BPMNLabel');

/** As the mouse does it: dropped on a frame, somewhere. */
async function carried(id: string, onto: string, to: { x: number; y: number }): Promise<Drawing> {
  const drawing = await draw(shippedSource('meeting'));
  carryAsMoved(drawing);
  const before = meaning(await drawing.xml());
  const [shape, frame] = [at(drawing, id), onto === '' ? at(drawing, 'start').parent! : at(drawing, onto)];
  drawing.bench.get('modeling').moveElements([shape], { x: frame.x + to.x - middle(shape).x, y: frame.y + to.y - middle(shape).y }, frame);
  drawing.bench.get('commandStack').undo();
  expect(meaning(await drawing.xml())).toEqual(before);
  drawing.bench.get('commandStack').redo();

  return drawing;
}

it('closes the way that a step leaves when it is carried into a part', async () => {
  const drawing = await carried('invite', 'absentees', { x: 60, y: 200 });

  expect(at(drawing, 'invite').parent!.id).toBe('absentees');
  expect([next(drawing, 'meeting-choose'), next(drawing, 'invite')]).toEqual([['absentees'], []]);
});

it('takes along what only an edge of the step leads to', async () => {
  const drawing = await carried('meeting-choose', 'absentees', { x: 60, y: 200 });

  expect([next(drawing, 'ask-availability'), next(drawing, 'availability-reminder')]).toEqual([['invite'], ['remind-availability']]);
  expect(at(drawing, 'remind-availability').parent!.id).toBe('absentees');
});

it('closes the way in a part when a step is carried out of it', async () => {
  const drawing = await carried('ask-opinion', '', { x: 300, y: 900 });

  expect([next(drawing, 'absent'), next(drawing, 'ask-opinion')]).toEqual([['opinion'], []]);
});

it('leaves all ways as they are when a step stays in its frame', async () => {
  const drawing = await carried('invite', '', { x: 300, y: 900 });

  expect([next(drawing, 'meeting-choose'), next(drawing, 'invite')]).toEqual([['invite'], ['absentees']]);
});

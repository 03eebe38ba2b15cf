import { describe, expect, it } from 'vitest';
import { is } from '../core/Bench';
import type { Shape } from '../core/types';
import { canonical, draw, type Drawing, shippedSource } from '../support/drawing';
import { attachEvent, canDetach, detachEdge, hostsFor, moveEdge } from './edges';

const at = ({ bench }: Drawing, id: string): Shape => bench.get('elementRegistry').get(id)!;
const next = (element: Shape): string[] => element.outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow').map((flow) => flow.target!.id);
const meaning = (source: string): string[] => canonical(source, (element) => element.localName === 'BPMNLabel');

async function undone(drawing: Drawing, act: () => void): Promise<void> {
  const before = meaning(await drawing.xml());
  act();
  drawing.bench.get('commandStack').undo();
  expect(meaning(await drawing.xml())).toEqual(before);
  drawing.bench.get('commandStack').redo();
}

describe('an event on the edge of a step', () => {
  it('sits on another step and leads where it led', async () => {
    const drawing = await draw(shippedSource('consent'));
    await undone(drawing, () => moveEdge(drawing.bench, at(drawing, 'consent-reminder'), at(drawing, 'consent-paper')));

    expect(at(drawing, 'consent-reminder').host!.id).toBe('consent-paper');
    expect(next(at(drawing, 'consent-reminder'))).toEqual(['remind-consent']);
    expect(await drawing.xml()).toContain('attachedToRef="consent-paper"');
  });

  it('takes along what only it leads to when the step lies in a part', async () => {
    const drawing = await draw(shippedSource('meeting'));
    await undone(drawing, () => moveEdge(drawing.bench, at(drawing, 'availability-reminder'), at(drawing, 'opinion')));

    expect(at(drawing, 'availability-reminder').host!.id).toBe('opinion');
    expect(next(at(drawing, 'availability-reminder'))).toEqual(['remind-availability']);
    expect(at(drawing, 'availability-reminded').parent!.id).toBe('absentees');
  });

  it('is offered the steps that the canvas lets it sit on', async () => {
    const drawing = await draw(shippedSource('consent'));
    const hosts = hostsFor(drawing.bench, at(drawing, 'consent-reminder')).map((host) => host.id);

    expect(hosts).toContain('consent-explain');
    expect(hosts).not.toContain('await-answer');
    expect(hosts).not.toContain('method');
  });

  it('comes off its step, and then is waited for by itself', async () => {
    const drawing = await draw(shippedSource('consent'));
    let made: Shape | undefined;
    await undone(drawing, () => (made = detachEdge(drawing.bench, at(drawing, 'consent-expiry'))));

    expect(is(made!, 'bpmn:IntermediateCatchEvent')).toBe(true);
    expect(next(made!)).toEqual(['tell-expired']);
    expect(canDetach(drawing.bench, at(drawing, 'consent-reminder'))).toBe(false);
  });

  it('is made of what was waited for in the way, which closes', async () => {
    const drawing = await draw(shippedSource('monitoring-round'));
    let made: Shape | undefined;
    await undone(drawing, () => (made = attachEvent(drawing.bench, at(drawing, 'office-opens'), at(drawing, 'monitoring'))));

    expect(is(made!, 'bpmn:BoundaryEvent')).toBe(true);
    expect([made!.host!.id, next(made!), next(at(drawing, 'start'))]).toEqual(['monitoring', ['monitoring-due'], ['monitoring-due']]);
  });
});

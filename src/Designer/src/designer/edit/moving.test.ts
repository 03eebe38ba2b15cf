import { describe, expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { readInput } from '../model/bindings';
import { messageName } from '../model/messages';
import type { Page } from '../page/Page';
import { canonical, draw, type Drawing, shippedSource } from '../support/drawing';
import { changeKind } from './changeKind';
import { pasteAfter, shareClipboard } from './clipboard';
import { connect } from './insert';
import { canMoveStep, moveStep } from './moveStep';

const at = ({ bench }: Drawing, id: string): Shape => bench.get('elementRegistry').get(id)!;
const next = (element: Shape): string[] => element.outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow').map((flow) => flow.target!.id);

describe('moving a step', () => {
  it('changes places with the next one, there and back', async () => {
    const drawing = await draw(shippedSource('meeting'));
    const before = canonical(await drawing.xml());

    moveStep(drawing.bench, at(drawing, 'ask-availability'), 1);

    expect([next(at(drawing, 'meeting-plan')), next(at(drawing, 'meeting-choose')), next(at(drawing, 'ask-availability'))]).toEqual([['meeting-choose'], ['ask-availability'], ['invite']]);
    drawing.bench.get('commandStack').undo();
    expect(canonical(await drawing.xml())).toEqual(before);
  });

  it('is not offered where ways part or come together', async () => {
    const drawing = await draw(shippedSource('consent'));

    expect(canMoveStep(at(drawing, 'consent-explain'), 1)).toBe(false);
    expect(canMoveStep(at(drawing, 'consent-reminder'), 1)).toBe(false);
  });
});

describe('what waits for the first of several', () => {
  it('does not change places with what it waits for, nor does that with what follows', async () => {
    const drawing = await draw(shippedSource('meeting'));
    const gateway = changeKind(drawing.bench, at(drawing, 'ask-availability'), 'first');
    const waiting = changeKind(drawing.bench, at(drawing, 'meeting-choose'), 'receive');

    expect([canMoveStep(gateway, -1), canMoveStep(gateway, 1), canMoveStep(waiting, -1), canMoveStep(waiting, 1)]).toEqual([false, false, false, false]);
  });
});

describe('two steps that go round in a ring', () => {
  it('do not change places', async () => {
    const drawing = await draw(shippedSource('meeting'));
    const [first, second] = ['ask-availability', 'meeting-choose'].map((id) => at(drawing, id));
    const onward = second!.outgoing.find((flow) => flow.type === 'bpmn:SequenceFlow')!;
    drawing.bench.get('modeling').removeElements([first!.incoming.find((flow) => flow.type === 'bpmn:SequenceFlow')!, onward]);
    connect(drawing.bench, second!, first!);

    expect([canMoveStep(first!, 1), canMoveStep(first!, -1), canMoveStep(second!, 1), canMoveStep(second!, -1)]).toEqual([false, false, false, false]);
  });
});

describe('copying from one procedure to another', () => {
  it('A14 a copied step comes into the way of another procedure with its settings, its edges and its message', async () => {
    const from = await draw(shippedSource('consent'));
    shareClipboard({ bench: from.bench } as Page);
    const copied = ['await-answer', 'request-consent', 'request-consent--await-answer'].map((id) => at(from, id));
    from.bench.get('copyPaste').copy(copied);
    const message = messageName(at(from, 'await-answer'));
    const to = await draw(shippedSource('meeting'));
    shareClipboard({ bench: to.bench } as Page);

    const made = pasteAfter(to.bench, at(to, 'meeting-plan'));

    const mail = made.find((one) => one.type === 'bpmn:SendTask')!;
    const wait = made.find((one) => one.type === 'bpmn:ReceiveTask')!;
    expect([next(at(to, 'meeting-plan')), next(mail), next(wait)]).toEqual([[mail.id], [wait.id], ['ask-availability']]);
    expect(made.flatMap((one) => one.waypoints ?? [one]).filter((one) => !Number.isFinite(one.x) || !Number.isFinite(one.y))).toEqual([]);
    expect(mail.x).toBeGreaterThan(at(to, 'meeting-plan').x);
    expect(readInput(mail, 'consentId')).toBe(readInput(at(from, 'request-consent'), 'consentId'));
    expect(messageName(wait)).toBe(message);
    expect(await to.xml()).toContain(`name="${message}"`);
  });
});

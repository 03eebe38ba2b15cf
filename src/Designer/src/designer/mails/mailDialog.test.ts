import { beforeEach, describe, expect, it } from 'vitest';
import { makeFrame } from '../page/Frame';
import type { Page } from '../page/Page';
import { draw, shippedSource } from '../support/drawing';
import { mailWords } from '../../words/forms';
import { editWording } from './mailDialog';

// jsdom knows the element but not how to open it.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement): void {
  this.open = true;
};

describe('what can be put into a wording', () => {
  beforeEach(async () => {
    const { bench } = await draw(shippedSource('meeting'));
    const frame = makeFrame();
    document.body.append(frame.root);
    const server = {
      wordingFile: () => Promise.resolve({ subject: '案内', body: '様', known: [{ name: 'name', word: '送る相手の名前' }, { name: 'ownName', word: 'ownName' }] }),
      previewCases: () => Promise.resolve([]),
      previewMail: () => Promise.resolve({ subject: '', text: '', findings: [] }),
    };
    await editWording({ bench, frame, server } as unknown as Page, 'meeting-invitation');
  });

  it('is a button with that name, which puts the mark where the cursor is', () => {
    const body = document.querySelector<HTMLTextAreaElement>('#mail-body')!;
    const button = [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find((one) => one.textContent === '送る相手の名前')!;
    body.setSelectionRange(0, 0);

    button.click();

    expect(body.value).toBe('{{name}}様');
    expect([button.title, button.getAttribute('aria-label')]).toEqual(['{{name}}', mailWords.insert('送る相手の名前')]);
  });

  it('is shown as its mark where only the office knows what it means', () => {
    expect([...document.querySelectorAll('dialog button')].map((one) => one.textContent)).toContain('{{ownName}}');
  });
});

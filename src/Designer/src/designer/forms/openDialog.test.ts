import { expect, it } from 'vitest';
import { openDialog } from './openDialog';

// jsdom knows the element but not how to open it.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement): void {
  this.open = true;
};

it('shows what was looked at last, whichever answer comes last', async () => {
  const answers: ((text: string) => void)[] = [];
  openDialog(document.body, {
    title: '文面',
    about: '',
    inside: [],
    preview: {
      word: '見る',
      title: '見え方',
      show: () => new Promise<readonly Node[]>((resolve) => answers.push((text) => resolve([document.createTextNode(text)]))),
    },
    save: () => undefined,
  });
  document.querySelector<HTMLButtonElement>('#dialog-preview')!.click();

  answers[1]!('直したあと');
  await Promise.resolve();
  answers[0]!('直すまえ');
  await new Promise((done) => setTimeout(done));

  expect(document.querySelector('.dialog-preview')!.textContent).toBe('見え方直したあと');
});

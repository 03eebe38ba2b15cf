import { h } from '../core/dom';
import { formWords } from '../../words/forms';

export interface DialogParts {
  title: string;
  about: string;
  inside: readonly (Node | undefined)[];
  preview: { word: string; title: string; show(): Promise<readonly Node[]> };
  save(): void;
}

/** A dialog in which something is written, looked at, and taken over or given up. */
export function openDialog(host: HTMLElement, parts: DialogParts): void {
  const shown = h('section', { class: 'dialog-preview', tabindex: 0, 'aria-live': 'polite', 'aria-label': parts.preview.title });
  let looks = 0;
  const look = (): void => {
    const mine = ++looks;
    // An answer that was overtaken by a later one shows what is no longer written.
    const show = (...nodes: readonly Node[]): void => {
      if (mine === looks) {
        shown.replaceChildren(...nodes);
      }
    };
    parts.preview.show().then(
      (nodes) => show(h('h3', {}, parts.preview.title), ...nodes),
      () => show(h('p', { class: 'note note-wrong' }, formWords.failed)));
  };
  const dialog = h('dialog', { class: 'designer-dialog designer-dialog-wide', 'aria-labelledby': 'dialog-title' },
    h('h2', { id: 'dialog-title' }, parts.title),
    h('p', { class: 'panel-help' }, parts.about),
    h('div', { class: 'dialog-halves' }, h('div', {}, ...parts.inside), shown));
  const close = (): void => {
    dialog.close();
    dialog.remove();
  };
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(h('p', { class: 'dialog-acts' },
    act('dialog-save', 'button', formWords.save, () => {
      close();
      parts.save();
    }),
    act('dialog-preview', 'button button-quiet', parts.preview.word, look),
    act('dialog-cancel', 'button button-quiet', formWords.cancel, close)));
  host.append(dialog);
  dialog.showModal();
  look();
}

function act(id: string, look: string, word: string, run: () => void): HTMLButtonElement {
  return h('button', { type: 'button', id, class: look, onclick: run }, word);
}

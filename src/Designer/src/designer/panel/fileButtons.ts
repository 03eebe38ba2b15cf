import type { Bench } from '../core/Bench';
import { h } from '../core/dom';
import type { Shape } from '../core/types';
import { readInput } from '../model/bindings';
import { ownTexts } from '../model/ownTexts';
import { formWords, mailWords } from '../../words/forms';
import type { Property } from './properties';

/** What can be done with the form or the wording that a step names. */
export interface FileActs {
  editForm(key: string): void;
  createForm(element: Shape): void;
  resetForm(key: string): void;
  editWording(key: string): void;
  resetWording(key: string): void;
}

/** Beside the choice of a form or of a wording: change it here, or go back to the one for everybody. */
export function fileButtons(property: Property, element: Shape, bench: Bench, files: FileActs, isLocked: boolean): Node[] {
  const key = readInput(element, property.id === 'form' ? 'form' : 'template');

  switch (property.id) {
    case 'form': {
      const isOwn = ownTexts(bench, 'office:form').has(key);

      return row(
        isOwn ? formWords.own : undefined,
        key && button('form-edit', formWords.edit, () => files.editForm(key)),
        isOwn && !key.startsWith('own-') && button('form-reset', formWords.reset, () => files.resetForm(key)),
        !isLocked && button('form-new', formWords.create, () => files.createForm(element)));
    }
    case 'template': {
      const isOwn = ownTexts(bench, 'office:wording').has(key);

      return row(
        isOwn ? mailWords.own : undefined,
        key && button('wording-edit', mailWords.edit, () => files.editWording(key)),
        isOwn && button('wording-reset', mailWords.reset, () => files.resetWording(key)));
    }
    default:
      return [];
  }
}

function row(said: string | undefined, ...buttons: (HTMLElement | '' | false)[]): Node[] {
  return [...(said ? [h('p', { class: 'panel-help' }, said)] : []), h('p', { class: 'panel-row panel-files' }, ...buttons.filter((one): one is HTMLElement => one !== '' && one !== false))];
}

const button = (id: string, word: string, act: () => void): HTMLElement => h('button', { type: 'button', id, class: 'button button-small button-quiet', onclick: act }, word);

import { h } from '../core/dom';
import { design } from '../../words/design';
import { clockTime } from '../page/clockTime';
import type { KeptDraft } from './Server';
import { differingNames } from './differing';

type Act = 'theirs' | 'mine' | 'later';

/** Asks which of two drafts goes on, with what each has that the other has not; neither is lost. */
export function askConflict(host: HTMLElement, mine: string, theirs: KeptDraft, act: Record<'theirs' | 'mine', () => void>): void {
  host.querySelector('#conflict')?.remove();
  const dialog = h('dialog', { class: 'designer-dialog', id: 'conflict', 'aria-labelledby': 'conflict-title' },
    h('h2', { id: 'conflict-title' }, design.conflictTitle),
    h('p', {}, design.conflict(theirs.savedBy, clockTime(theirs.savedAt))));
  const choose = (name: Act, word: string, more = 'button-quiet'): Node => h('p', {}, h('button', {
    type: 'button', value: name, class: `button ${more}`, onclick: () => {
      dialog.close();
      dialog.remove();
      name === 'later' || act[name]();
    },
  }, word));
  const [here, there] = differingNames(mine, theirs.source);
  dialog.append(
    side(design.conflictTheirs, there), choose('theirs', design.keepTheirs, ''),
    side(design.conflictMine, here), choose('mine', design.keepMine),
    choose('later', design.conflictLater));
  host.append(dialog);
  dialog.showModal();
}

function side(title: string, names: readonly string[]): Node {
  return h('div', {}, h('h3', {}, title), names.length === 0 ? h('p', {}, design.conflictSameNames) : h('ul', {}, ...names.map((name) => h('li', {}, name))));
}

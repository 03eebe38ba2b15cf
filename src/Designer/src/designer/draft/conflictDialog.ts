import { h } from '../core/dom';
import { design } from '../../words/design';
import { clockTime } from '../page/clockTime';
import type { KeptDraft } from './Server';

/** Asks which of two drafts goes on; neither is lost. */
export function askConflict(host: HTMLElement, theirs: KeptDraft, act: { theirs(): void; mine(): void }): void {
  const dialog = h('dialog', { class: 'designer-dialog', 'aria-labelledby': 'conflict-title' },
    h('h2', { id: 'conflict-title' }, design.conflictTitle),
    h('p', {}, design.conflict(theirs.savedBy, clockTime(theirs.savedAt))));
  const choose = (word: string, chosen: () => void, more = 'button-quiet'): Node => h('p', {}, h('button', {
    type: 'button', class: `button ${more}`, onclick: () => {
      dialog.close();
      dialog.remove();
      chosen();
    },
  }, word));
  dialog.append(choose(design.keepTheirs, act.theirs, ''), choose(design.keepMine, act.mine), choose(design.conflictLater, () => undefined));
  host.append(dialog);
  dialog.showModal();
}

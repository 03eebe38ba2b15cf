import type { SaveState } from '../draft/Autosave';
import { design } from '../../words/design';
import { clockTime } from './clockTime';

/** Where the draft is, in words. */
export function stateWords(state: SaveState): string {
  switch (state.kind) {
    case 'clean':
      return design.savedNothing;
    case 'changed':
    case 'conflict':
      return design.unsaved;
    case 'saving':
      return design.saving;
    case 'saved':
      return design.saved(clockTime(state.at));
    case 'signedOut':
      return design.signedOut;
    case 'failed':
      return state.reason || design.saveFailed;
  }
}

import { offerRecovery } from '../draft/recovery';
import { carryAsMoved } from '../edit/carrying';
import { shareClipboard } from '../edit/clipboard';
import { keepLocked } from '../edit/locking';
import { addTrial } from '../trying/addTrial';
import { addContextPad } from './contextPad';
import { addKeys } from './keys';
import { addPalette } from './palette';
import { addSearch } from './search';
import { addTools } from './tools';
import { addViews } from './views';
import type { Part } from './Page';

/** What the page is made of. */
export const parts: readonly Part[] = [
  keepLocked, carryAsMoved, shareClipboard, addPalette, addContextPad, addTools, addKeys, addSearch, addViews, addTrial, offerRecovery,
];

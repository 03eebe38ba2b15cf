import { h } from '../core/dom';
import { design } from '../../words/design';
import type { Page } from '../page/Page';
import { differingNames } from './differing';
import type { DraftMark } from './Server';
import type { Left } from './Shelf';

interface LeftDraft extends DraftMark {
  source: string;
}

/** Offers what a killed browser left behind, of each page that was open. */
export const offerRecovery = (page: Page): void => void offer(page);

async function offer(page: Page): Promise<void> {
  const now = await page.source();

  for (const left of await page.shelf.left()) {
    const draft = readDraft(left.text);

    if (!draft || draft.source === now) {
      left.forget();
    } else {
      page.frame.root.prepend(offered(page, left, draft, differingNames(draft.source, now)[0]));
    }
  }
}

function offered(page: Page, left: Left, draft: LeftDraft, names: readonly string[]): HTMLElement {
  const bar = h('p', { class: 'designer-recovery', role: 'status' }, design.recovered(names), ' ',
    h('button', { type: 'button', class: 'button button-small', onclick: () => void recover(page, left, draft, bar) }, design.recover), ' ',
    h('button', { type: 'button', class: 'button button-small button-quiet', onclick: () => {
      bar.remove();
      left.forget();
    } }, design.forget));

  return bar;
}

/** Only over what the server has: whatever gives way is then among the kept copies. */
async function recover(page: Page, left: Left, draft: LeftDraft, bar: HTMLElement): Promise<void> {
  await page.autosave.save();

  if (page.autosave.hasUnsaved) {
    page.say(design.recoverLater);
    return;
  }

  bar.remove();
  page.autosave.isOf(draft) || page.autosave.keepTheirsBeside();
  await page.replace(draft.source);
  left.forget();
}

function readDraft(text: string): LeftDraft | undefined {
  try {
    return JSON.parse(text) as LeftDraft;
  } catch {
    return undefined;
  }
}

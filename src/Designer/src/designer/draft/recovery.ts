import { h } from '../core/dom';
import { design } from '../../words/design';
import type { Page } from '../page/Page';
import type { DraftMark } from './Server';

/** Offers what a killed browser left behind. */
export const offerRecovery = (page: Page): void => void offer(page);

async function offer(page: Page): Promise<void> {
  const { shelf } = page;
  const left = readShelf(await shelf.get());

  if (!left || left.source === await page.source()) {
    shelf.clear();
    return;
  }

  const bar = h('p', { class: 'designer-recovery', role: 'status' }, design.recovered, ' ');
  const close = (): void => bar.remove();
  bar.append(
    h('button', { type: 'button', class: 'button button-small', onclick: () => {
      close();
      page.autosave.isOf(left) || page.autosave.keepTheirsBeside();
      void page.replace(left.source);
    } }, design.recover), ' ',
    h('button', { type: 'button', class: 'button button-small button-quiet', onclick: () => {
      close();
      shelf.clear();
    } }, design.forget));
  page.frame.root.prepend(bar);
}

interface Left extends DraftMark {
  source: string;
}

function readShelf(text: string | null): Left | undefined {
  try {
    return text ? JSON.parse(text) as Left : undefined;
  } catch {
    return undefined;
  }
}

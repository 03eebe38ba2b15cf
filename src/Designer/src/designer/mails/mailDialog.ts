import { h } from '../core/dom';
import type { Wording } from '../draft/Server';
import { text } from '../forms/fieldEditor';
import { openDialog } from '../forms/openDialog';
import { ownTexts, writeOwnText } from '../model/ownTexts';
import type { Page } from '../page/Page';
import { mailWords } from '../../words/forms';

/** Changes the wording that a step sends, in this procedure only. */
export async function editWording(page: Page, key: string): Promise<void> {
  const [shared, cases] = await Promise.all([page.server.wordingFile(key), page.server.previewCases()]);
  const own = ownTexts(page.bench, 'office:wording').get(key);
  const mail = own === undefined ? { subject: shared?.subject ?? '', body: shared?.body ?? '' } : parse(own);
  const wording = (): string => `件名: ${mail.subject.trim()}\n${mail.body}`;
  const body = h('textarea', { id: 'mail-body', rows: 16 });
  body.value = mail.body;
  body.addEventListener('input', () => (mail.body = body.value));
  const chosen = h('select', { id: 'mail-case' }, h('option', { value: '' }, mailWords.noCase), ...cases.map((one) => h('option', { value: one.id }, one.label)));

  openDialog(page.frame.root, {
    title: mailWords.dialog(mail.subject || key),
    about: mailWords.scope,
    inside: [
      text('mail-subject', mailWords.subject, mail.subject, (value) => (mail.subject = value)),
      h('label', { class: 'form-text' }, mailWords.body, body),
      marks(shared?.known ?? [], body, (value) => (mail.body = value)),
      h('label', { class: 'form-text' }, mailWords.case, chosen),
    ],
    preview: {
      word: mailWords.preview,
      title: mailWords.previewTitle,
      show: async () => {
        const shown = await page.server.previewMail(wording(), chosen.value || null);

        return shown.findings.length > 0
          ? shown.findings.map((finding) => h('p', { class: 'note note-wrong' }, finding))
          : [h('p', {}, h('strong', {}, shown.subject)), h('pre', { class: 'mail-text' }, shown.text)];
      },
    },
    save: () => writeOwnText(page.bench, 'office:wording', key, wording()),
  });
}

export const resetWording = (page: Page, key: string): void => writeOwnText(page.bench, 'office:wording', key, undefined);

function marks(known: Wording['known'], body: HTMLTextAreaElement, write: (value: string) => void): Node | undefined {
  return known.length === 0 ? undefined : h('div', {}, h('h3', {}, mailWords.marks), h('p', { class: 'panel-row' }, ...known.map((one) => {
    const mark = `{{${one.name}}}`;
    const word = one.word === one.name ? mark : one.word;

    return h('button', { type: 'button', class: 'button button-small button-quiet', title: mark, 'aria-label': mailWords.insert(word), onclick: () => {
      body.setRangeText(mark, body.selectionStart, body.selectionEnd, 'end');
      write(body.value);
      body.focus();
    } }, word);
  })));
}

function parse(wording: string): { subject: string; body: string } {
  const [first, ...rest] = wording.split('\n');

  return { subject: (first ?? '').replace(/^件名:\s*/, ''), body: rest.join('\n') };
}

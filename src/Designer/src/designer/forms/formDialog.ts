import { h } from '../core/dom';
import { writeInput } from '../model/bindings';
import { ownTexts, writeOwnText } from '../model/ownTexts';
import type { Shape } from '../core/types';
import type { Page } from '../page/Page';
import { titleOf } from '../model/kinds';
import { formWords } from '../../words/forms';
import { openDialog } from './openDialog';
import { fieldList, text } from './fieldEditor';
import { type FormDraft, newForm, readForm, writeForm } from './FormDraft';

/** Changes the form that a step uses, in this procedure only. */
export async function editForm(page: Page, key: string): Promise<void> {
  const shipped = await page.server.formFile(key);
  const own = ownTexts(page.bench, 'office:form').get(key);
  const source = own ?? shipped;

  if (source) {
    open(page, readForm(source), shipped ? readForm(shipped) : undefined, (made) => writeOwnText(page.bench, 'office:form', key, made));
  }
}

/** Makes a form of this procedure, and lets the step use it. */
export function createForm(page: Page, element: Shape): void {
  const taken = [...page.catalogue.forms.map((form) => form.key), ...ownTexts(page.bench, 'office:form').keys()];
  const key = freshFormKey(element.id, taken);
  open(page, newForm(key, titleOf(element), formWords.newField), undefined, (made) => page.bench.compose(() => {
    writeOwnText(page.bench, 'office:form', key, made);
    writeInput(page.bench, element, 'form', key);
  }));
}

export const resetForm = (page: Page, key: string): void => writeOwnText(page.bench, 'office:form', key, undefined);

function freshFormKey(word: string, taken: readonly string[]): string {
  let number = 1;

  while (taken.includes(`own-${word}-${number}`)) {
    number++;
  }

  return `own-${word}-${number}`;
}

function open(page: Page, form: FormDraft, law: FormDraft | undefined, save: (text: string) => void): void {
  const list = h('div', {});
  const context = {
    law,
    redraw: (focus?: string) => {
      const isOpen = [...list.querySelectorAll('details')].map((one) => one.open);
      list.replaceChildren(...fieldList(form.fields, context));
      [...list.querySelectorAll('details')].forEach((one, index) => (one.open = isOpen[index] ?? false));
      const wanted = focus ? document.getElementById(focus) : null;
      wanted?.focus();
      wanted instanceof HTMLInputElement && wanted.select();
    },
  };
  context.redraw();
  openDialog(page.frame.root, {
    title: formWords.dialog(form.title),
    about: formWords.scope,
    inside: [
      text('form-title', formWords.formTitle, form.title, (value) => (form.title = value)),
      text('form-intro', formWords.intro, form.intro ?? '', (value) => (form.intro = value)),
      text('form-finish', formWords.finishLabel, form.finishLabel ?? '', (value) => (form.finishLabel = value)),
      h('h3', {}, formWords.fields),
      list,
    ],
    preview: { word: formWords.preview, title: formWords.previewTitle, show: () => page.server.previewForm(form.key, writeForm(form)) },
    save: () => save(writeForm(form)),
  });
}

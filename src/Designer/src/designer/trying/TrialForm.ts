import { h } from '../core/dom';
import { trying } from '../../words/trying';
import type { Entries, Open } from './Trial';

export interface FormContext {
  roles: readonly { key: string; label: string }[];
  load(entries: Entries | null, row: string | null): Promise<{ html: string } | string>;
  finish(entries: Entries, as: string): Promise<boolean>;
  trouble(): string;
  close(): void;
}

/** The real form of one piece of work, answered by a puppet. */
export function showForm(host: HTMLElement, open: Open, context: FormContext): void {
  const title = h('h4', { id: 'trial-form-title', tabindex: '-1' }, open.formTitle ?? open.name);
  const as = h('select', { id: 'trial-as', name: '' }, ...context.roles.map((role) => h('option', { value: role.key, selected: role.key === (open.role ?? context.roles[0]?.key) }, role.label)));
  const wrong = h('p', { class: 'wrong', role: 'alert', hidden: true });
  const fields = h('div', {});
  const form = h('form', { class: 'trial-form', novalidate: true, 'aria-labelledby': 'trial-form-title' },
    title, h('p', { class: 'panel-help' }, trying.filled),
    h('div', { class: 'panel-field' }, h('label', { for: 'trial-as' }, trying.as), as),
    fields, wrong,
    h('p', { class: 'panel-row' },
      h('button', { type: 'submit', class: 'button', id: 'trial-finish' }, trying.finish),
      h('button', { type: 'button', class: 'button button-quiet', onclick: () => context.close() }, trying.closeForm)));
  const fill = async (entries: Entries | null, row: string | null): Promise<void> => {
    const answer = await context.load(entries, row);

    if (typeof answer === 'string') {
      complain(wrong, answer);
      return;
    }

    const focused = document.activeElement?.id;
    fields.replaceChildren(document.createRange().createContextualFragment(answer.html));

    if (focused && focused !== 'trial-form-title') {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  };

  form.addEventListener('change', (event) => {
    if ((event.target as HTMLElement).dataset['decides']) {
      void fill(entriesOf(form), null);
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;

    if (button?.name === 'row') {
      void fill(entriesOf(form), button.value);
    } else {
      void context.finish(entriesOf(form), as.value).then((isDone) => isDone || complain(wrong, context.trouble()));
    }
  });
  host.replaceChildren(form);
  void fill(null, null).then(() => title.focus());
}

function complain(wrong: HTMLElement, reason: string): void {
  wrong.textContent = reason;
  wrong.hidden = reason === '';
}

function entriesOf(form: HTMLFormElement): Entries {
  const entries: Record<string, string[]> = {};

  for (const [name, value] of new FormData(form)) {
    if (name !== '' && typeof value === 'string') {
      (entries[name] ??= []).push(value);
    }
  }

  return entries;
}

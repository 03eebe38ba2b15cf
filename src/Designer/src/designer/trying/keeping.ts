import { h } from '../core/dom';
import { trying } from '../../words/trying';

/** Keeps the trial run as a test that every later version must pass. */
export function makeKeeping(keep: (name: string) => Promise<string>): HTMLElement {
  const name = h('input', { id: 'trial-name', type: 'text', maxlength: '100', autocomplete: 'off' });
  const says = h('p', { role: 'status' });
  const form = h('form', { class: 'trial-keeping', novalidate: true },
    h('h3', {}, trying.keep), h('p', { class: 'panel-help' }, trying.keepHelp),
    h('div', { class: 'panel-field' }, h('label', { for: 'trial-name' }, trying.keepName), name),
    h('button', { type: 'submit', class: 'button button-small', id: 'trial-keep' }, trying.keepDo), says);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void keep(name.value).then((refused) => {
      says.textContent = refused || trying.kept(name.value.trim());
      says.className = refused ? 'wrong' : '';

      if (!refused) {
        name.value = '';
      }
    });
  });

  return form;
}

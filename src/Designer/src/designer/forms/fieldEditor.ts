import { h } from '../core/dom';
import { formWords } from '../../words/forms';
import { addField, changeType, type FieldDraft, type FormDraft, isNeeded, moveField, optionsOf } from './FormDraft';

export interface FieldContext {
  law: FormDraft | undefined;
  /** Draws the list anew; with an id, that element gets the focus. */
  redraw(focus?: string): void;
}

/** The fields of a form, or of one row of it. */
export function fieldList(fields: FieldDraft[], context: FieldContext, id = 'field'): Node[] {
  const isInner = id !== 'field';

  return [
    h('ol', { class: 'form-field-list' }, ...fields.map((_, index) => h('li', {}, card(fields, index, context, `${id}-${index}`, isInner)))),
    button(`${id}-add`, isInner ? formWords.addInner : formWords.addField, () => {
      addField(fields, formWords.newField);
      context.redraw(`${id}-${fields.length - 1}-label`);
    }),
  ];
}

function card(fields: FieldDraft[], index: number, context: FieldContext, id: string, isInner: boolean): HTMLElement {
  const field = fields[index]!;
  const isLaw = isNeeded(field, context.law);
  const move = (by: -1 | 1): void => {
    moveField(fields, index, by);
    context.redraw();
  };

  return h('fieldset', { class: 'form-field' },
    h('legend', {}, field.label),
    isLaw ? h('p', { class: 'panel-help' }, formWords.needed) : undefined,
    h('div', { class: 'panel-row' },
      text(`${id}-label`, formWords.label, field.label, (value) => (field.label = value)),
      typeOf(field, id, isLaw, isInner, context),
      h('label', { class: 'tick' }, tick(`${id}-required`, field.isRequired === true, isLaw && field.isRequired === true, (on) => (field.isRequired = on)), formWords.required)),
    field.options ? lines(field, id, context) : undefined,
    field.fields ? h('div', { class: 'form-inner' }, ...fieldList(field.fields, context, `${id}-row`)) : undefined,
    h('details', {}, h('summary', {}, formWords.more), ...more(field, id, isLaw, isInner)),
    h('div', { class: 'panel-row' },
      index > 0 ? button(`${id}-up`, '↑', () => move(-1), formWords.up(field.label)) : undefined,
      index < fields.length - 1 ? button(`${id}-down`, '↓', () => move(1), formWords.down(field.label)) : undefined,
      isLaw ? undefined : button(`${id}-gone`, formWords.remove(field.label), () => {
        fields.splice(index, 1);
        context.redraw(`${id.replace(/-\d+$/, '')}-add`);
      })));
}

function typeOf(field: FieldDraft, id: string, isLaw: boolean, isInner: boolean, context: FieldContext): Node {
  const offered = Object.entries(formWords.types).filter(([type]) => !isInner || type !== 'rows');
  const select: HTMLSelectElement = h('select', { id: `${id}-type`, disabled: isLaw, onchange: () => {
    changeType(field, select.value, formWords.newField);
    context.redraw(`${id}-type`);
  } }, ...offered.map(([type, word]) => h('option', { value: type, selected: type === field.type }, word)));

  return h('label', {}, formWords.type, select);
}

function lines(field: FieldDraft, id: string, context: FieldContext): Node {
  const area = h('textarea', { id: `${id}-options`, rows: Math.max(3, field.options!.length) });
  area.value = field.options!.map((option) => option.label).join('\n');
  area.addEventListener('change', () => {
    field.options = optionsOf(area.value, field.options!);
    context.redraw(`${id}-options`);
  });

  return h('label', { class: 'form-lines' }, formWords.options, area);
}

type NumberName = 'maxLength' | 'min' | 'max' | 'minRows' | 'maxRows';

const numbers: Readonly<Record<string, readonly NumberName[]>> = { text: ['maxLength'], longText: ['maxLength'], number: ['min', 'max'], rows: ['minRows', 'maxRows'] };

function more(field: FieldDraft, id: string, isLaw: boolean, isInner: boolean): (Node | undefined)[] {
  return [
    text(`${id}-help`, formWords.help, field.help ?? '', (value) => (field.help = value)),
    isInner ? undefined : text(`${id}-section`, formWords.section, field.section ?? '', (value) => (field.section = value)),
    isLaw ? undefined : text(`${id}-when`, formWords.when, field.when ?? '', (value) => (field.when = value)),
    isLaw ? undefined : h('p', { class: 'panel-help' }, formWords.whenHelp),
    ...(numbers[field.type] ?? []).map((name) => number(`${id}-${name}`, formWords[name], field[name], (value) => {
      if (value === undefined) {
        delete field[name];
      } else {
        field[name] = value;
      }
    })),
  ];
}

/** A line of text with its label above; written as it is typed. */
export function text(id: string, label: string, value: string, write: (value: string) => void): HTMLElement {
  const input = h('input', { id, type: 'text', autocomplete: 'off' });
  input.value = value;
  input.addEventListener('input', () => write(input.value));

  return h('label', { class: 'form-text' }, label, input);
}

function number(id: string, label: string, value: number | undefined, write: (value: number | undefined) => void): HTMLElement {
  const input = h('input', { id, type: 'number' });
  input.value = value?.toString() ?? '';
  input.addEventListener('input', () => write(input.value === '' ? undefined : Number(input.value)));

  return h('label', { class: 'form-text' }, label, input);
}

function tick(id: string, on: boolean, isFixed: boolean, write: (on: boolean) => void): HTMLInputElement {
  const box: HTMLInputElement = h('input', { id, type: 'checkbox', disabled: isFixed, onchange: () => write(box.checked) });
  box.checked = on;

  return box;
}

export function button(id: string, word: string, act: () => void, label?: string): HTMLButtonElement {
  return h('button', { type: 'button', id, class: 'button button-small button-quiet', 'aria-label': label, onclick: act }, word);
}

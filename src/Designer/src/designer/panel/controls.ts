import type { Bench } from '../core/Bench';
import { h } from '../core/dom';
import type { Shape } from '../core/types';
import type { Catalogue } from '../model/Catalogue';
import { dueDays, dueText } from '../model/due';
import { readTimer, timerOf, timerText, type TimerProperty, type TimerWords } from '../model/timers';
import { design } from '../../words/design';
import { propertyWords } from '../../words/properties';
import { conditionControl } from './conditionControl';
import { refusalAt } from './refusal';
import type { Choice, Property } from './properties';

export interface ControlContext {
  id: string;
  property: Property;
  element: Shape;
  words: { label: string; help: string };
  isLocked: boolean;
  write(text: string): void;
  bench: Bench;
  catalogue: Catalogue;
}

/** A labelled control; what is typed is written when the field is left. */
export function controlFor(context: ControlContext): HTMLElement {
  const { id, property, words } = context;

  if (property.control === 'timer') {
    return group(context, timerControl(context));
  }

  if (property.control === 'condition') {
    return group(context, conditionControl(context));
  }

  if (property.control === 'due') {
    return group(context, dueControl(context));
  }

  if (property.control === 'ticks') {
    return group(context, ticks(context));
  }

  if (property.control === 'tick') {
    return h('div', { class: 'panel-field' }, h('label', { class: 'tick' }, tick(context), words.label));
  }

  return h('div', { class: 'panel-field' },
    h('label', { for: id }, words.label),
    property.choices && property.control === 'choice' ? choice(context) : typed(context),
    words.help ? h('p', { class: 'panel-help', id: `${id}-help` }, words.help) : undefined);
}

function group({ id, words }: ControlContext, inside: readonly Node[]): HTMLElement {
  return h('fieldset', { class: 'panel-field' }, h('legend', {}, words.label), ...inside, words.help ? h('p', { class: 'panel-help', id: `${id}-help` }, words.help) : undefined);
}

function tick({ id, property, element, bench, write }: ControlContext): HTMLInputElement {
  const box: HTMLInputElement = h('input', { type: 'checkbox', id, onchange: () => write(box.checked ? 'true' : '') });
  box.checked = property.read(element, bench) === 'true';

  return box;
}

/** Any of a list, one value a line. What is set and not listed stays offered. */
function ticks({ id, property, element, bench, catalogue, write }: ControlContext): Node[] {
  const chosen = property.read(element, bench).split('\n').filter(Boolean);

  return withUnknown(property.choices!(catalogue, element, bench), chosen).map((choice, index) => {
    const box: HTMLInputElement = h('input', { type: 'checkbox', id: `${id}-${index}`, onchange: () => write([...chosen.filter((one) => one !== choice.value), ...(box.checked ? [choice.value] : [])].join('\n')) });
    box.checked = chosen.includes(choice.value);

    return h('label', { class: 'tick' }, box, choice.label);
  });
}

const withUnknown = (choices: readonly Choice[], chosen: readonly string[]): readonly Choice[] =>
  [...choices, ...chosen.filter((value) => choices.every((one) => one.value !== value)).map((value) => ({ value, label: design.unknown(value.replace(/^=/, '')) }))];

/** What was typed and could not be written: it stays at its field, whatever is chosen in between. */
const refused = new WeakMap<Shape, Map<string, string>>();

function typed(context: ControlContext): HTMLElement {
  const { id, property, element, bench, write, words, isLocked } = context;
  const kept = refused.get(element) ?? new Map<string, string>();
  const value = kept.get(id) ?? property.read(element, bench);
  const offered = property.choices?.(context.catalogue, element, bench) ?? [];
  const attributes = { id, disabled: isLocked, 'aria-describedby': words.help ? `${id}-help` : undefined };
  const input: HTMLInputElement | HTMLTextAreaElement = property.control === 'lines'
    ? h('textarea', { ...attributes, rows: 3 })
    : h('input', { ...attributes, type: property.control === 'number' ? 'number' : 'text', min: property.control === 'number' ? 1 : undefined, list: offered.length > 0 ? `${id}-list` : undefined, autocomplete: 'off' });
  const said = refusalAt(input);
  const take = (): boolean => said.show(property.refusal?.(input.value));
  input.value = value;
  kept.has(id) && take();
  input.addEventListener('change', () => {
    if (take()) {
      kept.delete(id);
      write(input.value);
    } else {
      refused.set(element, kept.set(id, input.value));
    }
  });

  const below = [
    ...(offered.length > 0 ? [h('datalist', { id: `${id}-list` }, ...offered.map((one) => h('option', { value: one.value.replace(/^=/, '') }, one.label)))] : []),
    ...(property.refusal ? [said.line] : []),
  ];

  return below.length === 0 ? input : h('div', {}, input, ...below);
}

function choice(context: ControlContext): HTMLSelectElement {
  const { id, property, element, bench, write, words, isLocked } = context;
  const value = property.read(element, bench);
  const select: HTMLSelectElement = h('select', { id, disabled: isLocked, 'aria-describedby': words.help ? `${id}-help` : undefined, onchange: () => write(select.value) },
    ...options(property.choices!(context.catalogue, element, bench), value));
  select.value = value;

  return select;
}

/** What is set now stays offered even where nobody lists it. */
function options(choices: readonly Choice[], value: string): Node[] {
  const isKnown = choices.some((one) => one.value === value);
  const all = isKnown ? choices : [{ value, label: value ? design.unknown(value) : design.empty }, ...choices];

  return all.map((one) => h('option', { value: one.value }, one.label));
}

function dueControl({ id, property, element, bench, write }: ControlContext): Node[] {
  const value = property.read(element, bench);
  const days = dueDays(value);
  const isFormula = value !== '' && days === undefined;
  const words = propertyWords.due;
  const select: HTMLSelectElement = h('select', { id, 'aria-label': words.label, onchange: () => (select.value === 'none' ? write('') : select.value === 'days' ? write(dueText(days ?? 5)) : write('=today()')) },
    h('option', { value: 'none' }, words.none), h('option', { value: 'days' }, words.days), h('option', { value: 'formula' }, words.formula));
  select.value = value === '' ? 'none' : isFormula ? 'formula' : 'days';

  if (value === '') {
    return [select];
  }

  const input = h('input', isFormula ? { id: `${id}-text`, type: 'text', 'aria-label': words.formula } : { id: `${id}-days`, type: 'number', min: 0, max: 999, 'aria-label': words.days });
  input.value = isFormula ? value.replace(/^=/, '') : String(days);
  input.addEventListener('change', () => write(isFormula ? `=${input.value}` : dueText(whole(input.value, days ?? 5))));

  return isFormula ? [select, input] : [h('div', { class: 'panel-row' }, input, select)];
}

function timerControl({ id, element, write }: ControlContext): Node[] {
  const words = readTimer(timerOf(element)!);
  const put = (changed: TimerWords): void => write(timerText(changed).join(':'));
  const select: HTMLSelectElement = h('select', { id, 'aria-label': propertyWords.timer.label, onchange: () => put(begin(select.value as TimerWords['kind'], words)) },
    ...(Object.keys(design.timerKinds) as TimerWords['kind'][]).map((kind) => h('option', { value: kind }, design.timerKinds[kind])));
  select.value = words.kind;
  const number = (name: string, label: string, value: number, change: (value: number) => TimerWords): Node => {
    const input = h('input', { id: `${id}-${name}`, type: 'number', min: 1, max: 999, 'aria-label': label });
    input.value = String(value);
    input.addEventListener('change', () => put(change(Math.max(1, whole(input.value, value)))));

    return h('label', { class: 'panel-number' }, label, input);
  };

  switch (words.kind) {
    case 'workingDays':
      return [select, h('div', { class: 'panel-row' }, number('days', design.timerDays, words.days, (days) => ({ kind: 'workingDays', days })))];
    case 'repeat':
      return [select, h('div', { class: 'panel-row' },
        number('days', design.timerDays, words.days, (days) => ({ ...words, days })),
        number('times', design.timerTimes, words.times, (times) => ({ ...words, times })))];
    case 'days':
      return [select, h('div', { class: 'panel-row' }, number('days', design.timerPlainDays, words.days, (days) => ({ kind: 'days', days })))];
    case 'hours':
      return [select, h('div', { class: 'panel-row' }, number('hours', design.timerHours, words.hours, (hours) => ({ kind: 'hours', hours })))];
    case 'formula':
      return [select, formula(id, words, put)];
  }
}

function formula(id: string, words: TimerWords & { kind: 'formula' }, put: (words: TimerWords) => void): Node {
  const way: HTMLSelectElement = h('select', { id: `${id}-way`, 'aria-label': design.timerWays.timeDuration, onchange: () => put({ ...words, property: way.value as TimerProperty }) },
    ...(Object.keys(design.timerWays) as TimerProperty[]).map((key) => h('option', { value: key }, design.timerWays[key])));
  way.value = words.property;
  const input = h('input', { id: `${id}-text`, type: 'text', 'aria-label': design.timerFormula, autocomplete: 'off' });
  input.value = words.text;
  input.addEventListener('change', () => put({ ...words, text: input.value.trim() }));

  return h('div', {}, way, input);
}

function begin(kind: TimerWords['kind'], before: TimerWords): TimerWords {
  const days = 'days' in before ? before.days : 3;

  switch (kind) {
    case 'workingDays':
      return { kind, days };
    case 'repeat':
      return { kind, days, times: 3 };
    case 'days':
      return { kind, days };
    case 'hours':
      return { kind, hours: 24 };
    case 'formula': {
      const [property, text] = timerText(before);

      return { kind, property, text: `=${text}`.replace(/^==/, '=') };
    }
  }
}

function whole(text: string, otherwise: number): number {
  const value = Number.parseInt(text, 10);

  return Number.isNaN(value) ? otherwise : Math.abs(value);
}

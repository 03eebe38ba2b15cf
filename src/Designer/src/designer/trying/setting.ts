import { type Bench, is, own } from '../core/Bench';
import { h } from '../core/dom';
import { dayInTokyo } from '../page/clockTime';
import { trying } from '../../words/trying';
import type { Script } from './Trial';

type Setting = Omit<Script, 'moves'>;

/** When and how a trial begins: folded away, for most begin today. */
export function makeSetting(bench: Bench, begin: (setting: Setting) => void): { root: HTMLElement; read(): Setting } {
  const day = h('input', { id: 'trial-day-of', type: 'date', value: dayInTokyo(new Date()) });
  const clock = h('input', { id: 'trial-clock-of', type: 'time', value: '09:00' });
  const start = h('select', { id: 'trial-start' }, ...starts(bench));
  const values = h('textarea', { id: 'trial-values', rows: '3', 'aria-describedby': 'trial-values-help' });
  const holds = h('input', { id: 'trial-holds', type: 'checkbox' });
  const read = (): Setting => ({ at: `${day.value}T${clock.value || '09:00'}`, startNode: start.value || null, values: values.value, holdsServices: holds.checked });
  const root = h('details', { class: 'panel-more' }, h('summary', {}, trying.setting),
    field(day, trying.day), field(clock, trying.clock), field(start, trying.startNode), field(values, trying.values),
    h('p', { class: 'panel-help', id: 'trial-values-help' }, trying.valuesHelp),
    h('p', { class: 'panel-field' }, h('label', { class: 'tick' }, holds, ` ${trying.holds}`)),
    h('button', { type: 'button', id: 'trial-begin', class: 'button button-small', onclick: () => begin(read()) }, trying.begin));

  return { root, read };
}

function starts(bench: Bench): HTMLElement[] {
  const all = bench.get('elementRegistry').filter((element) => is(element, 'bpmn:StartEvent') && element.type !== 'label' && !!element.parent && !is(element.parent, 'bpmn:SubProcess'));
  const blank = all.filter((element) => own(element).get<unknown[]>('eventDefinitions').length === 0);
  const others = all.filter((element) => !blank.includes(element));

  return [
    ...(blank.length > 0 ? [h('option', { value: '' }, own(blank[0]!).get<string | undefined>('name') || trying.startBlank)] : []),
    ...others.map((element) => h('option', { value: element.id }, own(element).get<string | undefined>('name') || element.id)),
  ];
}

function field(control: HTMLElement, word: string): HTMLElement {
  return h('div', { class: 'panel-field' }, h('label', { for: control.id }, word), control);
}

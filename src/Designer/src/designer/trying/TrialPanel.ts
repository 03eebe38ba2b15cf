import { h, refill } from '../core/dom';
import { trying } from '../../words/trying';
import type { Line, Move, Open, View } from './Trial';
import type { TrialRun } from './TrialRun';

export interface PanelContext {
  run: TrialRun;
  act(move: Move): void;
  open(work: Open): void;
  go(element: string): void;
}

/** The clock, what waits for whom, and what happened: beside the diagram. */
export function showTrial(host: HTMLElement, context: PanelContext): void {
  const { run } = context;
  const { view } = run;
  refill(host,
    h('p', { class: 'trial-state', role: 'status' }, run.isBusy ? trying.loading : run.trouble || (view ? troubleOf(view) : '')),
    ...(view ? [clock(view, context), ...waiting(view, context), transcript(view.lines, context)] : []));
  host.setAttribute('aria-busy', String(run.isBusy));
}

function troubleOf(view: View): string {
  const refused = view.refused && view.refused.move !== null ? trying.refusedAt(view.refused.move + 1, view.refused.reason) : '';

  return [refused, view.isExhausted ? trying.exhausted : '', ...view.marks.map((mark) => mark.trouble ?? '')].filter(Boolean).join(' ');
}

function clock(view: View, { run, act }: PanelContext): HTMLElement {
  const step = (id: string, word: string, isOff: boolean, does: () => unknown): HTMLElement =>
    h('button', { type: 'button', id, class: 'button button-small button-quiet', disabled: isOff || run.isBusy, onclick: () => does() }, word);
  const hasNoTimer = view.timers.length === 0;

  return h('div', { class: 'trial-clock' },
    h('p', { class: 'trial-now' }, h('span', { class: 'unseen' }, trying.now), ' ', view.nowText),
    h('p', { class: 'panel-help' }, view.timers[0] ? `${view.timers[0].at} ${view.timers[0].label}` : trying.noTimer),
    h('div', { class: 'panel-row' },
      step('trial-next', trying.next, hasNoTimer, () => act({ do: 'next' })),
      step('trial-day', trying.oneDay, false, () => act({ do: 'advance', length: 'P1D' })),
      step('trial-week', trying.oneWeek, false, () => act({ do: 'advance', length: 'P7D' })),
      step('trial-back', trying.back, !run.canGoBack, () => run.back()),
      step('trial-restart', trying.restart, !run.canGoBack, () => run.begin(run.script))));
}

function waiting(view: View, context: PanelContext): (HTMLElement | undefined)[] {
  const ends = view.cases.filter((one) => one.ending !== null).map((one) => h('p', { class: 'trial-ended' }, trying.ended(one.name, one.ending!)));

  return [
    h('section', { 'aria-labelledby': 'trial-work' }, h('h3', { id: 'trial-work' }, trying.work), ...ends,
      view.work.length === 0 ? h('p', {}, trying.noWork) : h('ul', { class: 'trial-list' }, ...view.work.map((one) => work(one, context)))),
    part('trial-services', trying.services, view.services.map((one) => service(one, context))),
    part('trial-calls', trying.calls, view.calls.map((one) => call(one, context))),
    part('trial-messages', trying.messages, view.messages.map((one, index) => message(one, index, context))),
    part('trial-timers', trying.timers, view.timers.map((one) => h('li', {}, `${one.at} ${one.label}`, partOf(one.part)))),
    ...view.kept.map((one) => h('p', { class: 'finding finding-warning' }, one)),
  ];
}

function part(id: string, title: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  return items.length === 0 ? undefined : h('section', { 'aria-labelledby': id }, h('h3', { id }, title), h('ul', { class: 'trial-list' }, ...items));
}

function work(one: Open, { open, run }: PanelContext): HTMLElement {
  return h('li', { class: 'trial-card' },
    h('p', { class: 'trial-name' }, one.name, partOf(one.part)),
    h('p', { class: 'trial-who' }, h('span', { class: 'trial-puppet' }, one.roleName), one.about ? ` ${one.about}` : '', one.due ? ` ・ ${trying.due(one.due)}` : '', one.isLate ? ` ・ ${trying.late}` : ''),
    h('button', { type: 'button', id: `trial-do-${one.procedure}-${one.node}-${one.nth}`, class: 'button button-small', disabled: run.isBusy, 'aria-label': trying.doWork(one.name, one.roleName), onclick: () => open(one) }, trying.doShort));
}

function service(one: Open, { act }: PanelContext): HTMLElement {
  const id = `trial-service-${one.node}-${one.nth}`;
  const values = h('input', { id: `${id}-values`, type: 'text' });
  const reason = h('input', { id: `${id}-reason`, type: 'text' });
  const code = h('input', { id: `${id}-code`, type: 'text' });
  const at = { procedure: one.procedure, node: one.node, nth: one.nth };

  return h('li', { class: 'trial-card' },
    h('p', { class: 'trial-name' }, one.name, partOf(one.part)),
    h('label', { for: values.id }, trying.results), values,
    h('button', { type: 'button', id: `${id}-done`, class: 'button button-small', onclick: () => act({ do: 'perform', ...at, values: values.value }) }, trying.done),
    h('label', { for: reason.id }, trying.reason), reason,
    h('label', { for: code.id }, trying.errorCode), code,
    h('button', { type: 'button', id: `${id}-fail`, class: 'button button-small button-quiet', onclick: () => act({ do: 'fail', ...at, reason: reason.value || trying.notDone, code: code.value }) }, trying.notDone));
}

function call(one: Open, { act }: PanelContext): HTMLElement {
  const id = `trial-call-${one.node}-${one.nth}`;
  const values = h('input', { id: `${id}-values`, type: 'text' });

  return h('li', { class: 'trial-card' },
    h('p', { class: 'trial-name' }, one.name, partOf(one.part)),
    h('label', { for: values.id }, trying.results), values,
    h('button', { type: 'button', id: `${id}-done`, class: 'button button-small', onclick: () => act({ do: 'return', procedure: one.procedure, node: one.node, nth: one.nth, values: values.value }) }, trying.callDone));
}

function message(one: View['messages'][number], index: number, { act }: PanelContext): HTMLElement {
  const id = `trial-message-${index}`;
  const values = h('input', { id: `${id}-values`, type: 'text' });

  return h('li', { class: 'trial-card' },
    h('p', { class: 'trial-name' }, one.label, partOf(one.part)),
    h('label', { for: values.id }, trying.results), values,
    h('button', { type: 'button', id: `${id}-do`, class: 'button button-small', onclick: () => act({ do: 'message', name: one.name, key: one.key, values: values.value }) }, trying.receive));
}

function transcript(lines: readonly Line[], context: PanelContext): HTMLElement {
  const days = [...new Set(lines.map((line) => line.day))];

  return h('section', { class: 'trial-transcript', 'aria-labelledby': 'trial-lines' },
    h('h3', { id: 'trial-lines' }, trying.transcript),
    lines.length === 0 ? h('p', {}, trying.nothingYet) : undefined,
    ...days.flatMap((day) => [h('h4', {}, day), h('ol', {}, ...lines.filter((line) => line.day === day).map((line, index) => told(line, `${day}-${index}`, context)))]));
}

function told(line: Line, id: string, { go }: PanelContext): HTMLElement {
  const { element } = line;

  return h('li', {},
    h('span', { class: 'trial-at' }, line.clock), ' ', h('span', { class: `trial-kind${line.kind === '停止' ? ' trial-stuck' : ''}` }, line.kind), ' ',
    element ? h('button', { type: 'button', id: `trial-go-${id}`, class: 'link', 'aria-label': trying.goTo(line.text), onclick: () => go(element) }, line.text) : line.text,
    partOf(line.part));
}

const partOf = (name: string | null): HTMLElement | undefined => (name ? h('span', { class: 'trial-part' }, trying.inPart(name)) : undefined);

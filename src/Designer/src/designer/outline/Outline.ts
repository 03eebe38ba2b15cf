import { type Bench, is, own } from '../core/Bench';
import { h, refill } from '../core/dom';
import type { Shape } from '../core/types';
import { removeStep } from '../edit/insert';
import { readInput } from '../model/bindings';
import type { Catalogue } from '../model/Catalogue';
import { dueDays } from '../model/due';
import { isDefault, leaving, readConditionText } from '../model/flows';
import { kindName, titleOf } from '../model/kinds';
import { addLane, laneOf, roleOfLane } from '../model/lanes';
import { readTimer, timerOf, timerWords } from '../model/timers';
import { design } from '../../words/design';
import { propertyWords } from '../../words/properties';
import { type Line, linesOf } from './order';

export interface OutlineContext {
  bench: Bench;
  catalogue: Catalogue;
  locked: ReadonlySet<string>;
  select(element: Shape): void;
  say(message: string): void;
}

/** The procedure as a table: the same model as the canvas, for the keyboard and for screen readers. */
export function showOutline(host: HTMLElement, chosen: Shape | undefined, context: OutlineContext): void {
  const { bench, catalogue } = context;
  const lines = linesOf(bench.get('elementRegistry').getAll());
  const rows = lines.map((line, index) => row(line, index, chosen, context));
  const add = h('select', { id: 'outline-lane', 'aria-label': design.addLane }, ...catalogue.roles.map((role) => h('option', { value: role.key }, role.label)));

  refill(host,
    h('p', { class: 'panel-help' }, design.outlineHelp),
    h('div', { class: 'scroll' }, h('table', { class: 'outline-table' },
      h('caption', { class: 'unseen' }, design.outline),
      h('thead', {}, h('tr', {}, ...[design.outlineNumber, design.outlineStep, design.outlineRole, design.outlineDue, design.outlineNext, design.outlineActs].map((word) => h('th', { scope: 'col' }, word)))),
      h('tbody', {}, ...rows))),
    h('div', { class: 'panel-row outline-add' }, add, h('button', {
      type: 'button', id: 'outline-lane-do', class: 'button button-small button-quiet',
      onclick: () => {
        const role = catalogue.roles.find((one) => one.key === add.value);

        if (role) {
          context.select(addLane(bench, role.key, role.label));
          context.say(design.added(role.label));
        }
      },
    }, design.addLane)));
}


function row({ element, depth }: Line, index: number, chosen: Shape | undefined, context: OutlineContext): HTMLElement {
  const title = titleOf(element);
  const isLocked = context.locked.has(element.id);

  return h('tr', { class: chosen === element ? 'outline-chosen' : '', 'data-element': element.id },
    h('td', { class: 'num' }, String(index + 1)),
    h('th', { scope: 'row', class: `outline-depth-${Math.min(depth, 4)}` },
      h('button', { type: 'button', id: `line-${element.id}`, class: 'link outline-name', 'aria-pressed': chosen === element ? 'true' : 'false', 'aria-label': design.outlineEdit(title), onclick: () => context.select(element) }, title),
      h('span', { class: 'outline-kind' }, element.host ? `${kindName(element)} – ${design.outlineEdge(titleOf(element.host))}` : kindName(element), isLocked ? ` ・${design.lockedMark}` : '')),
    h('td', {}, roleName(element, context)),
    h('td', {}, whenOf(element)),
    h('td', {}, ...ways(element, context)),
    h('td', {}, isLocked ? undefined : h('button', {
      type: 'button', id: `gone-${element.id}`, class: 'button button-small button-quiet', 'aria-label': design.outlineDelete(title),
      onclick: () => {
        removeStep(context.bench, element);
        context.say(design.deleted(title));
      },
    }, design.delete)));
}

function roleName(element: Shape, { bench, catalogue }: OutlineContext): string {
  if (!is(element, 'bpmn:UserTask', 'bpmn:ManualTask')) {
    return '';
  }

  const lane = laneOf(bench, element);
  const role = lane ? roleOfLane(lane) : '';

  return catalogue.roles.find((one) => one.key === role)?.label ?? role;
}

/** When it is due, or when it fires, in words. */
export function whenOf(element: Shape): string {
  const timer = timerOf(element);

  if (timer) {
    return timerWords(readTimer(timer));
  }

  const due = readInput(element, 'dueAt');
  const days = dueDays(due);

  return days === undefined ? due.replace(/^=/, '') : `${days}${propertyWords.due.days}`;
}

function ways(element: Shape, context: OutlineContext): Node[] {
  const flows = leaving(element);

  return flows.length === 0
    ? [document.createTextNode(is(element, 'bpmn:TextAnnotation') || own(element).get('triggeredByEvent') ? '' : design.outlineNoNext)]
    : flows.map((flow) => h('div', {}, h('button', { type: 'button', id: `line-${flow.id}`, class: 'link', onclick: () => context.select(flow) }, design.outlineFlow(titleOf(flow.target!), wayWords(flow)))));
}

function wayWords(flow: Shape): string {
  return isDefault(flow) ? [own(flow).get<string | undefined>('name'), design.otherwise].filter(Boolean).join('・') : own(flow).get<string | undefined>('name') ?? readConditionText(flow);
}

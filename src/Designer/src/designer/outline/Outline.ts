import { type Bench, is, own } from '../core/Bench';
import { h, refill } from '../core/dom';
import type { Shape } from '../core/types';
import { removeStep } from '../edit/insert';
import { holdsLocked } from '../edit/locking';
import { canMoveStep, moveStep } from '../edit/moveStep';
import { readInput } from '../model/bindings';
import type { Catalogue } from '../model/Catalogue';
import { dueDays } from '../model/due';
import { isDefault, leaving, readConditionText } from '../model/flows';
import { kindName, titleOf } from '../model/kinds';
import { laneOf, roleOfLane } from '../model/lanes';
import { readTimer, timerOf, timerWords } from '../model/timers';
import { design } from '../../words/design';
import { propertyWords } from '../../words/properties';
import { frames } from './frames';
import { type Line, linesOf, linksOf } from './order';
import { pickBox, pickedBar } from './picking';

export interface OutlineContext {
  bench: Bench;
  catalogue: Catalogue;
  locked: ReadonlySet<string>;
  /** Chooses an element and goes to its settings; null for the procedure as a whole. */
  open(element: Shape | null): void;
  /** Chooses these elements and stays where the keyboard is. */
  pick(elements: readonly Shape[]): void;
  say(message: string): void;
}

/** The procedure as a table: the same model as the canvas, for the keyboard and for screen readers. */
export function showOutline(host: HTMLElement, selected: readonly Shape[], context: OutlineContext): void {
  const lines = linesOf(context.bench.get('elementRegistry').getAll());
  const chosen = [...new Set(selected.map((element) => element.labelTarget ?? element))];
  const heads = [design.pick, design.outlineNumber, design.outlineStep, design.outlineRole, design.outlineDue, design.outlineNext, design.outlineActs];

  refill(host,
    h('details', { class: 'panel-more', open: isHelpOpen }, h('summary', { id: 'outline-help', onclick: () => void (isHelpOpen = !isHelpOpen) }, design.outlineHelpTitle),
      h('p', { class: 'panel-help' }, design.outlineHelp), h('p', { class: 'panel-help', id: 'pick-help' }, design.pickHelp)),
    h('div', { class: 'outline-bar', role: 'group', 'aria-label': design.pickActs },
      h('button', { type: 'button', id: 'line-procedure', class: 'link', onclick: () => context.open(null) }, design.outlineWhole), ...pickedBar(lines, chosen, context)),
    h('div', { class: 'scroll' }, h('table', { class: 'outline-table stack', onkeydown: (event) => step(event as KeyboardEvent) },
      h('caption', { class: 'unseen' }, design.outline),
      h('thead', {}, h('tr', {}, ...heads.map((word) => h('th', { scope: 'col' }, word)))),
      h('tbody', {}, ...lines.map((line, index) => row(line, index, lines, chosen, context))))),
    ...frames(context));
}

let isHelpOpen = true;

/** Up and down go from line to line. */
function step(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const names = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.outline-name')];
  const at = names.indexOf(event.target as HTMLElement);

  if (by !== 0 && at >= 0) {
    event.preventDefault();
    names[at + by]?.focus();
  }
}

function row({ element, depth }: Line, index: number, lines: readonly Line[], chosen: readonly Shape[], context: OutlineContext): HTMLElement {
  const title = titleOf(element);
  const isChosen = chosen.includes(element);

  return h('tr', { class: isChosen ? 'outline-chosen' : '', 'data-element': element.id },
    h('td', { class: 'outline-box' }, pickBox(element, lines, chosen, context)),
    h('td', { class: 'num' }, String(index + 1)),
    h('th', { scope: 'row', class: `outline-depth-${Math.min(depth, 4)}` },
      h('button', { type: 'button', id: `line-${element.id}`, class: 'link outline-name', 'aria-pressed': isChosen && chosen.length === 1 ? 'true' : 'false', 'aria-label': design.outlineEdit(title), onclick: () => context.open(element) }, title),
      h('span', { class: 'outline-kind' }, element.host ? `${kindName(element)} – ${design.outlineEdge(titleOf(element.host))}` : kindName(element), context.locked.has(element.id) ? ` ・${design.lockedMark}` : '')),
    h('td', { 'data-label': design.outlineRole }, roleName(element, context)),
    h('td', { 'data-label': design.outlineDue }, whenOf(element)),
    h('td', { 'data-label': design.outlineNext }, ...ways(element, context)),
    h('td', { class: 'outline-acts' }, ...acts(element, title, context)));
}

function acts(element: Shape, title: string, context: OutlineContext): (Node | undefined)[] {
  const { bench } = context;
  const button = (id: string, word: string, label: string, act: () => void, said: string): Node => h('button', {
    type: 'button', id: `${id}-${element.id}`, class: 'button button-small button-quiet', 'aria-label': label,
    onclick: () => {
      act();
      context.say(said);
    },
  }, word);

  return [
    canMoveStep(element, -1) ? button('up', '↑', design.outlineUp(title), () => moveStep(bench, element, -1), design.movedUp(title)) : undefined,
    canMoveStep(element, 1) ? button('down', '↓', design.outlineDown(title), () => moveStep(bench, element, 1), design.movedDown(title)) : undefined,
    holdsLocked(element, context.locked, bench) ? undefined : button('gone', design.delete, design.outlineDelete(title), () => removeStep(bench, element), design.deleted(title)),
  ];
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
    const words = readTimer(timer);

    return words.kind === 'formula' ? byFormula(words.text) : timerWords(words);
  }

  const due = readInput(element, 'dueAt');
  const days = dueDays(due);

  return days === undefined ? byFormula(due) : `${days}${propertyWords.due.days}`;
}

/** What a formula means only its author can say; the settings show it. */
const byFormula = (text: string): string => (text === '' ? '' : design.byFormula);

function ways(element: Shape, context: OutlineContext): Node[] {
  const flows = leaving(element);
  const isEnd = flows.length === 0 && is(element, 'bpmn:FlowNode') && !own(element).get('triggeredByEvent');

  return [
    ...(isEnd ? [document.createTextNode(design.outlineNoNext)] : []),
    ...flows.map((flow) => link(flow, design.outlineFlow(titleOf(flow.target!), wayWords(flow)), context)),
    ...linksOf(element).map((line) => link(line, design.tieOf(titleOf(line.source === element ? line.target! : line.source!)), context)),
  ];
}

const link = (line: Shape, words: string, context: OutlineContext): Node =>
  h('div', {}, h('button', { type: 'button', id: `line-${line.id}`, class: 'link', onclick: () => context.open(line) }, words));

function wayWords(flow: Shape): string {
  return isDefault(flow) ? [own(flow).get<string | undefined>('name'), design.otherwise].filter(Boolean).join('・') : own(flow).get<string | undefined>('name') ?? readConditionText(flow);
}

import { own } from '../core/Bench';
import { h } from '../core/dom';
import type { Shape } from '../core/types';
import { addAlone } from '../edit/insert';
import { holdsLocked } from '../edit/locking';
import { kindOf, type KindId, titleOf } from '../model/kinds';
import { addLane, lanesOf, removeLane, roleOfLane } from '../model/lanes';
import { design } from '../../words/design';
import { kindWords } from '../../words/kinds';
import type { OutlineContext } from './Outline';

/** What stands alone and is not reached by a way. */
const alone: readonly KindId[] = ['start', 'startMessage', 'startTime', 'onEvent', 'note'];

/** Below the table: the roles of the procedure, what can be added to the whole of it, and its own settings. */
export function frames(context: OutlineContext): Node[] {
  return [
    h('h2', { class: 'outline-head' }, design.outlineLanes),
    lanes(context),
    h('div', { class: 'outline-add' }, adding(context, 'outline-lane', design.addLane, context.catalogue.roles.map(({ key, label }) => [key, label]), (role, label) => addLane(context.bench, role, label))),
    h('div', { class: 'outline-add' }, adding(context, 'outline-alone', design.addAlone, alone.map((id) => [id, kindWords[id].name]), (id) => addAlone(context.bench, kindOf(id as KindId)))),
  ];
}

function lanes(context: OutlineContext): Node {
  const { bench, catalogue } = context;

  return h('ul', { class: 'outline-lanes' }, ...lanesOf(bench).map((lane) => h('li', {},
    h('button', { type: 'button', id: `line-${lane.id}`, class: 'link', 'aria-label': design.outlineEdit(titleOf(lane)), onclick: () => context.open(lane) },
      own(lane).get<string | undefined>('name') || catalogue.roles.find((role) => role.key === roleOfLane(lane))?.label || titleOf(lane)),
    holdsLocked(lane, context.locked, bench) ? h('span', { class: 'outline-kind' }, design.lockedMark) : goneButton(lane, context))));
}

function goneButton(lane: Shape, context: OutlineContext): Node {
  return h('button', {
    type: 'button', id: `gone-${lane.id}`, class: 'button button-small button-quiet', 'aria-label': design.outlineDelete(titleOf(lane)),
    onclick: () => {
      const title = titleOf(lane);
      removeLane(context.bench, lane);
      context.say(design.deleted(title));
    },
  }, design.delete);
}

function adding(context: OutlineContext, id: string, word: string, choices: readonly (readonly [string, string])[], add: (value: string, label: string) => Shape): Node {
  const select = h('select', { id }, ...choices.map(([value, label]) => h('option', { value }, label)));
  const act = (): void => {
    const label = choices.find(([value]) => value === select.value)![1];
    context.open(add(select.value, label));
    context.say(design.added(label));
  };

  return h('div', {}, h('label', { for: id }, word), h('div', { class: 'panel-row' }, select, h('button', { type: 'button', id: `${id}-do`, class: 'button button-small button-quiet', onclick: act }, design.addDo)));
}

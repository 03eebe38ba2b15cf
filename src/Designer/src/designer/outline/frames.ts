import { own } from '../core/Bench';
import { h } from '../core/dom';
import type { Shape } from '../core/types';
import { addAlone } from '../edit/insert';
import { holdsLocked } from '../edit/locking';
import { groups, kindOf, type KindId, kinds, titleOf } from '../model/kinds';
import { addLane, allLanes, removeLane, roleOfLane } from '../model/lanes';
import { design } from '../../words/design';
import { groupWords, kindWords } from '../../words/kinds';
import { choosing, type Option } from '../panel/acts';
import type { OutlineContext } from './Outline';

/** What can stand in the procedure by itself: all but what sits on a step. */
const alone: readonly Option[] = groups.flatMap((group) => kinds.filter((kind) => kind.group === group && !kind.isAttached)
  .map((kind) => ({ value: kind.id, label: kindWords[kind.id].name, group: groupWords[group] })));

/** Below the table: the roles of the procedure, what can be added to the whole of it, and its own settings. */
export function frames(context: OutlineContext): (Node | undefined)[] {
  const { bench, catalogue } = context;
  const added = (label: string, made: Shape): void => {
    context.open(made);
    context.say(design.added(label));
  };

  return [
    h('h2', { class: 'outline-head' }, design.outlineLanes),
    lanes(context),
    h('div', { class: 'outline-add' },
      choosing('outline-lane', design.addLane, catalogue.roles.map(({ key, label }) => ({ value: key, label })), design.addDo, ({ value, label }) => added(label, addLane(bench, value, label)))),
    h('div', { class: 'outline-add' },
      choosing('outline-alone', design.addAlone, alone, design.addDo, ({ value, label }) => added(label, addAlone(bench, kindOf(value as KindId))), design.addAloneHelp)),
  ];
}

function lanes(context: OutlineContext): Node {
  const { bench, catalogue } = context;

  return h('ul', { class: 'outline-lanes' }, ...allLanes(bench).map((lane) => h('li', {},
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

import { h } from '../core/dom';
import type { Shape } from '../core/types';
import { titleOf } from '../model/kinds';
import { design } from '../../words/design';
import type { OutlineContext } from './Outline';
import type { Line } from './order';

/** The mark that adds a line to what is chosen. With Shift, everything from the line marked before is added. */
export function pickBox(element: Shape, lines: readonly Line[], chosen: readonly Shape[], context: OutlineContext): HTMLElement {
  const box = h('input', { type: 'checkbox', id: `pick-${element.id}`, 'aria-label': design.pickOf(titleOf(element)) });
  box.checked = chosen.includes(element);
  box.addEventListener('click', ({ shiftKey }) => {
    const those = shiftKey ? upTo(element, lines, chosen) : [element];
    context.pick(box.checked ? [...new Set([...chosen, ...those])] : chosen.filter((one) => one !== element));
  });

  return h('label', { class: 'outline-pick' }, box);
}

/** The lines between the one chosen last and this one. */
function upTo(element: Shape, lines: readonly Line[], chosen: readonly Shape[]): Shape[] {
  const all = lines.map((line) => line.element);
  const [from, to] = [all.indexOf(chosen.at(-1) ?? element), all.indexOf(element)];

  return from < 0 ? [element] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Above the table: how several lines are chosen, and the way to what can be done with them. */
export function pickedBar(lines: readonly Line[], chosen: readonly Shape[], context: OutlineContext): Node[] {
  const button = (id: string, word: string, act: () => void, isOff: boolean): Node =>
    h('button', { type: 'button', id, class: 'button button-small button-quiet', disabled: isOff, 'aria-describedby': 'pick-help', onclick: act }, word);

  return [
    button('pick-all', design.pickAll, () => context.pick(lines.map((line) => line.element)), false),
    button('pick-none', design.pickNone, () => context.pick([]), chosen.length === 0),
    button('pick-acts', chosen.length > 1 ? design.pickedActs(chosen.length) : design.pickActs, () => document.getElementById('panel-title')?.focus(), chosen.length < 2),
  ];
}

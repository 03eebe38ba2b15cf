import { h } from '../core/dom';
import type { Shape } from '../core/types';
import { makeHigher, makeLower, spareHeight } from '../edit/laneSize';
import { addBend, bendsOf, type Direction, directions, layOut, moveBend } from '../edit/lineShape';
import { design } from '../../words/design';
import { button } from './acts';
import type { PanelContext } from './Panel';

/** Which bend of a line is being moved. */
const chosenBend = new WeakMap<Shape, number>();

/** What the mouse does at the bends of a line, by buttons. */
export function bending(line: Shape, { bench, say }: PanelContext): Node {
  const bends = bendsOf(line);
  const chosen = Math.min(chosenBend.get(line) ?? 0, bends.length - 1);
  const select: HTMLSelectElement = h('select', { id: 'bend', onchange: () => void chosenBend.set(line, Number(select.value)) },
    ...bends.map((_, index) => h('option', { value: index, selected: index === chosen }, design.bendNumber(index + 1))));
  const move = (direction: Direction): Node => button(`bend-${direction}`, design.bendMoves[direction], () => {
    moveBend(bench, line, Number(select.value), direction);
    say(design.bendMoved(Number(select.value) + 1, design.bendMoves[direction]));
  });

  return h('div', { class: 'panel-act' },
    ...(bends.length > 0 ? [h('label', { for: 'bend' }, design.bends), h('div', { class: 'panel-row' }, select, ...(Object.keys(directions) as Direction[]).map(move))] : []),
    h('div', { class: 'panel-row' },
      button('bend-add', design.bendAdd, () => {
        chosenBend.set(line, addBend(bench, line));
        say(design.bendAdded);
      }),
      button('line-anew', design.lineAnew, () => {
        layOut(bench, line);
        say(design.lineDrawnAnew);
      })));
}

/** What the mouse does at the lower edge of a column, by buttons. */
export function sizing(lane: Shape, { bench, say }: PanelContext): Node {
  return h('div', { class: 'panel-row panel-act' },
    button('lane-higher', design.laneHigher, () => {
      makeHigher(bench, lane);
      say(design.laneSized);
    }),
    button('lane-lower', design.laneLower, () => {
      const isPossible = spareHeight(bench, lane) > 0;
      makeLower(bench, lane);
      say(isPossible ? design.laneSized : design.laneLowest);
    }));
}

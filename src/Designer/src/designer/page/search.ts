import { is } from '../core/Bench';
import { titleOf } from '../model/kinds';
import { design } from '../../words/design';
import type { Page } from './Page';

/** Finds by name; asked again for the same, it goes on to the next. */
export function addSearch({ frame, bench, say, select }: Page): void {
  let last = '';
  let at = -1;
  frame.onSearch((text) => {
    const wanted = text.trim().toLowerCase();
    const found = wanted === '' ? [] : bench.get('elementRegistry')
      .filter((element) => is(element, 'bpmn:FlowNode', 'bpmn:TextAnnotation', 'bpmn:Lane') && element.type !== 'label' && titleOf(element).toLowerCase().includes(wanted))
      .sort((a, b) => a.x - b.x || a.y - b.y);
    at = wanted === last ? (at + 1) % Math.max(1, found.length) : 0;
    last = wanted;
    const element = found[at];

    if (element) {
      select(element);
      say(design.found(titleOf(element), at + 1, found.length));
    } else {
      say(design.searchNone);
    }
  });
}

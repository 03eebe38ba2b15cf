import { type Bench, is } from '../core/Bench';
import type { Shape } from '../core/types';
import { holdsLocked } from '../edit/locking';
import { furnish, newShape, removeStep } from '../edit/insert';
import { removeSteps } from '../edit/several';
import { kindOf, type KindId } from '../model/kinds';
import { design } from '../../words/design';
import { kindWords } from '../../words/kinds';
import { isByKey } from './byKeyboard';
import type { Page } from './Page';

const offered: readonly KindId[] = ['work', 'mail', 'choice', 'end', 'note'];

/** The few buttons beside a chosen element, each with its word. */
export function addContextPad({ bench, locked }: Page): void {
  bench.get('contextPad').registerProvider({
    getContextPadEntries: (element: Shape) => ({
      ...(goesOn(element) ? Object.fromEntries(offered.map((id) => [id, adding(bench, element, id)])) : {}),
      ...(goesOn(element) || is(element, 'bpmn:TextAnnotation') ? { connect: connecting(bench, element) } : {}),
      ...(holdsLocked(element, locked, bench) ? {} : { delete: entry(design.delete, 'edit', () => removeStep(bench, element)) }),
    }),
    getMultiElementContextPadEntries: (elements: Shape[]) => (elements.some((element) => holdsLocked(element, locked, bench)) ? {} : {
      delete: entry(design.delete, 'edit', () => removeSteps(bench, elements)),
    }),
  });
}

const goesOn = (element: Shape): boolean => is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent') && element.businessObject.get('triggeredByEvent') !== true;

function adding(bench: Bench, element: Shape, id: KindId): unknown {
  const append = (event: Event): void => {
    bench.compose(() => {
      const shape = bench.get('autoPlace').append(element, newShape(bench, kindOf(id)));
      furnish(bench, shape, kindOf(id));
    });

    if (isByKey(event)) {
      bench.get('canvas').focus();
    }
  };

  return entry(kindWords[id].name, 'add', append, (event) => bench.get('create').start(event, newShape(bench, kindOf(id))));
}

function connecting(bench: Bench, element: Shape): unknown {
  const start = (event: Event): void => bench.get('connect').start(event, element);
  // By key the goal is chosen from a list in the settings.
  const choose = (event: Event): void => (isByKey(event) ? document.getElementById(is(element, 'bpmn:TextAnnotation') ? 'tie-to' : 'connect-to')?.focus() : start(event));

  return entry(design.connect, 'edit', choose, start);
}

function entry(word: string, group: string, click: (event: Event) => void, drag: (event: Event) => void = click): unknown {
  return { group, title: word, html: `<button type="button" class="entry pad-entry" draggable="true">${word}</button>`, action: { click, dragstart: drag } };
}

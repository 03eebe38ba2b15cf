import { is } from '../core/Bench';
import { addAlone, attach, furnish, insertAfter } from '../edit/insert';
import { type Kind, kindOf } from '../model/kinds';
import { design } from '../../words/design';
import { kindWords } from '../../words/kinds';
import type { Shape } from '../core/types';
import type { Page } from './Page';

/** Whether a button was pressed by a key: nothing can be dragged then. */
export const isByKey = (event: Event): boolean => event instanceof MouseEvent && event.type === 'click' && event.detail === 0;

/** Puts a part of the palette where the keyboard can mean it: behind or on the chosen step, else into the procedure by itself. */
export function place({ bench, select, say }: Pick<Page, 'bench' | 'select' | 'say'>, kind: Kind): void {
  const [chosen, ...others] = bench.get('selection').get();
  const step = chosen && others.length === 0 ? chosen.labelTarget ?? chosen : undefined;

  if (kind.isAttached && !(step && is(step, 'bpmn:Activity'))) {
    say(design.placeOnStep(kindWords[kind.id].name));
    return;
  }

  select(bench.compose(() => (kind.isAttached ? onEdge() : canFollow(step, kind) ? insertAfter(bench, step!, kind.id) : addAlone(bench, kind))));
  say(design.added(kindWords[kind.id].name));

  function onEdge(): Shape {
    const edge = attach(bench, step!, kind.id, kind.id !== 'deadline');
    furnish(bench, edge, kindOf(kind.id));

    return edge;
  }
}

const canFollow = (step: Shape | undefined, kind: Kind): boolean =>
  step !== undefined && is(step, 'bpmn:FlowNode') && !is(step, 'bpmn:EndEvent') && !step.businessObject.get('triggeredByEvent') && kind.type !== 'bpmn:StartEvent' && kind.id !== 'onEvent';

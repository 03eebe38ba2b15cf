import { type Bench, is, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { append, attach, connect, removeStep } from '../edit/insert';
import { mergeBefore, waits } from '../edit/templates';
import { isDefault, makeDefault, readConditionText, sequenceFlows } from '../model/flows';
import { titleOf } from '../model/kinds';
import { writeTimer } from '../model/timers';
import { fixWords } from '../../words/fixes';
import type { Fix } from './fixes';

export const outOf = (element: Shape): Shape[] => sequenceFlows(element.outgoing);
const into = (element: Shape): Shape[] => sequenceFlows(element.incoming);

/** What neither begins nor ends by a way: handlers, undoing, links. */
const standsApart = (element: Shape): boolean => own(element).get('triggeredByEvent') === true || own(element).get('isForCompensation') === true
  || (own(element).get<Moddle[] | undefined>('eventDefinitions') ?? []).some((one) => /^bpmn:(Link|Compensate)EventDefinition$/.test(one.$type));

const lacksWayIn = (element: Shape): boolean => into(element).length === 0 && !is(element, 'bpmn:StartEvent', 'bpmn:BoundaryEvent') && !standsApart(element);
const lacksWayOut = (element: Shape): boolean => outOf(element).length === 0 && !is(element, 'bpmn:EndEvent') && !standsApart(element);

/** Steps of the same frame, itself left out. */
const beside = (element: Shape, bench: Bench): Shape[] => bench.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode') && one.type !== 'label' && one !== element
  && (one.host ?? one).parent === (element.host ?? element).parent);

/** The only one of several, undefined where there is a choice. */
const only = (all: readonly Shape[]): Shape | undefined => (all.length === 1 ? all[0] : undefined);

/** A step that lacks a way, in or out. What somebody drew stays: only what nothing leads to and nothing leaves can go. */
export function untied(element: Shape, bench: Bench, isLocked: boolean): readonly Fix[] {
  const [noWayIn, noWayOut] = [lacksWayIn(element), lacksWayOut(element)];

  if (noWayIn && (noWayOut || is(element, 'bpmn:EndEvent'))) {
    return isLocked || isHolding(element) ? [] : [{ name: fixWords.remove, run: () => removeStep(bench, element) }];
  }

  return noWayIn ? from(element, bench) : noWayOut ? onward(element, bench) : [];
}

/** Whether something else would go with it. */
const isHolding = (element: Shape): boolean => (element.attachers ?? []).length > 0 || (own(element).get<Moddle[] | undefined>('flowElements') ?? []).length > 0;

/** The one step of the frame from which nothing leads on, where something further on has an end: no circle is closed. */
function looseEnd(element: Shape, bench: Bench): Shape | undefined {
  const behind = reachedFrom(element);
  const loose = only(beside(element, bench).filter((one) => lacksWayOut(one) && !lacksWayIn(one) && !is(one, 'bpmn:EventBasedGateway')));

  return loose && !behind.has(loose) && [...behind].some(isEnd) ? loose : undefined;
}

const isEnd = (element: Shape): boolean => outOf(element).length === 0;

function from(element: Shape, bench: Bench): readonly Fix[] {
  const loose = looseEnd(element, bench);

  return loose ? [{ name: fixWords.from(titleOf(loose)), run: () => void connect(bench, loose, element) }] : [];
}

/** A way to the one step of the frame to which nothing leads, or to an end of its own. */
function onward(element: Shape, bench: Bench): readonly Fix[] {
  if (is(element, 'bpmn:EventBasedGateway')) {
    return [];
  }

  const goal = only(beside(element, bench).filter(lacksWayIn));
  const behind = goal ? [...reachedFrom(goal)] : [];

  return [
    ...(goal && !behind.includes(element) && behind.some(isEnd) ? [{ name: fixWords.to(titleOf(goal)), run: () => void connect(bench, element, goal) }] : []),
    ...(is(element, 'bpmn:StartEvent') ? [] : [{ name: fixWords.end, run: () => void bench.compose(() => append(bench, element, 'end')) }]),
  ];
}

/** A circle that nothing leads to is joined to the one step from which nothing leads on. */
export function leadingIn(element: Shape, bench: Bench): readonly Fix[] {
  const loose = looseEnd(element, bench);

  if (!loose || [...leadingTo(element)].some(lacksWayIn) || !is(element, 'bpmn:Activity', 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway')) {
    return [];
  }

  return [{ name: fixWords.from(titleOf(loose)), run: () => bench.compose(() => void connect(bench, loose, is(element, 'bpmn:Activity') ? mergeBefore(bench, element) : element)) }];
}

/** A way out of a circle: at a branch for the other cases, at work when it takes too long. */
export function endingOf(element: Shape, bench: Bench): readonly Fix[] {
  if (is(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway')) {
    const ways = outOf(element);

    return ways.some(isDefault) || ways.some((flow) => readConditionText(flow) === '') ? [] : [{
      name: fixWords.endOtherwise,
      run: () => bench.compose(() => makeDefault(bench, append(bench, element, 'end', 120).incoming[0]!, true)),
    }];
  }

  return waits(element) ? [{ name: fixWords.endLate, run: () => endLate(element, bench) }] : [];
}

function endLate(element: Shape, bench: Bench): void {
  bench.compose(() => {
    const edge = attach(bench, element, 'deadline', true);
    bench.get('modeling').updateProperties(edge, { name: fixWords.late });
    writeTimer(bench, edge, { kind: 'workingDays', days: 10 });
    append(bench, edge, 'end');
  });
}

const reachedFrom = (element: Shape): ReadonlySet<Shape> => spread(element, (one) => [...outOf(one).map((flow) => flow.target!), ...(one.attachers ?? [])]);
const leadingTo = (element: Shape): ReadonlySet<Shape> => spread(element, (one) => [...into(one).map((flow) => flow.source!), ...(one.host ? [one.host] : [])]);

function spread(origin: Shape, next: (element: Shape) => readonly Shape[]): ReadonlySet<Shape> {
  const seen = new Set<Shape>();
  const open = [origin];

  for (let one = open.pop(); one; one = open.pop()) {
    if (!seen.has(one)) {
      seen.add(one);
      open.push(...next(one));
    }
  }

  return seen;
}

import { is, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { design } from '../../words/design';
import { anyElement, kindWords, otherWords } from '../../words/kinds';

export type KindId = keyof typeof kindWords;
export type Group = 'people' | 'system' | 'branch' | 'wait' | 'edge' | 'note';

/** Something that can be put into a procedure. Nothing else can be drawn, and every one of these is run. */
export interface Kind {
  readonly id: KindId;
  readonly group: Group;
  readonly type: string;
  readonly event?: string;
  /** On the edge of a step. */
  readonly isAttached?: boolean;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Step type that a new one begins with. */
  readonly step?: string;
}

export const kinds: readonly Kind[] = [
  { id: 'work', group: 'people', type: 'bpmn:UserTask', step: 'Office.Work' },
  { id: 'outside', group: 'people', type: 'bpmn:ManualTask', step: 'Office.Work' },
  { id: 'mail', group: 'system', type: 'bpmn:SendTask', step: 'Office.SendMail' },
  { id: 'service', group: 'system', type: 'bpmn:ServiceTask' },
  { id: 'call', group: 'system', type: 'bpmn:CallActivity' },
  { id: 'part', group: 'system', type: 'bpmn:SubProcess', attributes: { isExpanded: true } },
  { id: 'onEvent', group: 'system', type: 'bpmn:SubProcess', attributes: { isExpanded: true, triggeredByEvent: true } },
  { id: 'choice', group: 'branch', type: 'bpmn:ExclusiveGateway' },
  { id: 'parallel', group: 'branch', type: 'bpmn:ParallelGateway' },
  { id: 'some', group: 'branch', type: 'bpmn:InclusiveGateway' },
  { id: 'first', group: 'branch', type: 'bpmn:EventBasedGateway' },
  { id: 'waitTime', group: 'wait', type: 'bpmn:IntermediateCatchEvent', event: 'bpmn:TimerEventDefinition' },
  { id: 'waitMessage', group: 'wait', type: 'bpmn:IntermediateCatchEvent', event: 'bpmn:MessageEventDefinition' },
  { id: 'receive', group: 'wait', type: 'bpmn:ReceiveTask' },
  { id: 'tell', group: 'wait', type: 'bpmn:IntermediateThrowEvent', event: 'bpmn:MessageEventDefinition' },
  { id: 'deadline', group: 'edge', type: 'bpmn:BoundaryEvent', event: 'bpmn:TimerEventDefinition', isAttached: true },
  { id: 'interrupt', group: 'edge', type: 'bpmn:BoundaryEvent', event: 'bpmn:MessageEventDefinition', isAttached: true },
  { id: 'trouble', group: 'edge', type: 'bpmn:BoundaryEvent', event: 'bpmn:ErrorEventDefinition', isAttached: true },
  { id: 'start', group: 'edge', type: 'bpmn:StartEvent' },
  { id: 'startMessage', group: 'edge', type: 'bpmn:StartEvent', event: 'bpmn:MessageEventDefinition' },
  { id: 'startTime', group: 'edge', type: 'bpmn:StartEvent', event: 'bpmn:TimerEventDefinition' },
  { id: 'end', group: 'edge', type: 'bpmn:EndEvent' },
  { id: 'endAll', group: 'edge', type: 'bpmn:EndEvent', event: 'bpmn:TerminateEventDefinition' },
  { id: 'endMessage', group: 'edge', type: 'bpmn:EndEvent', event: 'bpmn:MessageEventDefinition' },
  { id: 'endTrouble', group: 'edge', type: 'bpmn:EndEvent', event: 'bpmn:ErrorEventDefinition' },
  { id: 'note', group: 'note', type: 'bpmn:TextAnnotation' },
];

export const groups: readonly Group[] = ['people', 'system', 'branch', 'wait', 'edge', 'note'];

export const kindOf = (id: KindId): Kind => kinds.find((kind) => kind.id === id)!;

/** What an element is, where it is one of ours. */
export function kindFor(element: Shape): Kind | undefined {
  const business = own(element);
  const event = business.get<Moddle[] | undefined>('eventDefinitions')?.[0]?.$type;

  return kinds.find((kind) => kind.type === business.$type && kind.event === event
    && (kind.type !== 'bpmn:SubProcess' || Boolean(kind.attributes?.['triggeredByEvent']) === (business.get('triggeredByEvent') === true)));
}

/** A name for any element, drawn by us or by somebody else. */
export function kindName(element: Shape): string {
  const kind = kindFor(element);

  return kind ? kindWords[kind.id].name : otherName(element);
}

/** What people call an element. */
export function titleOf(element: Shape): string {
  const business = own(element);
  const name = is(element, 'bpmn:TextAnnotation') ? business.get<string | undefined>('text') : business.get<string | undefined>('name');

  return name?.trim() ? name.trim() : is(element, 'bpmn:SequenceFlow') && element.source && element.target
    ? `${titleOf(element.source)} → ${titleOf(element.target)}`
    : joins(element) ? design.merge : kindName(element);
}

/** Titles of several elements to choose from: those that would read the same say what comes before them too, a way says both its ends. */
export function apart(elements: readonly Shape[]): (element: Shape) => string {
  const count = new Map<string, number>();
  elements.map(longTitle).forEach((title) => count.set(title, (count.get(title) ?? 0) + 1));

  return (element) => {
    const before = element.host ?? element.incoming?.find((flow) => flow.type === 'bpmn:SequenceFlow')?.source;

    return count.get(longTitle(element))! > 1 && before ? design.behind(longTitle(element), titleOf(before)) : longTitle(element);
  };
}

function longTitle(element: Shape): string {
  const name = own(element).get<string | undefined>('name')?.trim();

  return is(element, 'bpmn:SequenceFlow') && name ? design.wayNamed(titleOf(element.source!), titleOf(element.target!), name) : titleOf(element);
}

/** A branch that only brings ways together. */
function joins(element: Shape): boolean {
  const count = (flows: readonly Shape[]): number => flows.filter((flow) => flow.type === 'bpmn:SequenceFlow').length;

  return is(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway') && count(element.incoming) > 1 && count(element.outgoing) <= 1;
}

function otherName(element: Shape): string {
  const names = Object.entries(otherWords).find(([type]) => is(element, type));

  return names?.[1] ?? anyElement;
}


import { type Bench, is, own } from '../core/Bench';
import type { Shape } from '../core/types';
import { kindFor, type Kind, kindOf, type KindId, kinds } from '../model/kinds';
import { stepType, writeStepType } from '../model/bindings';

/** Kinds that an element can turn into without losing its place: of the same shape. */
export function canBecome(element: Shape): readonly Kind[] {
  const family = families.find((one) => one.some((type) => own(element).$type === type));

  return family ? kinds.filter((kind) => family.includes(kind.type) && (kind.type !== 'bpmn:SubProcess')) : [];
}

const families: readonly (readonly string[])[] = [
  ['bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:SendTask', 'bpmn:ServiceTask', 'bpmn:ReceiveTask', 'bpmn:CallActivity', 'bpmn:Task', 'bpmn:ScriptTask', 'bpmn:BusinessRuleTask'],
  ['bpmn:ExclusiveGateway', 'bpmn:ParallelGateway', 'bpmn:InclusiveGateway', 'bpmn:EventBasedGateway', 'bpmn:ComplexGateway'],
  ['bpmn:StartEvent'],
  ['bpmn:EndEvent'],
  ['bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent'],
  ['bpmn:BoundaryEvent'],
];

export function changeKind(bench: Bench, element: Shape, id: KindId): Shape {
  const kind = kindOf(id);

  if (kindFor(element)?.id === id) {
    return element;
  }

  return bench.compose(() => {
    const made = bench.get('bpmnReplace').replaceElement(element, {
      type: kind.type,
      ...(kind.event ? { eventDefinitionType: kind.event } : {}),
      ...(kind.isAttached ? { cancelActivity: own(element).get('cancelActivity') !== false } : {}),
    });

    if (kind.step && is(made, 'bpmn:Activity') && (stepType(made) === '' || isOther(stepType(made), kind.step))) {
      writeStepType(bench, made, kind.step);
    }

    return made;
  });
}

/** A person's work and a step of the system have nothing in common but their place. */
const isOther = (before: string, after: string): boolean => (before === 'Office.Work') !== (after === 'Office.Work');

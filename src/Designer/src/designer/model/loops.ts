import { type Bench, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { declareNames } from './extensions';

export interface Loop {
  collection: string;
  elementVariable: string;
  isSequential: boolean;
  completion: string;
  outputCollection: string;
  outputElement: string;
}

/** What a step that becomes one for each is done for at first. */
export const firstLoop: Loop = { collection: '=participants', elementVariable: 'participant', isSequential: false, completion: '', outputCollection: '', outputElement: '' };

const attributes = { collection: 'office:collection', elementVariable: 'office:elementVariable', outputCollection: 'office:outputCollection', outputElement: 'office:outputElement' } as const;

export function readLoop(element: Shape): Loop | undefined {
  const loop = own(element).get<Moddle | undefined>('loopCharacteristics');

  return loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics'
    ? {
        collection: loop.get(attributes.collection) ?? '',
        elementVariable: loop.get(attributes.elementVariable) ?? '',
        outputCollection: loop.get(attributes.outputCollection) ?? '',
        outputElement: loop.get(attributes.outputElement) ?? '',
        isSequential: loop.get('isSequential') === true,
        completion: loop.get<Moddle | undefined>('completionCondition')?.get('body') ?? '',
      }
    : undefined;
}

/** Done once for each of a list; undefined makes it a step that is done once. */
export function writeLoop(bench: Bench, element: Shape, loop: Loop | undefined): void {
  declareNames(bench);
  const factory = bench.get('bpmnFactory');
  const known = own(element).get<Moddle | undefined>('loopCharacteristics');

  if (!loop) {
    bench.get('modeling').updateProperties(element, { loopCharacteristics: undefined });
    return;
  }

  const made = known?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? known : factory.create('bpmn:MultiInstanceLoopCharacteristics');
  const properties: Record<string, unknown> = { isSequential: loop.isSequential };

  for (const key of Object.keys(attributes) as (keyof typeof attributes)[]) {
    properties[attributes[key]] = loop[key] === '' ? undefined : loop[key];
  }

  properties['completionCondition'] = loop.completion === '' ? undefined : factory.create('bpmn:FormalExpression', { body: loop.completion });
  bench.compose(() => {
    if (made !== known) {
      made.$parent = own(element);
      bench.get('modeling').updateProperties(element, { loopCharacteristics: made });
    }

    bench.get('modeling').updateModdleProperties(element, made, properties);
  });
}

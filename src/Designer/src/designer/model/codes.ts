import { type Bench, definitionsOf, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';

const shapes = [
  { definition: 'bpmn:ErrorEventDefinition', root: 'bpmn:Error', reference: 'errorRef', code: 'errorCode' },
  { definition: 'bpmn:EscalationEventDefinition', root: 'bpmn:Escalation', reference: 'escalationRef', code: 'escalationCode' },
] as const;

/** The error or escalation that an event throws or catches. */
export function errorHolder(element: Shape): Moddle | undefined {
  return own(element).get<Moddle[] | undefined>('eventDefinitions')?.find((definition) => shapes.some((shape) => shape.definition === definition.$type));
}

export function codeOf(element: Shape): string {
  const holder = errorHolder(element);
  const shape = shapes.find((one) => one.definition === holder?.$type);

  return (shape && holder?.get<Moddle | undefined>(shape.reference)?.get(shape.code)) ?? '';
}

export function writeCode(bench: Bench, element: Shape, code: string): void {
  const holder = errorHolder(element)!;
  const shape = shapes.find((one) => one.definition === holder.$type)!;
  bench.compose(() => bench.get('modeling').updateModdleProperties(element, holder, { [shape.reference]: code ? rootOf(bench, element, shape, code) : undefined }));
}

function rootOf(bench: Bench, element: Shape, shape: (typeof shapes)[number], code: string): Moddle {
  const definitions = definitionsOf(bench);
  const roots = definitions.get<Moddle[]>('rootElements');
  const known = roots.find((root) => root.$type === shape.root && root.get(shape.code) === code);

  if (known) {
    return known;
  }

  const made = bench.get('bpmnFactory').create(shape.root, { name: code, [shape.code]: code });
  made.$parent = definitions;
  bench.get('modeling').updateModdleProperties(element, definitions, { rootElements: [...roots, made] });

  return made;
}

import type { Moddle, Services } from './types';

/** Ids of what is drawn here: short, and readable in a history (work-1, gateway-2). */
nextIds.$inject = ['bpmnFactory', 'moddle', 'elementRegistry'];
export function nextIds(bpmnFactory: Record<string, unknown>, moddle: Services['moddle'], elementRegistry: Services['elementRegistry']): void {
  bpmnFactory['_ensureId'] = (element: Moddle) => {
    if (!element.get('id') && bpmnFactoryNeedsId(element)) {
      element.set('id', nextId(prefixOf(element), moddle, element, elementRegistry));
    }
  };
}

const identified = [
  'bpmn:RootElement', 'bpmn:FlowElement', 'bpmn:MessageFlow', 'bpmn:DataAssociation', 'bpmn:Artifact', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:LaneSet',
  'bpmn:Process', 'bpmn:Collaboration', 'bpmndi:BPMNShape', 'bpmndi:BPMNEdge', 'bpmndi:BPMNDiagram', 'bpmndi:BPMNPlane', 'bpmn:Property',
  'bpmn:CategoryValue', 'bpmn:EventDefinition',
];

function bpmnFactoryNeedsId(element: Moddle): boolean {
  return identified.some((type) => element.$instanceOf(type));
}

function nextId(prefix: string, moddle: Services['moddle'], element: Moddle, elementRegistry: Services['elementRegistry']): string {
  let number = 1;

  // An element that took over another's id keeps the label that was named after its own.
  while (moddle.ids.assigned(`${prefix}-${number}`) || elementRegistry.get(`${prefix}-${number}_label`)) {
    number++;
  }

  const id = `${prefix}-${number}`;
  (moddle.ids as unknown as { claim(id: string, element: Moddle): void }).claim(id, element);

  return id;
}

function prefixOf(element: Moddle): string {
  const name = element.$type.replace(/^\w+:/, '');

  return name.replace(/^BPMN/, '').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1" xmlns:office="urn:officeworkflow:bpmn:1" id="paper" targetNamespace="urn:officeworkflow:procedures">`;

/** Work with a form, as the panel sets it. */
export const work = (id: string): string => `<userTask id="${id}"><extensionElements><elsa:activityBinding activityType="Office.Work"><elsa:input name="form">{"typeName":"String","expression":{"type":"Literal","value":"approval"}}</elsa:input></elsa:activityBinding></extensionElements></userTask>`;

interface Way {
  id: string;
  from: string;
  to: string;
  condition: string;
}

/**
 * A procedure of a few elements and of ways between them, one a line: `a > b`, `a > b : condition`. All stands in the column of the specialist; without a role,
 * on bare paper.
 */
export function paper(elements: string, ways: string, role = 'specialist'): string {
  const flows = ways.trim().split('\n').filter(Boolean).map(wayOf);
  const nodes = [...new DOMParser().parseFromString(`${head}${elements}</definitions>`, 'application/xml').documentElement.children];
  const ids = nodes.map((node) => node.getAttribute('id')!);
  const lanes = role === '' ? '' : `<laneSet id="lanes"><lane id="lane"><extensionElements><office:role key="${role}" /></extensionElements>${ids.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('')}</lane></laneSet>`;
  const pool = role === '' ? '' : '<collaboration id="collaboration"><participant id="pool" processRef="p" /></collaboration>';

  return `${head}${pool}
<process id="p" isExecutable="true">${lanes}
${elements.trim()}
${flows.map(({ id, from, to, condition }) => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${condition ? `><conditionExpression>${condition}</conditionExpression></sequenceFlow>` : ' />'}`).join('\n')}
</process>
${diagram(nodes, flows, role === '' ? 'p' : 'collaboration')}
</definitions>`;
}

/** What runs of a document, without where it is drawn. */
export const withoutDiagram = (source: string): string => source.replace(/\s*<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');

function wayOf(line: string): Way {
  const [, from, to, condition] = /^\s*(\S+) > (\S+)(?: : (.+?))?\s*$/.exec(line)!;

  return { id: `${from}-${to}`, from: from!, to: to!, condition: condition ?? '' };
}

function diagram(nodes: readonly Element[], flows: readonly Way[], plane: string): string {
  const boxes = new Map<string, { x: number; y: number; width: number; height: number }>();
  nodes.filter((node) => node.localName !== 'boundaryEvent').forEach((node, index) => {
    const [width, height] = /Event$/.test(node.localName) ? [36, 36] : /Gateway$/.test(node.localName) ? [50, 50] : [120, 80];
    boxes.set(node.getAttribute('id')!, { x: 160 + index * 200, y: 200 - height! / 2, width: width!, height: height! });
  });
  nodes.filter((node) => node.localName === 'boundaryEvent').forEach((node) => {
    const host = boxes.get(node.getAttribute('attachedToRef')!)!;
    boxes.set(node.getAttribute('id')!, { x: host.x + 72, y: host.y + host.height - 18, width: 36, height: 36 });
  });
  const shape = (id: string, box: object, more = ''): string => `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"${more}><dc:Bounds ${Object.entries(box).map(([key, value]) => `${key}="${value}"`).join(' ')} /></bpmndi:BPMNShape>`;
  const middle = (id: string): string => {
    const box = boxes.get(id)!;

    return `<di:waypoint x="${box.x + box.width / 2}" y="${box.y + box.height / 2}" />`;
  };
  const frames = plane === 'p' ? [] : [
    shape('pool', { x: 60, y: 60, width: 200 + nodes.length * 220, height: 300 }, ' isHorizontal="true"'),
    shape('lane', { x: 90, y: 60, width: 170 + nodes.length * 220, height: 300 }, ' isHorizontal="true"'),
  ];

  return `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${plane}">
${[...frames, ...[...boxes].map(([id, box]) => shape(id, box)), ...flows.map(({ id, from, to }) => `<bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}">${middle(from)}${middle(to)}</bpmndi:BPMNEdge>`)].join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
}

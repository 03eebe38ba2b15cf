const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const bpmndi = 'http://www.omg.org/spec/BPMN/20100524/DI';
const dc = 'http://www.omg.org/spec/DD/20100524/DC';
const di = 'http://www.omg.org/spec/DD/20100524/DI';
const gap = 60;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Boxes = Map<string, Box>;

/** A document that says what runs and not where it stands gets places: from left to right in the order in which work comes to the steps. Any other is left alone. */
export function withLayout(source: string): string {
  const document_ = new DOMParser().parseFromString(source, 'application/xml');

  if (document_.getElementsByTagName('parsererror').length > 0 || document_.getElementsByTagNameNS(bpmndi, 'BPMNDiagram').length > 0) {
    return source;
  }

  const processes = [...document_.getElementsByTagNameNS(bpmn, 'process')];

  if (processes.length === 0) {
    return source;
  }

  const boxes: Boxes = new Map();
  let top = 100;

  for (const process of processes) {
    top += place(process, 160, top, boxes).height + gap;
  }

  document_.documentElement.append(diagramOf(document_, processes, boxes));

  return new XMLSerializer().serializeToString(document_);
}

const children = (frame: Element, test: (name: string) => boolean): Element[] => [...frame.children].filter((one) => one.namespaceURI === bpmn && test(one.localName));
const isStep = (name: string): boolean => /(Event|Task|Gateway|SubProcess)$|^(task|subProcess|transaction|callActivity)$/.test(name) && name !== 'boundaryEvent';
const idOf = (element: Element): string => element.getAttribute('id') ?? '';

/** Places the steps of a frame and answers how much room they take. */
function place(frame: Element, left: number, top: number, boxes: Boxes): { width: number; height: number } {
  const columns = columnsOf(frame);
  let x = left;
  let height = 0;

  for (const column of columns) {
    let y = top;
    let width = 0;

    for (const step of column) {
      const size = sizeOf(step, x, y, boxes);
      boxes.set(idOf(step), { x, y: y + (size.height < 80 ? (80 - size.height) / 2 : 0), ...size });
      edgesOf(frame, step).forEach((edge, index) => boxes.set(idOf(edge), { x: x + 12 + index * 44, y: y + size.height - 18, width: 36, height: 36 }));
      y += Math.max(80, size.height) + gap;
      width = Math.max(width, size.width);
    }

    x += width + gap;
    height = Math.max(height, y - top);
  }

  return { width: Math.max(0, x - left - gap), height };
}

const edgesOf = (frame: Element, step: Element): Element[] => children(frame, (name) => name === 'boundaryEvent').filter((edge) => edge.getAttribute('attachedToRef') === idOf(step));

function sizeOf(step: Element, x: number, y: number, boxes: Boxes): { width: number; height: number } {
  if (/Event$/.test(step.localName)) {
    return { width: 36, height: 36 };
  }

  if (/Gateway$/.test(step.localName)) {
    return { width: 50, height: 50 };
  }

  if (!/ubProcess$|^transaction$/.test(step.localName)) {
    return { width: 120, height: 80 };
  }

  const inner = place(step, x + 40, y + 40, boxes);

  return { width: Math.max(140, inner.width + 80), height: Math.max(120, inner.height + 40) };
}

/** The steps in columns: each one further than the first that leads to it. */
function columnsOf(frame: Element): Element[][] {
  const steps = children(frame, isStep);
  const byId = new Map(steps.map((step) => [idOf(step), step]));
  const hosts = new Map(children(frame, (name) => name === 'boundaryEvent').map((edge) => [idOf(edge), edge.getAttribute('attachedToRef') ?? '']));
  const ways = children(frame, (name) => name === 'sequenceFlow').map((flow) => {
    const from = flow.getAttribute('sourceRef') ?? '';

    return [hosts.get(from) ?? from, flow.getAttribute('targetRef') ?? ''] as const;
  });
  const column = new Map<string, number>();
  const roots = steps.filter((step) => ways.every(([from, to]) => to !== idOf(step) || from === to));

  for (const root of [...roots, ...steps]) {
    const open = column.has(idOf(root)) ? [] : [idOf(root)];
    open.forEach((id) => column.set(id, 0));

    while (open.length > 0) {
      const id = open.shift()!;

      for (const [, to] of ways.filter(([from, to]) => from === id && byId.has(to) && !column.has(to))) {
        column.set(to, column.get(id)! + 1);
        open.push(to);
      }
    }
  }

  const columns: Element[][] = [];
  steps.forEach((step) => (columns[column.get(idOf(step))!] ??= []).push(step));

  return columns.filter(Boolean);
}

function diagramOf(document_: Document, processes: readonly Element[], boxes: Boxes): Element {
  const make = (uri: string, name: string, attributes: Record<string, string>, ...inside: Element[]): Element => {
    const element = document_.createElementNS(uri, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...inside);

    return element;
  };
  const shapes = [...boxes].map(([id, box]) => make(bpmndi, 'bpmndi:BPMNShape', { id: `${id}-shape`, bpmnElement: id, ...(isFrame(document_, id) ? { isExpanded: 'true' } : {}) },
    make(dc, 'dc:Bounds', Object.fromEntries(Object.entries(box).map(([key, value]) => [key, String(Math.round(value))])))));
  const edges = processes.flatMap((process) => [...process.getElementsByTagNameNS(bpmn, 'sequenceFlow')]).flatMap((flow) => {
    const [from, to] = [boxes.get(flow.getAttribute('sourceRef') ?? ''), boxes.get(flow.getAttribute('targetRef') ?? '')];

    return from && to ? [make(bpmndi, 'bpmndi:BPMNEdge', { id: `${idOf(flow)}-edge`, bpmnElement: idOf(flow) },
      ...[[from.x + from.width, from.y + from.height / 2], [to.x, to.y + to.height / 2]].map(([x, y]) => make(di, 'di:waypoint', { x: String(Math.round(x!)), y: String(Math.round(y!)) })))] : [];
  });

  return make(bpmndi, 'bpmndi:BPMNDiagram', { id: 'laid-out' }, make(bpmndi, 'bpmndi:BPMNPlane', { id: 'laid-out-plane', bpmnElement: idOf(processes[0]!) }, ...shapes, ...edges));
}

const isFrame = (document_: Document, id: string): boolean => [...document_.getElementsByTagNameNS(bpmn, '*')].some((one) => idOf(one) === id && /ubProcess$|^transaction$/.test(one.localName));

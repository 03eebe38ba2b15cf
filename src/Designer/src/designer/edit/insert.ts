import { type Bench, is, poolOf } from '../core/Bench';
import type { Point, Shape } from '../core/types';
import { writeStepType } from '../model/bindings';
import { sequenceFlows, writeConditionText } from '../model/flows';
import { type Kind, kindOf, type KindId } from '../model/kinds';
import { makeRoom } from '../model/lanes';
import { kindWords } from '../../words/kinds';

const gap = 60;

/** Between what is put into a part and its edge. */
const margin = 40;

/** A new element that is not drawn yet. */
export function newShape(bench: Bench, kind: Kind): Shape {
  const isTask = /Task$|CallActivity$/.test(kind.type);

  return bench.get('elementFactory').createShape({
    type: kind.type,
    ...(kind.event ? { eventDefinitionType: kind.event } : {}),
    ...(isTask ? { width: 120, height: 80 } : {}),
    ...kind.attributes,
  });
}

/** What a drawn element of a kind begins with: its step and a name to be changed. */
export function furnish(bench: Bench, element: Shape, kind: Kind, name: string = kindWords[kind.id].name): void {
  if (kind.step) {
    writeStepType(bench, element, kind.step);
  }

  if (kind.type === 'bpmn:TextAnnotation') {
    bench.get('modeling').updateProperties(element, { text: name });
  } else if (!/Gateway$|EndEvent$/.test(kind.type)) {
    bench.get('modeling').updateProperties(element, { name });
  }
}

/** Puts a step behind an element, into the flow that leaves it where there is exactly one; what follows moves aside. */
export function insertAfter(bench: Bench, element: Shape, id: KindId, name?: string): Shape {
  return bench.compose(() => {
    if (id === 'note') {
      return writeNote(bench, element, name);
    }

    const flows = sequenceFlows(element.outgoing);
    const onward = flows.length === 1 && !/EndEvent$/.test(kindOf(id).type) ? flows[0] : undefined;
    const made = onward ? insertInto(bench, onward, id) : append(bench, element, id);
    furnish(bench, made, kindOf(id), name);

    return made;
  });
}

/** A note above a step or a way, tied to it. */
export function writeNote(bench: Bench, element: Shape, name?: string): Shape {
  return bench.compose(() => {
    const shape = newShape(bench, kindOf('note'));
    const at = middle(element);
    const top = element.waypoints ? at.y : element.y;
    const made = bench.get('modeling').createShape(shape, { x: at.x + shape.width / 2, y: top - shape.height - 20 }, parentOf(element));
    furnish(bench, made, kindOf('note'), name);
    bench.get('modeling').connect(element, made, { type: 'bpmn:Association' });

    return made;
  });
}

/** Puts a step into a flow. The flow keeps what it says (name, condition) on its first half. */
export function insertInto(bench: Bench, flow: Shape, id: KindId): Shape {
  const [source, target] = [flow.source!, flow.target!];
  const shape = newShape(bench, kindOf(id));
  const free = target.x - (source.x + source.width);
  const wanted = shape.width + 2 * gap;
  const isForward = target.x >= source.x + source.width;

  if (isForward && free < wanted) {
    makeRoom(bench, 'x', wanted - free, Math.floor((source.x + source.width + target.x) / 2));
  }

  const at = isForward
    ? { x: source.x + source.width + gap + shape.width / 2, y: middle(source).y }
    : { x: source.x + source.width / 2, y: source.y + source.height + gap + shape.height / 2 };
  const made = bench.get('modeling').createShape(shape, freeSpot(bench, shape, at, parentOf(source)), parentOf(source));
  lead(bench, flow, source, made);
  bench.get('modeling').connect(made, target, { type: 'bpmn:SequenceFlow' });

  return made;
}

/** A new step on a new flow out of an element. */
export function append(bench: Bench, element: Shape, id: KindId, below?: number): Shape {
  const shape = newShape(bench, kindOf(id));
  const at = is(element, 'bpmn:BoundaryEvent')
    ? { x: Math.max(element.x + element.width / 2 + gap, element.x + 90), y: element.host!.y + element.host!.height + 60 + shape.height / 2 }
    : { x: element.x + element.width + gap + shape.width / 2, y: middle(element).y + (below ?? 0) };
  const made = bench.get('modeling').createShape(shape, freeSpot(bench, shape, at, parentOf(element)), parentOf(element));
  bench.get('modeling').connect(element, made, { type: 'bpmn:SequenceFlow' });

  return made;
}

/** An event on the edge of a step: at the bottom, beside those that are there. */
export function attach(bench: Bench, host: Shape, id: KindId, isInterrupting: boolean): Shape {
  const made = bench.get('modeling').createShape(newShape(bench, kindOf(id)), edgeSpot(host), host, { attach: true });
  bench.get('modeling').updateProperties(made, { cancelActivity: isInterrupting });

  return made;
}

/** Where the next event on the edge of a step can sit. */
export function edgeSpot(host: Shape): Point {
  const taken = (host.attachers ?? []).map((one) => one.x + one.width / 2);
  const free = [0.75, 0.25, 0.5].map((part) => host.x + host.width * part).find((x) => taken.every((other) => Math.abs(other - x) >= 34));

  return { x: free ?? host.x + host.width * 0.5, y: host.y + host.height };
}

/** Lets a way or a line lead from one element to another, drawn anew. */
export function lead(bench: Bench, way: Shape, source: Shape, target: Shape): void {
  bench.get('modeling').reconnect(way, source, target, [middle(source), middle(target)]);
  bench.get('modeling').layoutConnection(way);
}

/** Joins two elements by a flow, in words of the outline as well as on the canvas. */
export function connect(bench: Bench, source: Shape, target: Shape, condition = ''): Shape {
  return bench.compose(() => {
    const flow = bench.get('modeling').connect(source, target, { type: 'bpmn:SequenceFlow' });

    if (condition) {
      writeConditionText(bench, flow, condition);
    }

    return flow;
  });
}

/** Takes a step away and closes the gap: what led to it leads to what followed, where that is one step. */
export function removeStep(bench: Bench, element: Shape): void {
  bench.compose(() => {
    const ins = sequenceFlows(element.incoming ?? []);
    const outs = sequenceFlows(element.outgoing ?? []);
    const onward = outs.length === 1 ? outs[0]!.target! : undefined;

    if (onward && onward !== element && !is(element, 'bpmn:BoundaryEvent')) {
      for (const flow of ins.filter((one) => one.source !== element && one.source !== onward)) {
        lead(bench, flow, flow.source!, onward);
      }
    }

    const edges = (element.attachers ?? []).flatMap((edge) => onlyBehind(edge));
    bench.get('modeling').removeElements([...edges, element]);
  });
}

/** What is reached from an event on the edge and from nowhere else goes with it. */
export function onlyBehind(edge: Shape): Shape[] {
  const gone = new Set<Shape>([edge]);
  let grew = true;

  while (grew) {
    grew = false;

    for (const element of [...gone]) {
      for (const next of sequenceFlows(element.outgoing).map((flow) => flow.target!)) {
        if (!gone.has(next) && sequenceFlows(next.incoming).every((flow) => gone.has(flow.source!))) {
          gone.add(next);
          grew = true;
        }
      }
    }
  }

  return [...gone].filter((element) => element !== edge);
}

/** The wished place in a frame, or one further down where nothing is covered; the frame grows until it holds what is put there. */
export function freeSpot(bench: Bench, shape: { width: number; height: number }, wish: Point, frame: Shape, except: readonly Shape[] = []): Point {
  const isPart = is(frame, 'bpmn:SubProcess');
  const others = bench.get('elementRegistry').filter((one) => one.width !== undefined && !one.waypoints && is(one, 'bpmn:FlowNode') && !one.labelTarget
    && (isPart ? one.parent === frame : !contains(one, wish)) && !isIn(one, except));
  const at = { ...wish };

  for (let tries = 0; tries < 12; tries++) {
    const covered = others.find((one) => Math.abs(middle(one).x - at.x) < (one.width + shape.width) / 2 + 10 && Math.abs(middle(one).y - at.y) < (one.height + shape.height) / 2 + 10);

    if (!covered) {
      break;
    }

    at.y = covered.y + covered.height + 30 + shape.height / 2;
  }

  if (isPart) {
    growPart(bench, frame, { x: at.x + shape.width / 2, y: at.y + shape.height / 2 });
  } else {
    is(frame, 'bpmn:Participant') && growPool(bench, frame, at.y + shape.height / 2);
  }

  return at;
}

/** A part that is drawn grows until it holds a corner; what stands beyond it moves away, or would be covered. */
function growPart(bench: Bench, part: Shape, corner: Point): void {
  if (part.width !== undefined) {
    const [wider, higher] = [corner.x + margin - (part.x + part.width), corner.y + margin - (part.y + part.height)];
    wider > 0 && makeRoom(bench, 'x', wider, part.x + part.width - 1);
    higher > 0 && makeRoom(bench, 'y', higher, part.y + part.height - 1);
  }
}

/** A pool grows downwards until it holds what ends at a height. */
function growPool(bench: Bench, pool: Shape, bottom: number): void {
  const over = bottom + 20 - (pool.y + pool.height);

  if (over > 0) {
    makeRoom(bench, 'y', over, pool.y + pool.height - 1);
  }
}

const contains = (shape: Shape, at: Point): boolean =>
  is(shape, 'bpmn:SubProcess', 'bpmn:Participant') && at.x >= shape.x && at.x <= shape.x + shape.width && at.y >= shape.y && at.y <= shape.y + shape.height;

/** Whether a shape is one of others, sits on one, or lies in one. */
function isIn(shape: Shape, others: readonly Shape[]): boolean {
  return others.includes(shape) || (shape.host !== undefined && others.includes(shape.host)) || (shape.parent ? isIn(shape.parent, others) : false);
}

function middle(shape: Shape): Point {
  if (!shape.waypoints) {
    return { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
  }

  const half = (shape.waypoints.length - 1) / 2;
  const [before, after] = [shape.waypoints[Math.floor(half)]!, shape.waypoints[Math.ceil(half)]!];

  return { x: (before.x + after.x) / 2, y: (before.y + after.y) / 2 };
}

const parentOf = (element: Shape): Shape => (element.host ?? element).parent!;

/** Puts something that no way leads to below everything, in the frame of the procedure. */
export function addAlone(bench: Bench, kind: Kind): Shape {
  return bench.compose(() => {
    const frame = frameOf(bench);
    const shape = newShape(bench, kind);
    const made = bench.get('modeling').createShape(shape, placeBelow(bench, shape), frame);
    furnish(bench, made, kind);

    return made;
  });
}

/** Puts the first step into a part that is empty. */
export function insertInside(bench: Bench, part: Shape, id: KindId): Shape {
  return bench.compose(() => {
    const shape = newShape(bench, kindOf(id));
    const inside = (part.children ?? []).filter((one) => is(one, 'bpmn:FlowNode') && one.type !== 'label');
    const left = Math.max(part.x + 40, ...inside.map((one) => one.x + one.width + gap));
    const over = left + shape.width + 40 - (part.x + part.width);

    if (over > 0) {
      makeRoom(bench, 'x', over, part.x + part.width - 1);
    }

    const made = bench.get('modeling').createShape(shape, { x: left + shape.width / 2, y: part.y + part.height / 2 }, part);
    furnish(bench, made, kindOf(id));

    return made;
  });
}

/** Where the steps of the procedure lie: its pool, or the paper itself. */
const frameOf = (bench: Bench): Shape => poolOf(bench) ?? bench.get('canvas').getRootElement();

function placeBelow(bench: Bench, size: { width: number; height: number }): Point {
  const frame = frameOf(bench);
  const shapes = bench.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode') && one.type !== 'label' && isIn(one, [frame]));
  const left = Math.min(...shapes.map((shape) => shape.x));
  const bottom = Math.max(...shapes.map((shape) => shape.y + shape.height));

  return freeSpot(bench, size, { x: (shapes.length > 0 ? left : 200) + size.width / 2, y: (shapes.length > 0 ? bottom + gap : 200) + size.height / 2 }, frame);
}

export { frameOf, middle, parentOf, placeBelow };

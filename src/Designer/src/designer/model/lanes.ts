import { type Bench, is, own, poolOf } from '../core/Bench';
import type { Point, Shape } from '../core/types';
import { extension, makeAny, putExtension } from './extensions';

/** The lanes of a pool, from above; of this procedure where none is named. */
export function lanesOf(bench: Bench, pool: Shape | undefined = poolOf(bench)): Shape[] {
  return allLanes(bench).filter((lane) => poolAround(lane) === pool);
}

/** The lanes of all that is drawn, from above: other pools are drawn beside the procedure's. */
export function allLanes(bench: Bench): Shape[] {
  return bench.get('elementRegistry').filter((element) => is(element, 'bpmn:Lane')).sort((a, b) => a.y - b.y);
}

export function poolAround(element: Shape): Shape | undefined {
  let around: Shape | undefined = element;

  while (around && !is(around, 'bpmn:Participant')) {
    around = around.parent;
  }

  return around;
}

export const roleOfLane = (lane: Shape): string => extension(own(lane), 'office:role')?.get('key') ?? '';

export function writeRole(bench: Bench, lane: Shape, role: string): void {
  putExtension(bench, lane, 'office:role', role ? makeAny(bench, 'office:role', { key: role }) : undefined);
}

/** The lane that an element lies in; what is inside a subprocess lies in the subprocess's. */
export function laneOf(bench: Bench, element: Shape): Shape | undefined {
  const outer = outermost(element);

  return laneAt(bench, { x: outer.x + outer.width / 2, y: outer.y + outer.height / 2 });
}

/** The step around all that an element lies in or on, or the element itself. */
export function outermost(element: Shape): Shape {
  let outer = element;

  while (outer.host || (outer.parent && is(outer.parent, 'bpmn:SubProcess'))) {
    outer = outer.host ?? outer.parent!;
  }

  return outer;
}

export function laneAt(bench: Bench, middle: Point): Shape | undefined {
  return allLanes(bench)
    .filter((lane) => middle.x >= lane.x && middle.x <= lane.x + lane.width && middle.y >= lane.y && middle.y <= lane.y + lane.height)
    .sort((a, b) => a.width * a.height - b.width * b.height)[0];
}

/** Whether a role of its own can be chosen for an element: what lies in a part has the role of the part. */
export const hasOwnRole = (element: Shape): boolean => !(element.parent && is(element.parent, 'bpmn:SubProcess'));

/** Gives the work to a role: into its lane in the same pool, which is made where there is none yet. */
export function moveToRole(bench: Bench, element: Shape, role: string, name: string): void {
  const pool = poolAround(element);
  bench.compose(() => moveToLane(bench, element, lanesOf(bench, pool).find((lane) => roleOfLane(lane) === role) ?? addLane(bench, role, name, pool)));
}

export function addLane(bench: Bench, role: string, name: string, around: Shape | undefined = poolOf(bench)): Shape {
  return bench.compose(() => {
    const modeling = bench.get('modeling');
    const pool = around ?? addPool(bench);
    const lanes = lanesOf(bench, pool);
    const isFirst = lanes.length === 0;
    const lane = modeling.addLane(lanes.at(-1) ?? pool, 'bottom');

    if (isFirst) {
      // The first lane comes with a second one around what was there.
      const other = lanesOf(bench, pool).find((one) => one !== lane);
      other && modeling.updateProperties(other, { name: '' });
    }

    modeling.updateProperties(lane, { name });
    writeRole(bench, lane, role);

    return lane;
  });
}

/** Takes a role's lane away; its room, and the work in it, go to a neighbour. */
export function removeLane(bench: Bench, lane: Shape): void {
  bench.get('modeling').removeElements([lane]);
}

function addPool(bench: Bench): Shape {
  const modeling = bench.get('modeling');
  const shapes = bench.get('elementRegistry').filter((element) => Boolean(element.parent) && element.x !== undefined && element.width !== undefined && !element.labelTarget);
  const left = Math.min(...shapes.map((shape) => shape.x)) - 90;
  const top = Math.min(...shapes.map((shape) => shape.y)) - 60;
  const width = Math.max(...shapes.map((shape) => shape.x + shape.width)) - left + 90;
  const height = Math.max(...shapes.map((shape) => shape.y + shape.height)) - top + 60;
  const process = own(bench.get('canvas').getRootElement());
  const pool = bench.get('elementFactory').createShape({ type: 'bpmn:Participant', width, height });

  const made = modeling.createShape(pool, { x: left + width / 2, y: top + height / 2 }, bench.get('canvas').getRootElement());
  modeling.updateProperties(made, { name: process.name ?? '' });

  return made;
}

export function moveToLane(bench: Bench, element: Shape, lane: Shape): void {
  if (laneOf(bench, element) === lane) {
    return;
  }

  const top = freePlace(bench, element, lane) ?? growFor(bench, element, lane);
  bench.get('modeling').moveElements([element], { x: 0, y: top - element.y });
}

/** The highest place in the lane where the element covers nothing. */
function freePlace(bench: Bench, element: Shape, lane: Shape): number | undefined {
  const margin = 20;
  const below = element.attachers?.length ? 60 : 0;
  const others = bench.get('elementRegistry').filter((other) => isSolid(other) && other !== element && other.host !== element && other.labelTarget !== element);
  const middle = lane.y + (lane.height - element.height) / 2;
  const places = [middle];

  for (let top = lane.y + margin; top + element.height + below + margin <= lane.y + lane.height; top += 10) {
    places.push(top);
  }

  return places.find((top) => top >= lane.y + 10 && top + element.height + below + 10 <= lane.y + lane.height
    && others.every((other) => other.x > element.x + element.width + margin || other.x + other.width + margin < element.x
      || other.y > top + element.height + below + margin / 2 || other.y + other.height + margin / 2 < top));
}

function growFor(bench: Bench, element: Shape, lane: Shape): number {
  const bottom = lane.y + lane.height;
  makeRoom(bench, 'y', element.height + 60, bottom - 1);

  return bottom + 20;
}

const isSolid = (element: Shape): boolean =>
  element.width !== undefined && !element.waypoints && is(element, 'bpmn:FlowNode', 'bpmn:TextAnnotation', 'bpmn:DataObjectReference');

/** Moves everything beyond a line away; frames around it grow. */
export function makeRoom(bench: Bench, axis: 'x' | 'y', by: number, start: number): void {
  const elements = bench.get('elementRegistry').filter((element) => Boolean(element.parent));
  const { movingShapes, resizingShapes } = bench.get('spaceTool').calculateAdjustments(elements, axis, by, start);

  if (movingShapes.length + resizingShapes.length > 0) {
    bench.get('modeling').createSpace(movingShapes, resizingShapes, axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by }, axis === 'x' ? 'e' : 's', start);
  }
}

import { type Bench, is } from '../core/Bench';
import type { Shape } from '../core/types';
import { makeRoom, poolAround } from '../model/lanes';

const step = 40;
const least = 60;
const margin = 20;

/** Makes a lane higher; what is below it moves on. */
export function makeHigher(bench: Bench, lane: Shape): void {
  makeRoom(bench, 'y', step, lane.y + lane.height - 1);
}

/** By how much a lane can become lower before it covers what lies in it. */
export function spareHeight(bench: Bench, lane: Shape): number {
  const bottom = lane.y + lane.height;
  const lowest = within(bench, lane).filter((one) => !isFrame(one) && one.y < bottom).map((one) => one.y + one.height + margin);
  const spare = Math.min(bottom - Math.max(lane.y, ...lowest), lane.height - least, step);

  return Math.max(0, Math.floor(spare));
}

/** Takes spare height from a lane; what is below it in the same pool comes nearer. */
export function makeLower(bench: Bench, lane: Shape): void {
  const by = spareHeight(bench, lane);
  const start = lane.y + lane.height - 1;

  if (by > 0) {
    const { movingShapes, resizingShapes } = bench.get('spaceTool').calculateAdjustments(within(bench, lane), 'y', by, start);
    bench.get('modeling').createSpace(movingShapes, resizingShapes, { x: 0, y: -by }, 's', start);
  }
}

const isFrame = (element: Shape): boolean => is(element, 'bpmn:Participant', 'bpmn:Lane');

/** All shapes of the pool that a lane belongs to, and the pool. */
function within(bench: Bench, lane: Shape): Shape[] {
  const pool = poolAround(lane);

  return bench.get('elementRegistry').filter((one) => Boolean(one.parent) && !one.waypoints && poolAround(one) === pool);
}

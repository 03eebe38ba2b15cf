import type { Bench } from '../core/Bench';
import type { Point, Shape } from '../core/types';

/** Where a bend goes by one press. */
export const directions = { up: { x: 0, y: -1 }, down: { x: 0, y: 1 }, left: { x: -1, y: 0 }, right: { x: 1, y: 0 } } as const;

export type Direction = keyof typeof directions;

const step = 10;

/** The points between the two ends of a line. */
export const bendsOf = (line: Shape): readonly Point[] => line.waypoints!.slice(1, -1);

/** Moves one bend a little. */
export function moveBend(bench: Bench, line: Shape, bend: number, direction: Direction): void {
  const { x, y } = directions[direction];
  bench.get('modeling').updateWaypoints(line, line.waypoints!.map((point, index) => (index === bend + 1 ? { x: point.x + x * step, y: point.y + y * step } : point)));
}

/** Puts a bend into the middle of the longest stretch, and answers which one it is. */
export function addBend(bench: Bench, line: Shape): number {
  const points = line.waypoints!;
  const lengths = points.slice(1).map((point, index) => Math.hypot(point.x - points[index]!.x, point.y - points[index]!.y));
  const at = lengths.indexOf(Math.max(...lengths));
  const [from, to] = [points[at]!, points[at + 1]!];
  bench.get('modeling').updateWaypoints(line, points.toSpliced(at + 1, 0, { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) }));

  return at;
}

/** Draws a line as if it were new. */
export function layOut(bench: Bench, line: Shape): void {
  bench.get('modeling').layoutConnection(line, { waypoints: [] });
}

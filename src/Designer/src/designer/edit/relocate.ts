import { type Bench, is, own } from '../core/Bench';
import type { Point, Shape } from '../core/types';
import { sequenceFlows } from '../model/flows';
import { makeRoom } from '../model/lanes';
import { connect, freeSpot, lead, middle, onlyBehind, placeBelow } from './insert';

const gap = 60;
const margin = 40;

/** Where steps can go: into a part, out of the part that they are in, or between two steps. */
export interface Goal {
  readonly kind: 'into' | 'out' | 'between';
  /** The part, or the way between the two steps. */
  readonly at: Shape;
}

/** Where in a frame what comes is joined: into a way, behind a step, or before one. */
interface Spot {
  readonly way?: Shape | undefined;
  readonly behind?: Shape | undefined;
  readonly ahead?: Shape | undefined;
}

const isStep = (element: Shape): boolean => is(element, 'bpmn:FlowNode') && element.type !== 'label' && !is(element, 'bpmn:BoundaryEvent');

/** What of the chosen moves by itself: no labels, nothing on the edge of a step, nothing inside of what is chosen too. */
export function movable(chosen: readonly Shape[]): Shape[] {
  const all = [...new Set(chosen.map((element) => element.labelTarget ?? element))];

  return all.filter((element) => (isStep(element) || is(element, 'bpmn:TextAnnotation')) && !all.some((other) => other !== element && isInside(element, other)));
}

export function goalsFor(bench: Bench, chosen: readonly Shape[]): Goal[] {
  const moving = movable(chosen);
  const isFree = (element: Shape): boolean => !moving.some((one) => one === element || isInside(element, one));
  const parts = bench.get('elementRegistry').filter((one) => is(one, 'bpmn:SubProcess') && Boolean(one.parent) && isFree(one));
  const left = parts.filter((part) => moving.length > 0 && moving.every((one) => one.parent === frameOfPart(bench, part)));

  return [
    ...parts.filter((part) => moving.some((one) => one.parent !== frameOfPart(bench, part))).map((at): Goal => ({ kind: 'into', at })),
    ...left.map((at): Goal => ({ kind: 'out', at })),
    ...(moving.some(isStep) ? bench.get('elementRegistry').filter((one) => is(one, 'bpmn:SequenceFlow') && one.type !== 'label' && isFree(one.source!) && isFree(one.target!)
      && !is(one.source!, 'bpmn:EventBasedGateway')).map((at): Goal => ({ kind: 'between', at })) : []),
  ];
}

/** Moves steps to where they are wanted: the way they leave closes, what hangs together stays together, and the way there leads through them. */
export function moveSteps(bench: Bench, chosen: readonly Shape[], goal: Goal): void {
  bench.compose(() => {
    let spot: Spot | undefined;

    for (const steps of chains(movable(chosen))) {
      const frame = frameOfGoal(bench, goal);
      const moving = steps[0]!.parent === frame ? steps : [...new Set([...steps, ...steps.flatMap((step) => step.attachers ?? []).flatMap(onlyBehind)])];
      const early = goal.kind === 'into' && leadsTo(steps, goal.at);
      closeGap(bench, steps, moving);
      spot = join(bench, steps, put(bench, moving, spot ?? spotOf(bench, goal, early), frame));
    }
  });
}

/** Lets the way around steps close: what led to them leads to what followed, where that is one step. */
export function closeGap(bench: Bench, steps: readonly Shape[], moving: readonly Shape[]): void {
  const ins = sequenceFlows(steps.flatMap((step) => step.incoming)).filter((flow) => !moving.includes(flow.source!));
  const outs = sequenceFlows(steps.flatMap((step) => step.outgoing)).filter((flow) => !moving.includes(flow.target!));
  const next = [...new Set(outs.map((flow) => flow.target!))];
  const onward = next.length === 1 ? next[0] : undefined;
  const kept = onward ? ins.filter((flow) => flow.source !== onward) : [];

  for (const flow of kept) {
    lead(bench, flow, flow.source!, onward!);
  }

  bench.get('modeling').removeElements([...outs, ...ins.filter((flow) => !kept.includes(flow))]);
}

/** Moves shapes so that their top left comes to lie at, or below, a place in a frame. */
export function shift(bench: Bench, shapes: readonly Shape[], wish: Point, frame: Shape): void {
  const size = boxOf(shapes);
  const at = freeSpot(bench, size, { x: wish.x + size.width / 2, y: wish.y + size.height / 2 }, frame, shapes);
  const now = boxOf(shapes);
  bench.get('modeling').moveElements([...shapes], { x: Math.round(at.x - size.width / 2 - now.x), y: Math.round(at.y - size.height / 2 - now.y) }, frame, { staysBeside: true });
}

/** The chosen in pieces that hang together, in the order in which they stand. */
export function chains(steps: readonly Shape[]): Shape[][] {
  const open = new Set([...steps].sort((a, b) => a.x - b.x || a.y - b.y));
  const found: Shape[][] = [];

  for (const first of open) {
    const chain = [first];
    open.delete(first);

    for (const one of chain) {
      for (const next of [...sequenceFlows(one.outgoing).map((flow) => flow.target!), ...sequenceFlows(one.incoming).map((flow) => flow.source!)].filter((step) => open.has(step))) {
        chain.push(next);
        open.delete(next);
      }
    }

    found.push(chain);
  }

  return found;
}

function frameOfGoal(bench: Bench, { kind, at }: Goal): Shape {
  return kind === 'into' ? frameOfPart(bench, at) : kind === 'out' ? at.parent! : (at.source!.host ?? at.source!).parent!;
}

/** Where the steps of a part lie: in it, or on a page of their own where it is drawn closed. */
const frameOfPart = (bench: Bench, part: Shape): Shape => (part.collapsed ? bench.get('elementRegistry').get(`${part.id}_plane`) : undefined) ?? part;

function spotOf(bench: Bench, { kind, at }: Goal, early: boolean): Spot {
  if (kind === 'between') {
    return { way: at };
  }

  return kind === 'into' ? (early ? beginning : ending)((frameOfPart(bench, at).children ?? []).filter((one) => isStep(one) && !own(one).get('triggeredByEvent'))) : behind(at);
}

function beginning(inside: readonly Shape[]): Spot {
  const firsts = inside.filter((step) => sequenceFlows(step.incoming).length === 0);
  const first = firsts.length === 1 ? firsts[0] : undefined;

  return first && !is(first, 'bpmn:StartEvent') ? { ahead: first } : first ? behind(first) : {};
}

function ending(inside: readonly Shape[]): Spot {
  const lasts = inside.filter((step) => sequenceFlows(step.outgoing).length === 0);
  const last = lasts.length === 1 ? lasts[0] : undefined;

  return last && is(last, 'bpmn:EndEvent') ? (sequenceFlows(last.incoming).length === 1 ? { way: sequenceFlows(last.incoming)[0] } : {}) : last ? { behind: last } : {};
}

function behind(step: Shape): Spot {
  const out = sequenceFlows(step.outgoing);

  return own(step).get('triggeredByEvent') || out.length > 1 ? {} : out.length === 1 ? { way: out[0] } : { behind: step };
}

/** Makes room at a spot and moves the shapes there. */
function put(bench: Bench, shapes: readonly Shape[], spot: Spot, frame: Shape): Spot {
  const size = boxOf(shapes);
  const corner = (at: Point): Point => ({ x: at.x, y: at.y - size.height / 2 });

  if (spot.way && spot.way.target!.x < right(spot.way.source!)) {
    shift(bench, shapes, { x: spot.way.source!.x, y: bottom(spot.way.source!) + gap }, frame);
  } else if (spot.way) {
    const [source, target] = [spot.way.source!, spot.way.target!];
    const over = size.width + 2 * gap - (target.x - right(source));
    over > 0 && makeRoom(bench, 'x', over, Math.floor((right(source) + target.x) / 2));
    shift(bench, shapes, corner({ x: right(source) + gap, y: middle(source).y }), frame);
  } else if (spot.ahead) {
    makeRoom(bench, 'x', size.width + gap, spot.ahead.x - 1);
    shift(bench, shapes, corner({ x: spot.ahead.x - gap - size.width, y: middle(spot.ahead).y }), frame);
  } else if (spot.behind) {
    shift(bench, shapes, corner({ x: right(spot.behind) + gap, y: middle(spot.behind).y }), frame);
  } else {
    shift(bench, shapes, corner(alone(bench, shapes, size, frame)), frame);
  }

  return spot;
}

/** A place in a frame beside what is in it. */
function alone(bench: Bench, shapes: readonly Shape[], size: { width: number; height: number }, frame: Shape): Point {
  if (!is(frame, 'bpmn:SubProcess')) {
    const below = placeBelow(bench, size);

    return { x: below.x - size.width / 2, y: below.y };
  }

  const inside = (frame.children ?? []).filter((one) => isStep(one) && !shapes.includes(one));

  return { x: Math.max((frame.x ?? 0) + margin, ...inside.map((one) => right(one) + gap)), y: frame.width === undefined ? 200 : middle(frame).y };
}

/** Leads the way through what has come, and answers where what comes next is joined. */
function join(bench: Bench, steps: readonly Shape[], { way, behind: before, ahead }: Spot): Spot {
  const firsts = steps.filter((step) => isStep(step) && sequenceFlows(step.incoming).length === 0 && !is(step, 'bpmn:StartEvent') && !own(step).get('triggeredByEvent'));
  const lasts = steps.filter((step) => isStep(step) && sequenceFlows(step.outgoing).length === 0 && !is(step, 'bpmn:EndEvent') && !own(step).get('triggeredByEvent'));
  const [first, last] = [firsts[0], lasts[0]];

  if (firsts.length !== 1 || lasts.length > 1 || (!last && !before)) {
    return way || before || ahead ? { way, behind: before, ahead } : {};
  }

  if (way) {
    const target = way.target!;
    lead(bench, way, way.source!, first!);

    return { way: connect(bench, last!, target) };
  }

  if (ahead) {
    return { way: connect(bench, last!, ahead) };
  }

  before && !is(before, 'bpmn:EndEvent') && connect(bench, before, first!);

  return last ? { behind: last } : {};
}

/** Whether a way leads from some steps to another. */
function leadsTo(steps: readonly Shape[], goal: Shape): boolean {
  const seen = new Set(steps);

  for (const one of seen) {
    sequenceFlows([...one.outgoing, ...(one.attachers ?? []).flatMap((edge) => edge.outgoing)]).forEach((flow) => seen.add(flow.target!));
  }

  return seen.has(goal);
}

function isInside(element: Shape, outer: Shape): boolean {
  for (let one = element.parent; one; one = one.parent) {
    if (own(one) === own(outer)) {
      return true;
    }
  }

  return false;
}

function boxOf(shapes: readonly Shape[]): { x: number; y: number; width: number; height: number } {
  const [left, top] = [Math.min(...shapes.map((one) => one.x)), Math.min(...shapes.map((one) => one.y))];

  return { x: left, y: top, width: Math.max(...shapes.map(right)) - left, height: Math.max(...shapes.map(bottom)) - top };
}

const right = (shape: Shape): number => shape.x + shape.width;
const bottom = (shape: Shape): number => shape.y + shape.height;

import { type Bench, definitionsOf, is } from '../core/Bench';
import { isGeneric } from '../core/copying';
import type { Moddle, Shape } from '../core/types';
import { sequenceFlows } from '../model/flows';
import { makeRoom } from '../model/lanes';
import type { Page } from '../page/Page';
import { connect, frameOf, freeSpot, lead, middle, parentOf, placeBelow } from './insert';

const key = 'office-clipboard';
const gap = 60;

type Descriptor = { x?: number; y?: number; width?: number; height?: number; referencedRootElement?: Moddle };
type Tree = Record<string, readonly Descriptor[]>;

/** What is copied here can be pasted in another procedure: it lies in the browser, not in the page. */
export function shareClipboard({ bench }: Page): void {
  const load = (text: string | null): void => {
    if (text) {
      bench.get('clipboard').set(read(text, bench));
    }
  };
  const events = bench.get('eventBus');
  events.on('copyPaste.elementsCopied', (({ tree }: { tree: Tree }) => localStorage.setItem(key, JSON.stringify(tree, written))) as (event: never) => void);
  events.on('copyPaste.pasteElement', 3000, (({ descriptor }: { descriptor: Descriptor }) => {
    descriptor.referencedRootElement &&= ownOf(bench, descriptor.referencedRootElement);
  }) as (event: never) => void);
  window.addEventListener('storage', (event) => event.key === key && load(event.newValue));
  load(localStorage.getItem(key));
}

/** Pastes behind a step, into the way that leaves it where there is exactly one; without a step, below everything. */
export function pasteAfter(bench: Bench, element: Shape | undefined): readonly Shape[] {
  const tree = bench.get('clipboard').get() as Tree | undefined;

  if (!tree) {
    return [];
  }

  return bench.compose(() => {
    const size = sizeOf(tree[0] ?? []);
    const way = element && onlyWay(element);
    const at = element ? placeBehind(bench, element, way, size) : placeBelow(bench, size);
    const parent = element ? parentOf(element) : frameOf(bench);
    const made = bench.get('copyPaste').paste({ element: parent, point: at });
    join(bench, element, way, made.filter((one) => one.parent === parent));

    return made;
  });
}

function join(bench: Bench, element: Shape | undefined, way: Shape | undefined, made: readonly Shape[]): void {
  const steps = made.filter((one) => is(one, 'bpmn:FlowNode') && !is(one, 'bpmn:BoundaryEvent') && one.type !== 'label');
  const first = steps.filter((one) => !one.incoming.some((flow) => is(flow, 'bpmn:SequenceFlow')) && !is(one, 'bpmn:StartEvent'));
  const last = steps.filter((one) => !one.outgoing.some((flow) => is(flow, 'bpmn:SequenceFlow')) && !is(one, 'bpmn:EndEvent'));

  if (!element || first.length !== 1 || is(element, 'bpmn:EndEvent')) {
    return;
  }

  if (!way) {
    element.outgoing.some((flow) => is(flow, 'bpmn:SequenceFlow')) || connect(bench, element, first[0]!);
  } else if (last.length === 1) {
    const target = way.target!;
    lead(bench, way, element, first[0]!);
    connect(bench, last[0]!, target);
  }
}

function onlyWay(element: Shape): Shape | undefined {
  const ways = sequenceFlows(element.outgoing);

  return ways.length === 1 ? ways[0] : undefined;
}

function placeBehind(bench: Bench, element: Shape, way: Shape | undefined, size: { width: number; height: number }): { x: number; y: number } {
  const right = element.x + element.width;
  const free = way && way.target!.x >= right ? way.target!.x - right : undefined;

  if (free !== undefined && free < size.width + 2 * gap) {
    makeRoom(bench, 'x', size.width + 2 * gap - free, Math.floor((right + way!.target!.x) / 2));
  }

  return freeSpot(bench, size, { x: right + gap + size.width / 2, y: middle(element).y }, parentOf(element));
}

function sizeOf(shapes: readonly Descriptor[]): { width: number; height: number } {
  // A way has a width too, and no place.
  const boxes = shapes.filter((one) => one.x !== undefined && one.width !== undefined) as Required<Descriptor>[];

  return {
    width: Math.max(...boxes.map((one) => one.x + one.width), 0) - Math.min(...boxes.map((one) => one.x)),
    height: Math.max(...boxes.map((one) => one.y + one.height), 0) - Math.min(...boxes.map((one) => one.y)),
  };
}

/** The message or error of this document that means the same, else a new one: an id of another document says nothing here. */
function ownOf(bench: Bench, foreign: Moddle): Moddle {
  const known = definitionsOf(bench).get<Moddle[]>('rootElements').find((root) => root === foreign || (root.$type === foreign.$type && root.get('name') === foreign.get('name')));

  if (!known) {
    foreign.set('id', undefined);
  }

  return known ?? foreign;
}

function written(_: string, value: unknown): unknown {
  return isGeneric(value)
    ? { $any: value.$type, $uri: (value.$descriptor as { ns: { uri: string } }).ns.uri, ...Object.fromEntries(Object.entries(value)) }
    : value;
}

function read(text: string, bench: Bench): unknown {
  const moddle = bench.get('moddle');
  const known = new Map<string, Moddle>();
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value !== 'object' || value === null) {
        return value;
      }

      const { $any, $uri, $type, ...properties } = value as Record<string, string>;

      if ($any) {
        return moddle.createAny($any, $uri!, properties);
      }

      if (!$type) {
        return value;
      }

      const id = properties['id'];
      const made = (id && known.get(id)) || moddle.create($type, properties);
      id && known.set(id, made);

      return made;
    });
  } catch {
    return undefined;
  }
}

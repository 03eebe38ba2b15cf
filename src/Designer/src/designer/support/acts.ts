import { is } from '../core/Bench';
import type { Point, Shape } from '../core/types';
import { changeKind, canBecome } from '../edit/changeKind';
import { pasteAfter, shareClipboard } from '../edit/clipboard';
import { attachEvent, canAttach, canDetach, detachEdge, hostsFor, moveEdge } from '../edit/edges';
import { addAlone, append, attach, connect, frameOf, insertAfter, insertInside, insertInto, middle, newShape, removeStep } from '../edit/insert';
import { makeHigher, makeLower, spareHeight } from '../edit/laneSize';
import { addBend, bendsOf, type Direction, directions, layOut, moveBend } from '../edit/lineShape';
import { canMoveStep, moveStep } from '../edit/moveStep';
import { goalsFor, moveSteps } from '../edit/relocate';
import { giveToRole, insertAtEach, removeSteps, templatesFor } from '../edit/several';
import { templates } from '../edit/templates';
import { otherEnds, reattach, tie, untied } from '../edit/ties';
import { readInput } from '../model/bindings';
import type { Catalogue } from '../model/Catalogue';
import { moveInOrder } from '../model/flows';
import { kinds, kindOf, type KindId } from '../model/kinds';
import { addLane, lanesOf, makeRoom, moveToRole, removeLane } from '../model/lanes';
import { writeOwnText } from '../model/ownTexts';
import { addContextPad } from '../page/contextPad';
import { makeFrame } from '../page/Frame';
import type { Page } from '../page/Page';
import { addPalette } from '../page/palette';
import { properties, type Property, settingsOf } from '../panel/properties';
import { another } from './another';
import { catalogue, draw, type Drawing } from './drawing';

/** Rolls a number from 0 to one below the sides; the same numbers for the same seed. */
export type Roll = (sides: number) => number;

/** One thing that somebody can do in the designer; it does nothing where the drawing has no place for it. */
export interface Act {
  readonly name: string;
  run(drawing: Drawing, roll: Roll): void;
}

/** Rolls the same numbers on every run of a seed. */
export function dice(seed: number): Roll {
  let state = seed;

  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;

    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** A drawing with what the page adds to it: names of what is drawn, the clipboard, the buttons beside an element. */
export async function drawOnPage(source: string): Promise<Drawing> {
  const drawing = await draw(source);
  const page = { ...drawing, frame: makeFrame(), locked: new Set<string>(), say: () => undefined } as unknown as Page;
  [shareClipboard, addPalette, addContextPad].forEach((part) => part(page));

  return drawing;
}

type Test = (element: Shape) => boolean;
const byId = (a: Shape, b: Shape): number => (a.id < b.id ? -1 : 1);
const all = ({ bench }: Drawing, test: Test): Shape[] => bench.get('elementRegistry').filter((one) => one.type !== 'label' && !one.labelTarget && Boolean(one.parent) && test(one)).sort(byId);
const isNode: Test = (one) => is(one, 'bpmn:FlowNode');
const isFlow: Test = (one) => is(one, 'bpmn:SequenceFlow');
const isHandler: Test = (one) => one.businessObject.get('triggeredByEvent') === true;
const goesOn: Test = (one) => isNode(one) && !is(one, 'bpmn:EndEvent') && !isHandler(one);

/** One of those that pass the test. */
function pick(drawing: Drawing, roll: Roll, test: Test): Shape | undefined {
  const fitting = all(drawing, test);

  return fitting[roll(Math.max(1, fitting.length))];
}

/** Does it with one of those that pass the test, where there is one. */
const withOne = (name: string, test: (element: Shape, drawing: Drawing) => boolean, act: (element: Shape, drawing: Drawing, roll: Roll) => unknown): Act => ({
  name,
  run: (drawing, roll) => {
    const element = pick(drawing, roll, (one) => test(one, drawing));
    element && act(element, drawing, roll);
  },
});

const isAlone = (id: KindId): boolean => kindOf(id).type === 'bpmn:StartEvent' || id === 'onEvent' || id === 'note';

/** Drops a part of the palette on the paper, on a step or on a way, as the mouse does where it is allowed. */
const dropped = (id: KindId): Act => ({
  name: `draw ${id}`,
  run: (drawing, roll) => {
    const { bench } = drawing;
    const shape = newShape(bench, kindOf(id));
    const target = kindOf(id).isAttached ? pick(drawing, roll, (one) => is(one, 'bpmn:Activity') && !isHandler(one))
      : roll(3) === 0 ? pick(drawing, roll, isFlow) : pick(drawing, roll, (one) => is(one, 'bpmn:Participant', 'bpmn:SubProcess')) ?? frameOf(bench);

    if (target) {
      const position = placeIn(target, roll);
      const rule = kindOf(id).isAttached ? bench.get('rules').allowed('shape.attach', { shape, target, position }) : bench.get('rules').allowed('shape.create', { shape, target, position });
      rule && modelingOf(drawing).createElements([shape], position, target, { attach: Boolean(kindOf(id).isAttached) });
    }
  },
});

function placeIn(target: Shape, roll: Roll): Point {
  if (target.waypoints) {
    const [from, to] = [target.waypoints[0]!, target.waypoints[1]!];

    return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
  }

  return is(target, 'bpmn:Participant', 'bpmn:SubProcess') || target.width === undefined
    ? { x: Math.round((target.x ?? 0) + 60 + roll(Math.max(1, (target.width ?? 800) - 120))), y: Math.round((target.y ?? 0) + 60 + roll(Math.max(1, (target.height ?? 400) - 120))) }
    : { x: Math.round(target.x + target.width / 2), y: Math.round(target.y + target.height) };
}

interface MoreModeling {
  createElements(elements: Shape[], position: Point, parent: Shape, hints: { attach: boolean }): Shape[];
  moveElements(elements: Shape[], delta: Point, parent?: Shape, hints?: { primaryShape: Shape; attach: boolean }): void;
}

const modelingOf = ({ bench }: Drawing): MoreModeling => bench.get('modeling') as unknown as MoreModeling;

interface Pad {
  getEntries(element: Shape): Record<string, { action: { click(event: Event): void } }>;
}

const besideAnElement = (entry: string): Act => withOne(`beside: ${entry}`, goesOn, (element, { bench }) => {
  const entries = (bench.get('contextPad') as unknown as Pad).getEntries(element);
  entries[entry]?.action.click(new Event('click'));
});

/** What the panel sets: most often something else, now and then nothing. */
const set = (property: Property): Act => withOne(`set ${property.id}`, (element, { bench }) => property.on(element, bench), (element, drawing, roll) => {
  const empties = ['choice', 'condition', 'formula', 'lines', 'text', 'ticks', 'due'].includes(property.control) && roll(4) === 0;
  const offered = property.choices?.(catalogue, element, drawing.bench) ?? [];
  const text = empties ? '' : offered.length > 0 && property.control === 'choice' ? offered[roll(offered.length)]!.value : another(property, element, drawing);

  if (text !== property.read(element, drawing.bench)) {
    property.write(drawing.bench, element, text, catalogue);
  }
});

const timers = ['timeDuration:working days(9)', 'timeCycle:repeat working days(2, 5)', 'timeDuration:P4D', 'timeDuration:PT6H', 'timeDate:=date("2027-04-01")'];
const several = (drawing: Drawing, roll: Roll): Shape[] => {
  const from = roll(1000);
  const steps = all(drawing, isNode);

  return steps.length < 8 ? [] : [0, 1, 2].map((at) => steps[(from + at) % steps.length]!).filter((one, at, chosen) => chosen.every((other) => one === other || one.parent !== other) && chosen.indexOf(one) === at);
};
const moved = ({ bench }: Drawing, roll: Roll, chosen: readonly Shape[]): void => {
  const goals = goalsFor(bench, chosen).sort((a, b) => byId(a.at, b.at));
  goals.length > 0 && moveSteps(bench, chosen, goals[roll(goals.length)]!);
};
const canGo = (drawing: Drawing): boolean => all(drawing, isNode).length > 12;
const shift = (roll: Roll): Point => ({ x: (roll(9) - 4) * 20, y: (roll(9) - 4) * 20 });

/** A catalogue in which the act behind the step's form lets the procedure decide something. */
const decided = (element: Shape): Catalogue => ({ ...catalogue, forms: [{ key: readInput(element, 'form'), title: '様式', fields: [], settings: [{ input: 'witnesses', label: '立ち会う人', options: [{ key: 'family', label: '家族' }] }] }] });

/** All that can be done in the designer. What the palette, the pieces, the panel gain comes in by itself. */
export const acts: readonly Act[] = [
  ...kinds.map((kind) => dropped(kind.id)),
  ...kinds.filter((kind) => !kind.isAttached && kind.type !== 'bpmn:StartEvent' && kind.id !== 'onEvent').map((kind) => withOne(`add ${kind.id}`, goesOn, (element, { bench }) => insertAfter(bench, element, kind.id))),
  ...kinds.filter((kind) => kind.isAttached).map((kind) => withOne(`attach ${kind.id}`, (one) => is(one, 'bpmn:Activity') && !isHandler(one), (element, { bench }, roll) => bench.compose(() => attach(bench, element, kind.id, roll(2) === 0)))),
  ...kinds.filter((kind) => isAlone(kind.id)).map((kind): Act => ({ name: `add ${kind.id} to the whole`, run: ({ bench }) => void addAlone(bench, kind) })),
  ...kinds.filter((kind) => !kind.isAttached && kind.id !== 'note').map((kind) => withOne(`add ${kind.id} inside`, (one) => is(one, 'bpmn:SubProcess'), (element, { bench }) => insertInside(bench, element, kind.id))),
  ...kinds.filter((kind) => !['bpmn:SubProcess', 'bpmn:TextAnnotation'].includes(kind.type)).map((kind) => withOne(`become ${kind.id}`, (one) => canBecome(one).includes(kind), (element, { bench }) => changeKind(bench, element, kind.id))),
  ...templates.map((template) => withOne(`piece ${template.id}`, template.fits, (element, { bench }) => template.insert(bench, element))),
  ...properties.map(set),
  withOne('set a setting of an act', (one) => is(one, 'bpmn:UserTask', 'bpmn:ManualTask'), (element, drawing, roll) => set(settingsOf(element, decided(element))[0]!).run(drawing, roll)),
  withOne('set a timer', (one, { bench }) => properties.find((property) => property.id === 'timer')!.on(one, bench), (element, { bench }, roll) => properties.find((property) => property.id === 'timer')!.write(bench, element, timers[roll(timers.length)]!, catalogue)),
  ...['work', 'mail', 'choice', 'end', 'note', 'delete'].map(besideAnElement),
  withOne('join two steps', goesOn, (element, drawing, roll) => {
    const goal = pick(drawing, roll, (one) => isNode(one) && one !== element && one.parent === (element.host ?? element).parent && !is(one, 'bpmn:StartEvent', 'bpmn:BoundaryEvent') && !isHandler(one));
    goal && connect(drawing.bench, element, goal, roll(2) === 0 ? 'agreed = true' : '');
  }),
  ...(['source', 'target'] as const).map((end) => withOne(`let a way or a line have another ${end}`, (one, { bench }) => is(one, 'bpmn:SequenceFlow', 'bpmn:Association') && otherEnds(bench, one, end).length > 0, (line, { bench }, roll) => {
    const others = otherEnds(bench, line, end).sort(byId);
    reattach(bench, line, end, others[roll(others.length)]!);
  })),
  { name: 'move steps into, out of, between', run: (drawing, roll) => moved(drawing, roll, [pick(drawing, roll, isNode)!]) },
  { name: 'move several into, out of, between', run: (drawing, roll) => moved(drawing, roll, several(drawing, roll)) },
  withOne('put an edge event on another step', (one, { bench }) => is(one, 'bpmn:BoundaryEvent') && hostsFor(bench, one).length > 0, (edge, { bench }, roll) => {
    const hosts = hostsFor(bench, edge).sort(byId);
    moveEdge(bench, edge, hosts[roll(hosts.length)]!);
  }),
  withOne('put what is waited for on a step', (one, { bench }) => canAttach(one) && hostsFor(bench, one).length > 0, (event, { bench }, roll) => {
    const hosts = hostsFor(bench, event).sort(byId);
    attachEvent(bench, event, hosts[roll(hosts.length)]!);
  }),
  withOne('take an edge event off its step', (one, { bench }) => canDetach(bench, one), (edge, { bench }) => detachEdge(bench, edge)),
  withOne('tie a note', (one, { bench }) => is(one, 'bpmn:TextAnnotation') && untied(bench, one).length > 0, (note, { bench }, roll) => {
    const free = untied(bench, note).sort(byId);
    tie(bench, note, free[roll(free.length)]!);
  }),
  { name: 'take several away', run: (drawing, roll) => canGo(drawing) && removeSteps(drawing.bench, several(drawing, roll)) },
  { name: 'give several to a role', run: (drawing, roll) => giveToRole(drawing.bench, several(drawing, roll), catalogue.roles[roll(catalogue.roles.length)]!.key, '役割') },
  { name: 'a piece at several', run: (drawing, roll) => {
    const steps = several(drawing, roll);
    const fitting = templatesFor(steps);
    fitting.length > 0 && insertAtEach(drawing.bench, steps, fitting[roll(fitting.length)]!);
  } },
  withOne('put a step into a way', isFlow, (flow, { bench }) => bench.compose(() => insertInto(bench, flow, 'outside'))),
  withOne('end a way', goesOn, (element, { bench }) => bench.compose(() => append(bench, element, 'end', 100))),
  withOne('bend a way', isFlow, (flow, drawing, roll) => {
    const bend = middle({ ...flow, x: flow.waypoints![0]!.x, y: flow.waypoints![0]!.y, width: shift(roll).x, height: shift(roll).y });
    drawing.bench.get('modeling').updateWaypoints(flow, [flow.waypoints![0]!, { x: Math.round(bend.x), y: Math.round(bend.y) }, ...flow.waypoints!.slice(1)]);
  }),
  withOne('put a bend into a line', (one) => is(one, 'bpmn:SequenceFlow', 'bpmn:Association'), (line, { bench }) => addBend(bench, line)),
  withOne('move a bend', (one) => is(one, 'bpmn:SequenceFlow', 'bpmn:Association') && bendsOf(one).length > 0, (line, { bench }, roll) =>
    moveBend(bench, line, roll(bendsOf(line).length), (Object.keys(directions) as Direction[])[roll(4)]!)),
  withOne('draw a line anew', (one) => is(one, 'bpmn:SequenceFlow', 'bpmn:Association'), (line, { bench }) => layOut(bench, line)),
  withOne('try a way earlier', (one) => isFlow(one) && one.source!.outgoing.length > 1, (flow, { bench }) => moveInOrder(bench, flow, -1)),
  withOne('try a way later', (one) => isFlow(one) && one.source!.outgoing.length > 1, (flow, { bench }) => moveInOrder(bench, flow, 1)),
  withOne('remove a step', (one, drawing) => isNode(one) && canGo(drawing), (element, { bench }) => removeStep(bench, element)),
  withOne('remove a way', isFlow, (flow, { bench }) => removeStep(bench, flow)),
  withOne('remove a note', (one) => is(one, 'bpmn:TextAnnotation'), (note, { bench }) => removeStep(bench, note)),
  { name: 'remove several', run: (drawing, roll) => canGo(drawing) && drawing.bench.get('modeling').removeElements(several(drawing, roll)) },
  withOne('move a step', isNode, (element, drawing, roll) => drawing.bench.get('modeling').moveElements([element], shift(roll))),
  withOne('drag a step into another frame', (one) => isNode(one) && !is(one, 'bpmn:BoundaryEvent'), (element, drawing, roll) => {
    const target = pick(drawing, roll, (one) => is(one, 'bpmn:Participant', 'bpmn:SubProcess') && one !== element && one.parent !== element);

    if (target) {
      const place = placeIn(target, roll);
      const delta = { x: place.x - Math.round(middle(element).x), y: place.y - Math.round(middle(element).y) };
      drawing.bench.get('rules').allowed('elements.move', { shapes: [element], delta, position: place, target }) && modelingOf(drawing).moveElements([element], delta, target, { primaryShape: element, attach: false });
    }
  }),
  { name: 'move several', run: (drawing, roll) => drawing.bench.get('modeling').moveElements(several(drawing, roll), shift(roll)) },
  withOne('move a step on', (one) => canMoveStep(one, 1), (element, { bench }) => moveStep(bench, element, 1)),
  withOne('move a step back', (one) => canMoveStep(one, -1), (element, { bench }) => moveStep(bench, element, -1)),
  withOne('size a part', (one) => is(one, 'bpmn:SubProcess', 'bpmn:TextAnnotation'), (element, { bench }, roll) => bench.get('modeling').resizeShape(element, { x: element.x, y: element.y, width: element.width + 20 + roll(50), height: element.height + 20 + roll(50) })),
  withOne('name on the canvas', (one) => isNode(one) || isFlow(one), (element, { bench }, roll) => bench.get('modeling').updateLabel(element, roll(4) === 0 ? '' : `名前${roll(100)}`)),
  withOne('take a label away', (one) => (one as { label?: Shape }).label !== undefined, (element, { bench }) => bench.get('modeling').removeElements([(element as unknown as { label: Shape }).label])),
  withOne('make room', isNode, (element, { bench }, roll) => makeRoom(bench, roll(2) === 0 ? 'x' : 'y', 40, element.x + 10)),
  { name: 'add a lane', run: ({ bench }, roll) => lanesOf(bench).length < 5 && addLane(bench, catalogue.roles[roll(catalogue.roles.length)]!.key, '足した役割') },
  withOne('make a lane higher', (one) => is(one, 'bpmn:Lane'), (lane, { bench }) => makeHigher(bench, lane)),
  withOne('make a lane lower', (one, { bench }) => is(one, 'bpmn:Lane') && spareHeight(bench, one) > 0, (lane, { bench }) => makeLower(bench, lane)),
  withOne('remove a lane', (one, { bench }) => is(one, 'bpmn:Lane') && lanesOf(bench).length > 1, (lane, { bench }) => removeLane(bench, lane)),
  withOne('give a step to a role', (one) => is(one, 'bpmn:UserTask', 'bpmn:ManualTask') && !is(one.parent!, 'bpmn:SubProcess'), (element, { bench }, roll) => moveToRole(bench, element, catalogue.roles[roll(catalogue.roles.length)]!.key, '役割')),
  { name: 'copy and paste behind a step', run: (drawing, roll) => copied(drawing, roll) && pasteAfter(drawing.bench, pick(drawing, roll, (one) => goesOn(one) && !is(one, 'bpmn:BoundaryEvent'))) },
  { name: 'copy and paste below', run: (drawing, roll) => copied(drawing, roll) && pasteAfter(drawing.bench, undefined) },
  { name: 'cut', run: (drawing, roll) => canGo(drawing) && (drawing.bench.get('copyPaste') as unknown as { cut(elements: Shape[]): void }).cut(several(drawing, roll)) },
  { name: 'keep a form of its own', run: ({ bench }, roll) => writeOwnText(bench, 'office:form', `own-${roll(3)}`, roll(4) === 0 ? undefined : `{"title":"様式${roll(100)}","fields":[]}`) },
  { name: 'keep a wording of its own', run: ({ bench }, roll) => writeOwnText(bench, 'office:wording', `own-${roll(3)}`, roll(4) === 0 ? undefined : `件名: ${roll(100)}\n本文`) },
];

function copied(drawing: Drawing, roll: Roll): boolean {
  const steps = several(drawing, roll);
  steps.length > 0 && drawing.bench.get('copyPaste').copy(steps);

  return steps.length > 0 && all(drawing, isNode).length < 60;
}

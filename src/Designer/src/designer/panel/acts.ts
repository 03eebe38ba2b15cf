import { is, own } from '../core/Bench';
import { h } from '../core/dom';
import type { Shape } from '../core/types';
import { attachEvent, canAttach, canDetach, detachEdge, hostsFor, moveEdge } from '../edit/edges';
import { attach, connect, furnish, insertAfter, insertInside, insertInto, writeNote } from '../edit/insert';
import { goalsFor, movable, moveSteps } from '../edit/relocate';
import { templates } from '../edit/templates';
import { type End, otherEnds, reattach, tie, untied } from '../edit/ties';
import { apart, groups, type Kind, kindOf, type KindId, kinds, titleOf } from '../model/kinds';
import { design } from '../../words/design';
import { groupWords, kindWords } from '../../words/kinds';
import { templateWords } from '../../words/templates';
import type { PanelContext } from './Panel';
import { bending, sizing } from './shaping';

/** One thing to choose from; those of one group stand together. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string | undefined;
}

/** All that can be done with one element beside setting its properties. */
export function acts(element: Shape, context: PanelContext): (Node | undefined)[] {
  const isNode = is(element, 'bpmn:FlowNode');
  const canGoOn = isNode && !is(element, 'bpmn:EndEvent') && !own(element).get('triggeredByEvent');

  return [
    ...(canGoOn ? [adding(element, context), connecting(element, context)] : isNode ? [noting(element, context)] : []),
    is(element, 'bpmn:SubProcess') ? addingInside(element, context) : undefined,
    ...(is(element, 'bpmn:SequenceFlow') ? [addingToWay(element, context), noting(element, context)] : []),
    ...(element.waypoints ? [reattaching(element, 'source', context), reattaching(element, 'target', context)] : []),
    element.waypoints ? bending(element, context) : undefined,
    is(element, 'bpmn:Lane') ? sizing(element, context) : undefined,
    is(element, 'bpmn:TextAnnotation') ? tying(element, context) : undefined,
    element.host ? rehosting(element, context) : undefined,
    element.host && canDetach(context.bench, element) ? detaching(element, context) : undefined,
    canAttach(element) ? attaching(element, context) : undefined,
    moving([element], context),
    ...(isNode ? pieces(element, context) : []),
  ];
}

/** A list to choose from, and a button that does it with what was chosen; nothing where there is no choice. */
export function choosing(id: string, label: string, options: readonly Option[], word: string, act: (option: Option) => void, help = ''): Node | undefined {
  if (options.length === 0) {
    return undefined;
  }

  const named = [...new Set(options.map((option) => option.group))];
  const inGroup = (group: string | undefined): Node[] => options.filter((option) => option.group === group).map((option) => h('option', { value: option.value }, option.label));
  const select: HTMLSelectElement = h('select', { id: `${id}-to` }, ...named.flatMap((group) => (group === undefined ? inGroup(group) : [h('optgroup', { label: group }, ...inGroup(group))])));

  return h('div', { class: 'panel-act' }, h('label', { for: `${id}-to` }, label),
    h('div', { class: 'panel-row' }, select, button(`${id}-do`, word, () => act(options.find((option) => option.value === select.value)!))),
    help ? h('p', { class: 'panel-help' }, help) : undefined);
}

export function button(id: string, word: string, act: () => void, more = 'button-quiet'): HTMLButtonElement {
  return h('button', { type: 'button', id, class: `button button-small ${more}`, onclick: act }, word);
}

const kindOptions = (offered: readonly Kind[]): Option[] =>
  groups.flatMap((group) => offered.filter((kind) => kind.group === group).map((kind) => ({ value: kind.id, label: kindWords[kind.id].name, group: groupWords[group] })));

function shapeOptions(shapes: readonly Shape[]): Option[] {
  const title = apart(shapes);

  return shapes.map((shape) => ({ value: shape.id, label: title(shape) }));
}

function adding(element: Shape, context: PanelContext): Node | undefined {
  const isHost = is(element, 'bpmn:Activity');
  const offered = kinds.filter((kind) => (kind.isAttached ? isHost : kind.type !== 'bpmn:StartEvent' && kind.id !== 'onEvent'));

  return choosing('add', design.add, kindOptions(offered), design.addDo, ({ value }) => {
    const id = value as KindId;
    const made = kindOf(id).isAttached
      ? context.bench.compose(() => {
          const edge = attach(context.bench, element, id, id !== 'deadline');
          context.bench.get('modeling').updateProperties(edge, { name: kindWords[id].name });

          return edge;
        })
      : insertAfter(context.bench, element, id);
    context.select(made);
    context.say(design.added(kindWords[id].name));
  });
}

function addingInside(part: Shape, context: PanelContext): Node | undefined {
  const isHandler = own(part).get('triggeredByEvent') === true;
  const offered = kinds.filter((kind) => !kind.isAttached && kind.id !== 'note' && (kind.type !== 'bpmn:StartEvent' || (isHandler ? kind.event !== undefined : kind.event === undefined)));

  return choosing('inside', design.addInside, kindOptions(offered), design.addDo, ({ value }) => {
    context.select(insertInside(context.bench, part, value as KindId));
    context.say(design.added(kindWords[value as KindId].name));
  });
}

function addingToWay(flow: Shape, context: PanelContext): Node | undefined {
  const offered = kinds.filter((kind) => !kind.isAttached && kind.id !== 'note' && kind.id !== 'onEvent' && !/StartEvent$|EndEvent$/.test(kind.type));

  return choosing('way', design.addToWay, kindOptions(offered), design.addDo, ({ value }) => {
    const id = value as KindId;
    context.select(context.bench.compose(() => {
      const made = insertInto(context.bench, flow, id);
      furnish(context.bench, made, kindOf(id));

      return made;
    }));
    context.say(design.added(kindWords[id].name));
  });
}

function noting(element: Shape, context: PanelContext): Node {
  const word = is(element, 'bpmn:SequenceFlow') ? design.noteOnWay : design.noteOnStep;

  return h('p', { class: 'panel-act' }, button('note-do', word, () => {
    context.select(writeNote(context.bench, element));
    context.say(design.added(kindWords.note.name));
  }));
}

/** Where a way may lead: steps of the same frame that something may come before. */
function connecting(element: Shape, context: PanelContext): Node | undefined {
  const goals = context.bench.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode') && !is(one, 'bpmn:StartEvent', 'bpmn:BoundaryEvent')
    && !one.labelTarget && one !== element && own(one).get('triggeredByEvent') !== true && one.parent === (element.host ?? element).parent);

  return choosing('connect', design.connectTo, shapeOptions(goals), design.connect, ({ value }) => context.select(connect(context.bench, element, shapeOf(value, context))));
}

function reattaching(line: Shape, end: End, context: PanelContext): Node | undefined {
  const isWay = is(line, 'bpmn:SequenceFlow');
  const word = end === 'source' ? (isWay ? design.reconnectSource : design.reconnectLineSource) : isWay ? design.reconnectTarget : design.reconnectLineTarget;

  return choosing(`reconnect-${end}`, word, shapeOptions(otherEnds(context.bench, line, end)), design.reconnectDo, ({ value }) => {
    reattach(context.bench, line, end, shapeOf(value, context));
    context.say(design.reconnected(titleOf(line.source!), titleOf(line.target!)));
  });
}

function tying(note: Shape, context: PanelContext): Node | undefined {
  return choosing('tie', design.tieTo, shapeOptions(untied(context.bench, note)), design.tieDo, ({ value, label }) => {
    tie(context.bench, note, shapeOf(value, context));
    context.say(design.tied(label));
  });
}

function rehosting(edge: Shape, context: PanelContext): Node | undefined {
  return choosing('host', design.hostTo, shapeOptions(hostsFor(context.bench, edge)), design.hostDo, ({ value, label }) => {
    moveEdge(context.bench, edge, shapeOf(value, context));
    context.select(edge);
    context.say(design.hosted(label));
  });
}

function attaching(event: Shape, context: PanelContext): Node | undefined {
  return choosing('edge', design.edgeTo, shapeOptions(hostsFor(context.bench, event)), design.attachDo, ({ value, label }) => {
    context.select(attachEvent(context.bench, event, shapeOf(value, context)));
    context.say(design.hosted(label));
  }, design.edgeHelp);
}

function detaching(edge: Shape, context: PanelContext): Node {
  return h('p', { class: 'panel-act' },
    button('detach-do', design.detach, () => {
      const title = titleOf(edge);
      context.select(detachEdge(context.bench, edge));
      context.say(design.detached(title));
    }),
    h('span', { class: 'panel-help' }, design.detachHelp));
}

/** Moving steps into and out of parts, and between two others. */
export function moving(chosen: readonly Shape[], context: PanelContext): Node | undefined {
  const goals = goalsFor(context.bench, chosen);
  const title = apart(goals.map((goal) => goal.at));
  const options = goals.map(({ kind, at }, index) => ({
    value: String(index),
    label: kind === 'into' ? design.moveInto(title(at)) : kind === 'out' ? design.moveOut(title(at)) : title(at),
    group: kind === 'between' ? design.moveGroups.between : design.moveGroups.part,
  }));

  return choosing('move', design.moveTo, options, design.moveDo, ({ value, label }) => {
    moveSteps(context.bench, chosen, goals[Number(value)]!);
    context.say(design.movedTo(movable(chosen).length, label));
  }, design.moveToHelp);
}

function pieces(element: Shape, context: PanelContext): Node[] {
  const fitting = templates.filter((template) => template.fits(element));

  return fitting.length === 0 ? [] : [
    h('h3', {}, design.pieces),
    ...fitting.map((template) => h('p', { class: 'panel-piece' },
      button(`piece-${template.id}`, templateWords[template.id].name, () => {
        context.select(template.insert(context.bench, element));
        context.say(design.added(templateWords[template.id].name));
      }),
      h('span', { class: 'panel-help' }, templateWords[template.id].help))),
  ];
}

const shapeOf = (id: string, context: PanelContext): Shape => context.bench.get('elementRegistry').get(id)!;

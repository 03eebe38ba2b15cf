import { type Bench, is } from '../core/Bench';
import { h, refill } from '../core/dom';
import type { Shape } from '../core/types';
import { attach, connect, insertAfter, insertInside, redirect, removeStep } from '../edit/insert';
import { holdsLocked } from '../edit/locking';
import { templates } from '../edit/templates';
import { canBecome, changeKind } from '../edit/changeKind';
import type { Catalogue } from '../model/Catalogue';
import { groups, kindName, kindOf, kinds, type KindId, titleOf } from '../model/kinds';
import { design } from '../../words/design';
import { groupWords, kindWords } from '../../words/kinds';
import { propertyWords } from '../../words/properties';
import { templateWords } from '../../words/templates';
import { controlFor } from './controls';
import { type FileActs, fileButtons } from './fileButtons';
import { propertiesOf, type Property, settingsOf } from './properties';

/** What the panel is given. */
export interface PanelContext {
  bench: Bench;
  catalogue: Catalogue;
  locked: ReadonlySet<string>;
  findings(element: Shape): readonly Node[];
  say(message: string): void;
  select(element: Shape): void;
  readonly files: FileActs;
}

/** What is locked by law about a statutory step: it can neither go nor become another work. */
const lockedProperties: ReadonlySet<string> = new Set(['form', 'role']);

export function showPanel(host: HTMLElement, selected: readonly Shape[], context: PanelContext): void {
  const element = selected.length === 1 ? (selected[0]!.labelTarget ?? selected[0]!) : undefined;

  if (!element) {
    refill(host, h('h2', { class: 'panel-title', id: 'panel-title', tabindex: -1 }, selected.length > 1 ? design.severalChosen(selected.length) : design.wholeProcedure),
      h('p', { class: 'panel-help' }, design.nothingChosen), procedurePart(context));
    return;
  }

  refill(host, ...parts(element, context));
}

function procedurePart(context: PanelContext): Node | undefined {
  const root = context.bench.get('canvas').getRootElement();

  return root ? h('div', {}, ...fields(root, context)) : undefined;
}

function parts(element: Shape, context: PanelContext): (Node | undefined)[] {
  const isLocked = context.locked.has(element.id);
  const all = [...propertiesOf(element, context.bench), ...settingsOf(element, context.catalogue)];
  const rare = all.filter((property) => property.isRare);

  return [
    h('h2', { class: 'panel-title', id: 'panel-title', tabindex: -1 }, titleOf(element), ' ', h('span', { class: 'panel-kind' }, kindName(element))),
    isLocked ? h('p', { class: 'panel-locked' }, design.locked) : undefined,
    ...context.findings(element),
    kindPart(element, context, isLocked),
    ...all.filter((property) => !property.isRare).map((property) => field(property, element, context)),
    rare.length > 0 ? h('details', { class: 'panel-more', open: wasOpen() }, h('summary', { onclick: toggled }, design.more), ...rare.map((property) => field(property, element, context))) : undefined,
    ...acts(element, context),
    holdsLocked(element, context.locked, context.bench) || is(element, 'bpmn:Process', 'bpmn:Collaboration') ? undefined : deletion(element, context),
  ];
}

let isMoreOpen = false;
const wasOpen = (): boolean => isMoreOpen;
const toggled = (): void => void (isMoreOpen = !isMoreOpen);

function fields(element: Shape, context: PanelContext): Node[] {
  return propertiesOf(element, context.bench).filter((property) => !property.isRare).map((property) => field(property, element, context));
}

function field(property: Property, element: Shape, context: PanelContext): Node {
  const id = `set-${property.id}`;
  const words: { label: string; help: string } = property.words ?? propertyWords[property.id];
  const isLocked = context.locked.has(element.id) && lockedProperties.has(property.id);
  const write = (text: string): void => {
    if (text !== property.read(element, context.bench)) {
      property.write(context.bench, element, text, context.catalogue);
    }
  };

  const control = controlFor({ id, property, element, words, isLocked, write, bench: context.bench, catalogue: context.catalogue });
  control.append(...fileButtons(property, element, context.bench, context.files, isLocked));

  return control;
}

function kindPart(element: Shape, context: PanelContext, isLocked: boolean): Node | undefined {
  const others = canBecome(element);

  if (others.length === 0 || isLocked) {
    return undefined;
  }

  const select: HTMLSelectElement = h('select', { id: 'set-kind', onchange: () => void context.select(changeKind(context.bench, element, select.value as KindId)) },
    ...others.map((kind) => h('option', { value: kind.id, selected: kindWords[kind.id].name === kindName(element) }, `${kindWords[kind.id].name}(${kindWords[kind.id].term})`)));

  return h('div', { class: 'panel-field' }, h('label', { for: 'set-kind' }, design.kind), select);
}

function acts(element: Shape, context: PanelContext): Node[] {
  const isNode = is(element, 'bpmn:FlowNode');
  const canGoOn = isNode && !is(element, 'bpmn:EndEvent') && !(is(element, 'bpmn:SubProcess') && element.businessObject.get('triggeredByEvent'));

  return [
    ...(canGoOn ? [adding(element, context), connecting(element, context)] : []),
    ...(is(element, 'bpmn:SubProcess') ? [addingInside(element, context)] : []),
    ...(is(element, 'bpmn:SequenceFlow') ? [reconnecting(element, context)] : []),
    ...(isNode ? pieces(element, context) : []),
  ];
}

function adding(element: Shape, context: PanelContext): Node {
  const isHost = is(element, 'bpmn:Activity');
  const offered = kinds.filter((kind) => (kind.isAttached ? isHost : kind.type !== 'bpmn:StartEvent' && kind.id !== 'onEvent'));
  const select: HTMLSelectElement = h('select', { id: 'add-what' }, ...groups.map((group) => {
    const inside = offered.filter((kind) => kind.group === group);

    return inside.length === 0 ? undefined : h('optgroup', { label: groupWords[group] }, ...inside.map((kind) => h('option', { value: kind.id }, kindWords[kind.id].name)));
  }));
  const add = (): void => {
    const id = select.value as KindId;
    const made = kindOf(id).isAttached
      ? context.bench.compose(() => {
          const edge = attach(context.bench, element, id, id !== 'deadline');
          context.bench.get('modeling').updateProperties(edge, { name: kindWords[id].name });

          return edge;
        })
      : insertAfter(context.bench, element, id);
    context.select(made);
    context.say(design.added(kindWords[id].name));
  };

  return h('div', { class: 'panel-act' }, h('label', { for: 'add-what' }, design.add), h('div', { class: 'panel-row' }, select, button('add-do', design.addDo, add)));
}

function addingInside(part: Shape, context: PanelContext): Node {
  const isHandler = part.businessObject.get('triggeredByEvent') === true;
  const offered = kinds.filter((kind) => !kind.isAttached && kind.id !== 'note' && (kind.type !== 'bpmn:StartEvent' || (isHandler ? kind.event !== undefined : kind.event === undefined)));
  const select = h('select', { id: 'add-inside' }, ...offered.map((kind) => h('option', { value: kind.id }, kindWords[kind.id].name)));
  const add = (): void => {
    context.select(insertInside(context.bench, part, select.value as KindId));
    context.say(design.added(kindWords[select.value as KindId].name));
  };

  return h('div', { class: 'panel-act' }, h('label', { for: 'add-inside' }, design.addInside), h('div', { class: 'panel-row' }, select, button('inside-do', design.addDo, add)));
}

/** Where a way may lead: steps of the same frame that something may come before. */
function goalsOf(source: Shape, bench: Bench): Shape[] {
  return bench.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode') && !is(one, 'bpmn:StartEvent', 'bpmn:BoundaryEvent')
    && !one.labelTarget && one !== source && one.businessObject.get('triggeredByEvent') !== true && one.parent === (source.host ?? source).parent);
}

function reconnecting(flow: Shape, context: PanelContext): Node {
  const select = h('select', { id: 'reconnect-to' }, ...goalsOf(flow.source!, context.bench).map((goal) => h('option', { value: goal.id, selected: goal === flow.target }, titleOf(goal))));
  const act = (): void => {
    const goal = context.bench.get('elementRegistry').get(select.value);
    goal && redirect(context.bench, flow, goal);
  };

  return h('div', { class: 'panel-act' }, h('label', { for: 'reconnect-to' }, design.reconnect), h('div', { class: 'panel-row' }, select, button('reconnect-do', design.reconnectDo, act)));
}

function connecting(element: Shape, context: PanelContext): Node {
  const goals = goalsOf(element, context.bench);
  const select: HTMLSelectElement = h('select', { id: 'connect-to' }, ...goals.map((goal) => h('option', { value: goal.id }, titleOf(goal))));
  const join = (): void => {
    const goal = context.bench.get('elementRegistry').get(select.value);

    if (goal) {
      context.select(connect(context.bench, element, goal));
    }
  };

  return h('div', { class: 'panel-act' }, h('label', { for: 'connect-to' }, design.connectTo), h('div', { class: 'panel-row' }, select, button('connect-do', design.connect, join)));
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

function deletion(element: Shape, context: PanelContext): Node {
  return h('p', { class: 'panel-delete' }, button('delete-do', design.delete, () => {
    const name = titleOf(element);
    removeStep(context.bench, element);
    context.say(design.deleted(name));
  }, 'button-danger'));
}

function button(id: string, word: string, act: () => void, more = 'button-quiet'): HTMLButtonElement {
  return h('button', { type: 'button', id, class: `button button-small ${more}`, onclick: act }, word);
}

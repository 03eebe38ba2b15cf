import { type Bench, is } from '../core/Bench';
import { h, refill } from '../core/dom';
import type { Shape } from '../core/types';
import { removeStep } from '../edit/insert';
import { holdsLocked } from '../edit/locking';
import { canBecome, changeKind } from '../edit/changeKind';
import type { Catalogue } from '../model/Catalogue';
import { kindName, type KindId, titleOf } from '../model/kinds';
import { design } from '../../words/design';
import { kindWords } from '../../words/kinds';
import { propertyWords } from '../../words/properties';
import { acts, button } from './acts';
import { controlFor } from './controls';
import { type FileActs, fileButtons } from './fileButtons';
import { propertiesOf, type Property, settingsOf } from './properties';
import { several } from './several';

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

/** What is locked by law about a statutory step and the column that it lies in: it can neither go nor become another work, nor that of others. */
const lockedProperties: ReadonlySet<string> = new Set(['form', 'role', 'laneRole']);

/** How often a step is done, which is locked for a statutory step and for the parts around it: once for each of an empty list is never. */
const lockedTurns: ReadonlySet<string> = new Set(['each', 'list', 'item', 'enough']);

export function showPanel(host: HTMLElement, selected: readonly Shape[], context: PanelContext): void {
  const elements = [...new Set(selected.map((one) => one.labelTarget ?? one))];
  const whole = (): (Node | undefined)[] => [
    h('h2', { class: 'panel-title', id: 'panel-title', tabindex: -1 }, design.wholeProcedure),
    h('p', { class: 'panel-help' }, design.nothingChosen), procedurePart(context),
  ];

  refill(host, ...(elements.length > 1 ? several(elements, context) : elements[0] ? parts(elements[0], context) : whole()));
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
    isLockedLane(element, context) ? h('p', { class: 'panel-locked' }, design.lockedAmong) : undefined,
    isLockedPart(element, context) ? h('p', { class: 'panel-locked' }, design.lockedInside) : undefined,
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

/** A column in which a statutory step lies: whose it is, that step is too. */
const isLockedLane = (element: Shape, { bench, locked }: PanelContext): boolean => is(element, 'bpmn:Lane') && holdsLocked(element, locked, bench);

/** A part in which a statutory step lies: as often as it is done, that step is too. */
const isLockedPart = (element: Shape, { bench, locked }: PanelContext): boolean => is(element, 'bpmn:SubProcess') && holdsLocked(element, locked, bench);

const isLockedFor = ({ id }: Property, element: Shape, context: PanelContext): boolean =>
  (lockedProperties.has(id) && (context.locked.has(element.id) || isLockedLane(element, context)))
  || (lockedTurns.has(id) && (context.locked.has(element.id) || isLockedPart(element, context)));

function fields(element: Shape, context: PanelContext): Node[] {
  return propertiesOf(element, context.bench).filter((property) => !property.isRare).map((property) => field(property, element, context));
}

function field(property: Property, element: Shape, context: PanelContext): Node {
  const id = `set-${property.id}`;
  const words: { label: string; help: string } = property.words ?? propertyWords[property.id];
  const isLocked = isLockedFor(property, element, context);
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

function deletion(element: Shape, context: PanelContext): Node {
  return h('p', { class: 'panel-delete' }, button('delete-do', design.delete, () => {
    const name = titleOf(element);
    removeStep(context.bench, element);
    context.say(design.deleted(name));
  }, 'button-danger'));
}

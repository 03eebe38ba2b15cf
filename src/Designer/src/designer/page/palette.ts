import type { Bench } from '../core/Bench';
import { h } from '../core/dom';
import type { Shape } from '../core/types';
import { furnish, newShape } from '../edit/insert';
import { groups, type Kind, kindFor, kinds } from '../model/kinds';
import { design } from '../../words/design';
import { groupWords, kindWords } from '../../words/kinds';
import { isByKey, place } from './byKeyboard';
import type { Page } from './Page';

/** All that can be drawn, in the office's words, the BPMN term beneath. */
export function addPalette(page: Page): void {
  furnishWhatIsDrawn(page.bench);
  page.frame.palette.append(
    h('p', { class: 'panel-help' }, design.paletteHelp),
    ...groups.map((group) => h('div', {}, h('h2', {}, groupWords[group]), h('ul', {}, ...kinds.filter((kind) => kind.group === group).map((kind) => h('li', {}, entry(page, kind)))))));
}

function entry(page: Page, kind: Kind): HTMLElement {
  const words = kindWords[kind.id];
  const begin = (event: Event): void => {
    event.preventDefault();

    if (isByKey(event)) {
      place(page, kind);
    } else {
      page.bench.get('create').start(event, newShape(page.bench, kind));
      page.say(design.placing(words.name));
    }
  };

  return h('button', { type: 'button', class: 'palette-entry', draggable: 'true', 'data-kind': kind.id, title: words.help, onclick: begin, ondragstart: begin },
    h('span', { class: `palette-icon palette-icon-${shapeOf(kind)}`, 'aria-hidden': 'true' }),
    h('span', {}, h('span', { class: 'palette-name' }, words.name), h('span', { class: 'palette-term' }, words.term)));
}

/** Rounded for work, a lozenge for a branch, a circle for an event. */
function shapeOf(kind: Kind): string {
  return /Gateway$/.test(kind.type) ? 'branch' : /EndEvent$/.test(kind.type) ? 'end' : /Event$/.test(kind.type) ? 'event' : kind.type === 'bpmn:TextAnnotation' ? 'note' : 'work';
}

/** A step that was drawn by hand gets its name and its step in the same undo as the drawing. */
function furnishWhatIsDrawn(bench: Bench): void {
  bench.get('eventBus').on('commandStack.shape.create.postExecute', ({ context }: { context: { shape: Shape; hints?: { createElementsBehavior?: boolean } } }) => {
    const kind = kindFor(context.shape);

    if (kind && isBare(context.shape)) {
      furnish(bench, context.shape, kind);
    }
  });
}

const isBare = (shape: Shape): boolean => !shape.labelTarget && !shape.businessObject.get('name') && !shape.businessObject.get('text') && !shape.businessObject.get('extensionElements');

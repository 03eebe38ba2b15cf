import { h } from '../core/dom';
import { design } from '../../words/design';

export type Tool = 'undo' | 'redo' | 'copy' | 'paste' | 'fit' | 'zoomIn' | 'zoomOut';

const tools: readonly Tool[] = ['undo', 'redo', 'copy', 'paste', 'fit', 'zoomIn', 'zoomOut'];

/** The parts of the designer's page: tools, parts to draw, the diagram or its outline, settings, findings. */
export interface Frame {
  readonly root: HTMLElement;
  readonly palette: HTMLElement;
  readonly canvas: HTMLElement;
  readonly outline: HTMLElement;
  readonly panel: HTMLElement;
  readonly findings: HTMLElement;
  readonly state: HTMLElement;
  readonly says: HTMLElement;
  readonly buttons: Readonly<Record<Tool, HTMLButtonElement>>;
  isOutline(): boolean;
  onView(listener: () => void): void;
  onSearch(listener: (text: string) => void): void;
}

export function makeFrame(): Frame {
  const buttons = Object.fromEntries(tools.map((tool) => [tool, h('button', { type: 'button', class: 'button button-small button-quiet', 'data-tool': tool }, design[tool])])) as Record<Tool, HTMLButtonElement>;
  const state = h('p', { class: 'designer-state', role: 'status' });
  const says = h('p', { class: 'designer-says', role: 'status' });
  const search = h('input', { type: 'search', class: 'designer-search', 'aria-label': design.search, placeholder: design.search });
  const palette = h('section', { class: 'designer-palette', 'aria-label': design.palette });
  const canvas = h('div', { class: 'designer-canvas', role: 'group', 'aria-label': design.canvas, 'aria-describedby': 'canvas-help' });
  const outline = h('section', { class: 'designer-outline', 'aria-label': design.outline, hidden: true });
  const panel = h('section', { class: 'designer-panel', 'aria-label': design.panel });
  const findings = h('section', { class: 'designer-findings', 'aria-label': design.findings });
  const views = { diagram: view('diagram', true), outline: view('outline', false) };
  const root = h('div', { class: 'designer-frame' },
    h('div', { class: 'designer-tools', role: 'group', 'aria-label': design.toolbar },
      h('span', { class: 'designer-views', role: 'group', 'aria-label': design.views }, views.diagram, views.outline),
      ...tools.map((tool) => buttons[tool]), search, state),
    h('div', { class: 'designer-body' }, palette, h('div', { class: 'designer-middle' }, canvas, outline, says), panel),
    h('p', { class: 'panel-help', id: 'canvas-help' }, design.canvasHelp),
    findings);
  let told = (): void => undefined;
  const change = (isOutline: boolean): void => {
    canvas.hidden = isOutline;
    outline.hidden = !isOutline;
    root.classList.toggle('designer-by-outline', isOutline);
    views.diagram.setAttribute('aria-pressed', String(!isOutline));
    views.outline.setAttribute('aria-pressed', String(isOutline));
    told();
  };
  views.diagram.addEventListener('click', () => change(false));
  views.outline.addEventListener('click', () => change(true));

  return {
    root, palette, canvas, outline, panel, findings, state, says, buttons,
    isOutline: () => outline.hidden === false,
    onView: (listener) => (told = listener),
    onSearch: (listener) => search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        listener(search.value);
      }
    }),
  };
}

function view(name: 'diagram' | 'outline', isOn: boolean): HTMLButtonElement {
  return h('button', { type: 'button', id: `view-${name}`, class: 'button button-small button-quiet', 'aria-pressed': String(isOn) }, design[name]);
}

import { type Bench, is, makeBench } from '../core/Bench';
import { h } from '../core/dom';
import { type DesignModeler, makeModeler } from '../core/OfficeModeler';
import type { Shape } from '../core/types';
import { Autosave, shelfOf, type SaveState } from '../draft/Autosave';
import { askConflict } from '../draft/conflictDialog';
import { type Found, type KeptDraft, makeServer, type Server } from '../draft/Server';
import { findingsAt, showFindings } from '../findings/Findings';
import type { Catalogue } from '../model/Catalogue';
import { titleOf } from '../model/kinds';
import { showOutline } from '../outline/Outline';
import { showPanel } from '../panel/Panel';
import { design } from '../../words/design';
import { clockTime } from './clockTime';
import { addContextPad } from './contextPad';
import { makeFrame, type Frame } from './Frame';
import { makePalette } from './palette';

/** Opens the designer in the page that the server wrote. */
export async function openDesigner(host: HTMLElement): Promise<void> {
  const { base, catalogue: catalogueUrl } = host.dataset;
  const token = host.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? '';
  const frame = makeFrame();
  host.append(frame.root);
  frame.state.textContent = design.loading;

  try {
    const server = makeServer(base!, catalogueUrl!, token);
    const [draft, catalogue] = await Promise.all([server.load(), server.catalogue()]);
    await new Designer(frame, server, catalogue, draft, `office-draft:${base}`).open();
    host.dataset['designerShown'] = '';
  } catch (error) {
    frame.state.textContent = design.loadFailed;
    console.error(error);
  }
}

class Designer {
  private readonly modeler: DesignModeler;
  private readonly bench: Bench;
  private readonly locked: ReadonlySet<string>;
  private readonly autosave: Autosave;
  private original: string;
  private base = -1;
  private findings: readonly Found[];
  private isDrawing = false;

  constructor(private readonly frame: Frame, server: Server, private readonly catalogue: Catalogue, draft: KeptDraft, private readonly shelfKey: string) {
    this.modeler = makeModeler(frame.canvas);
    this.bench = makeBench(this.modeler);
    this.locked = new Set(draft.locked);
    this.original = draft.source;
    this.findings = draft.findings;
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.autosave = new Autosave({
      server,
      shelf: shelfOf(shelfKey),
      source: () => this.source(),
      state: (state) => this.showState(state),
      found: (findings) => this.found(findings),
      later: (act, isRetry) => {
        clearTimeout(timer);
        timer = setTimeout(act, isRetry ? 10_000 : 700);
      },
    }, draft);
  }

  async open(): Promise<void> {
    await this.show(this.original);
    this.frame.palette.replaceWith(makePalette(this.bench, (message) => this.say(message)));
    addContextPad(this.bench, this.locked);
    this.keepLocked();
    this.listen();
    this.offerRecovery();
    this.frame.state.textContent = design.savedNothing;
    this.draw();
  }

  private async show(source: string): Promise<void> {
    await this.modeler.importXML(source);
    this.original = source;
    this.base = this.bench.get('commandStack')._stackIdx;
    this.bench.get('canvas').zoom('fit-viewport', 'auto');
  }

  /** What was not edited goes out byte for byte as it came in. */
  private async source(): Promise<string> {
    if (this.bench.get('commandStack')._stackIdx === this.base) {
      return this.original;
    }

    return (await this.modeler.saveXML({ format: true })).xml ?? this.original;
  }

  private listen(): void {
    const { frame, bench } = this;
    bench.get('eventBus').on(['commandStack.changed', 'selection.changed', 'office.redraw'], () => this.draw());
    bench.get('eventBus').on('commandStack.changed', () => void this.autosave.changed());
    frame.buttons.undo.addEventListener('click', () => bench.get('commandStack').undo());
    frame.buttons.redo.addEventListener('click', () => bench.get('commandStack').redo());
    frame.buttons.fit.addEventListener('click', () => bench.get('canvas').zoom('fit-viewport', 'auto'));
    frame.buttons.zoomIn.addEventListener('click', () => bench.get('canvas').zoom(Math.min(4, bench.get('canvas').zoom() * 1.25), 'auto'));
    frame.buttons.zoomOut.addEventListener('click', () => bench.get('canvas').zoom(Math.max(0.2, bench.get('canvas').zoom() * 0.8), 'auto'));
    frame.onView(() => this.draw());
    frame.onSearch((text) => this.search(text));
    window.addEventListener('beforeunload', (event) => {
      if (this.autosave.hasUnsaved) {
        event.preventDefault();
      }
    });
    frame.root.addEventListener('keydown', (event) => this.undoByKey(event));
  }

  /** Outside of the canvas, which has its own keys. */
  private undoByKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;

    if ((event.ctrlKey || event.metaKey) && !isTyping && !this.frame.canvas.contains(target)) {
      const key = event.key.toLowerCase();

      if (key === 'z' || key === 'y') {
        event.preventDefault();
        key === 'y' || event.shiftKey ? this.bench.get('commandStack').redo() : this.bench.get('commandStack').undo();
      }
    }
  }

  /** A statutory step stays, whoever asks: menus, keys, or a removal that would take it along. */
  private keepLocked(): void {
    const refuses = ({ elements }: { elements: Shape[] }): Shape[] => elements.filter((element) => !this.locked.has(element.id));
    this.bench.get('eventBus').on('commandStack.elements.delete.canExecute', 3000, (({ context }: { context: { elements: Shape[] } }) => {
      if (context.elements.some((element) => this.locked.has(element.id))) {
        this.say(design.locked);

        return refuses(context);
      }

      return undefined;
    }) as (event: never) => unknown);
  }

  private draw(): void {
    if (this.isDrawing) {
      return;
    }

    this.isDrawing = true;
    queueMicrotask(() => {
      this.isDrawing = false;
      this.drawNow();
    });
  }

  private drawNow(): void {
    const { frame, bench } = this;
    const selected = bench.get('selection').get();
    const stack = bench.get('commandStack');
    frame.buttons.undo.disabled = !stack.canUndo();
    frame.buttons.redo.disabled = !stack.canRedo();
    const context = { bench, catalogue: this.catalogue, locked: this.locked, say: (message: string) => this.say(message), select: (element: Shape) => this.select(element) };
    showPanel(frame.panel, selected, { ...context, findings: (element) => findingsAt(element, this.findings, { bench, go: (one) => this.select(one) }) });

    if (frame.isOutline()) {
      showOutline(frame.outline, selected[0], context);
    }

    showFindings(frame.findings, this.findings, { bench, go: (element) => this.select(element) });
  }

  private select(element: Shape): void {
    const root = this.bench.get('canvas').findRoot(element);

    if (root) {
      this.bench.get('canvas').setRootElement(root);
    }

    this.bench.get('selection').select(element);

    if (!this.frame.isOutline() && !element.waypoints) {
      this.bench.get('canvas').scrollToElement(element, 80);
    }

    this.say(design.moved(titleOf(element)));
  }

  private search(text: string): void {
    const wanted = text.trim().toLowerCase();
    const found = wanted && this.bench.get('elementRegistry').filter((element) => is(element, 'bpmn:FlowNode', 'bpmn:TextAnnotation') && element.type !== 'label' && titleOf(element).toLowerCase().includes(wanted));

    if (found && found[0]) {
      this.select(found[0]);
    } else {
      this.say(design.searchNone);
    }
  }

  private found(findings: readonly Found[]): void {
    this.findings = findings;
    this.draw();
  }

  private say(message: string): void {
    this.frame.says.textContent = message;
  }

  private showState(state: SaveState): void {
    this.frame.state.dataset['state'] = state.kind;
    this.frame.state.textContent = stateWords(state);

    if (state.kind === 'conflict') {
      askConflict(this.frame.root, state.theirs, {
        theirs: () => void this.useTheirs(state.theirs),
        mine: () => void this.autosave.keepMine(state.theirs),
      });
    }
  }

  private async useTheirs(theirs: KeptDraft): Promise<void> {
    if (await this.autosave.keepTheirs(theirs)) {
      await this.show(theirs.source);
      this.found(theirs.findings);
      this.frame.state.textContent = design.saved(clockTime(theirs.savedAt));
    }
  }

  /** What a killed browser left behind. */
  private offerRecovery(): void {
    const shelf = shelfOf(this.shelfKey);
    const left = readShelf(shelf.get());

    if (!left || left.source === this.original) {
      shelf.clear();
      return;
    }

    const bar = h('p', { class: 'designer-recovery', role: 'status' }, design.recovered, ' ');
    const close = (): void => bar.remove();
    bar.append(
      h('button', { type: 'button', class: 'button button-small', onclick: () => {
        close();
        void this.recover(left.source);
      } }, design.recover), ' ',
      h('button', { type: 'button', class: 'button button-small button-quiet', onclick: () => {
        close();
        shelf.clear();
      } }, design.forget));
    this.frame.root.prepend(bar);
  }

  private async recover(source: string): Promise<void> {
    const before = this.original;
    await this.show(source);
    this.original = before;
    this.base = -2;
    await this.autosave.changed();
    this.draw();
  }
}

function readShelf(text: string | null): { source: string } | undefined {
  try {
    return text ? JSON.parse(text) as { source: string } : undefined;
  } catch {
    return undefined;
  }
}

function stateWords(state: SaveState): string {
  switch (state.kind) {
    case 'clean':
      return design.savedNothing;
    case 'changed':
    case 'conflict':
      return design.unsaved;
    case 'saving':
      return design.saving;
    case 'saved':
      return design.saved(clockTime(state.at));
    case 'signedOut':
      return design.signedOut;
    case 'failed':
      return state.reason || design.saveFailed;
  }
}

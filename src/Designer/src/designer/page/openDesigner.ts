import { type Bench, makeBench } from '../core/Bench';
import { withLayout } from '../core/layout';
import { makeModeler } from '../core/OfficeModeler';
import type { Shape } from '../core/types';
import { Autosave, type SaveState } from '../draft/Autosave';
import { browserStore } from '../draft/browserStore';
import { askConflict } from '../draft/conflictDialog';
import { openPages } from '../draft/openPages';
import { type Found, type KeptDraft, makeServer, type Server } from '../draft/Server';
import { newPageName, type Shelf, shelfOf } from '../draft/Shelf';
import type { Catalogue } from '../model/Catalogue';
import { titleOf } from '../model/kinds';
import { design } from '../../words/design';
import { clockTime } from './clockTime';
import { makeFrame, type Frame } from './Frame';
import type { Page } from './Page';
import { parts } from './parts';
import { stateWords } from './stateWords';

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
    const shelf = shelfOf(`office-draft:${base}`, newPageName(), browserStore(), openPages());
    await new Designer(frame, server, catalogue, draft, shelf, base!.slice(base!.lastIndexOf('/') + 1)).open();
    host.dataset['designerShown'] = '';
  } catch (error) {
    frame.state.textContent = design.loadFailed;
    console.error(error);
  }
}

/** The drawing and its draft; all else of the page is a part. */
class Designer implements Page {
  readonly modeler;
  readonly bench: Bench;
  readonly locked: ReadonlySet<string>;
  readonly autosave: Autosave;
  private readonly listeners: (() => void)[] = [];
  private original: string;
  private base = -1;
  private found: readonly Found[];
  private isDrawing = false;

  constructor(readonly frame: Frame, readonly server: Server, readonly catalogue: Catalogue, draft: KeptDraft, readonly shelf: Shelf, key: string) {
    this.modeler = makeModeler(frame.canvas);
    this.bench = makeBench(this.modeler, key);
    this.locked = new Set(draft.locked);
    this.original = draft.source;
    this.found = draft.findings;
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.autosave = new Autosave({
      server,
      shelf,
      source: this.source,
      state: (state) => this.showState(state),
      found: (findings) => this.find(findings),
      later: (act, isRetry) => {
        clearTimeout(timer);
        timer = setTimeout(act, isRetry ? 10_000 : 700);
      },
    }, draft);
  }

  async open(): Promise<void> {
    await this.show(this.original);
    parts.forEach((part) => part(this));
    this.bench.get('eventBus').on(['commandStack.changed', 'selection.changed', 'office.redraw'], this.draw);
    this.bench.get('eventBus').on('commandStack.changed', () => void this.autosave.changed());
    window.addEventListener('beforeunload', (event) => {
      if (this.autosave.hasUnsaved) {
        event.preventDefault();
      }
    });
    this.frame.state.textContent = design.savedNothing;
    this.draw();
  }

  readonly findings = (): readonly Found[] => this.found;

  readonly source = async (): Promise<string> => (this.bench.get('commandStack')._stackIdx === this.base
    ? this.original
    : (await this.modeler.saveXML({ format: true })).xml ?? this.original);

  readonly replace = async (source: string): Promise<void> => {
    const before = this.original;
    await this.show(source);
    this.original = before;
    this.base = -2;
    await this.autosave.changed();
    this.draw();
  };

  readonly take = async (draft: KeptDraft): Promise<void> => {
    await this.show(draft.source);
    this.find(draft.findings);
    this.frame.state.textContent = design.saved(clockTime(draft.savedAt));
  };

  readonly say = (message: string): void => {
    this.frame.says.textContent = message;
  };

  readonly select = (element: Shape | null): void => {
    const canvas = this.bench.get('canvas');
    const root = element && canvas.findRoot(element);

    if (root) {
      canvas.setRootElement(root);
    }

    this.bench.get('selection').select(element && element === root ? null : element);

    if (element && element !== root && !this.frame.isOutline() && !element.waypoints) {
      canvas.scrollToElement(element, 80);
    }

    this.say(element ? design.moved(titleOf(element)) : '');
  };

  readonly onDraw = (listener: () => void): void => void this.listeners.push(listener);

  readonly draw = (): void => {
    if (!this.isDrawing) {
      this.isDrawing = true;
      queueMicrotask(() => {
        this.isDrawing = false;
        this.listeners.forEach((listener) => listener());
      });
    }
  };

  private async show(source: string): Promise<void> {
    await this.modeler.importXML(withLayout(source));
    this.original = source;
    this.base = this.bench.get('commandStack')._stackIdx;
    this.bench.get('canvas').zoom('fit-viewport', 'auto');
  }

  private find(findings: readonly Found[]): void {
    this.found = findings;
    this.draw();
  }

  private showState(state: SaveState): void {
    this.frame.state.dataset['state'] = state.kind;
    this.frame.state.textContent = stateWords(state);

    if (state.kind === 'conflict') {
      void this.ask(state.theirs);
    }
  }

  private async ask(theirs: KeptDraft): Promise<void> {
    askConflict(this.frame.root, await this.source(), theirs, {
      theirs: () => void this.goOnWith(theirs),
      mine: () => void this.autosave.keepMine(theirs),
    });
  }

  private async goOnWith(theirs: KeptDraft): Promise<void> {
    if (await this.autosave.keepTheirs(theirs)) {
      await this.take(theirs);
    }
  }
}

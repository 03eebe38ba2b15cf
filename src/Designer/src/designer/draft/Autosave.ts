import type { DraftMark, Found, KeptDraft, Server } from './Server';
import type { Shelf } from './Shelf';

export type SaveState =
  | { kind: 'clean' }
  | { kind: 'changed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'conflict'; theirs: KeptDraft }
  | { kind: 'signedOut' }
  | { kind: 'failed'; reason: string };

export interface AutosaveContext {
  server: Server;
  shelf: Shelf;
  /** The document as it is now. */
  source(): Promise<string>;
  state(state: SaveState): void;
  found(findings: readonly Found[]): void;
  /** After a moment; after a longer one where the server could not be reached. */
  later(act: () => void, isRetry?: boolean): void;
}

/** Keeps the draft on the server: a moment after each change, one save at a time, never over another's. */
export class Autosave {
  private basedOn: number;
  private revision: number;
  private saved: string;
  private isRunning = false;
  private isWanted = false;
  private isStopped = false;
  private keep: string | undefined;

  constructor(private readonly context: AutosaveContext, draft: DraftMark & Pick<KeptDraft, 'source'>) {
    this.basedOn = draft.basedOn;
    this.revision = draft.revision;
    this.saved = draft.source;
  }

  get hasUnsaved(): boolean {
    return this.isWanted || this.isRunning || this.isStopped;
  }

  isOf(draft: DraftMark): boolean {
    return this.basedOn === draft.basedOn && this.revision === draft.revision;
  }

  /** What the server has goes among the kept copies with the next save. */
  keepTheirsBeside(): void {
    this.keep = 'theirs';
  }

  async changed(): Promise<void> {
    const source = await this.context.source();

    if (source === this.saved && !this.isRunning && !this.isStopped) {
      this.isWanted = false;
      this.context.shelf.clear();
      this.context.state({ kind: 'clean' });
      return;
    }

    this.context.shelf.set(JSON.stringify({ basedOn: this.basedOn, revision: this.revision, source }));

    if (this.isStopped) {
      return;
    }

    this.isWanted = true;
    this.context.state({ kind: 'changed' });
    this.context.later(() => void this.save());
  }

  async save(): Promise<void> {
    if (!this.isWanted || this.isRunning || this.isStopped) {
      return;
    }

    this.isRunning = true;
    this.isWanted = false;
    this.context.state({ kind: 'saving' });
    const isSaved = await this.put(await this.context.source());
    this.isRunning = false;

    if (isSaved) {
      await this.save();
    } else if (this.isWanted) {
      this.context.later(() => void this.save(), true);
    }
  }

  /** Goes on with what this page shows; what the server had goes among the kept copies. */
  async keepMine(theirs: KeptDraft): Promise<void> {
    this.basedOn = theirs.basedOn;
    this.revision = theirs.revision;
    this.isStopped = false;
    this.isWanted = true;
    this.keepTheirsBeside();
    await this.save();
  }

  /** Goes on with what the server has; what this page showed goes among the kept copies. */
  async keepTheirs(theirs: KeptDraft): Promise<boolean> {
    const mine = await this.context.source();
    const answer = await this.context.server.save(mine, theirs, 'mine');

    if (answer.kind !== 'saved') {
      this.after(answer, mine);
      return false;
    }

    this.context.shelf.clear();
    this.isStopped = false;
    this.isWanted = false;
    this.keep = undefined;
    this.basedOn = theirs.basedOn;
    this.revision = answer.revision;
    this.saved = theirs.source;

    return true;
  }

  private async put(source: string): Promise<boolean> {
    const answer = await this.context.server.save(source, { basedOn: this.basedOn, revision: this.revision }, this.keep);
    this.after(answer, source);

    return answer.kind === 'saved';
  }

  private after(answer: Awaited<ReturnType<Server['save']>>, source: string): void {
    switch (answer.kind) {
      case 'saved':
        this.keep = undefined;
        this.revision = answer.revision;
        this.saved = source;
        // What was changed meanwhile lies there now.
        this.isWanted || this.context.shelf.clear();
        this.context.state({ kind: 'saved', at: answer.savedAt });
        this.context.found(answer.findings);
        break;
      case 'conflict':
        this.isStopped = true;
        this.context.state({ kind: 'conflict', theirs: answer.theirs });
        break;
      default:
        this.isWanted = true;
        this.context.state(answer);
    }
  }
}

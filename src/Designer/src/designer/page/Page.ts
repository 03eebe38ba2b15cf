import type { Bench } from '../core/Bench';
import type { DesignModeler } from '../core/OfficeModeler';
import type { Shape } from '../core/types';
import type { Autosave } from '../draft/Autosave';
import type { Found, KeptDraft, Server } from '../draft/Server';
import type { Shelf } from '../draft/Shelf';
import type { Catalogue } from '../model/Catalogue';
import type { Frame } from './Frame';

/** What every part of the designer works with: the one drawing, the server, and the places of the page. */
export interface Page {
  readonly frame: Frame;
  readonly bench: Bench;
  readonly modeler: DesignModeler;
  readonly server: Server;
  readonly catalogue: Catalogue;
  /** Ids of statutory steps. */
  readonly locked: ReadonlySet<string>;
  readonly autosave: Autosave;
  /** Where the draft is kept in the browser until the server has it. */
  readonly shelf: Shelf;
  /** What the checker said of the draft when it was saved last. */
  findings(): readonly Found[];
  /** The document as it is drawn now; what was not edited as it came, byte for byte. */
  source(): Promise<string>;
  /** Opens another text in place of this one, as an edit of what the server has. */
  replace(source: string): Promise<void>;
  /** Goes on with what the server has. */
  take(draft: KeptDraft): Promise<void>;
  /** Says something to everybody, those who hear the page included. */
  say(message: string): void;
  select(element: Shape | null): void;
  /** Called after anything has changed: the drawing, what is chosen, the findings, the view. */
  onDraw(listener: () => void): void;
  draw(): void;
}

/** A part of the page: adds what it is to what is there. */
export type Part = (page: Page) => void;

/** One thing that a person does in a trial run, as the server reads it. */
export interface Move {
  readonly do: 'finish' | 'perform' | 'fail' | 'return' | 'message' | 'next' | 'advance';
  readonly procedure?: string;
  readonly node?: string;
  readonly nth?: number;
  readonly as?: string;
  readonly entries?: Entries;
  readonly values?: string;
  readonly reason?: string;
  readonly code?: string;
  readonly name?: string;
  readonly key?: string;
  readonly length?: string;
}

/** A form as it was typed, by field name. */
export type Entries = Readonly<Record<string, readonly string[]>>;

export interface Script {
  readonly at: string;
  readonly startNode: string | null;
  readonly values: string;
  readonly holdsServices: boolean;
  readonly moves: readonly Move[];
}

export interface Place {
  readonly procedure: string;
  readonly node: string;
  readonly nth: number;
}

export interface Open extends Place {
  readonly name: string;
  readonly about: string;
  readonly part: string | null;
  readonly role: string | null;
  readonly roleName: string;
  readonly due: string | null;
  readonly isLate: boolean;
  readonly formTitle: string | null;
}

export interface Line {
  readonly day: string;
  readonly clock: string;
  readonly kind: string;
  readonly text: string;
  readonly part: string | null;
  readonly element: string | null;
}

/** A trial run as the server shows it. */
export interface View {
  readonly nowText: string;
  readonly isExhausted: boolean;
  readonly refused: { readonly move: number | null; readonly code: string; readonly reason: string } | null;
  readonly cases: readonly { readonly number: number; readonly procedure: string; readonly name: string; readonly ending: string | null }[];
  readonly marks: readonly { readonly node: string; readonly count: number; readonly trouble: string | null }[];
  readonly work: readonly Open[];
  readonly services: readonly Open[];
  readonly calls: readonly Open[];
  readonly messages: readonly { readonly name: string; readonly key: string; readonly label: string; readonly part: string | null }[];
  readonly timers: readonly { readonly at: string; readonly label: string; readonly part: string | null }[];
  readonly kept: readonly string[];
  readonly lines: readonly Line[];
}

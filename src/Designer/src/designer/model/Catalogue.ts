/** What there is around a procedure that it may name, as the server tells it. */
export interface Catalogue {
  roles: readonly { key: string; label: string }[];
  forms: readonly { key: string; title: string; fields: readonly Field[]; settings?: readonly Setting[] }[];
  steps: readonly { type: string; label: string }[];
  templates: readonly { key: string; subject: string }[];
  recipients: readonly { formula: string; label: string }[];
  lists: readonly { formula: string; label: string }[];
  procedures: readonly { key: string; name: string }[];
  messages: readonly string[];
}

/** An input of the work that the act behind a form understands. */
export interface Setting {
  input: string;
  label: string;
  options: readonly { key: string; label: string }[];
}

export interface Field {
  key: string;
  label: string;
  type: string;
  options: readonly { key: string; label: string }[];
}

export const emptyCatalogue: Catalogue = { roles: [], forms: [], steps: [], templates: [], recipients: [], lists: [], procedures: [], messages: [] };

/** A form file as it is edited; what is not listed here is kept as it came. */
export interface FormDraft {
  key: string;
  title: string;
  intro?: string;
  act?: string;
  finishLabel?: string;
  fields: FieldDraft[];
}

export interface FieldDraft {
  key: string;
  type: string;
  label: string;
  help?: string;
  section?: string;
  when?: string;
  isRequired?: boolean;
  options?: { key: string; label: string }[];
  fields?: FieldDraft[];
  maxLength?: number;
  min?: number;
  max?: number;
  minRows?: number;
  maxRows?: number;
}

export const readForm = (text: string): FormDraft => {
  const form = JSON.parse(text) as FormDraft;

  return { ...form, fields: form.fields ?? [] };
};

/** Two blanks deep, as the shipped files are. Empty settings are left out. */
export const writeForm = (form: FormDraft): string => JSON.stringify(form, (_, value: unknown) => (value === '' || value === false ? undefined : value), 2);

export const newForm = (key: string, title: string, label: string): FormDraft => ({ key, title, fields: [{ key: 'field1', type: 'text', label }] });

/** A key that nobody else has: a word and the next number. */
export function freshKey(word: string, taken: readonly string[]): string {
  let number = 1;

  while (taken.includes(`${word}${number}`)) {
    number++;
  }

  return `${word}${number}`;
}

export function addField(fields: FieldDraft[], label: string): void {
  fields.push({ key: freshKey('field', fields.map((field) => field.key)), type: 'text', label });
}

export function moveField(fields: FieldDraft[], at: number, by: -1 | 1): void {
  fields.splice(at + by, 0, ...fields.splice(at, 1));
}

/** Another kind asks for other things: what it cannot have goes. */
export function changeType(field: FieldDraft, type: string, label: string): void {
  field.type = type;
  type === 'choice' || type === 'choices' ? (field.options ??= [{ key: 'option1', label }]) : delete field.options;
  type === 'rows' ? (field.fields ??= [{ key: 'field1', type: 'text', label }]) : delete field.fields;
}

/** One line each; a line that was there keeps its key, so that conditions and cases go on meaning it. */
export function optionsOf(lines: string, before: readonly { key: string; label: string }[]): { key: string; label: string }[] {
  const made: { key: string; label: string }[] = [];
  const labels = lines.split('\n').map((line) => line.trim()).filter(Boolean);
  const left = before.filter((one) => !labels.includes(one.label));

  for (const [index, label] of labels.entries()) {
    const known = before.find((one) => one.label === label) ?? (labels.length === before.length && left.includes(before[index]!) ? before[index] : undefined);
    made.push({ key: known?.key ?? freshKey('option', [...before, ...made].map((one) => one.key)), label });
  }

  return made;
}

/** What a form that an act stands behind must keep of the shipped one. */
export const isNeeded = (field: FieldDraft, law: FormDraft | undefined): boolean =>
  law?.act !== undefined && law.fields.some((one) => one.key === field.key || one.fields?.some((inner) => inner.key === field.key));

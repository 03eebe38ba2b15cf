import { type Bench, poolOf, processOf } from '../core/Bench';
import type { Moddle } from '../core/types';
import type { Catalogue, Field } from './Catalogue';
import { makeAny, putExtension } from './extensions';

/** What a procedure brings itself: its own forms, its own wordings. */
export type OwnName = 'office:form' | 'office:wording';

export function ownTexts(bench: Bench, name: OwnName): ReadonlyMap<string, string> {
  const all = processOf(bench).get<Moddle | undefined>('extensionElements')?.get<Moddle[] | undefined>('values') ?? [];

  return new Map(all.filter((one) => one.$type === name).map((one) => [one.get<string>('key'), one.get<string | undefined>('$body') ?? '']));
}

/** Writes one under its key, or takes it away: a change of the pool around the procedure, or of the paper. */
export function writeOwnText(bench: Bench, name: OwnName, key: string, text: string | undefined): void {
  const made = text === undefined ? undefined : makeAny(bench, name, { key, $body: text });
  putExtension(bench, poolOf(bench) ?? bench.get('canvas').getRootElement(), name, made, processOf(bench), (one) => one.$type === name && one.get('key') === key);
}

/** The catalogue with what the procedure brings itself, which goes before the rest. */
export function withOwn(catalogue: Catalogue, bench: Bench): Catalogue {
  const forms = [...ownTexts(bench, 'office:form')].flatMap(([key, text]) => formOf(key, text, catalogue));
  const templates = [...ownTexts(bench, 'office:wording')].map(([key, text]) => ({ key, subject: subjectOf(text) }));

  return forms.length + templates.length === 0 ? catalogue : {
    ...catalogue,
    forms: [...forms, ...catalogue.forms.filter((form) => forms.every((one) => one.key !== form.key))],
    templates: [...templates, ...catalogue.templates.filter((template) => templates.every((one) => one.key !== template.key))],
  };
}

const subjectOf = (wording: string): string => wording.split('\n', 1)[0]!.replace(/^件名:\s*/, '');

function formOf(key: string, text: string, catalogue: Catalogue): Catalogue['forms'] {
  try {
    const { title, fields } = JSON.parse(text) as { title: string; fields: (Omit<Field, 'options'> & Partial<Pick<Field, 'options'>>)[] };
    const settings = catalogue.forms.find((form) => form.key === key)?.settings ?? [];

    return [{ key, title, fields: fields.map((field) => ({ ...field, options: field.options ?? [] })), settings }];
  } catch {
    return [];
  }
}

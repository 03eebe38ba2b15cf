import { h } from '../core/dom';
import { is } from '../core/Bench';
import { readInput } from '../model/bindings';
import type { Field } from '../model/Catalogue';
import { type Comparison, type Condition, conditionText, literalOf, type Operator, readCondition, textOfLiteral } from '../model/conditions';
import { design } from '../../words/design';
import type { ControlContext } from './controls';
import { refusalAt } from './refusal';

const comparable: ReadonlySet<string> = new Set(['text', 'longText', 'choice', 'yesNo', 'number', 'date']);

/** The condition in words: an item of a form, how to compare, a value. What is more than that is written as a formula. */
export function conditionControl(context: ControlContext): Node[] {
  const text = context.property.read(context.element, context.bench);
  const condition = text === '' ? { joined: 'and' as const, lines: [] } : readCondition(text);

  return condition && !formulas.has(context.element.id) ? lines(context, condition) : formula(context, text, condition !== undefined);
}

/** Elements whose condition somebody chose to write as a formula. */
const formulas = new Set<string>();

function lines(context: ControlContext, condition: Condition): Node[] {
  const fields = fieldsBefore(context);
  const put = (changed: Condition): void => context.write(conditionText(changed));
  const rows = condition.lines.map((line, index) => row(context, fields, line, index, (changed) => put({ ...condition, lines: condition.lines.flatMap((one, at) => (at === index ? (changed ? [changed] : []) : [one])) })));
  const first = fields[0];
  const add = h('button', { type: 'button', id: `${context.id}-add`, class: 'button button-small button-quiet', onclick: () => put({ ...condition, lines: [...condition.lines, first ? newLine(first) : { name: 'outcome', operator: '=', value: '""' }] }) }, design.conditionAdd);
  const asFormula = h('button', { type: 'button', id: `${context.id}-as`, class: 'link', onclick: () => {
    formulas.add(context.element.id);
    context.bench.get('eventBus').fire('office.redraw');
  } }, design.conditionAsFormula);

  return [...(rows.length > 1 ? [joined(context, condition, put)] : []), ...rows, h('div', { class: 'panel-row' }, add, asFormula)];
}

function joined(context: ControlContext, condition: Condition, put: (condition: Condition) => void): Node {
  const select: HTMLSelectElement = h('select', { id: `${context.id}-joined`, 'aria-label': design.conditionJoined, onchange: () => put({ ...condition, joined: select.value as 'and' | 'or' }) },
    h('option', { value: 'and' }, design.conditionAnd), h('option', { value: 'or' }, design.conditionOr));
  select.value = condition.joined;

  return select;
}

function row(context: ControlContext, fields: readonly Field[], line: Comparison, index: number, put: (line: Comparison | undefined) => void): Node {
  const field = fields.find((one) => one.key === line.name);
  const id = `${context.id}-${index}`;
  const names: HTMLSelectElement = h('select', { id: `${id}-name`, 'aria-label': design.conditionName, onchange: () => put(newLine(fields.find((one) => one.key === names.value) ?? { key: names.value, label: '', type: 'text', options: [] })) },
    ...(field ? [] : [h('option', { value: line.name }, design.valueNamed(line.name))]), ...fields.map((one) => h('option', { value: one.key }, one.label)));
  names.value = line.name;
  const operators: HTMLSelectElement = h('select', { id: `${id}-operator`, 'aria-label': design.conditionOperator, onchange: () => put({ ...line, operator: operators.value as Operator }) },
    ...(Object.keys(design.operators) as Operator[]).map((one) => h('option', { value: one }, design.operators[one])));
  operators.value = line.operator;
  const remove = h('button', { type: 'button', id: `${id}-remove`, class: 'button button-small button-quiet', onclick: () => put(undefined) }, design.conditionRemove);

  return h('div', { class: 'condition' }, names, operators, value(id, field, line, put), remove);
}

function value(id: string, field: Field | undefined, line: Comparison, put: (line: Comparison) => void): Node {
  const text = textOfLiteral(line.value);
  const offered = field?.type === 'yesNo' ? [{ key: 'true', label: design.yes }, { key: 'false', label: design.no }] : field?.options ?? [];
  const kind = field?.type ?? (line.value.startsWith('"') ? 'text' : line.value.startsWith('date') ? 'date' : /^(true|false)$/.test(line.value) ? 'yesNo' : line.value === 'null' ? 'text' : 'number');

  if (offered.length > 0) {
    const select: HTMLSelectElement = h('select', { id: `${id}-value`, 'aria-label': design.conditionValue, onchange: () => put({ ...line, value: literalOf(select.value, kind)! }) },
      ...(offered.some((one) => one.key === text) ? [] : [h('option', { value: text }, text)]), ...offered.map((one) => h('option', { value: one.key }, one.label)));
    select.value = text;

    return select;
  }

  const attributes = { id: `${id}-value`, 'aria-label': design.conditionValue };
  const input = text.includes('\n') ? h('textarea', { ...attributes, rows: 2 })
    : h('input', { ...attributes, type: kind === 'date' ? 'date' : 'text', inputmode: kind === 'number' ? 'decimal' : undefined });
  const said = refusalAt(input);
  input.value = text;
  input.addEventListener('change', () => {
    const literal = literalOf(input.value, kind);
    said.show(literal === undefined ? design.valueRefused[kind === 'date' ? 'date' : 'number'] : undefined) && put({ ...line, value: literal! });
  });

  return h('div', {}, input, said.line);
}

const firstValues: Readonly<Record<string, string>> = { date: '2026-04-01', number: '0', yesNo: 'true' };

const newLine = (field: Field): Comparison =>
  ({ name: field.key, operator: '=', value: literalOf(firstValues[field.type] ?? field.options[0]?.key ?? '', field.type)! });

function formula(context: ControlContext, text: string, canBeLines: boolean): Node[] {
  const input = h('textarea', { id: `${context.id}-text`, rows: 3, 'aria-label': design.conditionFormula });
  input.value = text.replace(/^=/, '');
  input.addEventListener('change', () => context.write(input.value));
  const back = h('button', { type: 'button', id: `${context.id}-back`, class: 'link', onclick: () => {
    formulas.delete(context.element.id);
    context.bench.get('eventBus').fire('office.redraw');
  } }, design.conditionAsLines);

  return canBeLines ? [input, back] : [input];
}

/** The items of the forms that come before: those nearest first, each name once. */
function fieldsBefore({ element, catalogue, bench }: ControlContext): Field[] {
  const forms = [...before(element, bench)].map((one) => readInput(one, 'form')).filter(Boolean);
  const ordered = [...forms, ...catalogue.forms.map((form) => form.key).filter((key) => !forms.includes(key) && forms.length === 0)];
  const seen = new Map<string, Field>();

  for (const field of ordered.flatMap((key) => catalogue.forms.find((form) => form.key === key)?.fields ?? [])) {
    if (comparable.has(field.type) && !seen.has(field.key)) {
      seen.set(field.key, field);
    }
  }

  return [...seen.values()];
}

function* before(flow: ControlContext['element'], bench: ControlContext['bench']): Generator<ControlContext['element']> {
  const seen = new Set([flow.source!]);
  const open = [flow.source!];

  while (open.length > 0) {
    const node = open.shift()!;
    yield node;
    const nexts = [...node.incoming.filter((one) => is(one, 'bpmn:SequenceFlow')).map((one) => one.source!), ...(node.host ? [node.host] : [])];

    for (const next of nexts.filter((one) => bench.get('elementRegistry').get(one.id) === one && !seen.has(one))) {
      seen.add(next);
      open.push(next);
    }
  }
}

import { type Bench, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { cloneGeneric } from '../core/copying';
import { extension, makeAny, putExtension } from './extensions';

const name = 'elsa:activityBinding';

export function stepType(element: Shape): string {
  return extension(own(element), name)?.get('activityType') ?? '';
}

/** An input as it is written: a constant, or FEEL with a leading =. */
export function readInput(element: Shape, input: string): string {
  return valueOf(inputs(element).find((one) => one.get('name') === input));
}

export function inputNames(element: Shape): string[] {
  return inputs(element).map((one) => one.get('name') as string);
}

export function writeStepType(bench: Bench, element: Shape, type: string): void {
  const before = extension(own(element), name);
  const made = before ? cloneGeneric(before, bench.get('moddle')) : makeAny(bench, name, {});
  made.set('activityType', type);
  putExtension(bench, element, name, made);
}

/** Writes or, with an empty text, takes away one input; the others stay as they are. */
export function writeInput(bench: Bench, element: Shape, input: string, text: string, stepIfNone = 'Office.Work'): void {
  const before = extension(own(element), name);
  const made = before ? cloneGeneric(before, bench.get('moddle')) : makeAny(bench, name, { activityType: stepIfNone });
  const children: Moddle[] = made.get('$children') ?? [];
  const known = children.find((one) => isInput(one) && one.get('name') === input);

  if (text === '') {
    made.set('$children', children.filter((one) => one !== known));
  } else if (known) {
    known.set('$body', written(text, typeOf(known)));
  } else {
    made.set('$children', [...children, makeAny(bench, 'elsa:input', { name: input, $body: written(text, 'String') })]);
  }

  putExtension(bench, element, name, made);
}

function inputs(element: Shape): Moddle[] {
  return ((extension(own(element), name)?.get('$children') as Moddle[] | undefined) ?? []).filter(isInput);
}

const isInput = (child: Moddle): boolean => child.$type === 'elsa:input';

function written(text: string, typeName: string): string {
  return JSON.stringify({ typeName, expression: { type: 'Literal', value: text } });
}

function typeOf(input: Moddle): string {
  return parse(input)?.typeName ?? 'String';
}

function valueOf(input: Moddle | undefined): string {
  const value = input && parse(input)?.expression?.value;

  return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

function parse(input: Moddle): { typeName?: string; expression?: { value?: unknown } } | undefined {
  try {
    return JSON.parse(input.get('$body') ?? '');
  } catch {
    return undefined;
  }
}

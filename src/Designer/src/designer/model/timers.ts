import { type Bench, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { design } from '../../words/design';

export type TimerWords =
  | { kind: 'workingDays'; days: number }
  | { kind: 'repeat'; days: number; times: number }
  | { kind: 'days'; days: number }
  | { kind: 'hours'; hours: number }
  | { kind: 'formula'; property: TimerProperty; text: string };

export type TimerProperty = 'timeDuration' | 'timeCycle' | 'timeDate';

const properties: readonly TimerProperty[] = ['timeDuration', 'timeCycle', 'timeDate'];
const number = '\\s*(\\d{1,4})\\s*';
const shapes: ReadonlyArray<[TimerProperty, RegExp, (found: RegExpExecArray) => TimerWords]> = [
  ['timeDuration', new RegExp(`^=?\\s*working days\\(${number}\\)$`), ([, days]) => ({ kind: 'workingDays', days: Number(days) })],
  ['timeCycle', new RegExp(`^=?\\s*repeat working days\\(${number},${number}\\)$`), ([, days, times]) => ({ kind: 'repeat', days: Number(days), times: Number(times) })],
  ['timeDuration', /^P(\d{1,4})D$/, ([, days]) => ({ kind: 'days', days: Number(days) })],
  ['timeDuration', /^PT(\d{1,4})H$/, ([, hours]) => ({ kind: 'hours', hours: Number(hours) })],
];

export function timerOf(element: Shape): Moddle | undefined {
  return own(element).get<Moddle[] | undefined>('eventDefinitions')?.find((definition) => definition.$type === 'bpmn:TimerEventDefinition');
}

export function readTimer(timer: Moddle): TimerWords {
  for (const property of properties) {
    const text = (timer.get<Moddle | undefined>(property)?.get<string | undefined>('body') ?? '').trim();

    if (text) {
      for (const [known, shape, words] of shapes) {
        const found = known === property ? shape.exec(text) : null;

        if (found) {
          return words(found);
        }
      }

      return { kind: 'formula', property, text };
    }
  }

  return { kind: 'formula', property: 'timeDuration', text: '' };
}

export function timerText(words: TimerWords): [TimerProperty, string] {
  switch (words.kind) {
    case 'workingDays':
      return ['timeDuration', `working days(${words.days})`];
    case 'repeat':
      return ['timeCycle', `repeat working days(${words.days}, ${words.times})`];
    case 'days':
      return ['timeDuration', `P${words.days}D`];
    case 'hours':
      return ['timeDuration', `PT${words.hours}H`];
    case 'formula':
      return [words.property, words.text];
  }
}

export function writeTimer(bench: Bench, element: Shape, words: TimerWords): void {
  const timer = timerOf(element);

  if (timer) {
    const [property, text] = timerText(words);
    const expression = bench.get('bpmnFactory').create('bpmn:FormalExpression', { body: text });
    expression.$parent = timer;
    bench.get('modeling').updateModdleProperties(element, timer, {
      timeDuration: undefined, timeCycle: undefined, timeDate: undefined, [property]: expression,
    });
  }
}

/** The same in words: 「3営業日後」. */
export function timerWords(words: TimerWords): string {
  switch (words.kind) {
    case 'workingDays':
      return design.timerText.workingDays(words.days);
    case 'repeat':
      return design.timerText.repeat(words.days, words.times);
    case 'days':
      return design.timerText.days(words.days);
    case 'hours':
      return design.timerText.hours(words.hours);
    case 'formula':
      return words.text.replace(/^=/, '');
  }
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { readConditionText } from '../model/flows';
import { readMapping } from '../model/mapping';
import { design } from '../../words/design';
import { catalogue, draw, type Drawing } from '../support/drawing';
import { paper, work } from '../support/paper';
import { showPanel } from './Panel';

const call = '<callActivity id="call"><extensionElements><office:mapping><office:input target="結果" expression="=outcome" /><office:input target="a" expression="=if b&#10;then c else d" /></office:mapping></extensionElements></callActivity>';
const conditions = ['text = "it\\\'s"', 'n &gt; 5', 'on &lt; date("2026-04-01")', 'text = "一行目&#10;二行目"'];

let drawing: Drawing;
let host: HTMLElement;
beforeEach(async () => {
  drawing = await draw(paper(`<exclusiveGateway id="way" />${conditions.map((_, index) => work(`to-${index}`)).join('')}${call}`, conditions.map((condition, index) => `way > to-${index} : ${condition}`).join('\n')));
  host = document.createElement('section');
  document.body.append(host);
});

const at = (id: string): Shape => drawing.bench.get('elementRegistry').get(id)!;

function show(id: string): void {
  showPanel(host, [at(id)], { bench: drawing.bench, catalogue, locked: new Set(), findings: () => [], say: () => undefined, select: () => undefined, files: {} as never });
}

const field = (id: string): HTMLInputElement => host.querySelector<HTMLInputElement>(`#${id}`)!;

function type(id: string, text: string): void {
  field(id).value = text;
  field(id).dispatchEvent(new Event('change'));
}

const said = (id: string): string | null => host.querySelector(`#${id}-refusal`)!.textContent;

describe('a value of a condition', () => {
  it('is shown as the engine reads it', () => {
    show('way-to-0');

    expect(field('set-condition-0-value').value).toBe("it's");
  });

  it('keeps its lines', () => {
    show('way-to-3');

    expect(field('set-condition-0-value').value).toBe('一行目\n二行目');
  });

  it('may be typed in wide digits', () => {
    show('way-to-1');

    type('set-condition-0-value', '１２');

    expect(readConditionText(at('way-to-1'))).toBe('n > 12');
  });

  it.each([['way-to-1', '', 'n > 5', design.valueRefused.number], ['way-to-1', '十', 'n > 5', design.valueRefused.number], ['way-to-2', '', 'on < date("2026-04-01")', design.valueRefused.date]])('%s: %j is not written, and the field says so', (way, typed, condition, sentence) => {
    show(way);

    type('set-condition-0-value', typed);

    expect(readConditionText(at(way))).toBe(condition);
    expect([said('set-condition-0-value'), field('set-condition-0-value').getAttribute('aria-invalid')]).toEqual([sentence, 'true']);
  });
});

describe('what is given to a part', () => {
  it('keeps every line when one is changed', () => {
    show('call');
    expect(field('set-given').value).toBe('結果 = outcome\na = if b\n  then c else d');

    type('set-given', `${field('set-given').value}\ne = 1`);

    expect(readMapping(at('call'), 'input')).toEqual([{ target: '結果', expression: 'outcome' }, { target: 'a', expression: 'if b\nthen c else d' }, { target: 'e', expression: '1' }]);
  });

  it('is not written with a line that cannot be read; it stays at its field until it can', () => {
    const before = readMapping(at('call'), 'input');
    show('call');

    type('set-given', '結果 = outcome\nb c');
    expect(said('set-given')).toBe(design.mappingUnread('b c'));
    show('to-0');
    show('call');

    expect([field('set-given').value, said('set-given')]).toEqual(['結果 = outcome\nb c', design.mappingUnread('b c')]);
    expect(readMapping(at('call'), 'input')).toEqual(before);
    type('set-given', '結果 = outcome\nb = c');
    expect(readMapping(at('call'), 'input')).toEqual([{ target: '結果', expression: 'outcome' }, { target: 'b', expression: 'c' }]);
    show('call');
    expect(said('set-given')).toBe('');
  });
});

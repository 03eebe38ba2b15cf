import { describe, expect, it } from 'vitest';
import { conditionText, literalOf, readCondition, textOfLiteral } from './conditions';
import { dueDays, dueText } from './due';
import { mappingLines, parseMapping } from './mapping';

describe('conditions', () => {
  it.each([
    'method = "link"', 'reason = "renewal" or reason = "midChange"', 'a.b >= 12 and on < date("2026-04-01")', 'agreed = true', 'name != "a \\" and b"',
    '結果 = "できた"', 'text = "it\\\'s" and sign = "\\U01F600"', 'text = "一行目\n二行目"',
  ])('reads and writes %s', (text) => {
    expect(conditionText(readCondition(text)!)).toBe(text);
  });

  it.each(['count(participants) > 2', 'a = 1 and b = 2 or c = 3', 'a', 'not(a = 1)', '', 'Ａ = 1', 'on = date("")', 'text = "\\b"', 'sign = "\\U110000"', 'sign = "\\u12"'])('leaves %s to be written as a formula', (text) => {
    expect(readCondition(text)).toBeUndefined();
  });

  it.each([
    ['"it\\\'s"', "it's"], ['"\\U01F600 \\u3042"', '😀 あ'], ['"a\nb"', 'a\nb'], ['"a\\nb\\\\n"', 'a\nb\\n'], ['"a \\" b"', 'a " b'], ['date("2026-04-01")', '2026-04-01'], ['12', '12'],
  ])('shows %s as %s', (literal, text) => {
    expect(textOfLiteral(literal)).toBe(text);
  });

  it.each([
    ['１２．５', 'number', '12.5'], [' －3 ', 'number', '-3'], ['ー3', 'number', '-3'], ['', 'number', undefined], ['十二', 'number', undefined],
    ['2026-04-01', 'date', 'date("2026-04-01")'], ['', 'date', undefined],
    ['', 'text', '""'], ['a"\\\n', 'text', '"a\\"\\\\\\n"'], ['true', 'yesNo', 'true'],
  ])('takes what was typed, %j, as a %s: %s', (typed, kind, literal) => {
    expect(literalOf(typed, kind)).toBe(literal);
  });
});

describe('due dates', () => {
  it('are working days after the work began', () => {
    expect(dueDays(dueText(5))).toBe(5);
    expect(dueDays('=add working days(date(meetingAt), 5)')).toBeUndefined();
  });
});

describe('mappings', () => {
  it('are lines of a name and a formula', () => {
    const lines = 'clientId = clientId\nstage = "draft"\n結果 = outcome';

    expect(mappingLines(parseMapping(lines).assignments)).toBe(lines);
  });

  it('keep a formula of several lines, blank ones too', () => {
    const assignments = [{ target: 'a', expression: 'if b then "一行目  \n\n  三行目"\nelse c' }, { target: 'd', expression: 'e' }];

    expect(parseMapping(mappingLines(assignments))).toEqual({ assignments });
  });

  it.each([['= 3', '= 3'], ['a = b\nbad', 'bad'], ['a = b\n1x = 3\nc = d', '1x = 3'], ['a =', 'a ='], ['Ａ = 1', 'Ａ = 1']])('name the line of %j that cannot be read', (text, unread) => {
    expect(parseMapping(text).unread).toBe(unread);
  });

  it('leave out nothing but empty lines', () => {
    expect(parseMapping('\n a = b \n\n \nc = d\n')).toEqual({ assignments: [{ target: 'a', expression: 'b' }, { target: 'c', expression: 'd' }] });
  });
});

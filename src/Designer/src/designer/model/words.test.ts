import { describe, expect, it } from 'vitest';
import { conditionText, readCondition } from './conditions';
import { dueDays, dueText } from './due';
import { mappingLines, parseMapping } from './mapping';

describe('conditions', () => {
  it.each([
    'method = "link"', 'reason = "renewal" or reason = "midChange"', 'a.b >= 12 and on < date("2026-04-01")', 'agreed = true', 'name != "a \\" and b"',
  ])('reads and writes %s', (text) => {
    expect(conditionText(readCondition(text)!)).toBe(text);
  });

  it.each(['count(participants) > 2', 'a = 1 and b = 2 or c = 3', 'a', 'not(a = 1)', ''])('leaves %s to be written as a formula', (text) => {
    expect(readCondition(text)).toBeUndefined();
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
    const lines = 'clientId = clientId\nstage = "draft"';

    expect(mappingLines(parseMapping(lines))).toBe(lines);
    expect(parseMapping('= 3\nbad\n1x = 3')).toEqual([]);
  });
});

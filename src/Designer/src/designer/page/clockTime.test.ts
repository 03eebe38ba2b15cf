import { expect, it } from 'vitest';
import { clockTime, dayInTokyo } from './clockTime';

it('F13 says the day and the hour of Tokyo to a browser in Honolulu', () => {
  process.env['TZ'] = 'Pacific/Honolulu';
  const moment = new Date('2026-01-19T00:30:00+09:00');

  expect(moment.getDate()).toBe(18);
  expect(dayInTokyo(moment)).toBe('2026-01-19');
  expect(clockTime(moment.toISOString())).toBe('0:30');
});

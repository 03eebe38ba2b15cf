import { expect, test } from 'vitest';
import type { Move, Script, View } from './Trial';
import { TrialRun } from './TrialRun';

const setting = { at: '2026-01-19T09:00', startNode: null, values: '', holdsServices: false };
const empty: View = { nowText: '', isExhausted: false, refused: null, cases: [], marks: [], work: [], services: [], calls: [], messages: [], timers: [], kept: [], lines: [] };

function given(...answers: (View | string)[]): { run: TrialRun; asked: Script[] } {
  const asked: Script[] = [];
  const server = {
    run: async (_: string, script: Script) => {
      asked.push(script);

      return answers.shift() ?? empty;
    },
    form: async () => '',
    keep: async () => '',
  };

  return { run: new TrialRun(server, async () => '<xml/>', setting, () => undefined), asked };
}

const next: Move = { do: 'next' };
const day: Move = { do: 'advance', length: 'P1D' };

test('what is done is asked for with all that was done before', async () => {
  const { run, asked } = given();

  await run.act(next);
  await run.act(day);

  expect(asked.map((script) => script.moves)).toEqual([[next], [next, day]]);
});

test('what is refused is said and not kept', async () => {
  const { run } = given({ ...empty, refused: { move: 0, code: 'trial-no-timer', reason: '待っている期限がありません。' } });

  expect(await run.act(next)).toBe(false);
  expect(run.trouble).toBe('待っている期限がありません。');
  expect(run.canGoBack).toBe(false);
});

test('one step back asks for one thing less', async () => {
  const { run, asked } = given();
  await run.act(next);
  await run.act(day);

  await run.back();

  expect(asked.at(-1)?.moves).toEqual([next]);
});

test('what a changed draft no longer allows is left behind with the next thing that is done', async () => {
  const { run, asked } = given(empty, empty, { ...empty, refused: { move: 1, code: 'trial-not-open', reason: '開いていません。' } });
  await run.act(next);
  await run.act(day);
  await run.again();

  await run.act(day);

  expect(asked.at(-1)?.moves).toEqual([next, day]);
});

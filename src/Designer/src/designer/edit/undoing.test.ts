import { afterAll, describe, expect, it } from 'vitest';
import { acts, dice, drawOnPage, type Act, type Roll } from '../support/acts';
import { canonical, type Drawing, inAnyOrder, shipped, shippedSource } from '../support/drawing';

/** OFFICE_SEEDS=7 plays one seed again, OFFICE_SEEDS=1-40 plays many. */
const [first, last = first] = (process.env['OFFICE_SEEDS'] ?? '3-7').split('-').map(Number);
const seeds = Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
const runs = shipped.flatMap((key, index) => seeds.map((seed) => [key, seed, index] as const));
const count = 50;

describe('fifty acts, whatever they are', () => {
  const tally = new Map(acts.map((act) => [act.name, 0]));

  it.each(runs)('A14 fifty acts on %s (seed %i) are undone one by one to the document that was there, and done again', async (key, seed, index) => {
    const drawing = await drawOnPage(shippedSource(key));
    const stack = drawing.bench.get('commandStack');
    const start = stack._stackIdx;
    const opened = canonical(await drawing.xml());
    const done: { act: string; before: string[] }[] = [];
    let now = inAnyOrder(await drawing.xml());
    const deck = dealt(seed, index);
    const roll = dice(seed * 31 + index);

    while (done.length < count) {
      const act = deck.shift()!;

      if (changes(drawing, act, dice(seed * 1000 + done.length + 1))) {
        expect(astray(drawing), `after: ${act.name}`).toEqual([]);
        done.push({ act: act.name, before: now });
        now = inAnyOrder(await drawing.xml());
        tally.set(act.name, tally.get(act.name)! + 1);
      } else {
        // There may be a place for it later.
        deck.splice(Math.min(deck.length, 10 + roll(deck.length)), 0, act);
      }
    }

    for (const { act, before } of [...done].reverse()) {
      stack.undo();
      expect(inAnyOrder(await drawing.xml()), `undoing: ${act}`).toEqual(before);
    }

    expect(stack._stackIdx).toBe(start);
    expect(canonical(await drawing.xml())).toEqual(opened);
    done.forEach(() => stack.redo());
    expect(inAnyOrder(await drawing.xml())).toEqual(now);
  }, 120_000);

  afterAll(() => console.log(`seeds ${seeds.join(' ')}: ${[...tally].map(([name, times]) => `${name} ${times}`).join(' · ')}`));

  it('leave none of what can be done untried', () => {
    expect(process.env['OFFICE_SEEDS'] ? [] : [...tally].filter(([, times]) => times === 0).map(([name]) => name)).toEqual([]);
  });
});

/** What stands nowhere: it could not be drawn, and what comes near it would be lost too. */
const astray = ({ bench }: Drawing): string[] => bench.get('elementRegistry').filter((one) => Boolean(one.parent) && (one.waypoints ?? [one]).some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y))).map((one) => one.id);

/** Whether it changed the document; a rule of bpmn-js may say no. */
function changes(drawing: Drawing, act: Act, roll: Roll): boolean {
  const stack = drawing.bench.get('commandStack');
  const at = stack._stackIdx;
  act.run(drawing, roll);

  return stack._stackIdx > at;
}

/** All acts in an order of the seed's own. Each procedure begins elsewhere, so that together they come to the end of it. */
function dealt(seed: number, index: number): Act[] {
  const roll = dice(seed * 7919);
  const rest = [...acts];
  const deck = acts.map(() => rest.splice(roll(rest.length), 1)[0]!);
  const first = Math.floor((index * acts.length) / shipped.length);

  return [...deck.slice(first), ...deck.slice(0, first)];
}

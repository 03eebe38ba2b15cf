import { describe, expect, it } from 'vitest';
import { draw, shippedSource } from '../support/drawing';
import { linesOf } from './order';

describe('the order of the outline', () => {
  it('has a step before all that follows it: the contract before the information', async () => {
    const { bench } = await draw(shippedSource('plan-creation'));

    const lines = linesOf(bench.get('elementRegistry').filter(() => true)).map(({ element }) => element.id);

    const at = (id: string): number => lines.indexOf(id);
    expect([at('contract') >= 0, at('contract') < at('contract-report'), at('contract-report') < at('info-provision')]).toEqual([true, true, true]);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

import { describe, expect, it } from 'vitest';
import { properties, type PropertyId } from '../panel/properties';
import { catalogue, draw, shippedSource } from '../support/drawing';
import { readInput, writeInput } from './bindings';
import { readSteps } from './notBy';

describe('who may not do a step', () => {
  const property = (id: PropertyId) => properties.find((one) => one.id === id)!;

  it('is offered every other step of a person, and written as a list of their ids', async () => {
    const { bench } = await draw(shippedSource('plan-creation'));
    const element = bench.get('elementRegistry').get('plan-final')!;
    const offered = property('notBy').choices!(catalogue, element, bench).map((one) => one.value);

    expect(offered).toContain('plan-draft');
    expect(offered).not.toContain('plan-final');
    property('notBy').write(bench, element, 'plan-draft\nassessment', catalogue);
    expect(readInput(element, 'notBy')).toBe('plan-draft,assessment');
    expect(property('notBy').read(element, bench)).toBe('plan-draft\nassessment');
    property('notBy').write(bench, element, '', catalogue);
    expect(readInput(element, 'notBy')).toBe('');
  });

  it('reads lists that others wrote, and keeps a formula until a step is named', async () => {
    const { bench } = await draw(shippedSource('plan-creation'));
    const element = bench.get('elementRegistry').get('plan-final')!;

    writeInput(bench, element, 'notBy', 'a、 b');
    expect(readSteps(element)).toEqual(['a', 'b']);
    writeInput(bench, element, 'notBy', '=steps(1, 2)');
    expect(readSteps(element)).toEqual(['=steps(1, 2)']);
    property('notBy').write(bench, element, '=steps(1, 2)\nassessment', catalogue);
    expect(readInput(element, 'notBy')).toBe('assessment');
  });

  it('is said by the weight and by a formula of persons too', async () => {
    const { bench } = await draw(shippedSource('plan-creation'));
    const element = bench.get('elementRegistry').get('plan-final')!;

    property('priority').write(bench, element, 'high', catalogue);
    property('excluded').write(bench, element, '=draftedBy', catalogue);

    expect([readInput(element, 'priority'), readInput(element, 'excluded')]).toEqual(['high', '=draftedBy']);
  });
});

import { describe, expect, it } from 'vitest';
import { canonical, draw, shipped, shippedSource } from '../support/drawing';
import { readInput, writeInput } from '../model/bindings';

describe('the document', () => {
  it.each(shipped)('%s is written again with the same content', async (key) => {
    const drawing = await draw(shippedSource(key));

    expect(canonical(await drawing.xml())).toEqual(canonical(shippedSource(key)));
  });

  it('keeps what others wrote when one input is changed', async () => {
    const source = shippedSource('consent').replace('<elsa:input name="form">{"typeName":"String","expression":{"type":"Literal","value":"consent-explain"}}</elsa:input>',
      '<other:thing xmlns:other="urn:other" a="1"><other:inner>文</other:inner></other:thing><elsa:input name="form">{"typeName":"String","expression":{"type":"Literal","value":"consent-explain"}}</elsa:input>');
    const drawing = await draw(source);
    const element = drawing.bench.get('elementRegistry').get('consent-explain')!;

    writeInput(drawing.bench, element, 'dueAt', '=add working days(today(), 8)');

    expect(readInput(element, 'dueAt')).toBe('=add working days(today(), 8)');
    const changed = canonical(await drawing.xml());
    const before = canonical(source);
    expect(changed.filter((line, index) => line !== before[index])).toEqual([expect.stringContaining('add working days(today(), 8)')]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { is } from './Bench';
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

const outside = `${process.env['OFFICE_CORPUS'] ?? '../../../shared/corpus'}/miwg/Reference`;

// Tests on outside models are there where the models are.
if (existsSync(outside)) {
  describe('the reference models of the MIWG', () => {
    it.each(readdirSync(outside).filter((file) => file.endsWith('.bpmn')))('%s opens, and opening changes nothing', async (file) => {
      const drawing = await draw(readFileSync(`${outside}/${file}`, 'utf8'));

      expect(drawing.bench.get('elementRegistry').filter((element) => is(element, 'bpmn:FlowNode'))).not.toEqual([]);
      expect(drawing.bench.get('commandStack').canUndo()).toBe(false);
    }, 30_000);
  });
}

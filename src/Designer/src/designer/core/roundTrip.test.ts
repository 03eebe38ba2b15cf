import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { is, own } from './Bench';
import { canonical, catalogue, draw, shipped, shippedSource } from '../support/drawing';
import { removeStep } from '../edit/insert';
import { readInput, writeInput } from '../model/bindings';
import { properties } from '../panel/properties';

describe('the document', () => {
  it.each(shipped)('%s is written again with the same content', async (key) => {
    const drawing = await draw(shippedSource(key));

    expect(canonical(await drawing.xml())).toEqual(canonical(shippedSource(key)));
  });

  it('what others wrote is kept when one input is changed', async () => {
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

/** Changes the name of one step as the panel does; the lines of the document that are not as they were. */
async function renamed(source: string): Promise<{ gone: string[]; come: string[] }> {
  const drawing = await draw(source);
  const step = drawing.bench.get('elementRegistry').filter((one) => is(one, 'bpmn:Task') && !one.labelTarget && own(one).get('name') !== undefined)[0]!;
  const before = canonical(source);

  properties.find((property) => property.id === 'name')!.write(drawing.bench, step, 'ほかの名前', catalogue);

  const after = canonical(await drawing.xml());

  return { gone: before.filter((line) => !after.includes(line)), come: after.filter((line) => !before.includes(line)) };
}

const withoutName = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/ \|name=(?:(?! \S*\|).)*/s, '').trimEnd());

function expectOnlyTheName({ gone, come }: { gone: string[]; come: string[] }): void {
  expect(gone).toHaveLength(1);
  expect(come).toEqual([expect.stringContaining('|name=ほかの名前')]);
  expect(withoutName(come)).toEqual(withoutName(gone));
}

describe('one name that is changed', () => {
  it.each(shipped)('a changed name is the one attribute that differs in what is written of %s', async (key) => {
    expectOnlyTheName(await renamed(shippedSource(key)));
  });

  it('a changed name leaves alone what other tools wrote at the step, in the process and in the drawing', async () => {
    const source = shippedSource('consent')
      .replace('<bpmn:process ', '<bpmn:process xmlns:other="urn:other" other:owner="窓口" ')
      .replace(/(<bpmn:userTask id="consent-explain"[^>]*)>/, '$1 xmlns:other="urn:other" other:color="red">')
      .replace('<elsa:activityBinding', '<other:thing xmlns:other="urn:other" a="1"><other:inner>文</other:inner></other:thing><elsa:activityBinding')
      .replace(/(<bpmndi:BPMNShape [^>]*bpmnElement="consent-explain"[^>]*)>/, '$1 xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" bioc:stroke="#831311">');

    expectOnlyTheName(await renamed(source));
  });
});

it('A3 one changed name leaves what a document says without need, how its lines break and what its drawing does not say', async () => {
  const source = shippedSource('consent')
    .replace('<bpmn:userTask id="consent-explain"', '<bpmn:userTask completionQuantity="1" isForCompensation="false" startQuantity="1" id="consent-explain"')
    .replace(/(<bpmn:endEvent id="[^"]*" name=")/, '$1一行目&#13;&#10;')
    .replaceAll(' isMarkerVisible="true"', '');

  expectOnlyTheName(await renamed(source));
  expect((await (await draw(source)).xml())).toContain('一行目&#13;&#10;');
});

describe('a document that does not say at its steps which ways come and go', () => {
  const source = shippedSource('consent').replace(/\s*<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g, '');

  it('does not say it after an edit either', async () => {
    const drawing = await draw(source);

    removeStep(drawing.bench, drawing.bench.get('elementRegistry').get('request-consent')!);

    expect(await drawing.xml()).not.toMatch(/<bpmn:(incoming|outgoing)>/);
    drawing.bench.get('commandStack').undo();
    expect(canonical(await drawing.xml())).toEqual(canonical(source));
  });
});

/** Lines without the type of points and formulas, which the writer leaves out or writes with another prefix; of equal lines none. */
function typeless(lines: readonly string[], others: readonly string[]): string[] {
  const plain = (line: string): string => line.replace(/ http:\/\/www\.w3\.org\/2001\/XMLSchema-instance\|type=(?:\w+:)?(Point|tFormalExpression)\b/, '');
  const known = new Set(others.map(plain));

  return lines.map(plain).filter((line) => !known.has(line));
}

const outside = `${process.env['OFFICE_CORPUS'] ?? '../../../shared/corpus'}/miwg/Reference`;

// Tests on outside models are there where the models are.
if (existsSync(outside)) {
  describe('the reference models of the MIWG', () => {
    it.each(readdirSync(outside).filter((file) => file.endsWith('.bpmn')))('%s opens, and opening changes nothing', async (file) => {
      const drawing = await draw(readFileSync(`${outside}/${file}`, 'utf8'));

      expect(drawing.bench.get('elementRegistry').filter((element) => is(element, 'bpmn:FlowNode'))).not.toEqual([]);
      expect(drawing.bench.get('commandStack').canUndo()).toBe(false);
    }, 30_000);

    // Of C.8.1 bpmn-js does not keep: references to nothing, a formal expression inside of what another tool wrote, an attribute said twice.
    it.each(readdirSync(outside).filter((file) => file.endsWith('.bpmn') && file !== 'C.8.1.bpmn'))('A3 a changed name is the one attribute that differs in what is written of %s', async (file) => {
      const { gone, come } = await renamed(readFileSync(`${outside}/${file}`, 'utf8'));

      expectOnlyTheName({ gone: typeless(gone, come), come: typeless(come, gone) });
    }, 30_000);
  });
}

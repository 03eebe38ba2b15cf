import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownTexts, withOwn, writeOwnText } from '../model/ownTexts';
import { canonical, catalogue, draw, shippedSource } from '../support/drawing';
import { changeType, optionsOf, readForm, writeForm } from './FormDraft';

const shipped = readFileSync('../Workflows/Procedures/consent/forms/consent-explain.json', 'utf8');

describe('a form that is edited', () => {
  it('is written again as it was read', () => {
    expect(JSON.parse(writeForm(readForm(shipped)))).toEqual(JSON.parse(shipped));
  });

  it('keeps the key of an option whose word stays, or is the only one that changes', () => {
    const before = [{ key: 'self', label: '本人' }, { key: 'guardian', label: '保護者' }];

    expect(optionsOf('保護者\n本人\n親族', before)).toEqual([{ key: 'guardian', label: '保護者' }, { key: 'self', label: '本人' }, { key: 'option1', label: '親族' }]);
    expect(optionsOf('ご本人\n保護者', before)).toEqual([{ key: 'self', label: 'ご本人' }, { key: 'guardian', label: '保護者' }]);
  });

  it('has no options where nothing is chosen', () => {
    const field = { key: 'a', type: 'choice', label: 'A', options: [{ key: 'x', label: 'X' }] };

    changeType(field, 'rows', '欄');

    expect(field).toEqual({ key: 'a', type: 'rows', label: 'A', fields: [{ key: 'field1', type: 'text', label: '欄' }] });
  });

  it('stands in the procedure, is offered, is undone, and leaves nothing behind', async () => {
    const drawing = await draw(shippedSource('consent'));
    const before = canonical(await drawing.xml());

    writeOwnText(drawing.bench, 'office:form', 'mine', writeForm({ ...readForm(shipped), key: 'mine', title: '私の様式 <&>' }));
    writeOwnText(drawing.bench, 'office:form', 'other', '{"key":"other","title":"別","fields":[]}');
    writeOwnText(drawing.bench, 'office:form', 'other', undefined);

    expect([...ownTexts(drawing.bench, 'office:form').keys()]).toEqual(['mine']);
    expect(withOwn(catalogue, drawing.bench).forms[0]!.title).toBe('私の様式 <&>');
    const again = await draw(await drawing.xml());
    expect(readForm(ownTexts(again.bench, 'office:form').get('mine')!).fields).toHaveLength(readForm(shipped).fields.length);
    [1, 2, 3].forEach(() => drawing.bench.get('commandStack').undo());
    expect(canonical(await drawing.xml())).toEqual(before);
  });
});

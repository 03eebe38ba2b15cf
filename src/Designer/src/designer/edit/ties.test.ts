import { describe, expect, it } from 'vitest';
import { own } from '../core/Bench';
import type { Shape } from '../core/types';
import { readConditionText } from '../model/flows';
import { draw, type Drawing, shippedSource } from '../support/drawing';
import { writeNote } from './insert';
import { otherEnds, reattach, tie, untied } from './ties';

const at = ({ bench }: Drawing, id: string): Shape => bench.get('elementRegistry').get(id)!;

describe('ways and lines', () => {
  it('begin and end at other steps, and keep what they say', async () => {
    const drawing = await draw(shippedSource('consent'));
    const way = at(drawing, 'method--request-consent');
    const condition = readConditionText(way);

    reattach(drawing.bench, way, 'source', at(drawing, 'more-signers'));
    reattach(drawing.bench, way, 'target', at(drawing, 'consent-paper'));

    expect([way.source!.id, way.target!.id, readConditionText(way)]).toEqual(['more-signers', 'consent-paper', condition]);
    const again = await draw(await drawing.xml());
    expect([at(again, way.id).source!.id, at(again, way.id).target!.id]).toEqual(['more-signers', 'consent-paper']);
  });

  it('are offered what the canvas lets them end at', async () => {
    const drawing = await draw(shippedSource('meeting'));
    const way = at(drawing, 'minutes--minutes-ready');
    const ids = (end: 'source' | 'target'): string[] => otherEnds(drawing.bench, way, end).map((one) => one.id);

    expect(ids('target')).toContain('invite');
    expect(ids('target')).not.toContain('start');
    expect(ids('target')).not.toContain('opinion');
    expect(ids('source')).toContain('called-off');
    expect(ids('source')).not.toContain('end');
  });
});

describe('a note', () => {
  it('is written on a way, and tied to a step as well', async () => {
    const drawing = await draw(shippedSource('consent'));
    const note = writeNote(drawing.bench, at(drawing, 'consent-explain--method'));
    drawing.bench.get('modeling').updateProperties(note, { text: '説明した人が選ぶ' });
    tie(drawing.bench, note, at(drawing, 'consent-paper'));

    const again = await draw(await drawing.xml());
    const tied = at(again, note.id).incoming.map((line) => line.source!.id);

    expect(own(at(again, note.id)).get('text')).toBe('説明した人が選ぶ');
    expect(tied.sort()).toEqual(['consent-explain--method', 'consent-paper']);
    expect(untied(drawing.bench, note).map((one) => one.id)).not.toContain('consent-paper');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { firstLoop, writeLoop } from '../model/loops';
import { kindOf } from '../model/kinds';
import { laneOf, lanesOf, roleOfLane } from '../model/lanes';
import { makeFrame } from '../page/Frame';
import type { Page } from '../page/Page';
import { showPanel } from '../panel/Panel';
import { catalogue, draw, type Drawing, shippedSource } from '../support/drawing';
import { design } from '../../words/design';
import { newShape } from './insert';
import { keepLocked } from './locking';

const locked = new Set(['consent-explain']);

let drawing: Drawing;
let said: string[];

beforeEach(async () => {
  drawing = await draw(shippedSource('consent'));
  said = [];
  keepLocked({ ...drawing, frame: makeFrame(), locked, say: (word: string) => said.push(word) } as unknown as Page);
});

const at = (id: string): Shape => drawing.bench.get('elementRegistry').get(id)!;

function panelOf(element: Shape): HTMLElement {
  const host = document.createElement('div');
  document.body.append(host);
  showPanel(host, [element], { bench: drawing.bench, catalogue, locked, findings: () => [], say: () => undefined, select: () => undefined, files: {} as never });

  return host;
}

/** Controls of the panel that can be used. */
const usable = (host: HTMLElement): string[] => [...host.querySelectorAll<HTMLSelectElement>('select[id], input[id], button[id]')].filter((one) => !one.disabled).map((one) => one.id);

describe('a statutory step', () => {
  it('A9 a statutory step has its form, its role and its kind as they are, and cannot go', () => {
    expect(usable(panelOf(at('request-consent')))).toEqual(expect.arrayContaining(['set-role', 'set-kind', 'delete-do']));
    expect(usable(panelOf(at('consent-paper')))).toEqual(expect.arrayContaining(['set-form', 'set-role', 'set-kind', 'delete-do']));

    expect(usable(panelOf(at('consent-explain'))).filter((id) => ['set-form', 'set-role', 'set-kind', 'delete-do'].includes(id))).toEqual([]);
  });

  it('A9 a statutory step is not done for each of another list, nor is the part that it lies in', () => {
    const step = at('consent-explain');
    writeLoop(drawing.bench, step, firstLoop);

    expect(usable(panelOf(at('request-consent')))).toContain('set-each');
    expect(usable(panelOf(step)).filter((id) => ['set-each', 'set-list', 'set-item', 'set-enough'].includes(id))).toEqual([]);
    expect(usable(panelOf(step))).toEqual(expect.arrayContaining(['set-collected', 'set-collectedValue']));

    const part = drawing.bench.get('modeling').createShape(newShape(drawing.bench, kindOf('part')), { x: step.x, y: step.y }, step.parent!);
    expect(usable(panelOf(part))).toContain('set-each');
    drawing.bench.get('modeling').moveElements([step], { x: 0, y: 0 }, part);
    expect(usable(panelOf(part))).not.toContain('set-each');
    expect(panelOf(part).textContent).toContain(design.lockedInside);
  });

  it('A9 the column of a statutory step is not given to another role', () => {
    const lane = laneOf(drawing.bench, at('consent-explain'))!;
    const other = lanesOf(drawing.bench).find((one) => one !== lane)!;

    expect(usable(panelOf(other))).toContain('set-laneRole');
    expect(usable(panelOf(lane))).not.toContain('set-laneRole');
  });

  it('A9 a statutory step stays when it is dragged into the column of another, or taken away by a key', () => {
    const step = at('consent-explain');
    const other = lanesOf(drawing.bench).find((one) => one !== laneOf(drawing.bench, step))!;
    const role = roleOfLane(laneOf(drawing.bench, step)!);

    drawing.bench.get('modeling').moveElements([step], { x: 0, y: other.y + 20 - step.y });

    expect(roleOfLane(laneOf(drawing.bench, step)!)).toBe(role);
    expect(drawing.bench.get('rules').allowed('elements.delete', { elements: [step, at('request-consent')] })).toEqual([at('request-consent')]);
    expect(said).toEqual([design.locked, design.locked]);
  });
});

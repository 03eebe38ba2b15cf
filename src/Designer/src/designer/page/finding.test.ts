import { beforeEach, describe, expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { draw, type Drawing, shippedSource } from '../support/drawing';
import { design } from '../../words/design';
import { makeFrame, type Frame } from './Frame';
import { addKeys } from './keys';
import type { Page } from './Page';
import { addSearch } from './search';
import { addTools } from './tools';

let drawing: Drawing;
let frame: Frame;
let said: string[];
let chosen: (string | undefined)[];

beforeEach(async () => {
  drawing = await draw(shippedSource('consent'));
  frame = makeFrame();
  document.body.append(frame.root);
  frame.canvas.append(drawing.bench.get('canvas').getContainer());
  said = [];
  chosen = [];
  const page = { ...drawing, frame, say: (word: string) => said.push(word), select: (element: Shape | null) => chosen.push(element?.id), onDraw: () => undefined } as unknown as Page;
  [addSearch, addTools, addKeys].forEach((part) => part(page));
});

function search(text: string): void {
  const field = frame.root.querySelector<HTMLInputElement>('.designer-search')!;
  field.value = text;
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
}

function press(target: Element, key: string, more: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

/** How often another part of the drawing came into view. */
function moves(): { count: number } {
  const moved = { count: 0 };
  drawing.bench.get('eventBus').on('canvas.viewbox.changing', () => void moved.count++);

  return moved;
}

describe('searching by name', () => {
  it('goes from one to the next, and from the last to the first', () => {
    search('同意');
    const count = Number(/(\d+)件中/.exec(said[0]!)![1]);
    expect(count).toBeGreaterThan(1);

    Array.from({ length: count }, () => search('同意'));

    expect(new Set(chosen).size).toBe(count);
    expect(chosen.at(-1)).toBe(chosen[0]);
  });

  it('says so where there is nothing, and chooses nothing', () => {
    search('どこにもない名前');
    search('');

    expect(said).toEqual([design.searchNone, design.searchNone]);
    expect(chosen).toEqual([]);
  });
});

describe('the whole of the diagram', () => {
  it.each([['the button', () => frame.buttons.fit.click()], ['0 on the canvas', () => press(drawing.bench.get('canvas').getContainer(), '0')]])('is shown by %s', (_, show) => {
    const moved = moves();

    show();

    expect(moved.count).toBe(1);
  });

  it('is not shown by a 0 that is typed, or that is part of a command', () => {
    const moved = moves();

    press(frame.root.querySelector('.designer-search')!, '0');
    press(drawing.bench.get('canvas').getContainer(), '0', { altKey: true });

    expect(moved.count).toBe(0);
  });

  it('stands small in a corner, opened and closed by its button', () => {
    const map = drawing.bench.get('canvas').getContainer().querySelector('.djs-minimap')!;
    const toggle = map.querySelector<HTMLButtonElement>('button.toggle')!;
    expect(map.querySelectorAll('.viewport-dom, .viewport').length).toBeGreaterThan(0);
    expect(map.querySelectorAll('.toggle')).toHaveLength(1);

    expect([map.classList.contains('open'), toggle.getAttribute('aria-label')]).toEqual([false, '全体図を開く']);
    toggle.click();
    expect([map.classList.contains('open'), toggle.getAttribute('aria-label')]).toEqual([true, '全体図を閉じる']);
    toggle.click();
    expect([map.classList.contains('open'), toggle.getAttribute('aria-label')]).toEqual([false, '全体図を開く']);
  });
});

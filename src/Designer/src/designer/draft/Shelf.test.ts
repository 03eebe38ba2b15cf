import { describe, expect, it } from 'vitest';
import { type OpenPages, type Shelf, shelfOf, type Store } from './Shelf';

function browser() {
  const texts = new Map<string, string>();
  const open = new Set<string>();
  const store: Store = { all: async () => texts, put: (key, text) => texts.set(key, text), remove: (key) => texts.delete(key) };
  const pages: OpenPages = { enter: (name) => open.add(name), names: async () => open };

  return {
    page: (name: string, place = 'consent') => shelfOf(place, name, store, pages),
    close: (name: string, place = 'consent') => open.delete(`${place}#${name}`),
  };
}

const textsOf = async (shelf: Shelf): Promise<string[]> => (await shelf.left()).map((left) => left.text);

describe('the shelf', () => {
  it('A15 a page that has saved clears only what it put there itself', async () => {
    const { page, close } = browser();
    const [first, second] = [page('1'), page('2')];
    first.set('of the first');
    second.set('of the second');

    second.clear();
    close('1');

    expect(await textsOf(page('3'))).toEqual(['of the first']);
  });

  it('offers nothing of a page that is still open', async () => {
    const { page, close } = browser();
    page('1').set('of the first');

    expect(await textsOf(page('2'))).toEqual([]);
    close('1');
    expect(await textsOf(page('3'))).toEqual(['of the first']);
  });

  it('offers what several pages left, the oldest first, until it is forgotten', async () => {
    const { page, close } = browser();
    page('2').set('of the second');
    page('1').set('of the first');
    ['1', '2'].forEach((name) => close(name));
    const shelf = page('3');
    shelf.set('of the third');

    expect(await textsOf(shelf)).toEqual(['of the first', 'of the second']);
    (await shelf.left())[0]!.forget();
    expect(await textsOf(shelf)).toEqual(['of the second']);
  });

  it('knows one procedure from another whose name begins the same', async () => {
    const { page, close } = browser();
    page('1', 'plan-creation').set('of the other');
    close('1', 'plan-creation');

    expect(await textsOf(page('2', 'plan'))).toEqual([]);
  });
});

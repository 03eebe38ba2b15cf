import { describe, expect, it } from 'vitest';
import { moveFor } from './keys';

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('moveFor', () => {
  it.each([
    ['ArrowLeft', 'move 60,0'], ['ArrowRight', 'move -60,0'], ['ArrowUp', 'move 0,60'], ['ArrowDown', 'move 0,-60'],
    ['+', 'zoom 1.25'], [';', 'zoom 1.25'], ['-', 'zoom 0.8'], ['0', 'fit'],
  ])('%s does %s', (name, expected) => {
    const done: string[] = [];

    moveFor(key(name))?.({
      moveBy: (dx, dy) => void done.push(`move ${dx},${dy}`),
      zoomBy: (factor) => void done.push(`zoom ${factor}`),
      fit: () => done.push('fit'),
    });

    expect(done).toEqual([expected]);
  });

  it('leaves the browser its own keys', () => {
    expect(moveFor(key('+', { ctrlKey: true }))).toBeUndefined();
    expect(moveFor(key('Tab'))).toBeUndefined();
  });
});

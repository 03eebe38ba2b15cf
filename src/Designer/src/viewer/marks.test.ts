import { describe, expect, it } from 'vitest';
import { showStates, whereToLook } from './marks';
import type { Request } from './Request';

const ids = (...list: string[]): ReadonlyMap<string, number> => new Map(list.map((id) => [id, 1]));

function request(states: Partial<Request['states']>): Request {
  return {
    url: '',
    label: undefined,
    states: { current: ids(), done: ids(), stuck: ids(), added: ids(), removed: ids(), changed: ids(), ...states },
    notes: new Map(),
  };
}

function diagram(...known: string[]) {
  const shown: string[] = [];

  return {
    shown,
    has: (id: string) => known.includes(id),
    mark: (id: string, name: string) => void shown.push(`${id} ${name}`),
    label: (id: string, badge: HTMLElement, row: number) => void shown.push(`${id} ${badge.textContent} ${row}`),
  };
}

describe('showStates', () => {
  it('says each state by colour and by word', () => {
    const canvas = diagram('a', 'b');

    showStates(canvas, request({ current: ids('a'), done: ids('b') }));

    expect(canvas.shown).toEqual(['b bpmn-done', 'b 済 0', 'a bpmn-current', 'a いま 0']);
  });

  it('stacks the words of an element that was done and waits again', () => {
    const canvas = diagram('a');

    showStates(canvas, request({ done: ids('a'), current: new Map([['a', 3]]) }));

    expect(canvas.shown).toEqual(['a bpmn-done', 'a 済 0', 'a bpmn-current', 'a いま ×3 1']);
  });

  it('says what differs from another version, and words beside it', () => {
    const canvas = diagram('a', 'b');

    showStates(canvas, { ...request({ added: ids('a'), changed: ids('b') }), notes: new Map([['b', '3件']]) });

    expect(canvas.shown).toEqual(['a bpmn-added', 'a 追加 0', 'b bpmn-changed', 'b 変更 0', 'b 3件 1']);
  });

  it('passes over what the diagram does not contain', () => {
    const canvas = diagram('a');

    showStates(canvas, request({ stuck: ids('elsewhere') }));

    expect(canvas.shown).toEqual([]);
  });
});

describe('whereToLook', () => {
  it('prefers what is stuck', () => {
    expect(whereToLook(diagram('a', 'b'), request({ current: ids('a'), stuck: ids('b') }))).toBe('b');
  });

  it('finds what differs', () => {
    expect(whereToLook(diagram('a'), request({ changed: ids('a') }))).toBe('a');
  });

  it('finds nothing in an ended case', () => {
    expect(whereToLook(diagram('a'), request({ done: ids('a') }))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { readRequest } from './Request';

function host(attributes: Record<string, string>): HTMLElement {
  const element = document.createElement('div');
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));

  return element;
}

describe('readRequest', () => {
  it('reads where the diagram is and how its elements stand', () => {
    const request = readRequest(host({
      'data-bpmn-url': '/x.bpmn', 'data-label': '同意', 'data-current': ' a  b\na ', 'data-done': 'c', 'data-stuck': '', 'data-added': 'd', 'data-notes': '{"a":"3件"}',
    }));

    expect(request?.url).toBe('/x.bpmn');
    expect(request?.label).toBe('同意');
    expect([...request!.states.current]).toEqual([['a', 2], ['b', 1]]);
    expect([...request!.states.done.keys()]).toEqual(['c']);
    expect(request?.states.stuck.size).toBe(0);
    expect([...request!.states.added.keys()]).toEqual(['d']);
    expect(request?.notes.get('a')).toBe('3件');
  });

  it('asks for nothing without an address', () => {
    expect(readRequest(host({ 'data-bpmn-viewer': '' }))).toBeUndefined();
  });
});

import { words } from '../words/ja';
import type { Diagram } from './Diagram';
import type { Request, State } from './Request';

const states: readonly State[] = ['done', 'current', 'stuck', 'added', 'removed', 'changed'];

/** Shows the states by colour, by shape and by word. What the diagram does not contain (a called procedure's element) is passed over. */
export function showStates(diagram: Pick<Diagram, 'has' | 'mark' | 'label'>, request: Request): void {
  const rows = new Map<string, number>();

  for (const state of states) {
    for (const [id, count] of request.states[state]) {
      if (diagram.has(id)) {
        const row = rows.get(id) ?? 0;
        rows.set(id, row + 1);
        diagram.mark(id, `bpmn-${state}`);
        diagram.label(id, makeBadge(state, words.times(words[state], state === 'done' ? 1 : count)), row);
      }
    }
  }

  for (const [id, note] of request.notes) {
    if (diagram.has(id)) {
      diagram.label(id, makeBadge('note', note), rows.get(id) ?? 0);
    }
  }
}

/** The element to look at first: what is stuck, else what is waited for, else what differs. */
export function whereToLook(diagram: Pick<Diagram, 'has'>, request: Request): string | undefined {
  const { stuck, current, added, removed, changed } = request.states;

  return [stuck, current, added, removed, changed].flatMap((ids) => [...ids.keys()]).find((id) => diagram.has(id));
}

function makeBadge(kind: State | 'note', text: string): HTMLElement {
  const badge = document.createElement('span');
  badge.className = `bpmn-badge bpmn-badge-${kind}`;
  badge.textContent = text;

  return badge;
}

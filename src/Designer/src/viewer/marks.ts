import { words } from '../words/ja';
import type { Diagram } from './Diagram';
import type { Request, State } from './Request';

const states: readonly State[] = ['done', 'current', 'stuck'];

/** Shows the states by colour, by shape and by word. What the diagram does not contain (a called procedure's element) is passed over. */
export function showStates(diagram: Pick<Diagram, 'has' | 'mark' | 'label'>, request: Request): void {
  const rows = new Map<string, number>();

  for (const state of states) {
    for (const [id, count] of request.states[state]) {
      if (diagram.has(id)) {
        const row = rows.get(id) ?? 0;
        rows.set(id, row + 1);
        diagram.mark(id, `bpmn-${state}`);
        diagram.label(id, makeBadge(state, count), row);
      }
    }
  }
}

/** The element to look at first: what is stuck, else what is waited for. */
export function whereToLook(diagram: Pick<Diagram, 'has'>, request: Request): string | undefined {
  return [...request.states.stuck.keys(), ...request.states.current.keys()].find((id) => diagram.has(id));
}

function makeBadge(state: State, count: number): HTMLElement {
  const badge = document.createElement('span');
  badge.className = `bpmn-badge bpmn-badge-${state}`;
  badge.textContent = words.times(words[state], state === 'done' ? 1 : count);

  return badge;
}

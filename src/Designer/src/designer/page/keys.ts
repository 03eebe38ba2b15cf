import { removeSteps } from '../edit/several';
import type { Shape } from '../core/types';
import type { Page } from './Page';

/** Undo and redo outside of the canvas, which has its own keys; there Delete does what the buttons do, and 0 shows the whole of it, as in the viewer. */
export function addKeys({ frame, bench }: Page): void {
  const actions = bench.get('editorActions');
  actions.unregister('removeSelection');
  actions.register('removeSelection', () => {
    const elements = bench.get('selection').get();
    const allowed = bench.get('rules').allowed('elements.delete', { elements }) as Shape[] | boolean | null | undefined;
    removeSteps(bench, Array.isArray(allowed) ? allowed : allowed === false ? [] : elements);
  });
  frame.root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
    const isOnCanvas = frame.canvas.contains(target);
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();

    if (isCommand && !isTyping && !isOnCanvas && (key === 'z' || key === 'y')) {
      event.preventDefault();
      key === 'y' || event.shiftKey ? bench.get('commandStack').redo() : bench.get('commandStack').undo();
    } else if (isOnCanvas && !isTyping && !isCommand && !event.altKey && key === '0') {
      event.preventDefault();
      frame.buttons.fit.click();
    }
  });
}

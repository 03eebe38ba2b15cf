import type { Page } from './Page';

/** Undo and redo outside of the canvas, which has its own keys. */
export function addKeys({ frame, bench }: Page): void {
  frame.root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
    const key = event.key.toLowerCase();

    if ((event.ctrlKey || event.metaKey) && !isTyping && !frame.canvas.contains(target) && (key === 'z' || key === 'y')) {
      event.preventDefault();
      key === 'y' || event.shiftKey ? bench.get('commandStack').redo() : bench.get('commandStack').undo();
    }
  });
}

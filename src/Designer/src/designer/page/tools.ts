import { is } from '../core/Bench';
import { pasteAfter } from '../edit/clipboard';
import { design } from '../../words/design';
import type { Page } from './Page';

const farthest = 0.2;
const nearest = 4;

/** The buttons above the drawing. */
export function addTools(page: Page): void {
  const { frame: { buttons }, bench } = page;
  const canvas = bench.get('canvas');
  const stack = bench.get('commandStack');
  buttons.undo.addEventListener('click', () => stack.undo());
  buttons.redo.addEventListener('click', () => stack.redo());
  buttons.fit.addEventListener('click', () => canvas.zoom('fit-viewport', 'auto'));
  buttons.zoomIn.addEventListener('click', () => canvas.zoom(Math.min(nearest, canvas.zoom() * 1.25), 'auto'));
  buttons.zoomOut.addEventListener('click', () => canvas.zoom(Math.max(farthest, canvas.zoom() * 0.8), 'auto'));
  buttons.copy.addEventListener('click', () => {
    const chosen = bench.get('selection').get();
    bench.get('copyPaste').copy(chosen);
    page.say(design.copied(chosen.length));
  });
  buttons.paste.addEventListener('click', () => {
    const made = pasteAfter(bench, bench.get('selection').get().find((one) => is(one, 'bpmn:FlowNode') && one.type !== 'label'));
    page.say(made.length > 0 ? design.pasted(made.length) : design.nothingToPaste);
  });
  page.onDraw(() => {
    buttons.copy.disabled = bench.get('selection').get().length === 0;
    buttons.undo.disabled = !stack.canUndo();
    buttons.redo.disabled = !stack.canRedo();
  });
}

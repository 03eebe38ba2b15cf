import { words } from '../words/ja';
import { openDiagram, type Diagram } from './Diagram';
import { makeFrame, type Frame } from './Frame';
import { moveFor, zoomStep } from './keys';
import { showStates, whereToLook } from './marks';
import { readRequest } from './Request';

/** Names are 12 px high; under this scale nobody can read them. */
const readable = 0.6;

/** Turns a host element into a diagram. What the page had put into it stays as the text beside, unless it is marked as a stand-in. */
export async function showDiagram(host: HTMLElement, open: typeof openDiagram = openDiagram): Promise<void> {
  const request = readRequest(host);

  if (!request) {
    return;
  }

  const { states } = request;
  const frame = makeFrame(request.label);
  host.prepend(frame.root);

  try {
    const diagram = await open(frame.canvas, await load(request.url));
    showStates(diagram, request);
    const target = whereToLook(diagram, request);

    if (diagram.fit() < readable) {
      if (target) {
        diagram.goTo(target);
      } else {
        diagram.goToBeginning(readable);
      }
    }

    connect(frame, diagram, target, [states.added, states.removed, states.changed].some((ids) => ids.size > 0));
    frame.message.textContent = '';
    host.querySelectorAll<HTMLElement>('[data-bpmn-stand-in]').forEach((standIn) => (standIn.hidden = true));
    host.dataset['bpmnShown'] = '';
  } catch (error) {
    frame.canvas.hidden = true;
    frame.message.textContent = words.failed;
    console.error(error);
  }
}

async function load(url: string): Promise<string> {
  const response = await fetch(url, { credentials: 'same-origin' });

  if (!response.ok) {
    throw new Error(`${url}: ${response.status}`);
  }

  return response.text();
}

function connect(frame: Frame, diagram: Diagram, target: string | undefined, isCompared: boolean): void {
  frame.buttons.zoomIn.addEventListener('click', () => diagram.zoomBy(zoomStep));
  frame.buttons.zoomOut.addEventListener('click', () => diagram.zoomBy(1 / zoomStep));
  frame.buttons.fit.addEventListener('click', () => diagram.fit());

  if (target) {
    frame.buttons.toCurrent.textContent = isCompared ? words.toChange : words.toCurrent;
    frame.buttons.toCurrent.addEventListener('click', () => diagram.goTo(target));
  } else {
    frame.buttons.toCurrent.hidden = true;
  }

  frame.canvas.addEventListener('keydown', (event) => {
    const move = moveFor(event);

    if (move) {
      event.preventDefault();
      move(diagram);
    }
  });

  // The wheel belongs to the page; with Ctrl it zooms.
  frame.root.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) {
      event.stopPropagation();
    }
  }, { capture: true, passive: true });
}

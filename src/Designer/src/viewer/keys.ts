import type { Diagram } from './Diagram';

const step = 60;
export const zoomStep = 1.25;

type Move = (diagram: Pick<Diagram, 'moveBy' | 'zoomBy' | 'fit'>) => unknown;

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: (diagram) => diagram.moveBy(step, 0),
  ArrowRight: (diagram) => diagram.moveBy(-step, 0),
  ArrowUp: (diagram) => diagram.moveBy(0, step),
  ArrowDown: (diagram) => diagram.moveBy(0, -step),
  '+': (diagram) => diagram.zoomBy(zoomStep),
  ';': (diagram) => diagram.zoomBy(zoomStep),
  '-': (diagram) => diagram.zoomBy(1 / zoomStep),
  '0': (diagram) => diagram.fit(),
};

/** The keys of the focused canvas. On a Japanese keyboard + is the shifted ;, so both enlarge. */
export function moveFor(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Move | undefined {
  return event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
}

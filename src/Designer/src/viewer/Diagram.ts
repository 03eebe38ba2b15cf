import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

/** The few things that we ask of bpmn-js, with their types. */
export interface Diagram {
  has(id: string): boolean;
  mark(id: string, className: string): void;
  label(id: string, badge: HTMLElement, row: number): void;
  zoomBy(factor: number): void;
  /** Shows all of it; answers the scale that this took. */
  fit(): number;
  moveBy(dx: number, dy: number): void;
  goTo(id: string): void;
  /** Shows its left end at this scale, where a procedure that is too wide to be read as a whole begins. */
  goToBeginning(scale: number): void;
}

interface Canvas {
  zoom(scale?: number | 'fit-viewport', center?: 'auto'): number;
  scroll(delta: { dx: number; dy: number }): void;
  scrollToElement(id: string, padding: number): void;
  addMarker(id: string, className: string): void;
  setRootElement(root: unknown): void;
  findRoot(id: string): unknown;
  viewbox(): { inner: Box; outer: Box };
  viewbox(box: Box): void;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Overlays {
  add(id: string, type: string, overlay: { position: { top: number; left: number }; html: HTMLElement }): string;
}

interface ElementRegistry {
  get(id: string): unknown;
}

const badgeHeight = 26;
const margin = 20;
const smallest = 0.2;
const largest = 4;

export async function openDiagram(container: HTMLElement, xml: string): Promise<Diagram> {
  const viewer = new NavigatedViewer({
    container,
    // Names are measured before they are drawn: both need the same, resolved font.
    textRenderer: { defaultStyle: { fontFamily: getComputedStyle(container).fontFamily } },
  });
  await viewer.importXML(xml);

  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const elements = viewer.get<ElementRegistry>('elementRegistry');

  return {
    has: (id) => elements.get(id) !== undefined,
    mark: (id, className) => canvas.addMarker(id, className),
    label: (id, badge, row) => {
      overlays.add(id, 'state', { position: { top: -badgeHeight * (row + 0.5), left: 0 }, html: badge });
    },
    zoomBy: (factor) => {
      canvas.zoom(Math.min(largest, Math.max(smallest, canvas.zoom() * factor)), 'auto');
    },
    fit: () => canvas.zoom('fit-viewport', 'auto'),
    moveBy: (dx, dy) => canvas.scroll({ dx, dy }),
    goTo: (id) => {
      canvas.setRootElement(canvas.findRoot(id));
      canvas.zoom(1, 'auto');
      canvas.scrollToElement(id, 120);
    },
    goToBeginning: (scale) => {
      const { inner, outer } = canvas.viewbox();
      const [width, height] = [outer.width / scale, outer.height / scale];
      canvas.viewbox({ x: inner.x - margin, y: inner.y + Math.min(0, (inner.height - height) / 2), width, height });
    },
  };
}

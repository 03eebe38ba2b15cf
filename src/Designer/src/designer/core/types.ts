/** The few shapes of bpmn-js that we touch, with their types. */
export interface Moddle {
  readonly $type: string;
  readonly $attrs: Record<string, string | undefined>;
  $parent?: Moddle | undefined;
  $instanceOf(type: string): boolean;
  // Moddle is open by design: foreign documents bring what they like.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  get<T = any>(name: string): T;
  set(name: string, value: unknown): void;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  [name: string]: any;
}

export interface Point {
  x: number;
  y: number;
}

export interface Shape extends Point {
  id: string;
  type: string;
  width: number;
  height: number;
  businessObject: Moddle;
  di?: Moddle;
  parent?: Shape;
  host?: Shape;
  labelTarget?: Shape;
  children?: Shape[];
  attachers?: Shape[];
  incoming: Shape[];
  outgoing: Shape[];
  source?: Shape;
  target?: Shape;
  waypoints?: Point[];
  collapsed?: boolean;
}

export interface Modeling {
  updateProperties(element: Shape, properties: Record<string, unknown>): void;
  updateModdleProperties(element: Shape, moddle: Moddle, properties: Record<string, unknown>): void;
  updateLabel(element: Shape, text: string): void;
  createShape(shape: Partial<Shape>, position: Point, parent: Shape, hints?: { attach?: boolean }): Shape;
  connect(source: Shape, target: Shape, attrs?: Record<string, unknown>): Shape;
  reconnect(connection: Shape, source: Shape, target: Shape, docking: Point | Point[]): void;
  layoutConnection(connection: Shape, hints?: { waypoints: Point[] }): void;
  updateWaypoints(connection: Shape, waypoints: Point[]): void;
  removeElements(elements: Shape[]): void;
  moveElements(elements: Shape[], delta: Point, parent?: Shape, hints?: { attach?: boolean; staysBeside?: boolean }): void;
  resizeShape(shape: Shape, bounds: { x: number; y: number; width: number; height: number }): void;
  createSpace(moving: Shape[], resizing: Shape[], delta: Point, direction: string, start: number): void;
  addLane(target: Shape, location: 'top' | 'bottom'): Shape;
  makeCollaboration(): Shape;
}

export interface ElementRegistry {
  get(id: string): Shape | undefined;
  getAll(): Shape[];
  filter(test: (element: Shape) => boolean): Shape[];
  getGraphics(element: Shape | string): SVGElement;
}

export interface Canvas {
  getRootElement(): Shape;
  getContainer(): HTMLElement;
  zoom(scale?: number | 'fit-viewport', center?: 'auto'): number;
  scroll(delta: { dx: number; dy: number }): void;
  scrollToElement(element: Shape | string, padding?: number): void;
  addMarker(element: Shape | string, marker: string): void;
  removeMarker(element: Shape | string, marker: string): void;
  setRootElement(root: Shape): void;
  findRoot(element: Shape | string): Shape | undefined;
  focus(): void;
  resized(): void;
}

export interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
  execute(command: string, context: unknown): void;
  registerHandler(command: string, handler: unknown): void;
  _stackIdx: number;
}

export interface EventBus {
  on(events: string | string[], listener: (event: never) => unknown): void;
  on(events: string | string[], priority: number, listener: (event: never) => unknown): void;
  once(event: string, listener: (event: never) => unknown): void;
  fire(event: string, data?: unknown): unknown;
}

export interface Services {
  modeling: Modeling;
  elementRegistry: ElementRegistry;
  elementFactory: { createShape(attrs: Record<string, unknown>): Shape };
  bpmnFactory: { create(type: string, attrs?: Record<string, unknown>): Moddle };
  bpmnReplace: { replaceElement(element: Shape, target: Record<string, unknown>): Shape };
  moddle: { create(type: string, properties: Record<string, unknown>): Moddle; createAny(name: string, uri: string, properties: Record<string, unknown>): Moddle; ids: { nextPrefixed(prefix: string): string; assigned(id: string): unknown } };
  canvas: Canvas;
  commandStack: CommandStack;
  eventBus: EventBus;
  selection: { get(): Shape[]; select(elements: Shape | Shape[] | null): void };
  overlays: { add(element: string | Shape, type: string, overlay: unknown): string; remove(filter: { type: string } | string): void };
  create: { start(event: Event, shape: Shape | Shape[]): void };
  connect: { start(event: Event, source: Shape): void };
  autoPlace: { append(source: Shape, shape: Shape): Shape };
  spaceTool: { calculateAdjustments(elements: Shape[], axis: 'x' | 'y', delta: number, start: number): { movingShapes: Shape[]; resizingShapes: Shape[] } };
  directEditing: { activate(element: Shape): void; complete(): void };
  contextPad: { registerProvider(provider: unknown): void; close(): void };
  copyPaste: { copy(elements: Shape[]): unknown; paste(context?: unknown): Shape[] };
  clipboard: { get(): unknown; set(content: unknown): void };
  editorActions: { getActions(): string[]; unregister(action: string): void; register(action: string, act: () => unknown): void };
  rules: { allowed(rule: string, context: unknown): boolean | string | null | undefined | Record<string, unknown> };
}

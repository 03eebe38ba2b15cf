import { words } from '../words/ja';

/** The parts of a shown diagram: a toolbar, the canvas that takes the focus, a line for messages. */
export interface Frame {
  readonly root: HTMLElement;
  readonly canvas: HTMLElement;
  readonly message: HTMLElement;
  readonly buttons: Readonly<Record<Command, HTMLButtonElement>>;
}

export type Command = 'zoomIn' | 'zoomOut' | 'fit' | 'toCurrent';

const commands: readonly Command[] = ['zoomIn', 'zoomOut', 'fit', 'toCurrent'];

let frames = 0;

export function makeFrame(label: string | undefined): Frame {
  const help = element('p', 'bpmn-help');
  help.id = `bpmn-help-${++frames}`;
  help.textContent = words.keys;

  const canvas = element('div', 'bpmn-canvas');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'group');
  canvas.setAttribute('aria-label', label ?? words.diagram);
  canvas.setAttribute('aria-describedby', help.id);

  const message = element('p', 'bpmn-message');
  message.setAttribute('role', 'status');
  message.textContent = words.loading;

  const buttons = Object.fromEntries(commands.map((command) => [command, makeButton(words[command])])) as Record<Command, HTMLButtonElement>;
  const toolbar = element('div', 'bpmn-toolbar');
  toolbar.append(...commands.map((command) => buttons[command]));

  const root = element('div', 'bpmn-frame');
  root.append(toolbar, canvas, help, message);

  return { root, canvas, message, buttons };
}

function makeButton(word: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = word;

  return button;
}

function element(name: 'div' | 'p', className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;

  return made;
}

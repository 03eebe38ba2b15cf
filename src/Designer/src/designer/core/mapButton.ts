import { h } from './dom';
import type { EventBus } from './types';

interface Minimap {
  _toggle: HTMLElement;
  toggle(): void;
}

/** What opens and closes the small picture of the whole is a button, for who has no mouse too; bpmn-js makes it of a plain element. */
mapButton.$inject = ['minimap', 'eventBus'];
export function mapButton(minimap: Minimap, eventBus: EventBus): void {
  const button = h('button', { type: 'button', class: 'toggle', title: minimap._toggle.title, onclick: () => minimap.toggle() });
  const name = (): void => button.setAttribute('aria-label', button.title);
  minimap._toggle.replaceWith(button);
  minimap._toggle = button;
  name();
  eventBus.on('minimap.toggle', name);
}

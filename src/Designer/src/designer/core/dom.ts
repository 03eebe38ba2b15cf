type Child = Node | string | undefined | false;
type Listener = (event: Event) => unknown;

/** Makes an element. Attributes beginning with "on" are listeners; true sets an empty attribute; undefined and false leave it out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number | boolean | undefined | Listener> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);

  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }

  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));

  return element;
}

/** Puts new content in and keeps the focus on what had it, found again by its id, and the place that was scrolled to. */
export function refill(container: HTMLElement, ...children: readonly Child[]): void {
  const focused = container.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const { scrollTop } = container;
  container.replaceChildren(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  container.scrollTop = scrollTop;

  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

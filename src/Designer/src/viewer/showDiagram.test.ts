import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagram } from './Diagram';
import { showDiagram } from './showDiagram';

function page(html: string): HTMLElement {
  document.body.innerHTML = html;

  return document.querySelector<HTMLElement>('[data-bpmn-viewer]')!;
}

function recorder(scale = 1): { calls: string[]; open: (container: HTMLElement, xml: string) => Promise<Diagram> } {
  const calls: string[] = [];

  return {
    calls,
    open: async (_, xml) => {
      calls.push(`open ${xml}`);

      return {
        has: () => true,
        mark: (id) => void calls.push(`mark ${id}`),
        label: () => undefined,
        zoomBy: (factor) => void calls.push(`zoom ${factor}`),
        fit: () => {
          calls.push('fit');
          return scale;
        },
        moveBy: (dx, dy) => void calls.push(`move ${dx},${dy}`),
        goTo: (id) => void calls.push(`go ${id}`),
        goToBeginning: (at) => void calls.push(`beginning at ${at}`),
      };
    },
  };
}

const answer = (status: number) => vi.stubGlobal('fetch', async () => new Response('<xml/>', { status }));

afterEach(() => vi.unstubAllGlobals());

describe('showDiagram', () => {
  it('loads, marks, fits and listens', async () => {
    answer(200);
    const host = page('<div data-bpmn-viewer data-bpmn-url="/x" data-label="同意の図" data-current="a"><p data-bpmn-stand-in>いま: 説明</p><p id="kept">…</p></div>');
    const { calls, open } = recorder();

    await showDiagram(host, open);
    const [zoomIn, , , toCurrent] = host.querySelectorAll('button');
    zoomIn!.click();
    toCurrent!.click();
    host.querySelector('.bpmn-canvas')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));

    expect(calls).toEqual(['open <xml/>', 'mark a', 'fit', 'zoom 1.25', 'go a', 'move 0,60']);
    expect(host.querySelector('.bpmn-canvas')!.getAttribute('aria-label')).toBe('同意の図');
    expect(host.querySelector<HTMLElement>('[data-bpmn-stand-in]')!.hidden).toBe(true);
    expect(host.querySelector<HTMLElement>('#kept')!.hidden).toBe(false);
    expect(host.hasAttribute('data-bpmn-shown')).toBe(true);
  });

  it('begins at the work when the whole is too small to read', async () => {
    answer(200);
    const host = page('<div data-bpmn-viewer data-bpmn-url="/x" data-current="a"></div>');
    const { calls, open } = recorder(0.3);

    await showDiagram(host, open);

    expect(calls.slice(-2)).toEqual(['fit', 'go a']);
  });

  it('begins at the beginning when the whole is too small to read and no work is open', async () => {
    answer(200);
    const host = page('<div data-bpmn-viewer data-bpmn-url="/x"></div>');
    const { calls, open } = recorder(0.3);

    await showDiagram(host, open);

    expect(calls.slice(-2)).toEqual(['fit', 'beginning at 0.6']);
  });

  it('says so when the diagram does not come, and keeps the words of the page', async () => {
    answer(404);
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const host = page('<div data-bpmn-viewer data-bpmn-url="/x"><p data-bpmn-stand-in>いま: 説明</p></div>');

    await showDiagram(host, recorder().open);

    expect(host.querySelector('[role=status]')!.textContent).toContain('読み込めませんでした');
    expect(host.querySelector<HTMLElement>('[data-bpmn-stand-in]')!.hidden).toBe(false);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});

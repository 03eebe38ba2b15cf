import type { Shape } from '../core/types';
import { findingsAt, showFindings } from '../findings/Findings';
import { createForm, editForm, resetForm } from '../forms/formDialog';
import { editWording, resetWording } from '../mails/mailDialog';
import { withOwn } from '../model/ownTexts';
import { showOutline } from '../outline/Outline';
import { showPanel } from '../panel/Panel';
import { design } from '../../words/design';
import type { Page } from './Page';

/** Settings, outline and findings: drawn anew from the one model after every change. */
export function addViews(page: Page): void {
  const { frame, bench, catalogue, locked, say, select } = page;
  const open = (element: Shape | null): void => {
    select(element);
    queueMicrotask(() => queueMicrotask(() => document.getElementById('panel-title')?.focus()));
  };
  const pick = (elements: readonly Shape[]): void => {
    bench.get('selection').select([...elements]);
    say(design.severalChosen(elements.length));
  };
  const files = {
    editForm: (key: string) => void editForm(page, key),
    createForm: (element: Shape) => createForm(page, element),
    resetForm: (key: string) => resetForm(page, key),
    editWording: (key: string) => void editWording(page, key),
    resetWording: (key: string) => resetWording(page, key),
  };
  let shown = '';
  page.onDraw(() => {
    const selected = bench.get('selection').get();
    const now = selected.map((element) => element.id).join(' ');
    const context = { bench, catalogue: withOwn(catalogue, bench), locked, say, select, open, files };
    const finding = { ...context, go: select };
    showPanel(frame.panel, selected, { ...context, findings: (element) => findingsAt(element, page.findings(), finding) });

    if (now !== shown) {
      frame.panel.scrollTop = 0;
      shown = now;
    }

    if (frame.isOutline()) {
      showOutline(frame.outline, selected, { ...context, pick });
    }

    showFindings(frame.findings, page.findings(), finding);
  });
  frame.onView(() => {
    // A hidden canvas knows no places: menus beside an element are put anew.
    const chosen = bench.get('selection').get();
    bench.get('selection').select(null);
    frame.isOutline() || bench.get('canvas').resized();
    bench.get('selection').select(chosen);
    page.draw();
    queueMicrotask(() => queueMicrotask(() => frame.outline.querySelector('.outline-chosen')?.scrollIntoView({ block: 'nearest' })));
  });
  frame.panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && frame.isOutline()) {
      const [first, ...others] = bench.get('selection').get();
      document.getElementById(others.length > 0 ? `pick-${first!.id}` : `line-${first?.id ?? 'procedure'}`)?.focus();
    }
  });
}

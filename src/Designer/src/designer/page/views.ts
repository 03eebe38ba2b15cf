import type { Shape } from '../core/types';
import { findingsAt, showFindings } from '../findings/Findings';
import { createForm, editForm, resetForm } from '../forms/formDialog';
import { editWording, resetWording } from '../mails/mailDialog';
import { withOwn } from '../model/ownTexts';
import { showOutline } from '../outline/Outline';
import { showPanel } from '../panel/Panel';
import type { Page } from './Page';

/** Settings, outline and findings: drawn anew from the one model after every change. */
export function addViews(page: Page): void {
  const { frame, bench, catalogue, locked, say, select } = page;
  const open = (element: Shape | null): void => {
    select(element);
    queueMicrotask(() => queueMicrotask(() => document.getElementById('panel-title')?.focus()));
  };
  const files = {
    editForm: (key: string) => void editForm(page, key),
    createForm: (element: Shape) => createForm(page, element),
    resetForm: (key: string) => resetForm(page, key),
    editWording: (key: string) => void editWording(page, key),
    resetWording: (key: string) => resetWording(page, key),
  };
  const finding = { bench, go: select };
  page.onDraw(() => {
    const selected = bench.get('selection').get();
    const context = { bench, catalogue: withOwn(catalogue, bench), locked, say, select, open, files };
    showPanel(frame.panel, selected, { ...context, findings: (element) => findingsAt(element, page.findings(), finding) });

    if (frame.isOutline()) {
      showOutline(frame.outline, selected[0], context);
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
  });
  frame.panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && frame.isOutline()) {
      document.getElementById(`line-${bench.get('selection').get()[0]?.id ?? 'procedure'}`)?.focus();
    }
  });
}

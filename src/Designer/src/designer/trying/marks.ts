import type { Bench } from '../core/Bench';
import { h } from '../core/dom';
import { trying } from '../../words/trying';
import type { View } from './Trial';

const overlay = 'office-trial';
const marker = 'trial-here';

/** Where the tokens stand: marks on the diagram, and the same words beside the steps of the outline. */
export class TrialMarks {
  private marks: View['marks'] = [];

  constructor(private readonly bench: Bench, private readonly outline: HTMLElement) {}

  show(marks: View['marks']): void {
    this.hide();
    this.marks = marks;
    const canvas = this.bench.get('canvas');

    for (const mark of marks) {
      if (this.bench.get('elementRegistry').get(mark.node)) {
        canvas.addMarker(mark.node, marker);
        this.bench.get('overlays').add(mark.node, overlay, { position: { bottom: 10, left: 0 }, html: badge(mark) });
      }
    }

    this.markOutline();
  }

  hide(): void {
    this.bench.get('overlays').remove({ type: overlay });

    for (const mark of this.marks) {
      if (this.bench.get('elementRegistry').get(mark.node)) {
        this.bench.get('canvas').removeMarker(mark.node, marker);
      }
    }

    this.outline.querySelectorAll('.trial-badge').forEach((one) => one.remove());
    this.marks = [];
  }

  /** Again whenever the outline was written anew. */
  markOutline(): void {

    for (const mark of this.marks) {
      const cell = this.outline.querySelector(`tr[data-element="${CSS.escape(mark.node)}"] > th`);

      if (cell && !cell.querySelector('.trial-badge')) {
        cell.append(badge(mark));
      }
    }
  }
}

function badge(mark: View['marks'][number]): HTMLElement {
  return h('span', { class: `trial-badge${mark.trouble ? ' trial-stuck' : ''}`, title: mark.trouble ?? undefined }, trying.times(mark.trouble ? trying.stuck : trying.here, mark.count));
}

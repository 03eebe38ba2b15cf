import { h } from '../core/dom';

/** The line below a field that says why it does not take what was typed. */
export interface RefusalLine {
  readonly line: HTMLElement;
  /** Says it, or takes it away; true where there is nothing to say. */
  show(sentence: string | undefined): boolean;
}

export function refusalAt(input: HTMLElement): RefusalLine {
  const id = `${input.id}-refusal`;
  const described = input.getAttribute('aria-describedby') ?? '';
  const line = h('p', { class: 'panel-refusal', id, role: 'alert' });

  return {
    line,
    show: (sentence) => {
      line.textContent = sentence ?? '';
      input.setAttribute('aria-invalid', String(sentence !== undefined));
      input.setAttribute('aria-describedby', sentence === undefined ? described : `${described} ${id}`.trim());

      return sentence === undefined;
    },
  };
}

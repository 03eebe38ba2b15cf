import { readFileSync } from 'node:fs';
import { makeBench, type Bench } from '../core/Bench';
import { type DesignModeler, makeModeler } from '../core/OfficeModeler';
import type { Catalogue } from '../model/Catalogue';

/** jsdom draws nothing; this is what bpmn-js asks of a drawing browser, with sizes good enough to lay out by. */
function pretendToDraw(): void {
  const matrix = (): Record<string, unknown> => ({
    a: 1, b: 0, c: 0, d: 1, e: 0, f: 0, inverse: matrix, multiply: matrix, translate: matrix, scale: matrix, rotate: matrix,
  });
  const transform = (): Record<string, unknown> => ({ matrix: matrix(), setMatrix: () => undefined, setTranslate: () => undefined, setScale: () => undefined, setRotate: () => undefined });
  const list = (): Record<string, unknown> => ({ numberOfItems: 0, consolidate: () => transform(), initialize: transform, appendItem: () => undefined, clear: () => undefined, getItem: transform, createSVGTransformFromMatrix: transform });
  const svg = SVGElement.prototype as unknown as Record<string, unknown>;
  const box = (): Record<string, number> => ({ x: 0, y: 0, width: 1200, height: 800, left: 0, top: 0, right: 1200, bottom: 800 });

  for (const name of ['x', 'cx']) {
    Object.defineProperty(svg, name, { configurable: true, get(this: SVGElement) { return this.getAttribute(name) ?? undefined; } });
  }

  Object.defineProperty(svg, 'transform', { configurable: true, get: () => ({ baseVal: list() }) });
  Object.defineProperty(svg, 'x', { configurable: true, get(this: SVGElement) { return this.tagName === 'rect' ? {} : undefined; } });
  Object.defineProperty(svg, 'cx', { configurable: true, get(this: SVGElement) { return this.tagName === 'circle' ? {} : undefined; } });
  svg['getBBox'] = () => ({ x: 0, y: 0, width: 100, height: 20 });
  svg['getCTM'] = matrix;
  svg['getScreenCTM'] = matrix;
  svg['createSVGMatrix'] = matrix;
  svg['createSVGTransform'] = transform;
  svg['createSVGTransformFromMatrix'] = transform;
  svg['createSVGPoint'] = () => ({ x: 0, y: 0, matrixTransform: () => ({ x: 0, y: 0 }) });
  svg['getComputedTextLength'] = () => 50;
  svg['getTotalLength'] = () => 100;
  svg['getPointAtLength'] = () => ({ x: 0, y: 0 });
  Element.prototype.getBoundingClientRect = box as never;
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 });
  HTMLCanvasElement.prototype.getContext = (() => ({ measureText: (text: string) => ({ width: text.length * 8 }) })) as never;
  const css = (globalThis as { CSS?: { escape?(text: string): string } }).CSS ?? {};
  css.escape ??= (text) => text.replace(/[^\w-]/g, (letter) => `\\${letter}`);
  (globalThis as { CSS?: unknown }).CSS = css;
  (globalThis as unknown as Record<string, unknown>)['SVGMatrix'] ??= Object;
  const sets = Set.prototype as unknown as Record<string, unknown>;
  sets['union'] ??= function union(this: Set<unknown>, other: Set<unknown>) { return new Set([...this, ...other]); };
  sets['difference'] ??= function difference(this: Set<unknown>, other: Set<unknown>) { return new Set([...this].filter((one) => !other.has(one))); };
}

export interface Drawing {
  modeler: DesignModeler;
  bench: Bench;
  xml(): Promise<string>;
}

/** Opens a text in the designer's own modeler, as the procedure of a key. */
export async function draw(source: string, key = ''): Promise<Drawing> {
  pretendToDraw();
  document.body.replaceChildren();
  const container = document.createElement('div');
  document.body.append(container);
  const modeler = makeModeler(container);
  await modeler.importXML(source);

  return { modeler, bench: makeBench(modeler, key), xml: async () => (await modeler.saveXML({ format: true })).xml! };
}

export const shipped = ['consent', 'meeting', 'monitoring', 'monitoring-round', 'plan-creation'] as const;

export const shippedSource = (key: string): string => readFileSync(`../Workflows/Procedures/${key}/${key}.bpmn`, 'utf8');

/** A document whose text differs only where its meaning does: attributes in order, without layout blanks, comments left out. */
export function canonical(source: string, isLeftOut: (element: Element) => boolean = () => false): string[] {
  const lines: string[] = [];
  const visit = (element: Element, depth: number): void => {
    if (!isLeftOut(element)) {
      lines.push(`${'  '.repeat(depth)}${line(element)}`);
      [...element.children].forEach((child) => visit(child, depth + 1));
    }
  };
  visit(rootOf(source), 0);

  return lines;
}

/** The same, whatever the order in which things stand beside one another: that of new ones says nothing. */
export function inAnyOrder(source: string): string[] {
  const lines = (element: Element): string[] => [line(element), ...[...element.children].map((child) => lines(child).map((one) => `  ${one}`)).sort((a, b) => (a.join() < b.join() ? -1 : 1)).flat()];

  return lines(rootOf(source));
}

const rootOf = (source: string): Element => new DOMParser().parseFromString(source, 'application/xml').documentElement;

function line(element: Element): string {
  const attributes = [...element.attributes].filter((one) => !one.name.startsWith('xmlns')).map((one) => `${one.namespaceURI ?? ''}|${one.localName}=${number(one.value)}`).sort();

  return `${element.namespaceURI}|${element.localName} ${attributes.join(' ')} ${element.children.length === 0 ? element.textContent!.trim() : ''}`;
}

// A label beside a slanting line stands at a fraction; moved there and back, the last of its sixteen digits may be another.
const number = (text: string): string => (/^-?\d+\.\d+$/.test(text) ? String(Number(Number(text).toFixed(6))) : text);

export const catalogue: Catalogue = {
  roles: [{ key: 'manager', label: '管理者' }, { key: 'specialist', label: '相談支援専門員' }, { key: 'clerk', label: '事務員' }, { key: 'assistant', label: '相談支援員' }],
  forms: [{ key: 'approval', title: '承認', fields: [] }, { key: 'consent-explain', title: '説明', fields: [{ key: 'method', label: '方法', type: 'choice', options: [{ key: 'link', label: 'リンク' }, { key: 'paper', label: '紙' }] }] }, { key: 'note', title: 'したことの記録', fields: [] }],
  steps: [{ type: 'Office.SendMail', label: 'メールを送る' }],
  templates: [{ key: 'work-reminder', subject: 'お願い' }],
  recipients: [{ formula: '={role: "manager"}', label: '管理者' }],
  lists: [{ formula: '=participants', label: '会議に招く人' }],
  procedures: [{ key: 'consent', name: '同意' }],
  messages: ['plan-needed'],
};

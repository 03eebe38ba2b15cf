import { type Bench, own } from '../core/Bench';
import { h, refill } from '../core/dom';
import type { Shape } from '../core/types';
import type { Found } from '../draft/Server';
import { design } from '../../words/design';
import { type Fix, type FixContext, fixesFor } from './fixes';

export interface FindingsContext extends FixContext {
  go(element: Shape): void;
  say(message: string): void;
}

const overlay = 'office-finding';

/** The list below the diagram, and the marks in it. */
export function showFindings(host: HTMLElement, findings: readonly Found[], context: FindingsContext): void {
  const errors = findings.filter((one) => one.severity === 'error');
  const warnings = findings.filter((one) => one.severity === 'warning');
  const head = findings.length === 0 ? design.noFindings : [errors.length > 0 ? design.errors(errors.length) : '', warnings.length > 0 ? design.warnings(warnings.length) : ''].filter(Boolean).join('・');

  refill(host, h('h2', {}, design.findings), h('p', { class: 'findings-count' }, head),
    findings.length === 0 ? undefined : h('ul', { class: 'findings-list' }, ...[...errors, ...warnings].map((finding, index) => h('li', { class: `finding finding-${finding.severity}` }, ...line(finding, index, context)))));
  mark(findings, context);
}

/** What is said about one element, for the panel. */
export function findingsAt(element: Shape, findings: readonly Found[], context: FindingsContext): Node[] {
  return findings.filter((one) => one.element === element.id).map((finding, index) => h('div', { class: `finding finding-${finding.severity}` }, ...sentence(finding, context, `panel-fix-${index}`)));
}

function line(finding: Found, index: number, context: FindingsContext): (Node | undefined)[] {
  const element = elementOf(finding, context.bench);

  return [
    ...sentence(finding, context, `fix-${index}`),
    element ? h('button', { type: 'button', id: `go-${index}`, class: 'button button-small button-quiet', onclick: () => context.go(element) }, design.show) : undefined,
  ];
}

function sentence(finding: Found, context: FindingsContext, id: string): Node[] {
  const element = elementOf(finding, context.bench);
  const fixes = element ? fixesFor(finding.rule, element, context) : [];
  const mend = (fix: Fix): void => {
    fix.run();
    context.say(design.fixed(fix.name));
  };

  return [
    h('p', {}, h('span', { class: 'finding-mark' }, finding.severity === 'error' ? design.error : design.warning), ' ', finding.message, finding.fix),
    ...fixes.map((fix, index) => h('button', { type: 'button', id: `${id}-${index}`, class: 'button button-small', onclick: () => mend(fix) }, fix.name)),
  ];
}

function mark(findings: readonly Found[], { bench }: FindingsContext): void {
  bench.get('overlays').remove({ type: overlay });

  for (const id of new Set(findings.map((one) => one.element))) {
    const element = id ? bench.get('elementRegistry').get(id) : undefined;

    if (element && own(element)) {
      const here = findings.filter((one) => one.element === id);
      const isError = here.some((one) => one.severity === 'error');
      const badge = h('span', { class: `finding-badge finding-${isError ? 'error' : 'warning'}`, title: here.map((one) => one.message).join('\n') }, isError ? '!' : '?');
      bench.get('overlays').add(element, overlay, { position: element.waypoints ? { top: -12, left: 0 } : { top: -14, right: 12 }, html: badge });
    }
  }
}

const elementOf = (finding: Found, bench: Bench): Shape | undefined => (finding.element ? bench.get('elementRegistry').get(finding.element) : undefined);

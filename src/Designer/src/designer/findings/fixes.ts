import { type Bench, is, own } from '../core/Bench';
import type { Shape } from '../core/types';
import { changeKind } from '../edit/changeKind';
import { holdsLocked } from '../edit/locking';
import { mergeBefore } from '../edit/templates';
import { writeInput } from '../model/bindings';
import type { Catalogue } from '../model/Catalogue';
import { isDefault, readConditionText, writeConditionText, makeDefault } from '../model/flows';
import { lanesOf, laneOf, moveToRole, outermost, roleOfLane } from '../model/lanes';
import { fixWords } from '../../words/fixes';
import { endingOf, leadingIn, outOf, untied } from './ways';

/** Something that can be done about a finding with one button. */
export interface Fix {
  readonly name: string;
  run(): void;
}

/** What a fix works with. */
export interface FixContext {
  readonly bench: Bench;
  readonly catalogue: Catalogue;
  /** Ids of statutory steps. */
  readonly locked: ReadonlySet<string>;
}

type FixesOf = (element: Shape, context: FixContext) => readonly Fix[];

/** All that can be done about a finding with one button; nothing where only a person can say what is meant. */
export function fixesFor(rule: string, element: Shape, context: FixContext): readonly Fix[] {
  return fixes[rule]?.(element, context) ?? [];
}

const fixes: Readonly<Record<string, FixesOf>> = {
  'every-way-has-a-condition': (element, { bench }) => (is(element, 'bpmn:SequenceFlow') ? conditionOf(element, bench) : theOnlyFree(element, bench)),
  'every-way-ends': (element, { bench }) => endingOf(element, bench),
  'no-implicit-merge': (element, { bench }) => [{ name: fixWords.merge, run: () => bench.compose(() => void mergeBefore(bench, element)) }],
  'every-element-reachable': (element, { bench }) => leadingIn(element, bench),
  'no-disconnected-node': (element, { bench, locked }) => untied(element, bench, holdsLocked(element, locked, bench)),
  'only-what-the-engine-runs': (element, context) => (own(element).$type === 'bpmn:Task' ? asWork(element, context) : own(element).$type === 'bpmn:ComplexGateway' ? asChoice(element, context.bench) : []),
  'default-flow-leaves-its-node': (element, { bench }) => [is(element, 'bpmn:SequenceFlow')
    ? { name: fixWords.dropCondition, run: () => writeConditionText(bench, element, '') }
    : { name: fixWords.dropDefault, run: () => bench.get('modeling').updateProperties(element, { default: undefined }) }],
  'cycle-only-where-it-may-repeat': (element, { bench }) => (is(element, 'bpmn:BoundaryEvent')
    ? [{ name: fixWords.goesOn, run: () => bench.get('modeling').updateProperties(element, { cancelActivity: false }) }]
    : []),
  'form-exists': (element, { bench, catalogue, locked }) => catalogue.forms
    .filter((form) => form.key === plainForm && !locked.has(element.id))
    .map(({ title }) => ({ name: fixWords.form(title), run: () => writeInput(bench, element, 'form', plainForm) })),
  'role-is-known': (element, context) => (roleOf(element, context.bench) === '' ? rolesFor(element, context).map(({ key, label }) => ({
    name: fixWords.role(label),
    run: () => moveToRole(context.bench, outermost(element), key, label),
  })) : []),
};

/** Rules about which something can be done with one button. */
export const fixable: readonly string[] = Object.keys(fixes);

/** The shipped form in which one writes what was done; it suits any work until somebody makes a better one. */
const plainForm = 'note';

const reads = (source: Shape): boolean => is(source, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway');
const hasDefault = (source: Shape): boolean => outOf(source).some(isDefault);

/** The mark of the other cases is never taken from a way that has it: that way would then say nothing. */
function conditionOf(flow: Shape, bench: Bench): readonly Fix[] {
  if (!reads(flow.source!)) {
    return [{ name: fixWords.dropCondition, run: () => writeConditionText(bench, flow, '') }];
  }

  return hasDefault(flow.source!) ? [] : [{ name: fixWords.otherwise, run: () => makeDefault(bench, flow, true) }];
}

function theOnlyFree(gateway: Shape, bench: Bench): readonly Fix[] {
  const free = outOf(gateway).filter((flow) => readConditionText(flow) === '');

  return hasDefault(gateway) || free.length !== 1 ? [] : [{ name: fixWords.otherwise, run: () => makeDefault(bench, free[0]!, true) }];
}

const roleOf = (element: Shape, bench: Bench): string => {
  const lane = laneOf(bench, element);

  return lane ? roleOfLane(lane) : '';
};

/** The roles that have a column already; all of the office where there is none. */
function rolesFor(element: Shape, { bench, catalogue, locked }: FixContext): Catalogue['roles'] {
  const drawn = lanesOf(bench).map(roleOfLane);
  const here = catalogue.roles.filter(({ key }) => drawn.includes(key));

  return locked.has(outermost(element).id) ? [] : here.length > 0 ? here : catalogue.roles;
}

/** A person's work, whole: somebody's, and with a form to write in. */
function asWork(element: Shape, context: FixContext): readonly Fix[] {
  const { bench, catalogue, locked } = context;
  const become = (role?: { key: string; label: string }): void => bench.compose(() => {
    const made = changeKind(bench, element, 'work');
    catalogue.forms.some((form) => form.key === plainForm) && writeInput(bench, made, 'form', plainForm);
    role && moveToRole(bench, outermost(made), role.key, role.label);
  });

  if (locked.has(element.id)) {
    return [];
  }

  return roleOf(element, bench) !== ''
    ? [{ name: fixWords.work, run: () => become() }]
    : rolesFor(element, context).map((role) => ({ name: fixWords.workOf(role.label), run: () => become(role) }));
}

/** Only where the ways say when they are taken, all but the one for the other cases; a complex gateway that joins becomes one that lets each through. */
function asChoice(element: Shape, bench: Bench): readonly Fix[] {
  const ways = outOf(element);
  const free = ways.filter((flow) => readConditionText(flow) === '' && !isDefault(flow));

  if (ways.length > 1 && free.length > (hasDefault(element) ? 0 : 1)) {
    return [];
  }

  return [{
    name: fixWords.choice,
    run: () => bench.compose(() => {
      const otherwise = outOf(element).find(isDefault) ?? (ways.length > 1 ? free[0] : undefined);
      changeKind(bench, element, 'choice');
      otherwise && makeDefault(bench, otherwise, true);
    }),
  }];
}

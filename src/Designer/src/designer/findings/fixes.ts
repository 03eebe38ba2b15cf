import { type Bench, is, own } from '../core/Bench';
import type { Shape } from '../core/types';
import { insertInto, middle, removeStep, append } from '../edit/insert';
import { changeKind } from '../edit/changeKind';
import { writeConditionText, makeDefault } from '../model/flows';
import { fixWords } from '../../words/fixes';

export interface Fix {
  readonly name: string;
  run(): void;
}

/** What can be done about a finding with one button; undefined where only a person can say what is meant. */
export function fixFor(rule: string, element: Shape, bench: Bench): Fix | undefined {
  return fixes[rule]?.(element, bench);
}

const fixes: Readonly<Record<string, (element: Shape, bench: Bench) => Fix | undefined>> = {
  'every-way-has-a-condition': (element, bench) => {
    if (!is(element, 'bpmn:SequenceFlow')) {
      const free = element.outgoing.find((flow) => !own(flow).get('conditionExpression'));

      return free && { name: fixWords.otherwise, run: () => makeDefault(bench, free, true) };
    }

    const reads = is(element.source!, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway');

    return reads
      ? { name: fixWords.otherwise, run: () => makeDefault(bench, element, true) }
      : { name: fixWords.dropCondition, run: () => writeConditionText(bench, element, '') };
  },
  'every-way-ends': (element, bench) => (canEnd(element) ? { name: fixWords.end, run: () => void bench.compose(() => append(bench, element, 'end')) } : undefined),
  'no-implicit-merge': (element, bench) => ({ name: fixWords.merge, run: () => merge(element, bench) }),
  'every-element-reachable': (element, bench) => ({ name: fixWords.remove, run: () => removeStep(bench, element) }),
  'no-disconnected-node': (element, bench) => ({ name: fixWords.remove, run: () => removeStep(bench, element) }),
  'only-what-the-engine-runs': (element, bench) => {
    const kind = is(element, 'bpmn:Task') ? 'work' : is(element, 'bpmn:ComplexGateway') ? 'choice' : undefined;

    return kind && { name: kind === 'work' ? fixWords.work : fixWords.choice, run: () => void changeKind(bench, element, kind) };
  },
  'default-flow-leaves-its-node': (element, bench) => ({ name: fixWords.dropDefault, run: () => bench.get('modeling').updateProperties(element, { default: undefined }) }),
  'cycle-only-where-it-may-repeat': (element, bench) => (is(element, 'bpmn:BoundaryEvent')
    ? { name: fixWords.goesOn, run: () => bench.get('modeling').updateProperties(element, { cancelActivity: false }) }
    : undefined),
};

const canEnd = (element: Shape): boolean => is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent') && element.outgoing.length === 0;

/** Several ways into a step would make several of it: they join before it. */
function merge(element: Shape, bench: Bench): void {
  bench.compose(() => {
    const [first, ...others] = element.incoming.filter((flow) => is(flow, 'bpmn:SequenceFlow'));
    const join = insertInto(bench, first!, 'choice');

    for (const flow of others) {
      bench.get('modeling').reconnect(flow, flow.source!, join, [middle(flow.source!), middle(join)]);
      bench.get('modeling').layoutConnection(flow);
    }

  });
}

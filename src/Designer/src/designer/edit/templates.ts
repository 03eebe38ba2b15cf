import { type Bench, is, own } from '../core/Bench';
import type { Shape } from '../core/types';
import { writeInput } from '../model/bindings';
import { dueText } from '../model/due';
import { writeDocumentation } from '../model/documentation';
import { makeDefault, sequenceFlows, writeConditionText, writeOrder } from '../model/flows';
import { kindOf } from '../model/kinds';
import { hasOwnRole, moveToRole } from '../model/lanes';
import { firstLoop, writeLoop } from '../model/loops';
import { writeTimer } from '../model/timers';
import { templateWords } from '../../words/templates';
import { append, attach, furnish, insertAfter, insertInto, lead } from './insert';

export type TemplateId = keyof typeof templateWords;

export interface Template {
  readonly id: TemplateId;
  /** Whether the piece can stand behind, or on, an element. */
  fits(element: Shape): boolean;
  /** Inserts the piece as one step and answers the element to look at. */
  insert(bench: Bench, element: Shape): Shape;
}

const goesOn = (element: Shape): boolean =>
  is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent', 'bpmn:BoundaryEvent') && sequenceFlows(element.outgoing).length <= 1;

/** Whether somebody or something takes time there. */
export const waits = (element: Shape): boolean => is(element, 'bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:ReceiveTask', 'bpmn:CallActivity') || (is(element, 'bpmn:SubProcess') && !own(element).get('triggeredByEvent'));

const leadingTo = (element: Shape): Shape[] => sequenceFlows(element.incoming);

/** Ready pieces of common edits: valid as they stand, laid out, one undo. */
export const templates: readonly Template[] = [
  { id: 'approval', fits: (element) => goesOn(element) && is(element, 'bpmn:UserTask', 'bpmn:ManualTask') && hasOwnRole(element), insert: approval },
  { id: 'reminder', fits: waits, insert: reminder },
  { id: 'inform', fits: goesOn, insert: inform },
  { id: 'deadline', fits: (element) => waits(element) && goesOn(element) && hasOwnRole(element), insert: deadline },
  { id: 'beside', fits: (element) => goesOn(element) && is(element, 'bpmn:Activity'), insert: beside },
  { id: 'each', fits: (element) => goesOn(element) && is(element, 'bpmn:Activity'), insert: each },
];

function approval(bench: Bench, element: Shape): Shape {
  const words = templateWords.approval;

  return bench.compose(() => {
    const step = insertAfter(bench, element, 'work', words.step);
    writeInput(bench, step, 'form', 'approval');
    writeInput(bench, step, 'dueAt', dueText(2));
    const choice = insertAfter(bench, step, 'choice');
    bench.get('modeling').updateProperties(choice, { name: words.choice });
    const onward = choice.outgoing[0];
    const again = bench.get('modeling').connect(choice, mergeBefore(bench, element), { type: 'bpmn:SequenceFlow' });
    bench.get('modeling').updateProperties(again, { name: words.rejected });
    writeConditionText(bench, again, 'approval = "rejected"');
    writeOrder(bench, again, 1);

    if (onward) {
      bench.get('modeling').updateProperties(onward, { name: words.approved });
      makeDefault(bench, onward, true);
      writeOrder(bench, onward, 2);
    }

    moveToRole(bench, step, 'manager', words.manager);

    return step;
  });
}

/** A place before an element where a way back can join: several flows into a task would make several tasks. */
export function mergeBefore(bench: Bench, element: Shape): Shape {
  const flows = leadingTo(element);
  const known = flows.length === 1 && is(flows[0]!.source!, 'bpmn:ExclusiveGateway') && flows[0]!.source!.outgoing.length === 1 ? flows[0]!.source! : undefined;

  if (known || flows.length === 0) {
    return known ?? element;
  }

  const merge = insertInto(bench, flows[0]!, 'choice');

  for (const flow of flows.slice(1)) {
    lead(bench, flow, flow.source!, merge);
  }

  return merge;
}

function reminder(bench: Bench, element: Shape): Shape {
  const words = templateWords.reminder;

  return bench.compose(() => {
    const edge = attach(bench, element, 'deadline', false);
    bench.get('modeling').updateProperties(edge, { name: words.timer });
    writeTimer(bench, edge, { kind: 'repeat', days: 3, times: 3 });
    const mail = append(bench, edge, 'mail');
    furnish(bench, mail, kindOf('mail'), words.mail);
    writeInput(bench, mail, 'template', 'work-reminder', 'Office.SendMail');
    writeInput(bench, mail, 'to', '={role: "manager"}', 'Office.SendMail');
    append(bench, mail, 'end');

    return edge;
  });
}

function inform(bench: Bench, element: Shape): Shape {
  return insertAfter(bench, element, 'mail', templateWords.inform.step);
}

function deadline(bench: Bench, element: Shape): Shape {
  const words = templateWords.deadline;

  return bench.compose(() => {
    const edge = attach(bench, element, 'deadline', true);
    bench.get('modeling').updateProperties(edge, { name: words.timer });
    writeTimer(bench, edge, { kind: 'workingDays', days: 10 });
    const late = append(bench, edge, 'work');
    furnish(bench, late, kindOf('work'), words.step);
    writeInput(bench, late, 'form', 'late');
    writeInput(bench, late, 'dueAt', dueText(2));
    const onward = element.outgoing.find((flow) => flow.type === 'bpmn:SequenceFlow');

    if (onward) {
      const merge = insertInto(bench, onward, 'choice');
      bench.get('modeling').connect(late, merge, { type: 'bpmn:SequenceFlow' });
    } else {
      append(bench, late, 'end');
    }

    moveToRole(bench, late, 'manager', words.manager);

    return edge;
  });
}

function beside(bench: Bench, element: Shape): Shape {
  const words = templateWords.beside;

  return bench.compose(() => {
    const fork = leadingTo(element).length === 1 ? insertInto(bench, leadingTo(element)[0]!, 'parallel') : insertAfter(bench, element, 'parallel');
    const step = append(bench, fork, 'work', 120);
    furnish(bench, step, kindOf('work'), words.step);
    writeInput(bench, step, 'form', 'note');
    writeInput(bench, step, 'dueAt', dueText(5));
    const first = fork.outgoing.find((flow) => flow.target !== step)?.target ?? element;
    const join = first.outgoing[0] ? insertInto(bench, first.outgoing[0], 'parallel') : append(bench, first, 'parallel');
    bench.get('modeling').connect(step, join, { type: 'bpmn:SequenceFlow' });

    if (join.outgoing.length === 0) {
      append(bench, join, 'end');
    }

    return step;
  });
}

function each(bench: Bench, element: Shape): Shape {
  const words = templateWords.each;

  return bench.compose(() => {
    const step = insertAfter(bench, element, 'work', words.step);
    writeInput(bench, step, 'form', 'note');
    writeInput(bench, step, 'dueAt', dueText(5));
    writeInput(bench, step, 'about', '=participant.name');
    writeLoop(bench, step, firstLoop);
    writeDocumentation(bench, step, own(step), words.about);

    return step;
  });
}

import { type Bench, is, own, poolOf, processOf } from '../core/Bench';
import type { Shape } from '../core/types';
import { readInput, stepType, writeInput, writeStepType } from '../model/bindings';
import type { Catalogue } from '../model/Catalogue';
import { isDefault, makeDefault, orderOf, readConditionText, writeConditionText, writeOrder } from '../model/flows';
import { hasOwnRole, laneOf, moveToRole, roleOfLane, writeRole } from '../model/lanes';
import { mappingLines, parseMapping, readMapping, writeMapping } from '../model/mapping';
import { correlationOf, messageHolder, messageName, messageNames, writeCorrelation, writeMessage } from '../model/messages';
import { titleOf } from '../model/kinds';
import { readSteps, writeSteps } from '../model/notBy';
import { readRecipients, writeRecipients } from '../model/recipients';
import { firstLoop, readLoop, writeLoop, type Loop } from '../model/loops';
import { codeOf, errorHolder, writeCode } from '../model/codes';
import { documentation, writeDocumentation } from '../model/documentation';
import { timerOf, readTimer, timerText, timerWords, writeTimer, type TimerProperty } from '../model/timers';
import { design } from '../../words/design';
import { propertyWords } from '../../words/properties';

export type PropertyId = keyof typeof propertyWords;
export type Control = 'text' | 'lines' | 'choice' | 'due' | 'timer' | 'condition' | 'tick' | 'ticks' | 'number' | 'formula';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One thing that can be set on an element: shown by the panel, by the outline, read back by the comparison. */
export interface Property {
  readonly id: PropertyId;
  readonly control: Control;
  /** Shown only to those who ask for more. */
  readonly isRare?: boolean;
  /** Where the words come from the catalogue. */
  readonly words?: { label: string; help: string };
  on(element: Shape, bench: Bench): boolean;
  read(element: Shape, bench: Bench): string;
  write(bench: Bench, element: Shape, text: string, catalogue: Catalogue): void;
  /** Why a text cannot be written, in a sentence. */
  refusal?(text: string): string | undefined;
  choices?(catalogue: Catalogue, element: Shape, bench: Bench): readonly Choice[];
}

const isPerson = (element: Shape): boolean => is(element, 'bpmn:UserTask', 'bpmn:ManualTask');
const isSystem = (element: Shape): boolean => is(element, 'bpmn:SendTask', 'bpmn:ServiceTask');
const isActivity = (element: Shape): boolean => is(element, 'bpmn:Activity') && own(element).get('triggeredByEvent') !== true;
const isWhole = (element: Shape, bench: Bench): boolean => is(element, 'bpmn:Process', 'bpmn:Collaboration') || element === poolOf(bench);
const isMail = (element: Shape): boolean => stepType(element) === 'Office.SendMail';
const choosesWays = (element: Shape): boolean => is(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway') || isActivity(element);

const loopProperty = (id: PropertyId, key: Exclude<keyof Loop, 'isSequential'>, isRare = false): Property => ({
  id,
  control: 'formula',
  isRare,
  on: (element) => readLoop(element) !== undefined,
  read: (element) => readLoop(element)![key].replace(/^=/, ''),
  write: (bench, element, text) => writeLoop(bench, element, { ...readLoop(element)!, [key]: text && (key === 'collection' || key === 'outputElement') ? `=${text}` : text }),
});

const input = (id: PropertyId, name: string, control: Control, on: (element: Shape) => boolean, choices?: Property['choices']): Property => ({
  id,
  control,
  on,
  read: (element) => readInput(element, name),
  write: (bench, element, text) => writeInput(bench, element, name, text, isSystem(element) ? 'Office.SendMail' : 'Office.Work'),
  ...(choices ? { choices } : {}),
});

function mappingRefusal(text: string): string | undefined {
  const { unread } = parseMapping(text);

  return unread === undefined ? undefined : design.mappingUnread(unread);
}

export const properties: readonly Property[] = [
  {
    id: 'name',
    control: 'text',
    on: (element, bench) => !isWhole(element, bench) && !is(element, 'bpmn:TextAnnotation', 'bpmn:Association', 'bpmn:Group'),
    read: (element) => own(element).get('name') ?? '',
    write: (bench, element, text) => bench.get('modeling').updateProperties(element, { name: text || undefined }),
  },
  {
    id: 'noteText',
    control: 'lines',
    on: (element) => is(element, 'bpmn:TextAnnotation'),
    read: (element) => own(element).get('text') ?? '',
    write: (bench, element, text) => bench.get('modeling').updateProperties(element, { text }),
  },
  {
    id: 'procedureName',
    control: 'text',
    on: isWhole,
    read: (_, bench) => processOf(bench).get('name') ?? '',
    write: (bench, element, text) => bench.compose(() => {
      const pool = poolOf(bench);
      bench.get('modeling').updateModdleProperties(pool ?? element, processOf(bench), { name: text || undefined });

      if (pool) {
        bench.get('modeling').updateProperties(pool, { name: text || undefined });
      }
    }),
  },
  {
    id: 'procedureAbout',
    control: 'lines',
    on: isWhole,
    read: (_, bench) => documentation(processOf(bench)),
    write: (bench, element, text) => writeDocumentation(bench, element, processOf(bench), text),
  },
  {
    id: 'role',
    control: 'choice',
    on: (element) => is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:BoundaryEvent') && hasOwnRole(element),
    read: (element, bench) => {
      const lane = laneOf(bench, element);

      return lane ? roleOfLane(lane) : '';
    },
    write: (bench, element, role, catalogue) => moveToRole(bench, element, role, catalogue.roles.find((one) => one.key === role)?.label ?? role),
    choices: (catalogue) => catalogue.roles.map(({ key, label }) => ({ value: key, label })),
  },
  {
    id: 'laneRole',
    control: 'choice',
    on: (element) => is(element, 'bpmn:Lane'),
    read: roleOfLane,
    write: (bench, element, role, catalogue) => bench.compose(() => {
      writeRole(bench, element, role);
      bench.get('modeling').updateProperties(element, { name: catalogue.roles.find((one) => one.key === role)?.label ?? role });
    }),
    choices: (catalogue) => catalogue.roles.map(({ key, label }) => ({ value: key, label })),
  },
  input('form', 'form', 'choice', isPerson, (catalogue) => catalogue.forms.map(({ key, title }) => ({ value: key, label: title }))),
  input('due', 'dueAt', 'due', isPerson),
  input('priority', 'priority', 'choice', isPerson, () => [
    { value: '', label: propertyWords.priority.normal },
    { value: 'high', label: propertyWords.priority.high },
    { value: 'low', label: propertyWords.priority.low },
  ]),
  {
    id: 'notBy',
    control: 'ticks',
    on: isPerson,
    read: (element) => readSteps(element).join('\n'),
    write: (bench, element, text) => writeSteps(bench, element, text.split('\n').filter(Boolean)),
    choices: (_, element, bench) => bench.get('elementRegistry').filter((one) => isPerson(one) && one !== element && !one.labelTarget).map((one) => ({ value: one.id, label: titleOf(one) })),
  },
  {
    id: 'step',
    control: 'choice',
    on: isSystem,
    read: stepType,
    write: (bench, element, text) => writeStepType(bench, element, text),
    choices: (catalogue) => catalogue.steps.map(({ type, label }) => ({ value: type, label })),
  },
  input('template', 'template', 'choice', isMail, (catalogue) => catalogue.templates.map(({ key, subject }) => ({ value: key, label: subject }))),
  {
    id: 'recipients',
    control: 'ticks',
    on: isMail,
    read: (element) => readRecipients(element).join('\n'),
    write: (bench, element, text) => writeRecipients(bench, element, text.split('\n').filter(Boolean)),
    choices: (catalogue) => catalogue.recipients.map(({ formula, label }) => ({ value: formula, label })),
  },
  {
    id: 'called',
    control: 'choice',
    on: (element) => is(element, 'bpmn:CallActivity'),
    read: (element) => own(element).get('calledElement') ?? '',
    write: (bench, element, text) => bench.get('modeling').updateProperties(element, { calledElement: text || undefined }),
    choices: (catalogue) => catalogue.procedures.map(({ key, name }) => ({ value: key, label: name })),
  },
  {
    id: 'timer',
    control: 'timer',
    on: (element) => timerOf(element) !== undefined,
    read: (element) => timerText(readTimer(timerOf(element)!)).join(':'),
    write: (bench, element, text) => {
      const [property, ...formula] = text.split(':');
      const before = timerWords(readTimer(timerOf(element)!));
      bench.compose(() => {
        writeTimer(bench, element, { kind: 'formula', property: property as TimerProperty, text: formula.join(':') });

        // A label that only repeated the time would now be wrong.
        if (own(element).get('name') === before) {
          bench.get('modeling').updateProperties(element, { name: timerWords(readTimer(timerOf(element)!)) });
        }
      });
    },
  },
  {
    id: 'interrupting',
    control: 'choice',
    on: (element) => is(element, 'bpmn:BoundaryEvent') && errorHolder(element) === undefined,
    read: (element) => (own(element).get('cancelActivity') === false ? 'goesOn' : 'ends'),
    write: (bench, element, text) => bench.get('modeling').updateProperties(element, { cancelActivity: text === 'ends' }),
    choices: () => [{ value: 'goesOn', label: propertyWords.interrupting.goesOn }, { value: 'ends', label: propertyWords.interrupting.ends }],
  },
  {
    id: 'message',
    control: 'text',
    on: (element) => messageHolder(element) !== undefined,
    read: messageName,
    write: (bench, element, text) => writeMessage(bench, element, text.trim()),
    choices: (catalogue, _, bench) => [...new Set([...messageNames(bench), ...catalogue.messages])].map((name) => ({ value: name, label: design.messageNamed(name) })),
  },
  {
    id: 'messageKey',
    control: 'formula',
    isRare: true,
    on: (element) => messageHolder(element) !== undefined,
    read: (element) => correlationOf(element).replace(/^=/, ''),
    write: (bench, element, text) => writeCorrelation(bench, element, text ? `=${text}` : ''),
  },
  {
    id: 'code',
    control: 'text',
    on: (element) => errorHolder(element) !== undefined,
    read: codeOf,
    write: (bench, element, text) => writeCode(bench, element, text.trim()),
  },
  {
    id: 'condition',
    control: 'condition',
    on: (element) => is(element, 'bpmn:SequenceFlow') && choosesWays(element.source!) && !isDefault(element),
    read: readConditionText,
    write: writeConditionText,
  },
  {
    id: 'otherwise',
    control: 'tick',
    on: (element) => is(element, 'bpmn:SequenceFlow') && choosesWays(element.source!),
    read: (element) => (isDefault(element) ? 'true' : ''),
    write: (bench, element, text) => makeDefault(bench, element, text === 'true'),
  },
  {
    id: 'order',
    control: 'number',
    on: (element) => is(element, 'bpmn:SequenceFlow') && element.source!.outgoing.filter((flow) => is(flow, 'bpmn:SequenceFlow')).length > 1,
    read: (element) => orderOf(element)?.toString() ?? '',
    write: (bench, element, text) => writeOrder(bench, element, Math.max(1, Number.parseInt(text, 10) || 1)),
  },
  {
    id: 'each',
    control: 'choice',
    on: isActivity,
    read: (element) => {
      const loop = readLoop(element);

      return loop ? (loop.isSequential ? 'sequential' : 'parallel') : '';
    },
    write: (bench, element, text) => writeLoop(bench, element, text === '' ? undefined : {
      ...(readLoop(element) ?? firstLoop),
      isSequential: text === 'sequential',
    }),
    choices: () => [
      { value: '', label: propertyWords.each.once },
      { value: 'parallel', label: propertyWords.each.parallel },
      { value: 'sequential', label: propertyWords.each.sequential },
    ],
  },
  {
    ...loopProperty('list', 'collection'),
    choices: (catalogue) => catalogue.lists.map(({ formula, label }) => ({ value: formula, label })),
  },
  loopProperty('item', 'elementVariable', true),
  loopProperty('enough', 'completion', true),
  loopProperty('collected', 'outputCollection', true),
  loopProperty('collectedValue', 'outputElement', true),
  { ...input('about', 'about', 'text', isPerson), isRare: true },
  { ...input('assignee', 'assignee', 'text', isPerson), isRare: true },
  { ...input('excluded', 'excluded', 'text', isPerson), isRare: true },
  {
    id: 'given',
    control: 'lines',
    isRare: true,
    on: (element) => is(element, 'bpmn:CallActivity', 'bpmn:SubProcess'),
    read: (element) => mappingLines(readMapping(element, 'input')),
    write: (bench, element, text) => writeMapping(bench, element, 'input', parseMapping(text).assignments),
    refusal: mappingRefusal,
  },
  {
    id: 'returned',
    control: 'lines',
    isRare: true,
    on: isActivity,
    read: (element) => mappingLines(readMapping(element, 'output')),
    write: (bench, element, text) => writeMapping(bench, element, 'output', parseMapping(text).assignments),
    refusal: mappingRefusal,
  },
  {
    id: 'about-step',
    control: 'lines',
    isRare: true,
    on: (element) => is(element, 'bpmn:FlowNode'),
    read: (element) => documentation(own(element)),
    write: (bench, element, text) => writeDocumentation(bench, element, own(element), text),
  },
];

/** What the act behind a form lets a procedure decide, such as whom a meeting is for from the beginning. */
export function settingsOf(element: Shape, catalogue: Catalogue): readonly Property[] {
  const form = catalogue.forms.find((one) => one.key === readInput(element, 'form'));

  return isPerson(element) ? (form?.settings ?? []).map(({ input: name, label, options }) => ({
    id: 'setting',
    control: 'ticks',
    words: { label, help: propertyWords.setting.help },
    on: isPerson,
    read: (one) => readInput(one, name).replaceAll(',', '\n'),
    write: (bench, one, text) => writeInput(bench, one, name, text.replaceAll('\n', ',')),
    choices: () => options.map(({ key, label: word }) => ({ value: key, label: word })),
  })) : [];
}

export const propertiesOf = (element: Shape, bench: Bench): readonly Property[] => properties.filter((property) => property.on(element, bench));

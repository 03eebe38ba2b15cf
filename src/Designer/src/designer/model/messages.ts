import { type Bench, definitionsOf, own } from '../core/Bench';
import type { Moddle, Shape } from '../core/types';
import { extension, makeAny, putExtension } from './extensions';

/** Where an element names its message: the event definition, or the task itself. */
export function messageHolder(element: Shape): Moddle | undefined {
  const business = own(element);

  return business.$instanceOf('bpmn:ReceiveTask')
    ? business
    : business.get<Moddle[] | undefined>('eventDefinitions')?.find((definition) => definition.$type === 'bpmn:MessageEventDefinition');
}

export const messageName = (element: Shape): string => messageHolder(element)?.get<Moddle | undefined>('messageRef')?.get('name') ?? '';

export function messageNames(bench: Bench): string[] {
  return messages(bench).map((message) => message.get<string | undefined>('name') ?? '').filter(Boolean);
}

export function writeMessage(bench: Bench, element: Shape, name: string): void {
  const holder = messageHolder(element);

  if (holder) {
    bench.compose(() => bench.get('modeling').updateModdleProperties(element, holder, { messageRef: name ? messageOf(bench, element, name) : undefined }));
  }
}

/** FEEL that tells which case a message is for. */
export function correlationOf(element: Shape): string {
  return extension(own(element), 'office:correlation')?.get('key')
    ?? correlation(messageHolder(element)?.get<Moddle | undefined>('messageRef'));
}

export function writeCorrelation(bench: Bench, element: Shape, key: string): void {
  putExtension(bench, element, 'office:correlation', key ? makeAny(bench, 'office:correlation', { key }) : undefined);
}

const correlation = (message: Moddle | undefined): string => (message && extension(message, 'office:correlation')?.get('key')) ?? '';

const messages = (bench: Bench): Moddle[] => definitionsOf(bench).get<Moddle[]>('rootElements').filter((root) => root.$type === 'bpmn:Message');

function messageOf(bench: Bench, element: Shape, name: string): Moddle {
  const known = messages(bench).find((message) => message.get('name') === name);

  if (known) {
    return known;
  }

  const definitions = definitionsOf(bench);
  const made = bench.get('bpmnFactory').create('bpmn:Message', { name });
  made.$parent = definitions;
  bench.get('modeling').updateModdleProperties(element, definitions, { rootElements: [...definitions.get<Moddle[]>('rootElements'), made] });

  return made;
}

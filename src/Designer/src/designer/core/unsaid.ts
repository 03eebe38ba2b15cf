import type { Moddle } from './types';

const lists = ['incoming', 'outgoing'] as const;

/** Whether a document says at its steps which ways come and go. It may leave that out: the ways themselves say it. */
export const namesWays = (definitions: Moddle): boolean => within(definitions).some((one) => lists.some((list) => listOf(one, list).length > 0));

/** Writes without what only bpmn-js keeps: the empty frame of lanes that were undone, and, where the document came without them, the ways at each step. */
export async function withoutUnsaid<T>(definitions: Moddle, hasWays: boolean, write: () => Promise<T>): Promise<T> {
  const all = within(definitions);
  const kept = [
    ...(hasWays ? [] : all.filter((one) => one.$instanceOf('bpmn:FlowNode')).flatMap((one) => lists.map((list) => [one, list, listOf(one, list)] as const))),
    ...all.filter((one) => listOf(one, 'laneSets').some(isEmpty)).map((one) => [one, 'laneSets', listOf(one, 'laneSets')] as const),
  ];

  try {
    kept.forEach(([one, list, values]) => (one[list] = list === 'laneSets' ? values.filter((set) => !isEmpty(set)) : []));

    return await write();
  } finally {
    kept.forEach(([one, list, values]) => (one[list] = values));
  }
}

const isEmpty = (laneSet: Moddle): boolean => listOf(laneSet, 'lanes').length === 0;

const listOf = (one: Moddle, list: string): Moddle[] => one.get<Moddle[] | undefined>(list) ?? [];

/** Every process and every step in it. */
function within(frame: Moddle): Moddle[] {
  return [...listOf(frame, 'rootElements'), ...listOf(frame, 'flowElements')].flatMap((one) => (one.$instanceOf('bpmn:FlowNode') || one.$instanceOf('bpmn:Process') ? [one, ...within(one)] : []));
}

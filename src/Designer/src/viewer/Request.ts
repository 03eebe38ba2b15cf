/** How an element stands in the case that is shown, or how it differs from another version. */
export type State = 'current' | 'done' | 'stuck' | 'added' | 'removed' | 'changed';

/** What the page asks for, read from the attributes of the host element. */
export interface Request {
  readonly url: string;
  readonly label: string | undefined;

  /** How often each element is in each state; an element may wait several times at once. */
  readonly states: Readonly<Record<State, ReadonlyMap<string, number>>>;

  /** Words that stand at an element, such as how many cases wait there. */
  readonly notes: ReadonlyMap<string, string>;
}

export function readRequest(host: HTMLElement): Request | undefined {
  const { bpmnUrl, label, current, done, stuck, added, removed, changed, notes } = host.dataset;

  if (!bpmnUrl) {
    return undefined;
  }

  return {
    url: bpmnUrl,
    label: label || undefined,
    states: {
      current: countIds(current), done: countIds(done), stuck: countIds(stuck), added: countIds(added), removed: countIds(removed), changed: countIds(changed),
    },
    notes: new Map(Object.entries(JSON.parse(notes || '{}') as Record<string, string>)),
  };
}

function countIds(list: string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();

  for (const id of (list ?? '').split(/\s+/).filter(Boolean)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }

  return counts;
}

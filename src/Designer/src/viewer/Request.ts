/** How an element stands in the case that is shown. */
export type State = 'current' | 'done' | 'stuck';

/** What the page asks for, read from the attributes of the host element. */
export interface Request {
  readonly url: string;
  readonly label: string | undefined;

  /** How often each element is in each state; an element may wait several times at once. */
  readonly states: Readonly<Record<State, ReadonlyMap<string, number>>>;
}

export function readRequest(host: HTMLElement): Request | undefined {
  const { bpmnUrl, label, current, done, stuck } = host.dataset;

  if (!bpmnUrl) {
    return undefined;
  }

  return {
    url: bpmnUrl,
    label: label || undefined,
    states: { current: countIds(current), done: countIds(done), stuck: countIds(stuck) },
  };
}

function countIds(list: string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();

  for (const id of (list ?? '').split(/\s+/).filter(Boolean)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }

  return counts;
}

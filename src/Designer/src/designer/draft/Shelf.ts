/** What a page left in the browser that is no longer open. */
export interface Left {
  readonly text: string;
  forget(): void;
}

/** What lies in the browser until the server has it: the way back after a killed browser. A page changes only what it put there itself. */
export interface Shelf {
  set(text: string): void;
  clear(): void;
  /** What pages left that are no longer open, the oldest first. */
  left(): Promise<readonly Left[]>;
}

/** Texts by their keys, for all pages of the office. */
export interface Store {
  all(): Promise<ReadonlyMap<string, string>>;
  put(key: string, text: string): void;
  remove(key: string): void;
}

/** Which pages are open, in whatever window. */
export interface OpenPages {
  /** From now on until it closes, this page is one of them. */
  enter(name: string): void;
  names(): Promise<ReadonlySet<string>>;
}

/** The part of the shelf for one procedure, with a place of its own for this page. */
export function shelfOf(place: string, page: string, store: Store, pages: OpenPages): Shelf {
  const mine = `${place}#${page}`;
  pages.enter(mine);

  return {
    set: (text) => store.put(mine, text),
    clear: () => store.remove(mine),
    left: async () => {
      const [all, open] = await Promise.all([store.all(), pages.names()]);

      return [...all]
        .filter(([key]) => key.startsWith(`${place}#`) && key !== mine && !open.has(key))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, text]) => ({ text, forget: () => store.remove(key) }));
    },
  };
}

/** Names of pages stand in the order in which they were opened. */
export const newPageName = (): string => `${Date.now()}-${Math.random().toString(36).slice(2)}`;

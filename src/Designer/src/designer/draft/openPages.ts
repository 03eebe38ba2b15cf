import type { OpenPages } from './Shelf';

/** A page holds a lock of its name for as long as it lives: the browser takes it back however the page ends. */
export function openPages(): OpenPages {
  // Not there without https: then what another page has not saved yet is offered too, and stays that page's.
  const locks: LockManager | undefined = navigator.locks;

  return {
    enter: (name) => void locks?.request(name, () => new Promise<never>(() => undefined)),
    names: async () => new Set((await locks?.query())?.held?.map((lock) => lock.name ?? '')),
  };
}

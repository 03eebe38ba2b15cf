import type { Store } from './Shelf';

const store = 'drafts';

/** Kept in IndexedDB: a finished write is with the operating system, where local storage waits seconds before it writes. */
export function browserStore(): Store {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('office-designer', 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore(store);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('no shelf'));
  });
  const run = async <T>(mode: IDBTransactionMode, act: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => {
    const request = act((await opened).transaction(store, mode).objectStore(store));

    return await new Promise<T | undefined>((resolve) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    });
  };
  // A browser that keeps nothing (a private window) still saves to the server.
  const quietly = (promise: Promise<unknown>): void => void promise.catch(() => undefined);

  return {
    all: async () => {
      const [keys, texts] = await Promise.all([
        run<IDBValidKey[]>('readonly', (drafts) => drafts.getAllKeys()), run<string[]>('readonly', (drafts) => drafts.getAll()),
      ]).catch(() => [[], []]);

      return new Map((keys ?? []).map((key, index) => [String(key), texts?.[index] ?? '']));
    },
    put: (key, text) => quietly(run('readwrite', (drafts) => drafts.put(text, key))),
    remove: (key) => quietly(run('readwrite', (drafts) => drafts.delete(key))),
  };
}

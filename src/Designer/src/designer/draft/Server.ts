import type { Catalogue } from '../model/Catalogue';

export interface Found {
  rule: string;
  severity: 'error' | 'warning';
  element: string | null;
  message: string;
  fix: string;
}

/** The draft as the server keeps it. */
export interface KeptDraft {
  source: string;
  revision: number;
  savedAt: string;
  savedBy: string;
  findings: Found[];
  locked: string[];
}

export type Saved =
  | { kind: 'saved'; revision: number; savedAt: string; findings: Found[] }
  | { kind: 'conflict'; theirs: KeptDraft }
  | { kind: 'signedOut' }
  | { kind: 'failed'; reason: string };

/** What the page asks of the server. */
export interface Server {
  load(): Promise<KeptDraft>;
  catalogue(): Promise<Catalogue>;
  /** Saves on top of a revision. With a version to keep beside, that one goes among the kept copies. */
  save(source: string, revision: number, keep?: string): Promise<Saved>;
}

export function makeServer(base: string, catalogueUrl: string, token: string): Server {
  return {
    load: async () => readJson(await fetch(`${base}/draft`, { credentials: 'same-origin' })),
    catalogue: async () => readJson(await fetch(catalogueUrl, { credentials: 'same-origin' })),
    save: async (source, revision, keep) => {
      try {
        return await answerOf(await fetch(`${base}/draft`, {
          method: 'PUT',
          credentials: 'same-origin',
          redirect: 'manual',
          headers: { 'content-type': 'application/json', RequestVerificationToken: token },
          body: JSON.stringify({ source, revision, keep: keep ?? null }),
        }));
      } catch {
        return { kind: 'failed', reason: '' };
      }
    },
  };
}

async function answerOf(response: Response): Promise<Saved> {
  if (response.ok) {
    return { kind: 'saved', ...(await response.json() as { revision: number; savedAt: string; findings: Found[] }) };
  }

  if (response.status === 409) {
    return { kind: 'conflict', theirs: await response.json() as KeptDraft };
  }

  if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 400) {
    return { kind: 'signedOut' };
  }

  const problem = await response.json().catch(() => undefined) as { title?: string } | undefined;

  return { kind: 'failed', reason: problem?.title ?? '' };
}

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) {
    throw new Error(`${response.url}: ${response.status}`);
  }

  return await response.json() as T;
}

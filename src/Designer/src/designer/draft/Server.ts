import type { Catalogue } from '../model/Catalogue';

export interface Found {
  rule: string;
  severity: 'error' | 'warning';
  element: string | null;
  message: string;
  fix: string;
}

/** Which draft it is: revisions are counted anew after each publication, from a newer version. */
export interface DraftMark {
  basedOn: number;
  revision: number;
}

/** The draft as the server keeps it. */
export interface KeptDraft extends DraftMark {
  source: string;
  savedAt: string;
  savedBy: string;
  findings: Found[];
  locked: string[];
}

/** What the office sends under a key, and what may be filled in. */
export interface Wording {
  subject: string;
  body: string;
  /** The word of a mark that only the office knows is its name. */
  known: readonly { name: string; word: string }[];
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
  /** A form file as it was shipped. */
  formFile(key: string): Promise<string | undefined>;
  /** A form as it will be seen. */
  previewForm(key: string, definition: string): Promise<readonly Node[]>;
  wordingFile(key: string): Promise<Wording | undefined>;
  previewCases(): Promise<readonly { id: string; label: string }[]>;
  previewMail(wording: string, caseId: string | null): Promise<{ subject: string; text: string; findings: readonly string[] }>;
  /** Saves on top of a draft. With a version to keep beside, that one goes among the kept copies. */
  save(source: string, on: DraftMark, keep?: string): Promise<Saved>;
  /** Asks something of the procedure's own addresses. */
  ask(path: string, body: unknown): Promise<Response>;
}

export function makeServer(base: string, catalogueUrl: string, token: string): Server {
  const get = (address: string): Promise<Response> => fetch(address, { credentials: 'same-origin' });
  const ask: Server['ask'] = (path, body) => fetch(`${base}${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', RequestVerificationToken: token },
    body: JSON.stringify(body),
  });
  const post = async (path: string, body: unknown): Promise<Response> => checked(await ask(path, body));

  return {
    formFile: async (key) => {
      const answer = await get(`${catalogueUrl}/forms/${encodeURIComponent(key)}`);

      return answer.ok ? await answer.text() : undefined;
    },
    previewForm: async (key, definition) => {
      const answer = await post('/form-preview', { key, definition });

      return [...new DOMParser().parseFromString(await answer.text(), 'text/html').body.childNodes];
    },
    wordingFile: async (key) => {
      const answer = await get(`${catalogueUrl}/wordings/${encodeURIComponent(key)}`);

      return answer.ok ? await answer.json() as Wording : undefined;
    },
    previewCases: async () => readJson(await get(`${base}/preview-cases`)),
    previewMail: async (wording, caseId) => readJson(await post('/mail-preview', { wording, caseId })),
    load: async () => readJson(await fetch(`${base}/draft`, { credentials: 'same-origin' })),
    catalogue: async () => readJson(await fetch(catalogueUrl, { credentials: 'same-origin' })),
    ask,
    save: async (source, { basedOn, revision }, keep) => {
      try {
        return await answerOf(await fetch(`${base}/draft`, {
          method: 'PUT',
          credentials: 'same-origin',
          redirect: 'manual',
          headers: { 'content-type': 'application/json', RequestVerificationToken: token },
          body: JSON.stringify({ source, revision, basedOn, keep: keep ?? null }),
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
  return await checked(response).json() as T;
}

function checked(response: Response): Response {
  if (!response.ok) {
    throw new Error(`${response.url}: ${response.status}`);
  }

  return response;
}

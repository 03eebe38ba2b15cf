import type { Server } from '../draft/Server';
import { trying } from '../../words/trying';
import type { Entries, Place, Script, View } from './Trial';

export interface TrialServer {
  run(source: string, script: Script): Promise<View | string>;

  /** The real form of open work, as HTML of our own server; a sentence where it cannot be had. */
  form(source: string, script: Script, place: Place, entries: Entries | null, row: string | null): Promise<{ html: string } | string>;

  /** Keeps it as a test; a sentence where that is refused. */
  keep(source: string, script: Script, name: string): Promise<string>;
}

export function makeTrialServer(ask: Server['ask']): TrialServer {
  const post = async (path: string, body: unknown): Promise<Response | string> => {
    try {
      const response = await ask(path, body);

      return response.ok ? response : await reasonOf(response);
    } catch {
      return trying.failed;
    }
  };

  return {
    keep: async (source, script, name) => {
      const answer = await post('/trials', { source, script, name });

      return typeof answer === 'string' ? answer : '';
    },
    run: async (source, script) => {
      const answer = await post('/trial', { source, script });

      return typeof answer === 'string' ? answer : await answer.json() as View;
    },
    form: async (source, script, place, entries, row) => {
      const answer = await post('/trial/form', { source, script, ...place, entries, row });

      return typeof answer === 'string' ? answer : { html: await answer.text() };
    },
  };
}

async function reasonOf(response: Response): Promise<string> {
  if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 400) {
    return trying.signedOut;
  }

  const problem = await response.json().catch(() => undefined) as { title?: string } | undefined;

  return problem?.title ?? trying.failed;
}

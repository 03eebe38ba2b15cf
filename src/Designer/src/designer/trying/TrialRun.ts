import type { Move, Script, View } from './Trial';
import type { TrialServer } from './TrialServer';

/** What a trial run is on the page: a beginning, what was done since, and what the server shows of it. */
export class TrialRun {
  private setting: Omit<Script, 'moves'>;
  private moves: readonly Move[] = [];
  private asked = 0;
  view: View | undefined;
  isBusy = false;

  /** Why the last thing could not be done. */
  trouble = '';

  constructor(private readonly server: TrialServer, private readonly source: () => Promise<string>, setting: Omit<Script, 'moves'>, private readonly draw: () => void) {
    this.setting = setting;
  }

  get script(): Script {
    return { ...this.setting, moves: this.moves };
  }

  get canGoBack(): boolean {
    return this.moves.length > 0;
  }

  begin(setting: Omit<Script, 'moves'>): Promise<boolean> {
    this.setting = setting;

    return this.run([]);
  }

  /** What an earlier draft allowed and this one does not is left behind with the first new thing that is done. */
  act(move: Move): Promise<boolean> {
    const stopped = this.view?.refused?.move;
    const before = stopped === null || stopped === undefined ? this.moves : this.moves.slice(0, stopped);

    return this.run([...before, move]);
  }

  back(): Promise<boolean> {
    return this.run(this.moves.slice(0, -1));
  }

  /** The draft has changed: the same again. */
  again(): Promise<boolean> {
    return this.run(this.moves);
  }

  private async run(moves: readonly Move[]): Promise<boolean> {
    const mine = ++this.asked;
    this.isBusy = true;
    this.draw();
    const answer = await this.server.run(await this.source(), { ...this.setting, moves });

    if (mine !== this.asked) {
      return false;
    }

    this.isBusy = false;
    const isNew = moves.length > this.moves.length;
    const refused = typeof answer === 'string' ? answer : isNew && answer.refused?.move === moves.length - 1 ? answer.refused.reason : '';
    this.trouble = refused;

    if (!refused) {
      this.moves = moves;
      this.view = answer as View;
    }

    this.draw();

    return !refused;
  }
}

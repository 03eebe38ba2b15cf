import './trying.css';
import { h } from '../core/dom';
import type { Page } from '../page/Page';
import { trying } from '../../words/trying';
import { makeKeeping } from './keeping';
import { TrialMarks } from './marks';
import { makeSetting } from './setting';
import type { Open } from './Trial';
import { showForm } from './TrialForm';
import { showTrial } from './TrialPanel';
import { TrialRun } from './TrialRun';
import { makeTrialServer, type TrialServer } from './TrialServer';

/** The button that tries the draft out, and what it opens: the same model, tried while it is drawn. */
export function addTrial(page: Page): void {
  const button = h('button', { type: 'button', class: 'button button-small', 'aria-expanded': 'false', 'data-tool': 'trial' }, trying.open);
  let opened: OpenTrial | undefined;
  button.addEventListener('click', () => {
    opened = opened ? opened.close() : new OpenTrial(page);
    button.textContent = opened ? trying.close : trying.open;
    button.setAttribute('aria-expanded', String(!!opened));
  });
  page.bench.get('eventBus').on('commandStack.changed', () => opened?.drawnAnew());
  page.onDraw(() => opened?.mark());
  page.frame.state.before(button);
}

class OpenTrial {
  private readonly marks: TrialMarks;
  private readonly run: TrialRun;
  private readonly body = h('div', { class: 'trial-body' });
  private readonly form = h('div', {});
  private readonly root: HTMLElement;
  private readonly server: TrialServer;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: Page) {
    const { bench, frame } = page;
    this.marks = new TrialMarks(bench, frame.outline);
    this.server = makeTrialServer(page.server.ask);
    const setting = makeSetting(bench, (begun) => void this.run.begin(begun));
    this.run = new TrialRun(this.server, page.source, setting.read(), () => this.draw());
    const title = h('h2', { tabindex: '-1' }, trying.title);
    this.root = h('section', { class: 'designer-trial', 'aria-label': trying.title }, title, h('p', { class: 'panel-help' }, trying.help), setting.root, this.form, this.body, makeKeeping(async (name) => this.server.keep(await page.source(), this.run.script, name)));
    frame.panel.after(this.root);
    frame.root.classList.add('designer-trying');
    title.focus();
    void this.run.again();
  }

  /** The same steps on what is drawn now, when the drawing rests. */
  drawnAnew(): void {
    clearTimeout(this.later);
    this.later = setTimeout(() => void this.run.again(), 700);
  }

  /** Beside the steps of an outline that was written anew. */
  mark(): void {
    this.marks.markOutline();
  }

  close(): undefined {
    clearTimeout(this.later);
    this.marks.hide();
    this.root.remove();
    this.page.frame.root.classList.remove('designer-trying');

    return undefined;
  }

  private draw(): void {
    showTrial(this.body, {
      run: this.run,
      act: (move) => {
        this.form.replaceChildren();
        void this.run.act(move);
      },
      open: (work) => this.openForm(work),
      go: (id) => this.go(id),
    });
    this.marks.show(this.run.view?.marks ?? []);
  }

  private openForm(work: Open): void {
    const place = { procedure: work.procedure, node: work.node, nth: work.nth };
    const { script } = this.run;
    showForm(this.form, work, {
      roles: this.page.catalogue.roles,
      load: async (entries, row) => this.server.form(await this.page.source(), script, place, entries, row),
      finish: async (entries, as) => {
        const isDone = await this.run.act({ do: 'finish', ...place, entries, as });

        if (isDone) {
          this.closeForm();
        }

        return isDone;
      },
      trouble: () => this.run.trouble,
      close: () => this.closeForm(),
    });
  }

  private closeForm(): void {
    this.form.replaceChildren();
    (this.body.querySelector<HTMLElement>('.trial-card button') ?? this.body.querySelector<HTMLElement>('#trial-next:enabled, #trial-day'))?.focus();
  }

  private go(id: string): void {
    const element = this.page.bench.get('elementRegistry').get(id);

    if (element) {
      this.page.select(element);
    }
  }
}

import { describe, expect, it } from 'vitest';
import { makeFrame } from '../page/Frame';
import type { Page } from '../page/Page';
import { design } from '../../words/design';
import { offerRecovery } from './recovery';
import type { DraftMark } from './Server';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function opened(texts: readonly string[], { revision = 1, isSaved = true } = {}) {
  const frame = makeFrame();
  const asked: string[] = [];
  const left = new Set(texts);
  const now = { source: 'first', revision, isUnsaved: false };
  const page = {
    frame,
    source: async () => now.source,
    shelf: { left: async () => texts.map((text) => ({ text, forget: () => left.delete(text) })) },
    autosave: {
      get hasUnsaved() { return now.isUnsaved; },
      save: async () => {
        if (now.isUnsaved && isSaved) {
          Object.assign(now, { isUnsaved: false, revision: now.revision + 1 });
          asked.push(`save ${now.source}`);
        }
      },
      isOf: (one: DraftMark) => one.basedOn === 1 && one.revision === now.revision,
      keepTheirsBeside: () => asked.push('keep theirs'),
    },
    replace: async (source: string) => {
      asked.push(`replace by ${source}`);
      Object.assign(now, { source, isUnsaved: true });
    },
    say: (message: string) => asked.push(message),
  } as unknown as Page;
  offerRecovery(page);
  await settled();
  const press = async (word: string, bar = 0): Promise<void> => {
    [...bars()[bar]!.querySelectorAll('button')].find((one) => one.textContent === word)!.click();
    await settled();
  };
  const bars = (): HTMLElement[] => [...frame.root.querySelectorAll<HTMLElement>('.designer-recovery')];

  return { asked, left, now, press, bars };
}

const draft = (source: string, revision = 1): string => JSON.stringify({ source, basedOn: 1, revision });
const named = (name: string): string => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><task name="${name}"/></definitions>`;

describe('what a killed browser left', () => {
  it('A15 is offered page by page, with what only it has', async () => {
    const { bars } = await opened([draft(named('前の名前')), draft(named('別の名前'))]);

    expect(bars().map((bar) => bar.textContent)).toEqual([expect.stringContaining('別の名前'), expect.stringContaining('前の名前')]);
  });

  it('is forgotten without a word where the server has it already, or nobody can read it', async () => {
    const { bars, left } = await opened([draft('first'), '{']);

    expect([bars().length, left.size]).toEqual([0, 0]);
  });

  it('A15 the second that is taken back leaves the first among the kept copies', async () => {
    const { asked, left, press, bars } = await opened([draft('of one page'), draft('of another')]);

    await press(design.recover, 1);
    await press(design.recover);

    expect(asked).toEqual(['replace by of one page', 'save of one page', 'keep theirs', 'replace by of another']);
    expect([bars().length, left.size]).toEqual([0, 0]);
  });

  it('A15 does not take the place of what is not saved yet', async () => {
    const { asked, left, now, press, bars } = await opened([draft('of another page')], { isSaved: false });
    now.isUnsaved = true;

    await press(design.recover);

    expect(asked).toEqual([design.recoverLater]);
    expect([bars().length, left.size]).toEqual([1, 1]);
  });

  it('is thrown away where somebody says so', async () => {
    const { asked, left, press, bars } = await opened([draft('of another page')]);

    await press(design.forget);

    expect([asked, bars().length, left.size]).toEqual([[], 0, 0]);
  });
});

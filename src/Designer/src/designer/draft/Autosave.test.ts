import { describe, expect, it, vi } from 'vitest';
import { Autosave, type SaveState } from './Autosave';
import type { KeptDraft, Saved, Server } from './Server';

const theirs: KeptDraft = { source: 'theirs', basedOn: 2, revision: 7, savedAt: '2026-01-19T00:00:00Z', savedBy: '事務管理者', findings: [], locked: [] };

function page(answers: Saved[]) {
  const asked: string[] = [];
  const states: SaveState['kind'][] = [];
  let stored: string | null = null;
  const now = { source: 'mine' };
  const later: (() => void)[] = [];
  const meanwhile: (() => Promise<void>)[] = [];
  const autosave = new Autosave({
    server: {
      save: async (source, { basedOn, revision }, keep) => {
        asked.push(`${source}@${basedOn}.${revision}${keep ? ` keep ${keep}` : ''}`);
        await meanwhile.shift()?.();
        return answers.shift()!;
      },
    } as Partial<Server> as Server,
    shelf: { set: (text) => (stored = text), clear: () => (stored = null), left: async () => [] },
    source: async () => now.source,
    state: (state) => states.push(state.kind),
    found: () => undefined,
    later: (act) => later.push(act),
  }, { basedOn: 1, revision: 1, source: 'first' });

  return { autosave, asked, states, now, later, meanwhile, shelf: () => stored };
}

const saved = (revision: number): Saved => ({ kind: 'saved', revision, savedAt: '2026-01-19T00:00:00Z', findings: [] });

describe('Autosave', () => {
  it('saves on top of what it last saved', async () => {
    const { autosave, asked, now } = page([saved(2), saved(3)]);

    await autosave.changed();
    await autosave.save();
    now.source = 'more';
    await autosave.changed();
    await autosave.save();

    expect(asked).toEqual(['mine@1.1', 'more@1.2']);
    expect(autosave.hasUnsaved).toBe(false);
  });

  it('A15 a change is kept in the browser until the server has it', async () => {
    const { autosave, shelf } = page([{ kind: 'failed', reason: '' }, saved(2)]);

    await autosave.changed();
    await autosave.save();
    expect(JSON.parse(shelf()!)).toEqual({ basedOn: 1, revision: 1, source: 'mine' });
    expect(autosave.hasUnsaved).toBe(true);

    await autosave.save();
    expect(shelf()).toBeNull();
  });

  it('A15 a change that came while another was saved stays in the browser until the server has it too', async () => {
    const { autosave, now, meanwhile, shelf } = page([saved(2), { kind: 'failed', reason: '' }]);
    meanwhile.push(async () => {
      now.source = 'more';
      await autosave.changed();
    });

    await autosave.changed();
    await autosave.save();

    expect(JSON.parse(shelf()!).source).toBe('more');
    expect(autosave.hasUnsaved).toBe(true);
  });

  it('has nothing to save when all is undone', async () => {
    const { autosave, now, asked, states } = page([]);
    now.source = 'first';

    await autosave.changed();
    await autosave.save();

    expect(asked).toEqual([]);
    expect(states).toEqual(['clean']);
  });

  it('A15 saving stops at a conflict and overwrites nothing', async () => {
    const { autosave, asked, now, states } = page([{ kind: 'conflict', theirs }]);
    await autosave.changed();
    await autosave.save();

    now.source = 'still mine';
    await autosave.changed();
    await autosave.save();

    expect(asked).toEqual(['mine@1.1']);
    expect(states.at(-1)).toBe('conflict');
    expect(autosave.hasUnsaved).toBe(true);
  });

  it('goes on with mine, theirs kept beside', async () => {
    const { autosave, asked } = page([{ kind: 'conflict', theirs }, saved(8)]);
    await autosave.changed();
    await autosave.save();

    await autosave.keepMine(theirs);

    expect(asked.at(-1)).toBe('mine@2.7 keep theirs');
    expect(autosave.hasUnsaved).toBe(false);
  });

  it('is of the draft it saves on, not of one that was begun after a publication and saved as often', () => {
    const { autosave } = page([]);

    expect(autosave.isOf({ basedOn: 1, revision: 1 })).toBe(true);
    expect(autosave.isOf({ basedOn: 2, revision: 1 })).toBe(false);
  });

  it.each<Saved>([{ kind: 'failed', reason: '' }, { kind: 'signedOut' }])('A15 where mine could not be sent ($kind), theirs is kept beside when it is tried again', async (answer) => {
    const { autosave, asked, later } = page([{ kind: 'conflict', theirs }, answer, saved(8), saved(9)]);
    await autosave.changed();
    await autosave.save();

    await autosave.keepMine(theirs);
    expect(autosave.hasUnsaved).toBe(true);
    later.at(-1)!();
    await vi.waitFor(() => expect(autosave.hasUnsaved).toBe(false));

    expect(asked.slice(1)).toEqual(['mine@2.7 keep theirs', 'mine@2.7 keep theirs']);
  });

  it('keeps theirs beside once, and not with what is changed afterwards', async () => {
    const { autosave, asked, now } = page([{ kind: 'conflict', theirs }, saved(8), saved(9)]);
    await autosave.changed();
    await autosave.save();
    await autosave.keepMine(theirs);

    now.source = 'more';
    await autosave.changed();
    await autosave.save();

    expect(asked.at(-1)).toBe('more@2.8');
  });

  it('goes on with theirs, mine kept beside', async () => {
    const { autosave, asked } = page([{ kind: 'conflict', theirs }, saved(7)]);
    await autosave.changed();
    await autosave.save();

    expect(await autosave.keepTheirs(theirs)).toBe(true);
    expect(asked.at(-1)).toBe('mine@2.7 keep mine');
  });
});

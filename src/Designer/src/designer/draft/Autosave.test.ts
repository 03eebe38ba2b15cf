import { describe, expect, it } from 'vitest';
import { Autosave, type SaveState } from './Autosave';
import type { KeptDraft, Saved, Server } from './Server';

const theirs: KeptDraft = { source: 'theirs', basedOn: 2, revision: 7, savedAt: '2026-01-19T00:00:00Z', savedBy: '事務管理者', findings: [], locked: [] };

function page(answers: Saved[]) {
  const asked: string[] = [];
  const states: SaveState['kind'][] = [];
  let stored: string | null = null;
  const now = { source: 'mine' };
  const later: (() => void)[] = [];
  const autosave = new Autosave({
    server: {
      save: async (source, { basedOn, revision }, keep) => {
        asked.push(`${source}@${basedOn}.${revision}${keep ? ` keep ${keep}` : ''}`);
        return answers.shift()!;
      },
    } as Partial<Server> as Server,
    shelf: { get: async () => stored, set: (text) => (stored = text), clear: () => (stored = null) },
    source: async () => now.source,
    state: (state) => states.push(state.kind),
    found: () => undefined,
    later: (act) => later.push(act),
  }, { basedOn: 1, revision: 1, source: 'first' });

  return { autosave, asked, states, now, later, shelf: () => stored };
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

  it('goes on with theirs, mine kept beside', async () => {
    const { autosave, asked } = page([{ kind: 'conflict', theirs }, saved(7)]);
    await autosave.changed();
    await autosave.save();

    expect(await autosave.keepTheirs(theirs)).toBe(true);
    expect(asked.at(-1)).toBe('mine@2.7 keep mine');
  });
});

import type { BringCommands } from '@leeward/workspace/bring/contract.ts';
import { readTableFile } from '@leeward/workspace/bring/read-table.ts';
import type { Answer, Commands, Topic } from '@leeward/workspace/desk/contract.ts';

type Handlers = {
  readonly [Name in keyof BringCommands]: (args: Commands[Name][0]) => Promise<Answer<Commands[Name][1]>>;
};

/** Imports kept in memory: what was brought is known again, and shown as an import that can be undone. */
export function fakeBring(now: () => number, changed: (...topics: readonly Topic[]) => void): Handlers {
  let batches: BringCommands['batches'][1] = [];
  let keys: BringCommands['broughtKeys'][1] = [];
  const turn = (batch: string, out: boolean): Answer<{ readonly cases: number }> => {
    let cases = 0;
    batches = batches.map((one) => {
      if (one.batch !== batch) return one;
      cases = one.cases;
      return { ...one, out: out ? one.cases : 0 };
    });
    changed('cases');
    return { ok: true, value: { cases } };
  };
  return {
    readTable: async ({ file, how }) => {
      const read = await readTableFile(file, how);
      return 'tooLarge' in read
        ? { ok: false, error: { code: 'file-too-large', limit: read.tooLarge } }
        : { ok: true, value: read };
    },
    bringCases: async ({ batch, source, rows }) => {
      const known = rows.filter((row) => keys.some((one) => one.source === source && one.key === row.key));
      const fresh = rows.filter((row) => !known.includes(row));
      keys = [
        ...keys,
        ...fresh.map(({ key, pseudonym }, index) => ({
          source,
          key,
          pseudonym,
          record: (0xb0000 + keys.length + index).toString(16).padStart(64, '0'),
        })),
      ];
      if (fresh.length > 0)
        batches = [
          {
            batch,
            source,
            by: '',
            at: now(),
            cases: fresh.length,
            out: 0,
            joined: 0,
            waiting: 0,
            touched: [],
          },
          ...batches,
        ];
      changed('cases');
      const identities = rows.flatMap(({ identity, people }) => [
        ...(identity.length > 0 ? [identity] : []),
        ...people,
      ]).length;
      return {
        ok: true,
        value: { brought: fresh.length, known: known.map(({ key }) => key), identities, unknownPeople: 0 },
      };
    },
    broughtKeys: async () => ({ ok: true, value: keys }),
    batches: async () => ({ ok: true, value: batches }),
    undoBatch: async ({ batch }) => turn(batch, true),
    redoBatch: async ({ batch }) => turn(batch, false),
  };
}

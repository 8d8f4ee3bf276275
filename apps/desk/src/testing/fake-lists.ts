import { hash } from '@leeward/domain/testing/people.ts';
import type { Answer, Topic } from '@leeward/workspace/desk/contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import type { ExportView, ListCommands, ViewInTeam } from '@leeward/workspace/lists/contract.ts';
import { csvOf } from '@leeward/workspace/tables/csv.ts';
import { me } from './fake-world.ts';

/** Views and what was taken out, in memory. Tables leave as the real session writes them. */
export function fakeLists(
  now: () => number,
  changed: (...topics: readonly Topic[]) => void,
): Pick<Handlers, keyof ListCommands> {
  const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
  const mine = new Map<string, ViewInTeam>();
  const shared = new Map<string, ViewInTeam>();
  let exports: readonly ExportView[] = [];
  const done = (): Answer<null> => {
    changed('session');
    return yes(null);
  };
  return {
    views: async ({ list }) =>
      yes({
        mine: [...mine.values()].filter((view) => view.list === list),
        shared: [...shared.values()].filter((view) => view.list === list),
        canShare: true,
      }),
    keepView: async ({ view }) => {
      mine.set(view.view, { ...view, by: me.member, claimedTime: now() });
      return done();
    },
    dropView: async ({ view }) => {
      mine.delete(view);
      return done();
    },
    shareView: async ({ view }) => {
      shared.set(view.view, { ...view, by: me.member, claimedTime: now() });
      return done();
    },
    withdrawView: async ({ view }) => {
      shared.delete(view);
      return done();
    },
    takeOut: async ({ list, format, table, columns, filter, sort, reason, words, calendar = [] }) => {
      const noted = { list, format, rows: table.length - 1, columns, filter, sort, reason, hash: hash(1) };
      exports = [{ ...noted, by: me.member, claimedTime: now() }, ...exports];
      changed('session');
      const name = `leeward-2031-01-01.${format}`;
      if (format === 'print') return yes({ name, bytes: null });
      if (format === 'csv')
        return yes({ name, bytes: new TextEncoder().encode(csvOf(table)).buffer as ArrayBuffer });
      if (format === 'ics') {
        const { icsOf } = await import('@leeward/workspace/calendar/ics.ts');
        const text = await icsOf(calendar, '2031-01-01');
        return yes({
          name: 'days-2031-01-01.ics',
          bytes: new TextEncoder().encode(text).buffer as ArrayBuffer,
        });
      }
      const { xlsxOf } = await import('@leeward/workspace/tables/xlsx.ts');
      return yes({ name, bytes: await xlsxOf(table, words, '2031-01-01') });
    },
    takenOut: async ({ list }) => yes(exports.filter((one) => one.list === list)),
  };
}

import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';
import { dueOf } from '../../apps/desk/src/due/due-of.ts';
import { todayOf } from '../../apps/desk/src/today/today-of.ts';
import type { Used } from './tasks.ts';

/*
 * What an officer does all day at a desk that is open and holds everything: measured on the page, from asking the session
 * to having the answer there.
 */

/** What somebody looks for, in words of the sample: a pseudonym, a place, something that happened. */
const looked = [
  'heron',
  'juniper 12',
  'market harvest',
  'stones window',
  'lawyer date',
  'second referee',
  'prosecutor',
  'grey car house',
  'guards estate',
  'child',
  'new lock',
  'bar association court',
] as const;
const several = 5;

export async function useDesk(session: Session, longest: string): Promise<Used> {
  const ask = async <T>(call: () => Promise<Answer<T>>): Promise<readonly [T, number]> => {
    const started = performance.now();
    const answer = await call();
    const took = performance.now() - started;
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return [answer.value, took];
  };
  const question = (text: string) =>
    ask(() => session.call('search', { text, places: [], kinds: [], limit: 30 }));

  const [lines, listFirst] = await ask(() => session.call('cases', {}));
  const [patterns, patternsFirst] = await ask(() => session.call('patterns', {}));
  const [, patternsAgain] = await ask(() => session.call('patterns', {}));
  const toRead = performance.now();
  for (;;) {
    const [{ searched }] = await question('zz');
    if (searched.done >= searched.total) break;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  const read = performance.now() - toRead;
  await untilVerified(ask, session);

  const keys: number[] = [];
  let found = 0;
  for (let round = 0; round < several; round += 1)
    for (const words of looked)
      for (let letters = 2; letters <= words.length; letters += 1) {
        const [answer, took] = await question(words.slice(0, letters));
        keys.push(took);
        found += answer.groups.length;
      }
  if (found === 0) throw new Error('nothing was found');

  const record = lines.find(({ pseudonym }) => pseudonym === longest)?.record ?? '';
  const [, fileFirst] = await ask(() => session.call('case', { record }));
  const [, fileAgain] = await ask(() => session.call('case', { record }));

  const day = dayOf(lines);
  const kept: number[] = [];
  const listed: number[] = [];
  for (let round = 0; round < several; round += 1) {
    const line = lines[Math.floor((lines.length * round) / several)];
    if (line === undefined) continue;
    const changed = nextChange(session);
    const started = performance.now();
    await ask(() => session.call('addNote', { record: line.record, text: 'She called at the agreed hour.' }));
    kept.push(performance.now() - started);
    await changed;
    await ask(() => session.call('cases', {}));
    listed.push(performance.now() - started);
  }
  const lists: number[] = [];
  for (let round = 0; round < several; round += 1)
    lists.push((await ask(() => session.call('cases', {})))[1]);
  return {
    cases: lines.length,
    read,
    keys,
    list: { first: listFirst, again: middle(lists), bytes: JSON.stringify(lines).length },
    patterns: {
      first: patternsFirst,
      again: patternsAgain,
      incidents: patterns.incidents,
      total: patterns.total,
    },
    file: { first: fileFirst, again: fileAgain },
    today: day.today,
    due: day.due,
    edit: { kept: middle(kept), listed: middle(listed) },
  };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

/** Until everything that was only listed has been verified in the background. */
async function untilVerified(
  ask: <T>(call: () => Promise<Answer<T>>) => Promise<readonly [T, number]>,
  session: Session,
): Promise<void> {
  for (;;) {
    const [{ read }] = await ask(() => session.call('patterns', {}));
    if (read.done === read.total) return;
    await new Promise((resume) => setTimeout(resume, 250));
  }
}

/** The next time that the list of cases has changed. */
function nextChange(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.onChange((topics) => {
      if (!topics.includes('cases')) return;
      stop();
      resolve();
    });
  });
}

/** What the page makes of the lists by itself: the day of whoever has all of it, and everything that is due. */
function dayOf(cases: readonly CaseLine[]): { readonly today: number; readonly due: number } {
  const me = cases[0]?.responsible ?? '';
  const today = new Date().toISOString().slice(0, 10);
  const inputs = {
    lines: [],
    cases,
    drafts: [],
    unsettled: [],
    alerts: [],
    recoveryMissing: false,
    directory: null,
    me,
    administrator: true,
    officers: [me],
    now: Date.now(),
    today,
  };
  const time = (work: () => unknown): number => {
    const times = Array.from({ length: several }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    });
    return middle(times);
  };
  return {
    today: time(() => todayOf(inputs)),
    due: time(() => dueOf({ lines: [], cases, me, isHere: () => true, today })),
  };
}

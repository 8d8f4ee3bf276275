import { answerQuestion, endAccess } from '@leeward/domain/custody/rules.ts';
import type { Ending } from '@leeward/domain/identity/readers.ts';
import type { Engine } from '../engine.ts';
import type { NewItem } from '../outbox.ts';
import { openRecord } from '../records.ts';
import { appendNext } from '../write.ts';
import { type CustodyTeam, custodyTeam } from './custody-team.ts';
import { hasOtherReaders } from './readers-wanted.ts';

/* Letting somebody in to one record and ending that: in the record, in custody's log, in the case; and in the keys. */

const inCustodysLog = ({ log, team }: CustodyTeam, command: string, args: NewItem['args']): NewItem => ({
  record: log,
  command,
  args,
  creates: { kind: 'team', teams: [team] },
});

/** What is written when custody grants a question. */
export function grantItems(
  custody: CustodyTeam,
  identity: string,
  caseRecord: string,
  given: {
    readonly grant: string;
    readonly member: string;
    readonly until: number;
    readonly reason: string;
  },
): readonly NewItem[] {
  return [
    { record: identity, command: 'letIn', args: given },
    { ...inCustodysLog(custody, 'noteAccessGiven', { identity, ...given }), silent: true },
    answerItem(caseRecord, given.grant, true, given.until, given.reason),
  ];
}

/** What is written in the case as an answer. */
export const answerItem = (
  record: string,
  question: string,
  granted: boolean,
  until: number,
  reason: string,
): NewItem => ({
  record,
  command: 'actOnCase',
  args: { events: [answerQuestion(question, granted, until, reason)] },
});

/** What is written when an access ends before its date. Custody's log follows by itself where its own members do not end it. */
export function endItems(
  custody: CustodyTeam | null,
  identity: string,
  caseRecord: string | null,
  grant: string,
  how: Ending,
  reason: string,
): readonly NewItem[] {
  return [
    { record: identity, command: 'letGo', args: { grant, how, reason } },
    ...(custody === null
      ? []
      : [{ ...inCustodysLog(custody, 'noteAccessOver', { grant, how, reason }), silent: true }]),
    ...(caseRecord === null
      ? []
      : [
          {
            record: caseRecord,
            command: 'actOnCase',
            args: { events: [endAccess(grant, how, reason)] },
          },
        ]),
  ];
}

/** The acts about accesses that are over, which custody's devices write by themselves. */
export async function overItems(engine: Engine): Promise<readonly NewItem[]> {
  const custody = await custodyTeam(engine);
  if (custody === null) return [];
  const items: NewItem[] = [];
  const waits = (record: string, command: string, grant: string): boolean =>
    engine.outbox.some(
      (item) => item.record === record && item.command === command && item.args['grant'] === grant,
    );
  for (const { grant, identity, over, until } of custody.state.custody.given.values()) {
    if (over !== null) continue;
    const summary = engine.summaries.get(identity);
    if (summary?.kind !== 'identity') continue;
    const reader = summary.readers.find((one) => one.grant === grant);
    if (reader === undefined) continue;
    const isPast = reader.how === null && until <= engine.now();
    if (isPast && !waits(identity, 'letGo', grant))
      items.push({
        record: identity,
        command: 'letGo',
        args: { grant, how: 'date', reason: '' },
        silent: true,
      });
    const how = reader.how ?? (isPast ? 'date' : null);
    if (how !== null && !waits(custody.log, 'noteAccessOver', grant))
      items.push({ ...inCustodysLog(custody, 'noteAccessOver', { grant, how, reason: '' }), silent: true });
  }
  return items;
}

/**
 * Gives identity records new epochs where others read them than are to: who was let in gets the key, who was let go does
 * not get the next one (rule 11). Done by whatever device of custody is there first.
 */
export async function rekeyIdentities(engine: Engine): Promise<void> {
  if ((await custodyTeam(engine)) === null) return;
  for (const [record, summary] of engine.summaries) {
    if (summary.kind !== 'identity') continue;
    const inForce = summary.readers.filter(({ how, until }) => how === null && until > engine.now());
    // From the list alone, so that ten thousand records need not be opened for this.
    if (inForce.length === 0 && summary.named.length === 0) continue;
    if (!(await hasOtherReaders(engine, await openRecord(engine, record)))) continue;
    const done = await appendNext(engine, record, [], async () => ({ type: 'none', why: 'only-the-epoch' }));
    if (done.type === 'offline') return;
  }
}

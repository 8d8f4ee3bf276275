import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';
import { type IdentityOf, identitiesOf } from '@leeward/domain/team/custody.ts';
import { identitySecret, recordOf, withRowIds } from '../bring-ids.ts';
import type { Engine } from '../engine.ts';
import { change, type NewItem } from '../outbox.ts';
import type { CustodyTeam } from './custody-team.ts';
import { comingIdentities, randomHour } from './make.ts';

/*
 * Identities that come with a table. Each becomes a record of its own under custody's key, at a random hour of its own
 * (rule 14), and never a part of the case. Two of custody who bring the same table without a line make one record of each.
 */

/** A person of a case with what the row said of her; null is she whom the case is about. */
export type BroughtIdentity = IdentityOf & {
  readonly ids: Readonly<Record<string, string>>;
  readonly events: readonly SheetEvent[];
};

/**
 * What is kept of them until their hours have come, and how many of these people had no identity before. What a table says
 * of somebody whose identity was begun already is added to what is known: nothing that was typed is left out unseen.
 */
export async function broughtIdentityItems(
  engine: Engine,
  custody: CustodyTeam,
  identities: readonly BroughtIdentity[],
): Promise<{ readonly items: readonly NewItem[]; readonly fresh: number }> {
  const nameOf = ({ caseRecord, person }: IdentityOf): string => `${caseRecord} ${person ?? ''}`;
  const coming = new Set(comingIdentities(engine).map(nameOf));
  const items: NewItem[] = [];
  const since = engine.now();
  let fresh = 0;
  for (const { caseRecord, person, ids, events } of identities) {
    const of = { caseRecord, person };
    if (!coming.has(nameOf(of)) && identitiesOf(custody.state.custody, of).length === 0) fresh += 1;
    const secret = await identitySecret(engine, custody.team, of);
    if (secret === null) continue;
    const identity = await recordOf(secret);
    const later = { notBefore: randomHour(engine.now()), silent: true, since };
    items.push(
      {
        record: custody.log,
        command: 'tieIdentity',
        args: { identity, case: caseRecord, person },
        ...later,
        creates: { kind: 'team', teams: [custody.team] },
      },
      {
        record: identity,
        command: 'bringIdentity',
        args: { events: await withRowIds(secret, ids, events) },
        ...later,
        creates: { kind: 'identity', teams: [custody.team] },
      },
    );
  }
  return { items, fresh };
}

/** When an identity waits that is not to be made as long as its case is taken out: after any time that a clock can say. */
const whenPutBack = 8_640_000_000_000_000;

/**
 * Holds back the identities of cases that are taken out and whose hour has not come, or lets those go on that are put
 * back. What was made already is shown nowhere as long as its case is out.
 */
export async function holdIdentities(
  engine: Engine,
  cases: ReadonlySet<string>,
  hold: boolean,
): Promise<void> {
  const waiting = comingIdentities(engine).filter(
    ({ caseRecord, at }) => cases.has(caseRecord) && (at === whenPutBack) !== hold,
  );
  for (const { record } of waiting) {
    const notBefore = hold ? whenPutBack : randomHour(engine.now());
    for (const item of engine.outbox)
      if (item.record === record || item.args['identity'] === record || item.args['listed'] === record)
        await change(engine, item, { notBefore });
  }
}

import { canBeginIdentity, canEditIdentity } from '@leeward/domain/identity/rules.ts';
import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';
import { emptyIdentity, foldIdentity } from '@leeward/domain/identity/state.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { identitiesOf } from '@leeward/domain/team/custody.ts';
import { canIndexCustody } from '@leeward/domain/team/custody-rules.ts';
import { canListRecord } from '@leeward/domain/team/rules.ts';
import { identitySecret, recordOf, withRowIds } from '../bring-ids.ts';
import type { Builder } from '../builder-parts.ts';
import { onTeam, text } from '../builder-parts.ts';
import { contextOf } from '../case-acts.ts';
import type { Engine } from '../engine.ts';
import { actorOf } from '../engine.ts';
import { change, type NewItem } from '../outbox.ts';
import { sheetEventsIn } from './builders.ts';
import type { CustodyTeam } from './custody-team.ts';
import { comingIdentities, randomHour } from './make.ts';

/*
 * Identities that come with a table. Each becomes a record of its own under custody's key, at a random hour of its own
 * (rule 14), and never a part of the case. Two of custody who bring the same table without a line make one record of each.
 */

/** A case with what its row said of the person. */
export type BroughtIdentity = {
  readonly caseRecord: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly events: readonly SheetEvent[];
};

/**
 * What is kept of them until their hours have come, and how many of these cases had no identity before. What a table says
 * of somebody whose identity was begun already is added to what is known: nothing that was typed is left out unseen.
 */
export async function broughtIdentityItems(
  engine: Engine,
  custody: CustodyTeam,
  identities: readonly BroughtIdentity[],
): Promise<{ readonly items: readonly NewItem[]; readonly fresh: number }> {
  const coming = new Set(comingIdentities(engine).map(({ caseRecord }) => caseRecord));
  const items: NewItem[] = [];
  const since = engine.now();
  let fresh = 0;
  for (const { caseRecord, ids, events } of identities) {
    const of = { caseRecord, person: null };
    if (!coming.has(caseRecord) && identitiesOf(custody.state.custody, of).length === 0) fresh += 1;
    const secret = await identitySecret(engine, custody.team, caseRecord);
    if (secret === null) continue;
    const identity = await recordOf(secret);
    const later = { notBefore: randomHour(engine.now()), silent: true, since };
    items.push(
      {
        record: custody.log,
        command: 'tieIdentity',
        args: { identity, case: caseRecord },
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

/** Lists an identity and ties it to its case, in one entry of custody's log; what stands already is not said again. */
export const buildTie: Builder = onTeam((state, engine, args) => {
  const [identity, caseRecord] = [text(args, 'identity'), text(args, 'case')];
  const events: unknown[] = [];
  if (!state.records.has(identity)) {
    const listed = canListRecord(state, actorOf(engine), identity, 'identity');
    if (!listed.ok) return listed;
    events.push(...listed.value);
  }
  const tied = canIndexCustody(state, actorOf(engine), identity, { caseRecord, person: null });
  if (tied.ok) events.push(...tied.value);
  else if (tied.error.code !== 'no_change') return tied;
  return events.length === 0 ? { ok: false, error: refusal('no_change') } : { ok: true, value: events };
});

/** Begins the record with what the table said; where a colleague's row began it, adds what that one did not say. */
export const buildBroughtIdentity: Builder = async (engine, view, args) => {
  const actor = actorOf(engine);
  const state = view.folded.kind === 'identity' ? view.folded.state : emptyIdentity;
  const events = sheetEventsIn(args);
  if (state.opened === null) {
    const begun = canBeginIdentity(emptyIdentity, actor);
    if (!begun.ok) return begun;
    const first = foldIdentity(emptyIdentity, begun.value[0], {
      ...contextOf(engine),
      entry: '',
      index: 0,
      claimedTime: 0,
      position: 1,
    });
    const allowed = canEditIdentity(first, actor, events);
    return allowed.ok ? { ok: true, value: { events: [...begun.value, ...events], quoted: [] } } : allowed;
  }
  let now = state;
  const more = events.filter((event, index) => {
    const context = { ...contextOf(engine), entry: '', claimedTime: 0, position: 1 };
    const next = foldIdentity(now, event, { ...context, index });
    const changes = next.sheet !== now.sheet || next.kept !== now.kept;
    now = next;
    return changes;
  });
  if (more.length === 0) return { ok: false, error: refusal('no_change') };
  const allowed = canEditIdentity(state, actor, more);
  return allowed.ok ? { ok: true, value: { events: more, quoted: [] } } : allowed;
};

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

import { idsMeant } from '@leeward/domain/custody/whom.ts';
import type { IdentityState } from '@leeward/domain/identity/state.ts';
import { comparisonsOf, identitiesOf, samePerson } from '@leeward/domain/team/custody.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from '../engine.ts';
import { actorOf, teamIdFor } from '../engine.ts';
import type { RecordView } from '../record-view.ts';
import { openRecord } from '../records.ts';
import { heldBy } from '../troubles.ts';
import { pendingOf, readersOf } from '../views.ts';
import type { IdentityRecordView, IdentityView, PersonInCase, ShownPerson } from './contract.ts';
import { type CustodyTeam, custodyTeam } from './custody-team.ts';
import { comingIdentities } from './make.ts';
import { openUntil } from './opened.ts';
import { withOwnIdentityActs } from './own-acts.ts';
import { whose } from './whose.ts';

/** An identity record that this person may open, with her own acts in it. */
export type MyRecord = { readonly view: RecordView; readonly state: IdentityState };

/** The records of a person in a case that this person of the team may open, and as what. */
export type Reach = {
  readonly as: 'custody' | 'reader' | 'outside';
  readonly custody: CustodyTeam | null;
  readonly records: readonly MyRecord[];
  /** The access by which somebody outside custody reads. */
  readonly grant: { readonly grant: string; readonly until: number } | null;
};

/** What this person may open of somebody: all of hers in custody; the one record that she was let in to; or nothing. */
export async function reachOf(engine: Engine, person: PersonInCase): Promise<Reach> {
  const custody = await custodyTeam(engine);
  if (custody !== null) {
    const meant = await meantBy(engine, person);
    const tied = meant.flatMap((one) => identitiesOf(custody.state.custody, one));
    const coming = comingOf(engine, meant);
    const all = new Set([...tied, ...coming]);
    for (const one of [...all]) for (const other of samePerson(custody.state.custody, one)) all.add(other);
    return { as: 'custody', custody, records: await load(engine, [...all]), grant: null };
  }
  const outside: Reach = { as: 'outside', custody: null, records: [], grant: null };
  const found = await openRecord(engine, person.caseRecord);
  if (found.folded.kind !== 'case') return outside;
  const me = actorOf(engine).member;
  const meant = idsMeant(found.folded.state.parts.people, person.person);
  for (const question of found.folded.state.parts.custody.values()) {
    if (!meant.includes(question.person) || question.asked.by !== me) continue;
    const record = recordOfGrant(engine, question.question);
    if (record === null) continue;
    const [mine] = await load(engine, [record]);
    const letIn = mine?.state.readers.find(({ grant }) => grant === question.question);
    // What was read stays known; from then on it is shown no more, by a date or by a step.
    if (mine === undefined || letIn === undefined || letIn.over !== null || letIn.until <= engine.now())
      continue;
    const { grant, until } = letIn;
    return { as: 'reader', custody: null, records: [mine], grant: { grant, until } };
  }
  return outside;
}

/** The same person by all ids under which she may be tied to this case. */
export async function meantBy(
  engine: Engine,
  { caseRecord, person }: PersonInCase,
): Promise<readonly PersonInCase[]> {
  const { folded } = await openRecord(engine, caseRecord);
  const ids = folded.kind === 'case' ? idsMeant(folded.state.parts.people, person) : [person];
  return ids.map((one) => ({ caseRecord, person: one }));
}

/** Her identity records that this device is to make. */
export const comingOf = (engine: Engine, meant: readonly PersonInCase[]): readonly string[] =>
  comingIdentities(engine)
    .filter((one) =>
      meant.some(({ caseRecord, person }) => one.caseRecord === caseRecord && one.person === person),
    )
    .map(({ record }) => record);

async function load(engine: Engine, records: readonly string[]): Promise<readonly MyRecord[]> {
  const loaded: MyRecord[] = [];
  for (const record of records) {
    const view = await openRecord(engine, record);
    if (view.judgement.forgotten.some((one) => one.type === 'record')) continue;
    const state = withOwnIdentityActs(engine, view);
    if (state !== null) loaded.push({ view, state });
  }
  return loaded;
}

/** The identity record that a grant let this person in to. */
export function recordOfGrant(engine: Engine, grant: string): string | null {
  for (const [record, summary] of engine.summaries)
    if (summary.kind === 'identity' && summary.readers.some((one) => one.grant === grant)) return record;
  return null;
}

/** The identity of a person as this person of the team may see it. Closed, it says nothing of her. */
export async function identityView(engine: Engine, person: PersonInCase): Promise<IdentityView> {
  const { as, custody, records, grant } = await reachOf(engine, person);
  const until = records.flatMap(({ view }) => openUntil(engine, view.id) ?? []);
  const coming = new Map(comingIdentities(engine).map(({ record, at }) => [record, at]));
  return {
    ...person,
    as,
    until: grant?.until ?? null,
    records: records.map(
      ({ view, state }): IdentityRecordView => ({
        record: view.id,
        of: ofRecord(engine, custody, view.id, person),
        state: openUntil(engine, view.id) === null ? null : state,
        comesAt: coming.get(view.id) ?? null,
        accesses: as === 'custody' ? state.accesses : [],
        readers: state.readers,
        pending: pendingOf(engine, view.id),
        stopped: heldBy(engine, view.id),
      }),
    ),
    openUntil: until.length === 0 ? null : Math.min(...until),
    comparisons:
      custody === null
        ? []
        : [...new Set(records.flatMap(({ view }) => comparisonsOf(custody.state.custody, view.id)))],
    keepers: await keepersOf(engine, person.caseRecord),
  };
}

/** Whose a record is; one that is not in custody's log yet is hers who was asked for. */
function ofRecord(
  engine: Engine,
  custody: CustodyTeam | null,
  record: string,
  person: PersonInCase,
): readonly ShownPerson[] {
  if (custody === null) return [];
  const tied = whose(engine, custody.state, record);
  if (tied.length > 0) return tied;
  const pseudonym = engine.summaries.get(person.caseRecord);
  return [{ ...person, pseudonym: pseudonym?.kind === 'case' ? pseudonym.line.pseudonym : null }];
}

/** Who in custody reads this case, and so sees what is asked in it: never oneself. */
async function keepersOf(engine: Engine, caseRecord: string): Promise<readonly string[]> {
  const custody = teamIdFor(engine, 'custody');
  const { skeleton } = engine.organisation;
  const facts = custody === null ? undefined : skeleton.teams.get(toHex(custody));
  if (facts === undefined) return [];
  const readers = new Set<string>();
  for (const reader of readersOf(await openRecord(engine, caseRecord)))
    if (reader.type === 'member') readers.add(reader.id);
    else {
      const team = skeleton.teams.get(reader.id);
      if (team !== undefined) for (const member of openMembers(team)) readers.add(member);
    }
  const me = actorOf(engine).member;
  return openMembers(facts).filter((member) => member !== me && readers.has(member));
}

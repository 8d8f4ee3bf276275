import type { CustodyState } from '@leeward/domain/team/custody.ts';
import { samePerson } from '@leeward/domain/team/custody.ts';
import type { Answer } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { forgetRecord } from '../forget-conversation.ts';
import { remove } from '../outbox.ts';
import { openRecord } from '../records.ts';
import type { CaseForgetting, ForgettableIdentity } from './contract.ts';
import { custodyTeam } from './custody-team.ts';
import { comingIdentities } from './make.ts';
import { shown } from './whose.ts';

/*
 * A case that is forgotten leaves the identities of its people, which are records of their own under custody's key. Here
 * custody forgets them with it, where nothing else needs them.
 */

/** What goes with a case, and what of its people stays and why. Outside custody nobody can tell. */
export async function caseForgetting(engine: Engine, caseRecord: string): Promise<CaseForgetting> {
  const custody = await custodyTeam(engine);
  if (custody === null) return { custody: false, identities: [] };
  const { state } = custody;
  const identities: ForgettableIdentity[] = [];
  for (const record of state.custody.ofCase.get(caseRecord) ?? [])
    if (!(await isForgotten(engine, record)))
      identities.push(await judged(engine, state.custody, caseRecord, record));
  const known = new Set(identities.map(({ record }) => record));
  const coming = comingIdentities(engine)
    .filter((one) => one.caseRecord === caseRecord && !known.has(one.record))
    .map(
      ({ record, person }): ForgettableIdentity => ({
        record,
        of: [shown(engine, { caseRecord, person })],
        coming: true,
        stays: null,
        letIn: 0,
      }),
    );
  return { custody: true, identities: [...identities, ...coming] };
}

async function judged(
  engine: Engine,
  custody: CustodyState,
  caseRecord: string,
  record: string,
): Promise<ForgettableIdentity> {
  const tied = custody.whose.get(record) ?? [];
  const others = await living(
    engine,
    tied.filter((one) => one.caseRecord !== caseRecord),
  );
  // Read together with this one: somebody found that they are of one person, and her other case shows what stands here.
  const alike = samePerson(custody, record).filter((one) => one !== record);
  const elsewhere = alike
    .flatMap((one) => custody.whose.get(one) ?? [])
    .filter((one) => one.caseRecord !== caseRecord);
  const same = others.length > 0 ? [] : await living(engine, elsewhere);
  const now = engine.now();
  const letIn = [...custody.given.values()].filter(
    ({ identity, over, until }) => identity === record && over === null && until > now,
  ).length;
  const why = others.length > 0 ? 'other_case' : same.length > 0 ? 'same_person' : null;
  return {
    record,
    of: tied.filter((one) => one.caseRecord === caseRecord).map((one) => shown(engine, one)),
    coming: false,
    stays:
      why === null
        ? null
        : { why, cases: (others.length > 0 ? others : same).map((one) => shown(engine, one)) },
    letIn,
  };
}

/** Those whose case is not forgotten. What this device cannot read may well be there: it counts as needed. */
async function living<T extends { readonly caseRecord: string }>(
  engine: Engine,
  all: readonly T[],
): Promise<readonly T[]> {
  const left: T[] = [];
  for (const one of all) if (!(await isForgotten(engine, one.caseRecord))) left.push(one);
  return left;
}

const isForgotten = async (engine: Engine, record: string): Promise<boolean> =>
  (await openRecord(engine, record)).judgement.forgotten.some((one) => one.type === 'record');

/**
 * Forgets identities of a case, each by an entry of its own. Asked again at this moment: one that another case needs by
 * now stays, and nothing is forgotten. One that is read together with another case goes only where somebody chose it.
 */
export async function forgetIdentities(
  engine: Engine,
  caseRecord: string,
  records: readonly string[],
): Promise<Answer<null>> {
  if (records.length === 0) return { ok: true, value: null };
  const { custody, identities } = await caseForgetting(engine, caseRecord);
  if (!custody) return { ok: false, error: { code: 'refused', refusal: { code: 'not_custody' } } };
  const known = new Map(identities.map((one) => [one.record, one]));
  for (const record of records)
    if (known.get(record)?.stays?.why === 'other_case')
      return { ok: false, error: { code: 'refused', refusal: { code: 'identity_needed' } } };
  for (const record of records) {
    const one = known.get(record);
    // It was forgotten by a colleague meanwhile, or was never of this case.
    if (one === undefined) continue;
    if (one.coming) {
      await dropComing(engine, record);
      continue;
    }
    const forgotten = await forgetRecord(engine, record);
    if (!forgotten.ok) return forgotten;
  }
  return { ok: true, value: null };
}

/** An identity that waits for its random hour is not made any more, with what was typed into it. */
async function dropComing(engine: Engine, record: string): Promise<void> {
  const items = engine.outbox.filter(
    (item) => item.record === record || item.args['identity'] === record || item.args['listed'] === record,
  );
  for (const item of items) await remove(engine, item);
}

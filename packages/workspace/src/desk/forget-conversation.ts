import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { sealForget } from '@leeward/sealed-log/log/forget.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import type { ForgetTarget } from '@leeward/sealed-log/wire/record.ts';
import { deviceMay } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { openRecord } from './records.ts';
import { bytesOf } from './send.ts';
import { appendNext, placeAfter } from './write.ts';

/** How often it is signed anew because a colleague wrote in between. */
const attempts = 8;

/**
 * Has a conversation forgotten for good: the record with its keys, and everything that lies on the relay for its
 * mailboxes, hers and ours, also what would still come (section 3a). It cannot be taken back. Needs the capability
 * `forget` or that of an administrator.
 */
export const forgetConversation = (engine: Engine, record: string): Promise<Answer<null>> =>
  forget(engine, record, targetsOfConversation);

/** The same for a case, with the mailboxes of every question sheet that it ever sent. */
export const forgetCase = (engine: Engine, record: string): Promise<Answer<null>> =>
  forget(engine, record, targetsOfCase);

/** The same for a record that names no mailboxes: the identity of a person. */
export const forgetRecord = (engine: Engine, record: string): Promise<Answer<null>> =>
  forget(engine, record, (folded) => (folded.kind === 'identity' ? [{ type: 'record' }] : null));

type Folded = Awaited<ReturnType<typeof openRecord>>['folded'];
type Targets = (folded: Folded) => readonly ForgetTarget[] | null;

async function forget(engine: Engine, record: string, targetsIn: Targets): Promise<Answer<null>> {
  const { skeleton } = engine.organisation;
  const { device } = engine.keys;
  const right = capabilities.forget | capabilities.administrator;
  if (!deviceMay(skeleton, device.signingKey, right, skeleton.hashes.length - 1))
    return { ok: false, error: { code: 'refused', refusal: { code: 'role' } } };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const view = await openRecord(engine, record);
    if (view.judgement.forgotten.some((one) => one.type === 'record')) return { ok: true, value: null };
    const targets = targetsIn(view.folded);
    if (targets === null) return { ok: false, error: { code: 'not-here' } };
    const reason = { action: randomBytes(16), claimedTime: engine.now(), events: '[]', quoted: [] };
    const appended = await appendNext<never>(engine, record, [], async (now, epoch) => ({
      type: 'sealed',
      entry: await sealForget(device, placeAfter(engine, now), epoch, targets, reason),
      blobs: [],
    }));
    if (appended.type === 'in-chain' || appended.type === 'again') continue;
    if (appended.type === 'offline') return { ok: false, error: { code: 'offline' } };
    if (appended.type === 'stopped')
      return { ok: false, error: { code: 'writing-stopped', alert: appended.why } };
    if (appended.type === 'refused')
      return { ok: false, error: { code: 'relay', problem: appended.problem } };
  }
  return { ok: false, error: { code: 'offline' } };
}

/** The record, and every mailbox that it ever named, also those that were replaced; null where it is no conversation. */
const targetsOfConversation: Targets = (folded) =>
  folded.kind === 'conversation' ? recordAnd(folded.state.guests.map((guest) => guest.mailbox)) : null;

/** The record, and the mailbox of every sheet, also of those that ended; null where it is no case. */
const targetsOfCase: Targets = (folded) =>
  folded.kind === 'case'
    ? recordAnd([...folded.state.parts.sheet.values()].map((sheet) => sheet.mailbox))
    : null;

const recordAnd = (mailboxes: readonly string[]): readonly ForgetTarget[] => [
  { type: 'record' },
  ...[...new Set(mailboxes)].map((mailbox) => ({ type: 'mailbox' as const, mailbox: bytesOf(mailbox) })),
];

import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { canShare } from '@leeward/domain/consent/share.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import type { Question } from '@leeward/domain/verification/events.ts';
import { extractOf } from '@leeward/domain/verification/extract.ts';
import { newEventsIn } from '@leeward/domain/verification/of-case.ts';
import {
  type PartnerExtract,
  readPartnerExtract,
  writePartnerExtract,
} from '@leeward/domain/verification/partner.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { inclusionProof, merkleRoot } from '@leeward/sealed-log/crypto/merkle.ts';
import { readDoorLink } from '@leeward/sealed-log/door/descriptor.ts';
import { openExtract, sealExtract } from '@leeward/sealed-log/door/extract.ts';
import {
  newRecoveryCode,
  parseRecoveryCode,
  printRecoveryCode,
} from '@leeward/sealed-log/phrase/recoveryCode.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { descriptor as descriptorCodec, doorRenewal } from '@leeward/sealed-log/wire/descriptor.ts';
import { rosterLeaf } from '@leeward/sealed-log/wire/hashes.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import { devicesThatMay } from '@leeward/sealed-log/wire/skeleton.ts';
import { actOnCase } from './case-acts.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { discard, keep } from './outbox.ts';
import { openRecord } from './records.ts';
import { voicesIn } from './voices.ts';

/*
 * A result that a partner may use again: what was found, how surely, until when, and by which kinds of source. It rests
 * on her consent for this partner, and that it was given out stands in the case before the file is handed over (rule 24).
 */

export type MakeExtract = {
  readonly record: string;
  /** The id of the sharing, made when the form opened. */
  readonly sharing: string;
  readonly recipient: string;
  /** How both sides call her: agreed for this one referral. */
  readonly reference: string;
  readonly questions: readonly Question[];
  /** What was shared, in a few words without a name. */
  readonly what: string;
};

export type MadeExtract = { readonly file: ArrayBuffer; readonly name: string; readonly code: string };

type Tools = {
  readonly sync: () => void;
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
};

const notHere: Answer<never> = { ok: false, error: { code: 'not-here' } };
const no = (code: 'no_consent' | 'not_there' | 'no_mailbox'): Answer<never> => ({
  ok: false,
  error: { code: 'refused', refusal: refusal(code) },
});

/** How long a colleague's desk may take to have it on record, in milliseconds, and how often that is looked at. */
const patience = 20_000;
const look = 100;

/** Makes the file, and gives it out only once the case says that it was. */
export async function makeExtract(
  engine: Engine,
  { record, sharing, recipient, reference, questions, what }: MakeExtract,
  { sync, inOrder }: Tools,
): Promise<Answer<MadeExtract>> {
  const { folded } = await openRecord(engine, record);
  if (folded.kind !== 'case') return notHere;
  const { state } = folded;
  const today = new Date(engine.now()).toISOString().slice(0, 10);
  const use = {
    purpose: 'con_reuse_verification',
    recipient,
    fields: ['verification'],
    persons: [],
  } as const;
  const voices = await voicesIn(engine, state);
  if (!canShare(voices, use, { id: sharing, what, act: 'reuse' }, today).ok) return no('no_consent');
  const asked = { reference, questions, today, events: newEventsIn(state) };
  const extract = extractOf(state.parts.verification, asked, { ok: true, value: null });
  if (!extract.ok) return no('not_there');
  const proof = await proofOf(engine);
  if (proof === null) return no('no_mailbox');
  const said = {
    org: orgOf(engine),
    at: Math.floor(engine.now() / 1000),
    text: writePartnerExtract(extract.value, recipient),
  };
  const code = newRecoveryCode();
  const { signingKey: device, signingSeed: seed } = engine.keys.device;
  const file = await sealExtract(said, { device, seed }, proof, code);
  // Which file it was, for whoever asks later.
  const named = `${what} · ${toHex(await sha256(file)).slice(0, 16)}`;
  const noted = canShare(voices, use, { id: sharing, what: named, act: 'reuse' }, today);
  if (!noted.ok) return no('no_consent');
  const events: readonly CaseEvent[] = noted.value;
  const [kept] = await inOrder(() => keep(engine, [{ record, command: actOnCase, args: { events } }]));
  sync();
  const until = performance.now() + patience;
  while (kept !== undefined && performance.now() < until) {
    const item = engine.outbox.find(({ action }) => action === kept.action);
    if (item === undefined) {
      const printed = printRecoveryCode(code).join(' ');
      return {
        ok: true,
        value: { file: file.slice().buffer, name: `leeward-${today}.lwx`, code: printed },
      };
    }
    if (item.state === 'refused') {
      await inOrder(() => discard(engine, kept.action));
      return { ok: false, error: item.failure ?? { code: 'offline' } };
    }
    if (engine.stopping.aborted) return { ok: false, error: { code: 'locked' } };
    await new Promise((resume) => setTimeout(resume, look));
  }
  if (kept !== undefined) await inOrder(() => discard(engine, kept.action));
  return { ok: false, error: { code: 'offline' } };
}

/** The door's description of today, and where this device stands in it; null where there is none that names it. */
async function proofOf(
  engine: Engine,
): Promise<{ readonly descriptor: Bytes; readonly index: number; readonly path: readonly Bytes[] } | null> {
  const fetched = await engine.client.descriptor(orgOf(engine), engine.stopping);
  const served = fetched.ok ? decode(descriptorCodec, fetched.value) : null;
  const renewal = served?.ok ? decode(doorRenewal, served.value.renewal) : null;
  if (!fetched.ok || renewal === null || !renewal.ok) return null;
  const roster = devicesThatMay(engine.organisation.skeleton, capabilities.correspondent);
  const leaves = await Promise.all(roster.map(rosterLeaf));
  const index = roster.findIndex((device) => equal(device, engine.keys.device.signingKey));
  // Somebody came or went since: the next renewal, at the latest tomorrow, says so.
  if (index < 0 || !equal(await merkleRoot(leaves), renewal.value.roster)) return null;
  const { path } = await inclusionProof(leaves, index);
  return { descriptor: fetched.value, index, path };
}

export type ReadExtract =
  | { readonly ok: true; readonly extract: PartnerExtract; readonly signedAt: number }
  | {
      readonly ok: false;
      readonly why:
        | 'broken-file'
        | 'wrong-code'
        | 'broken-link'
        | 'other-organisation'
        | 'not-theirs'
        | 'newer';
    };

/** Opens a partner's file and holds it against the partner's door link. Nothing of it is kept: it is quoted, not entered. */
export async function readExtract(given: {
  readonly file: ArrayBuffer;
  readonly code: string;
  readonly link: string;
}): Promise<ReadExtract> {
  const fragment = given.link.trim();
  const link = readDoorLink(fragment.slice(fragment.indexOf('#') + 1));
  if (link === null) return { ok: false, why: 'broken-link' };
  const code = parseRecoveryCode(given.code);
  if (!code.ok) return { ok: false, why: 'wrong-code' };
  const opened = await openExtract(new Uint8Array(given.file), code.value, link);
  if (!opened.ok) return { ok: false, why: opened.error };
  const extract = readPartnerExtract(opened.value.text);
  if (extract === null) return { ok: false, why: 'newer' };
  return { ok: true, extract, signedAt: opened.value.at * 1000 };
}

import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { assurances } from '@leeward/domain/consent/events.ts';
import type { SheetTerms } from '@leeward/domain/sheet/events.ts';
import { writeSheetAnswer } from '@leeward/domain/sheet/message.ts';
import { readAnswer, unreadAnswers } from '@leeward/domain/sheet/rules.ts';
import type { SheetConsent } from '@leeward/domain/sheet/sharing.ts';
import { sealItem } from '@leeward/sealed-log/door/boxes.ts';
import { teamSealingPair } from '@leeward/sealed-log/keys/team.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { actOnCase } from '../desk/case-acts.ts';
import type { Engine } from '../desk/engine.ts';
import { orgOf } from '../desk/engine.ts';
import type { NewItem } from '../desk/outbox.ts';
import { openRecord } from '../desk/records.ts';
import { bytesOf, fromText } from '../desk/send.ts';
import { sendSheet } from '../desk/sheet-builders.ts';
import { keepSecret, secretOf } from '../desk/sheet-links.ts';
import { mailboxOf } from '../door/mailbox.ts';
import type { SampleRelay } from './relay.ts';

/*
 * Question sheets of the sample: sent by an officer, answered by nobody or by a made-up member organisation, through the
 * same sealing as everywhere.
 */

const day = 24 * 3600_000;

/** On which consent they rest: the case says the same. */
export const sampleSheet: Pick<SheetConsent, 'purpose' | 'recipient'> = {
  purpose: 'con_verify_partner',
  recipient: 'A member organisation in the region',
};

const terms = (until: number): SheetTerms => ({
  about: null,
  source: null,
  whom: sampleSheet.recipient,
  from: '',
  language: 'en',
  questions: [
    { ask: 'know_work', about: 'The work for the village school' },
    { ask: 'event', about: 'A meeting was broken up in spring.' },
  ],
  until,
  word: '',
});

/**
 * Her yes to it: nobody outside is asked about her without one. Heard by an officer, with the text that was read to her;
 * named after her, so that the rest of the sample stays as it is.
 */
export const yesToSheet = (her: string, on: string): CaseEvent => ({
  type: 'ConsentWitnessed',
  v: 1,
  ask: {
    id: [...her].reverse().join(''),
    purpose: sampleSheet.purpose,
    recipient: sampleSheet.recipient,
    fields: ['name', 'work', 'story', 'danger'],
    text: 'We would ask a member organisation in your region whether it knows your work. A no changes nothing.',
    version: 1,
    language: 'en',
    until: null,
  },
  person: her,
  saidBy: [],
  childView: '',
  how: 'conch_oral_noted',
  on,
  words: 'Yes, ask them.',
  interpreter: '',
  assured: assurances,
});

type Args = Readonly<Record<string, unknown>>;
const text = (args: Args, name: string): string => String(args[name] ?? '');

/** The sending of a sheet, as the outbox of a desk holds it. */
export async function sheetItem(
  engine: Engine,
  record: string,
  args: Args,
  since: number,
): Promise<readonly NewItem[]> {
  const sheet = text(args, 'sheet');
  const until = engine.now() + Number(args['days']) * day;
  const secret = await keepSecret(engine, sheet, until);
  const consent = { ...sampleSheet, what: 'Name, work and one event.' };
  return [
    {
      record,
      command: sendSheet,
      args: { sheet, terms: terms(until), although: '', consent, secret },
      since,
    },
  ];
}

/** Whoever was asked answers, from the page behind the link. Nothing where the sheet is not there or is over. */
export async function answerSheet(
  engine: Engine,
  relay: SampleRelay,
  record: string,
  args: Args,
  at: number,
): Promise<void> {
  const { folded } = await openRecord(engine, record);
  const sheet = folded.kind === 'case' ? folded.state.parts.sheet.get(text(args, 'sheet')) : undefined;
  const secret = sheet === undefined ? null : await secretOf(engine, sheet.id);
  if (sheet === undefined || secret === null) return;
  const mailbox = await mailboxOf(fromText(secret), orgOf(engine));
  const team = bytesOf(sheet.team);
  const { keyring } = engine.organisation;
  const held = teamSecret(keyring, team, sheet.generation);
  if (held === null) return;
  const { generation } = sheet;
  const { publicKey } = await teamSealingPair(held, { org: orgOf(engine), team, generation });
  const known = args['known'] === true;
  const message = writeSheetAnswer({
    type: 'sheetAnswer',
    v: 1,
    sheet: sheet.item.hash,
    answers: [
      known
        ? { answer: 'yes', words: 'For six years. We meet at the yearly assembly.' }
        : { answer: 'unknown', words: 'Another district. We can ask there.' },
      { answer: known ? 'yes' : 'unknown', words: '' },
    ],
    stake: 'none',
    stakeWords: '',
    again: true,
    how: 'The same way.',
    word: '',
    language: 'en',
  });
  const item = await sealItem(
    {
      org: orgOf(engine),
      mailboxKey: mailbox.signer.key,
      sequence: 0,
      prev: zeros32,
      lastReply: 1,
      lastReplyHash: bytesOf(sheet.item.hash),
      team,
      generation,
    },
    { claimedTime: at, sealingKey: new Uint8Array(0), message, blobs: [] },
    publicKey,
    mailbox.signingSeed,
  );
  relay.deliver(item.signed);
}

/** Somebody reads what came back. */
export async function readSheet(
  engine: Engine,
  record: string,
  args: Args,
  since: number,
): Promise<readonly NewItem[]> {
  const { folded } = await openRecord(engine, record);
  const sheet = folded.kind === 'case' ? folded.state.parts.sheet.get(text(args, 'sheet')) : undefined;
  const events =
    sheet === undefined ? [] : unreadAnswers(sheet).map(({ hash }) => readAnswer(sheet.id, hash));
  return events.length === 0 ? [] : [{ record, command: actOnCase, args: { events }, since }];
}

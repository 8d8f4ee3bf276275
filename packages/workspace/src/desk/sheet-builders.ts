import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { type CaseState, caseNoun } from '@leeward/domain/case/state.ts';
import { canShare } from '@leeward/domain/consent/share.ts';
import type { Sent } from '@leeward/domain/request/sent.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import type { SheetTerms } from '@leeward/domain/sheet/events.ts';
import { type SheetMessage, type SheetQuestion, writeSheet } from '@leeward/domain/sheet/message.ts';
import { hindrances } from '@leeward/domain/sheet/rules.ts';
import { type SheetConsent, useOfSheet } from '@leeward/domain/sheet/sharing.ts';
import { type AskingValues, askingItems, type Telling } from '@leeward/domain/verification/events.ts';
import { speaksTo } from '@leeward/domain/verification/from-sheet.ts';
import { sheetCheckOf } from '@leeward/domain/verification/of-case.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { keyPairFromSeed } from '@leeward/sealed-log/crypto/hpke.ts';
import { sealReply } from '@leeward/sealed-log/door/replies.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { dayOf, sentReply } from '@leeward/sealed-log/wire/reply.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import { mailboxOf } from '../door/mailbox.ts';
import { buildSheetAnswer, takeSheetAnswer } from './build-sheet-answer.ts';
import type { Args, Builder } from './builder-parts.ts';
import { text, wrongKind } from './builder-parts.ts';
import type { Made } from './built.ts';
import type { Engine } from './engine.ts';
import { actorOf, orgOf, teamIdFor } from './engine.ts';
import type { RecordView } from './record-view.ts';
import { fromText } from './send.ts';
import { readersOf } from './views.ts';
import { voicesIn } from './voices.ts';

/** What waits in the outbox to send a sheet. The secret stands there, sealed on this device, and in no record. */
export const sendSheet = 'sendSheet';

export const sheetBuilders: Readonly<Record<string, Builder>> = {
  [sendSheet]: buildSheet,
  [takeSheetAnswer]: buildSheetAnswer,
};

/** Seals the questions to the sheet's own mailbox; the event that names the item is appended before the item goes out. */
async function buildSheet(engine: Engine, view: RecordView, args: Args): Promise<Made> {
  if (view.folded.kind !== 'case') return wrongKind;
  const { state } = view.folded;
  const [sheet, terms] = [text(args, 'sheet'), args['terms'] as SheetTerms];
  if (state.parts.sheet.has(sheet)) return { ok: false, error: refusal('no_change') };
  const to = answerTo(engine, view);
  if (to === null) return { ok: false, error: refusal('other_team', { purpose: 'protection' }) };
  // It waited for a line until its last day was over: nothing goes out that nobody could answer.
  const consent = args['consent'] as SheetConsent;
  const check = sheetCheckOf(state, await voicesIn(engine, state), consent.purpose, dayAt(engine.now()));
  const against = hindrances(terms, engine.now(), [check]).map(({ code }) => code);
  if (against.includes('over_already')) return { ok: false, error: refusal('ended') };
  // Said by the people of the case or by whoever is asked, maybe since the form was filled in: nobody overrules it.
  if (against.some((code) => code === 'do_not_contact' || code === 'source_not_agreed'))
    return { ok: false, error: refusal('must_not_ask') };
  const noted = await sharingOf(engine, state, sheet, terms, consent);
  if (noted === null) return { ok: false, error: refusal('no_consent') };
  const mailbox = await mailboxOf(fromText(text(args, 'secret')), orgOf(engine));
  const place = {
    org: orgOf(engine),
    mailbox: mailbox.id,
    sequence: 0,
    prev: zeros32,
    lastItem: 0,
    lastItemHash: zeros32,
    device: engine.keys.device.signingKey,
    // To the hour it is the relay that ends it, by what it is told with the item.
    until: dayOf(terms.until),
    below: 0,
  };
  const message: SheetMessage = {
    type: 'sheet',
    v: 1,
    from: terms.from,
    language: terms.language,
    questions: terms.questions,
    until: terms.until,
    word: terms.word !== '',
    to: { team: toHex(to.team), generation: to.generation, key: toHex(to.key) },
  };
  const content = { claimedTime: engine.now(), message: writeSheet(message), blobs: [] };
  const { publicKey } = await keyPairFromSeed(mailbox.sealingSeed);
  const sealed = await sealReply(place, content, publicKey, engine.keys.device.signingSeed);
  const id = toHex(mailbox.id);
  const sent: Sent = {
    mailbox: id,
    sequence: 0,
    prev: toHex(zeros32),
    hash: toHex(sealed.hash),
    quoted: 0,
  };
  const events: readonly CaseEvent[] = [
    {
      type: 'SheetSent',
      v: 1,
      sheet,
      ...terms,
      mailbox: id,
      mailboxKey: toHex(mailbox.signer.key),
      team: toHex(to.team),
      generation: to.generation,
      sent,
    },
    ...noted,
    ...askingOf(sheet, terms, text(args, 'although'), engine.now()),
  ];
  const allowed = propose(caseNoun, state, actorOf(engine), events);
  if (!allowed.ok) return allowed;
  return { ok: true, value: { events: allowed.value, quoted: [encode(sentReply, sealed.reply)] } };
}

/**
 * That facts about her go out, and on which consent that rests; null where nothing covers it. Her word at the door is read
 * where she wrote it: a stop that came while the form was open counts.
 */
async function sharingOf(
  engine: Engine,
  state: CaseState,
  sheet: string,
  terms: SheetTerms,
  consent: SheetConsent,
): Promise<readonly CaseEvent[] | null> {
  const today = dayAt(engine.now());
  const sharing = { id: sheet, what: consent.what, act: 'sheet' };
  const shared = canShare(await voicesIn(engine, state), useOfSheet(state, terms, consent), sharing, today);
  return shared.ok ? shared.value : null;
}

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** What each question tells whoever reads it. */
const tells: Readonly<Partial<Record<SheetQuestion, Telling>>> = {
  know_work: 'name',
  know_person: 'name',
  belongs: 'name',
  event: 'event',
  event_linked: 'event',
  document: 'document',
};

/** That a source was asked stands in the verification too, so that who is asked next is held against it. */
function askingOf(
  sheet: string,
  { source, questions }: SheetTerms,
  although: string,
  now: number,
): readonly CaseEvent[] {
  if (source === null) return [];
  const told = new Set(questions.flatMap(({ ask }) => tells[ask] ?? []));
  const about = new Set(questions.flatMap(({ ask }) => speaksTo[ask] ?? []));
  const edit = editOf(askingItems, baseOf<AskingValues>(undefined, sheet), {
    source,
    questions: [...about],
    told: [...told],
    words: '',
    channel: null,
    on: dayAt(now),
    although,
  });
  return edit === null ? [] : [edit];
}

type AnswerTeam = { readonly team: Bytes; readonly generation: number; readonly key: Bytes };

/**
 * The team to which an answer is sealed: one that reads the case, and intake only where no other does. Who opens the post
 * need not learn what a referee says.
 */
function answerTo(engine: Engine, view: RecordView): AnswerTeam | null {
  const { skeleton, keyring } = engine.organisation;
  const intake = teamIdFor(engine, 'intake');
  const teams = readersOf(view).flatMap(({ type, id }) => (type === 'team' ? [id] : []));
  const others = teams.filter((id) => intake === null || id !== toHex(intake));
  for (const id of [...others, ...teams]) {
    const team = skeleton.teams.get(id);
    const current = team === undefined ? null : currentGeneration(team);
    if (team === undefined || current === null || !keyring.teams.has(id)) continue;
    return { team: team.id, generation: current.generation, key: current.sealing };
  }
  return null;
}

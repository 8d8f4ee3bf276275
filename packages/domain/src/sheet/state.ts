import type { Context, OpenedItem } from '../shared/context.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import type { SheetEvent, SheetTerms } from './events.ts';
import { readSheetAnswer, type SheetAnswerMessage } from './message.ts';

/**
 * Why an answer counts by itself, or does not. `late` and `ended` are judged by when a desk took it in: what a page or a
 * server says of the hour is a claim of whoever holds the link.
 */
export type AnswerStanding = 'first' | 'again' | 'late' | 'ended' | 'other' | 'unreadable';

export type SheetAnswer = {
  readonly hash: string;
  readonly sequence: number;
  /** When whoever answered says that it was: a claim. */
  readonly claimedTime: number;
  /** When a desk took it in, and which. */
  readonly taken: Stamp;
  readonly standing: AnswerStanding;
  /** Null where it is no answer that this code reads; `raw` shows it all the same. */
  readonly message: SheetAnswerMessage | null;
  readonly raw: string;
  /** Whether it carries the agreed word; null where none was agreed. */
  readonly wordFits: boolean | null;
  readonly read: Stamp | null;
  readonly counted: (Stamp & { readonly reason: string }) | null;
};

export type Sheet = SheetTerms & {
  readonly id: string;
  readonly mailbox: string;
  readonly mailboxKey: string;
  readonly team: string;
  readonly generation: number;
  readonly item: {
    readonly sequence: number;
    readonly prev: string;
    readonly hash: string;
    /** Where the entry that sent it quotes it. */
    readonly quoted: number | null;
  };
  readonly sent: Stamp;
  /** In the order in which they were taken in: none takes the place of another. */
  readonly answers: readonly SheetAnswer[];
  /** `byKey`: by a desk itself, because the key of the team was changed. */
  readonly ended: (Stamp & { readonly reason: string; readonly byKey: boolean }) | null;
};

export type SheetState = ReadonlyMap<string, Sheet>;

const zeros = '0'.repeat(64);
/** Far more than any case needs: a bound, so that no record grows without one. */
const sheetsAtMost = 200;
/** What comes beyond these stays with the device: whoever holds a link cannot fill a file. */
export const answersAtMost = 50;
const rawAtMost = 4000;

/** What an event makes of the sheets of a case; the very same map where it changes nothing. */
export function applySheet(
  state: SheetState,
  event: SheetEvent,
  context: Context,
): Result<SheetState, Refusal> {
  if (event.type === 'SheetSent') return sendSheet(state, event, context);
  const sheet = state.get(event.sheet);
  if (sheet === undefined) return err(refusal('not_there'));
  const keep = (next: Sheet): Result<SheetState, Refusal> => ok(new Map(state).set(sheet.id, next));
  const stamp = stampOf(context);
  switch (event.type) {
    case 'SheetAnswered': {
      if (sheet.answers.some(({ hash }) => hash === event.hash)) return ok(state);
      if (sheet.answers.length >= answersAtMost) return err(refusal('too_many', { limit: answersAtMost }));
      const opened = context.quoted?.[event.item];
      if (opened?.hash !== event.hash || opened.mailbox !== sheet.mailbox)
        return err(refusal('item_differs'));
      if (opened.sequence !== event.sequence) return err(refusal('item_differs'));
      return keep({ ...sheet, answers: [...sheet.answers, answerOf(sheet, opened, stamp)] });
    }
    case 'SheetAnswerRead':
      return change(state, sheet, event.hash, (answer) =>
        answer.read === null ? { ...answer, read: stamp } : answer,
      );
    case 'SheetAnswerCounted': {
      const answer = sheet.answers.find(({ hash }) => hash === event.hash);
      if (answer === undefined) return err(refusal('not_there'));
      if (answer.message === null || answer.standing === 'other') return err(refusal('item_differs'));
      const { reason } = event;
      return change(state, sheet, event.hash, (one) =>
        doesCount(one) ? one : { ...one, counted: { ...stamp, reason } },
      );
    }
    case 'SheetEnded':
      return sheet.ended === null
        ? keep({ ...sheet, ended: { ...stamp, reason: event.reason, byKey: false } })
        : ok(state);
    case 'SheetOutdated':
      if (event.generation <= sheet.generation)
        return err(refusal('malformed', { path: 'generation', problem: 'wrong' }));
      return sheet.ended === null
        ? keep({ ...sheet, ended: { ...stamp, reason: '', byKey: true } })
        : ok(state);
  }
}

function sendSheet(
  state: SheetState,
  event: Extract<SheetEvent, { readonly type: 'SheetSent' }>,
  context: Context,
): Result<SheetState, Refusal> {
  const { type: _type, v: _v, sheet: id, sent, ...terms } = event;
  if (state.has(id)) return err(refusal('exists'));
  if (state.size >= sheetsAtMost) return err(refusal('too_many', { limit: sheetsAtMost }));
  // One mailbox is one sheet: two referees never share anything that would lead from one to the other.
  if ([...state.values()].some(({ mailbox }) => mailbox === terms.mailbox)) return err(refusal('exists'));
  if (terms.questions.length === 0) return err(refusal('malformed', { path: 'questions', problem: 'empty' }));
  if (terms.source === null && terms.whom === '')
    return err(refusal('malformed', { path: 'whom', problem: 'empty' }));
  const isFirst = sent.mailbox === terms.mailbox && sent.sequence === 0 && sent.prev === zeros;
  if (!isFirst) return err(refusal('number_taken', { expected: 0 }));
  const { sequence, prev, hash, quoted } = sent;
  const sheet: Sheet = {
    ...terms,
    id,
    item: { sequence, prev, hash, quoted },
    sent: stampOf(context),
    answers: [],
    ended: null,
  };
  return ok(new Map(state).set(id, sheet));
}

function answerOf(sheet: Sheet, opened: OpenedItem, taken: Stamp): SheetAnswer {
  const message = readSheetAnswer(opened.message);
  const fits = message !== null && message.answers.length === sheet.questions.length;
  return {
    hash: opened.hash,
    sequence: opened.sequence,
    claimedTime: opened.claimedTime,
    taken,
    standing: standingOf(sheet, fits ? message : null, taken.claimedTime),
    message: fits ? message : null,
    raw: fits ? '' : opened.message.slice(0, rawAtMost),
    wordFits: sheet.word === '' ? null : message !== null && sameWord(message.word, sheet.word),
    read: null,
    counted: null,
  };
}

function standingOf(sheet: Sheet, message: SheetAnswerMessage | null, takenAt: number): AnswerStanding {
  if (message === null) return 'unreadable';
  if (message.sheet !== sheet.item.hash) return 'other';
  if (sheet.ended !== null) return 'ended';
  if (takenAt > sheet.until) return 'late';
  return sheet.answers.some(doesCount) ? 'again' : 'first';
}

/** Spoken words are written down differently: capitals, marks and spaces make no other word. */
const sameWord = (said: string, agreed: string): boolean => plain(said) === plain(agreed);
const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();

function change(
  state: SheetState,
  sheet: Sheet,
  hash: string,
  edit: (answer: SheetAnswer) => SheetAnswer,
): Result<SheetState, Refusal> {
  const at = sheet.answers.findIndex((one) => one.hash === hash);
  const before = sheet.answers[at];
  if (before === undefined) return err(refusal('not_there'));
  const after = edit(before);
  return after === before
    ? ok(state)
    : ok(new Map(state).set(sheet.id, { ...sheet, answers: sheet.answers.with(at, after) }));
}

/** Whether an answer is taken into account: the first in time, or one that a person let count. */
export const doesCount = (answer: SheetAnswer): boolean =>
  answer.standing === 'first' || answer.counted !== null;

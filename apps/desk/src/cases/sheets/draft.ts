import type { SheetTerms } from '@leeward/domain/sheet/events.ts';
import type { AskedQuestion } from '@leeward/domain/sheet/message.ts';
import { day, sheetDays } from '@leeward/domain/sheet/rules.ts';
import type { Sheet } from '@leeward/domain/sheet/state.ts';
import { newId } from '../new-id.ts';

/** What the form of a sheet holds while it is written. */
export type SheetDraft = {
  /** Its id, made when the form opens: a click given twice sends one sheet. */
  readonly sheet: string;
  readonly source: string;
  readonly whom: string;
  readonly from: string;
  readonly language: string;
  readonly questions: readonly AskedQuestion[];
  readonly days: string;
  readonly word: string;
  readonly although: string;
  /** On which consent of hers it rests. */
  readonly purpose: string;
  readonly recipient: string;
};

/** Where the form's draft is kept. */
export const sheetForm = 'case:sheet';

export const blankDraft = (language: string): SheetDraft => ({
  sheet: newId(),
  source: '',
  whom: '',
  from: '',
  language,
  questions: [{ ask: 'know_work', about: '' }],
  days: String(sheetDays.usual),
  word: '',
  although: '',
  purpose: 'con_verify_referee',
  recipient: '',
});

/** A sheet that ended, as a draft of a new one to the same person: only its id, its link and its days are new. */
export function draftAgain(sheet: Sheet, language: string): SheetDraft {
  const { source, whom, from, questions, word } = sheet;
  return { ...blankDraft(sheet.language || language), source: source ?? '', whom, from, questions, word };
}

/** The terms that a draft stands for now. */
export function termsOf(draft: SheetDraft, now: number): SheetTerms {
  const { source, whom, from, language, questions, days, word } = draft;
  return {
    about: null,
    source: source === '' ? null : source,
    whom: source === '' ? whom.trim() : '',
    from: from.trim(),
    language,
    questions: questions.map(({ ask, about }) => ({ ask, about: about.trim() })),
    until: now + Number(days) * day,
    word: word.trim(),
  };
}

/** For how many days a sheet can be open. */
export const openDays = [1, 3, 7, 14, 30] as const;

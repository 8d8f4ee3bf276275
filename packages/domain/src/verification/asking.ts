import type { WordMatch } from '@leeward/names';
import { standing, valueIn } from '../shared/items.ts';
import { type AskingValues, neverTold, type Telling } from './events.ts';
import type { LeaveStanding } from './leave.ts';
import { doubtOf, knowOfEachOther } from './picture.ts';
import { askingsOf, type VerificationState } from './state.ts';

/*
 * Whether a source may be asked. Every question that is asked is a possible leak (handbook, fact 5), so it is decided
 * before anybody is asked and not noticed afterwards.
 */

/** What the rest of the case knows of somebody who is to be asked. */
export type KnownOfSource = {
  /** Persons whom she told us never to contact and who are, or may be, this one; with what makes us think so. */
  readonly neverContact: readonly {
    readonly certain: boolean;
    readonly why: string;
    /** Which word was taken for which, where a name was held against words of hers. */
    readonly words?: readonly WordMatch[];
  }[];
  /** Her word on asking this source, as it stands among the consents of the file. */
  readonly herLeave: LeaveStanding;
  /** The word of whoever is asked: a referee has a consent of his own. */
  readonly ownConsent: LeaveStanding;
  /** What may be told to this person; null where nothing narrower was agreed. */
  readonly mayTell: readonly Telling[] | null;
};

/** What is known of a source that is a paper, and about which the rest of the case says nothing. */
export const nothingKnown: KnownOfSource = {
  neverContact: [],
  herLeave: 'not_needed',
  ownConsent: 'not_needed',
  mayTell: null,
};

/** Why a source must not be asked, or only with care. */
export type AskingReason =
  | 'unknown_source'
  /** She asked that this person is never contacted. */
  | 'never_contact'
  /** It may be somebody whom she asked us never to contact; details: why. */
  | 'may_be_never_contact'
  /** She has not agreed that this source is asked, or not to what it would be told; details: standing. */
  | 'no_leave_of_hers'
  /** Whoever is asked has not agreed, took it back, or it ended; details: standing. */
  | 'no_own_consent'
  /** It is a person who stands nowhere in the file: her own word has no place yet. */
  | 'no_person'
  /** An authority or register of the state that she fears; details. */
  | 'home_state'
  | 'official_not_known'
  /** It would learn what is never told; details: told. */
  | 'told_too_much'
  /** It would learn more than was agreed with it; details: told. */
  | 'told_more_than_agreed'
  /** An officer does not rely on it; details: reason. */
  | 'doubtful'
  /** Another source that is asked knows of this one, or this one of it: they can find each other; sources. */
  | 'find_each_other';

export type AskingNote = {
  readonly code: AskingReason;
  readonly sources: readonly string[];
  readonly details?: Readonly<Record<string, string>>;
  /** Which word was taken for which, where names were held against each other. */
  readonly words?: readonly WordMatch[];
};

export type AskingVerdict = {
  /** Nobody may ask while one of these stands. */
  readonly never: readonly AskingNote[];
  /** Somebody may ask all the same, and says why. */
  readonly careful: readonly AskingNote[];
};

/** Where a word stands that lets somebody be asked. */
export const lets = (standing: LeaveStanding): boolean => standing === 'given' || standing === 'not_needed';

/**
 * Whether a source may be asked in this way. Without her yes and without the yes of whoever is asked nobody asks. What she said of whom to leave alone, what the person said of being asked,
 * and her state's own registers stand in the way of everybody; the rest is for a person to weigh.
 */
export function mayAskSource(
  state: VerificationState,
  asking: Pick<AskingValues, 'source' | 'told'>,
  known: KnownOfSource = nothingKnown,
): AskingVerdict {
  const never: AskingNote[] = [];
  const careful: AskingNote[] = [];
  const note = (
    list: AskingNote[],
    code: AskingReason,
    sources: readonly string[] = [],
    details?: AskingNote['details'],
  ) => list.push({ code, sources, ...(details && { details }) });
  const source = state.sources.get(asking.source);
  if (source === undefined || source.away !== null) {
    note(never, 'unknown_source');
    return { never, careful };
  }
  for (const { certain, why, words } of known.neverContact) {
    const code = certain ? 'never_contact' : 'may_be_never_contact';
    (certain ? never : careful).push({ code, sources: [], details: { why }, ...(words && { words }) });
  }
  if (!lets(known.herLeave)) note(never, 'no_leave_of_hers', [], { standing: known.herLeave });
  if (known.ownConsent === 'no_person') note(never, 'no_person');
  else if (!lets(known.ownConsent)) note(never, 'no_own_consent', [], { standing: known.ownConsent });
  const official = valueIn(source, 'official') ?? 'not_known';
  if (official === 'home_state') note(never, 'home_state');
  if (official === 'not_known') note(careful, 'official_not_known');
  for (const told of asking.told) {
    if (neverTold.has(told)) note(never, 'told_too_much', [], { told });
    else if (known.mayTell !== null && !known.mayTell.includes(told))
      note(careful, 'told_more_than_agreed', [], { told });
  }
  const doubt = doubtOf(state, source.id);
  if (doubt !== null) note(careful, 'doubtful', [], { reason: doubt });
  const meets = standing(state.sources)
    .filter(({ id }) => id !== source.id && askingsOf(state, id).length > 0)
    .filter(({ id }) => knowOfEachOther(state, id, source.id) || isThrough(state, id, source.id))
    .map(({ id }) => id);
  if (meets.length > 0) note(careful, 'find_each_other', meets);
  return { never, careful };
}

/** Whether one of two brought us to the other. */
function isThrough(state: VerificationState, left: string, right: string): boolean {
  const through = (one: string): string | null => {
    const item = state.sources.get(one);
    return item === undefined ? null : (valueIn(item, 'through') ?? null);
  };
  return through(left) === right || through(right) === left;
}

import { applicantsIn, defendersIn } from '../people/group.ts';
import { voicesFor } from '../people/relations.ts';
import { factOf, isChild, isSamePerson, type PeopleState, peopleIn, rootOf } from '../people/state.ts';
import type { ConsentAsk } from './ask.ts';
import { isIrreversible } from './irreversible.ts';
import { type Narrowed, narrowedAtDoor, narrowedBy, type SignedWord, signedWords } from './narrowing.ts';
import type { ConsentsState, Withdrawal, Witnessed } from './record.ts';
import { isSameUse } from './rules.ts';
import { type Consent, standingOf } from './state.ts';

/** What was consented at one door: the conversation, and null where this device cannot open it. */
export type DoorConsents = { readonly conversation: string; readonly consents: readonly Consent[] | null };

/** Everything that consents of a case are read from. */
export type Voices = {
  readonly people: PeopleState;
  readonly consents: ConsentsState;
  /** The conversation that the case comes from; null where the first contact was elsewhere. */
  readonly from: string | null;
  readonly doors: readonly DoorConsents[];
};

/** The part of a case that consents are read from; structural, so that the whole case fits. */
type CaseLike = {
  readonly opened: { readonly fromConversation: string | null } | null;
  readonly parts: { readonly people: PeopleState; readonly consents: ConsentsState };
};

/** What consents of a case are read from, with what was said at its doors. */
export const voicesOf = (state: CaseLike, doors: readonly DoorConsents[]): Voices => ({
  people: state.parts.people,
  consents: state.parts.consents,
  from: state.opened?.fromConversation ?? null,
  doors,
});

/** The conversations whose consents belong to a case: the one that it comes from, and those of its people. */
export function doorsOf(state: CaseLike): readonly string[] {
  const { people } = state.parts;
  const theirs = peopleIn(people).flatMap(({ id }) => factOf(people, id, 'doors') ?? []);
  const first = state.opened?.fromConversation ?? null;
  return [...new Set(first === null ? theirs : [first, ...theirs])];
}

/** Why a yes that was heard has no effect yet. */
export type Lacking =
  /** A second officer must hear it too. */
  | 'second'
  /** It is for a child, and not everybody who must has said it. */
  | 'guardian'
  /** It is for a child, and it is disputed who may say it. */
  | 'disputed'
  /** Nobody has said which person of the case writes at this door. */
  | 'whose'
  /** It is dated on a later day: nobody has heard it yet. */
  | 'later';

export type CaseStanding = 'asked' | 'given' | 'lacking' | 'refused' | 'withdrawn' | 'expired';

/** One consent of a case, however it was given. */
export type CaseConsent = {
  readonly id: string;
  /** Whose it is; null where nobody has said who writes at the door by which it came. */
  readonly person: string | null;
  readonly ask: ConsentAsk;
  /** The kinds of facts that it covers: those that were asked, but for what a newer word of hers has taken from them. */
  readonly fields: readonly string[];
  /** Its last day, or that of the newer word. */
  readonly until: string | null;
  /** The newer word of hers that leaves less of it; null where none does. */
  readonly narrowed: Narrowed | null;
  readonly standing: CaseStanding;
  readonly lacks: Lacking | null;
  /** The day on which the last yes was said; null where none was. */
  readonly givenOn: string | null;
  /** Hash of the item that she signed; null where an officer witnessed it. */
  readonly proof: string | null;
  readonly door: { readonly conversation: string; readonly consent: Consent } | null;
  readonly witnessed: Witnessed | null;
  /** The word by which it was stopped, where it was said to an officer. */
  readonly withdrawal: Withdrawal | null;
};

/**
 * Which person of the case writes in a conversation: as somebody wrote it down; else, for the conversation that the case
 * comes from, the only one who applied, or the only defender where nobody else did. Null where that is not sure: a
 * consent must never be taken for another person's.
 */
export function personAt(people: PeopleState, from: string | null, conversation: string): string | null {
  const named = peopleIn(people).filter(({ id }) => factOf(people, id, 'doors')?.includes(conversation));
  if (named.length > 0) return named.length === 1 ? (named[0]?.id ?? null) : null;
  if (conversation !== from) return null;
  const applied = applicantsIn(people).map(({ person }) => person);
  const likely = applied.length > 0 ? applied : defendersIn(people).map(({ id }) => id);
  return likely.length === 1 ? (likely[0] ?? null) : null;
}

/** All consents of a case as they stand on a day, the latest last: from its doors first, then those that were witnessed. */
export function consentsOfCase(voices: Voices, today: string): readonly CaseConsent[] {
  const { people, from, doors } = voices;
  const atDoors = doors.flatMap(({ conversation, consents }) => {
    const person = personAt(people, from, conversation);
    return (consents ?? []).map((consent) => ofDoor(voices, conversation, person, consent, today));
  });
  return [...atDoors, ...[...voices.consents.witnessed.values()].map((yes) => ofWitness(voices, yes, today))];
}

const dayOfTime = (time: number): string => new Date(time).toISOString().slice(0, 10);

function ofDoor(
  voices: Voices,
  conversation: string,
  person: string | null,
  consent: Consent,
  today: string,
): CaseConsent {
  const { ask } = consent;
  const yes = consent.history.findLast(({ answer, effect }) => answer === 'given' && effect === 'counts');
  const base = {
    id: ask.id,
    person,
    ask,
    ...unnarrowed(ask),
    givenOn: yes === undefined ? null : dayOfTime(yes.at),
    proof: yes?.item ?? null,
    door: { conversation, consent },
    witnessed: null,
  };
  const now = standingOf(consent, today);
  // For a case, what the team has let go of is over.
  const said = now === 'dropped' ? 'expired' : now;
  if (said !== 'given' && said !== 'expired')
    return { ...base, standing: said, lacks: null, withdrawal: null };
  const stop = stoppedBy(voices, base, null);
  if (stop.withdrawal !== null) return { ...base, standing: 'withdrawn', lacks: null, ...stop };
  if (stop.refused) return { ...base, standing: 'refused', lacks: null, withdrawal: null };
  const less = narrowed(base, narrowedAtDoor(conversation, consent, wordsFor(voices, person)), today);
  if (less !== null && less.standing !== 'given') return { ...base, ...less, lacks: null, withdrawal: null };
  const lacks: Lacking | null =
    // With nobody in the file yet, whoever writes is whom it is about.
    person === null && voices.people.persons.size > 0
      ? 'whose'
      : person !== null && isChild(voices.people, person) === true
        ? 'guardian'
        : null;
  if (said === 'given' && lacks !== null)
    return { ...base, ...less, standing: 'lacking', lacks, withdrawal: null };
  return { ...base, ...less, standing: said, lacks: null, withdrawal: null };
}

const unnarrowed = ({ fields, until }: ConsentAsk) => ({ fields, until, narrowed: null });

/**
 * What is left of a yes, and how it stands: ended where its time is over or a newer yes left nothing of it, stopped where
 * a no did.
 */
function narrowed(
  { ask }: Pick<CaseConsent, 'ask'>,
  less: Narrowed | null,
  today: string,
): Pick<CaseConsent, 'fields' | 'until' | 'narrowed' | 'standing'> | null {
  if (less === null) return null;
  const { fields, until, answer, isDropped } = less;
  const isOver = isDropped || (until !== null && until < today);
  const none = answer === 'given' ? 'expired' : answer;
  const standing = fields.length === 0 ? none : isOver ? 'expired' : 'given';
  // Of what is over, what it was about stands as it was asked; beside it stands what took its place.
  return { fields: fields.length === 0 ? ask.fields : fields, until, narrowed: less, standing };
}

/** Everything that somebody signed, and what was signed where nobody wrote down who writes: less is never too much. */
const wordsFor = ({ people, from, doors }: Voices, person: string | null): readonly SignedWord[] =>
  doors.flatMap(({ conversation, consents }) => {
    const writer = personAt(people, from, conversation);
    const isHers = writer === null || person === null || isSamePerson(people, writer, person);
    return isHers ? signedWords(conversation, consents ?? []) : [];
  });

function ofWitness(voices: Voices, yes: Witnessed, today: string): CaseConsent {
  const { ask } = yes;
  const person = rootOf(voices.people, yes.person);
  const base = {
    id: ask.id,
    person,
    ask,
    ...unnarrowed(ask),
    givenOn: yes.on,
    proof: null,
    door: null,
    witnessed: yes,
  };
  const stop = stoppedBy(voices, base, yes.position);
  if (stop.withdrawal !== null) return { ...base, standing: 'withdrawn', lacks: null, ...stop };
  if (stop.refused) return { ...base, standing: 'refused', lacks: null, withdrawal: null };
  const no = noAtDoor(voices, person, ask, yes.on, today);
  if (no !== null) return { ...base, standing: no, lacks: null, withdrawal: null };
  if (ask.until !== null && ask.until < today)
    return { ...base, standing: 'expired', lacks: null, withdrawal: null };
  // A no at the door stopped it above; here a yes to less does, said on that day or later.
  const newer = wordsFor(voices, person).filter(
    ({ step }) => step.answer === 'given' && dayOfTime(step.at) >= yes.on,
  );
  const less = narrowed(base, narrowedBy(ask, newer), today);
  if (less !== null && less.standing !== 'given') return { ...base, ...less, lacks: null, withdrawal: null };
  const lacks = lackingIn(voices.people, yes, today);
  return { ...base, ...less, standing: lacks === null ? 'given' : 'lacking', lacks, withdrawal: null };
}

/**
 * Her own word at a door that stops a yes which an officer heard: a no to the same use, or a yes there that she took back,
 * said on that day or later. Where nobody wrote down who writes at that door it stops everybody's: a no is never too much.
 */
function noAtDoor(
  { people, from, doors }: Voices,
  person: string,
  ask: ConsentAsk,
  heardOn: string,
  today: string,
): 'refused' | 'withdrawn' | null {
  const noes = doors.flatMap(({ conversation, consents }) => {
    const writer = personAt(people, from, conversation);
    if (writer !== null && !isSamePerson(people, writer, person)) return [];
    // Each question by itself: a yes to another one brings back nothing.
    return (consents ?? []).flatMap((one) => {
      if (!isSameUse(one.ask, ask) || (saidLast(one) ?? '') < heardOn) return [];
      const now = standingOf(one, today);
      return now === 'refused' || now === 'withdrawn' ? [now] : [];
    });
  });
  return noes.at(-1) ?? null;
}

/** The day of the last word at a door that counts; null before any. */
function saidLast({ history }: Consent): string | null {
  const last = history.findLast(({ effect }) => effect === 'counts');
  return last === undefined ? null : dayOfTime(last.at);
}

/** What a witnessed yes still lacks. */
function lackingIn(people: PeopleState, yes: Witnessed, today: string): Lacking | null {
  if (yes.on > today) return 'later';
  const root = rootOf(people, yes.person);
  const saidByHer = yes.saidBy.length === 0 || yes.saidBy.every((one) => isSamePerson(people, one, root));
  if (isChild(people, root) === true) {
    const { alone, together, disputed } = voicesFor(people, root, yes.on);
    if (disputed.length > 0) return 'disputed';
    const heard = new Set(yes.saidBy.map((one) => rootOf(people, one)));
    const whole = together.length > 0 && together.every((one) => heard.has(one));
    if (!whole && !alone.some((one) => heard.has(one))) return 'guardian';
  } else if (!saidByHer) {
    // A grown person speaks for herself: nobody says yes for her.
    return 'guardian';
  }
  const heardAgain = yes.seconds.some(({ on }) => on <= today);
  return isIrreversible(yes.ask.purpose) && !heardAgain ? 'second' : null;
}

/**
 * What stops a consent: the word of a withdrawal that names it, or all of this person's; or a later no to the same. A
 * stop counts for what was said on its own day too, unless a new yes stands after it in the log.
 */
function stoppedBy(
  { people, consents }: Voices,
  { id, person, ask, givenOn }: Pick<CaseConsent, 'id' | 'person' | 'ask' | 'givenOn'>,
  position: number | null,
): { readonly withdrawal: Withdrawal | null; readonly refused: boolean } {
  const isHers = (other: string | null): boolean =>
    other === null || (person !== null && isSamePerson(people, other, person));
  const reaches = (on: string, at: number): boolean =>
    givenOn === null || givenOn < on || (givenOn === on && (position === null || position < at));
  const withdrawal = consents.withdrawals.findLast(
    (one) => one.consents.includes(id) || (one.all && isHers(one.person) && reaches(one.on, one.position)),
  );
  const refused = consents.refusals.some(
    (one) => isHers(one.person) && isSameUse(one, ask) && reaches(one.on, one.position),
  );
  return { withdrawal: withdrawal ?? null, refused };
}

import { type CaseConsent, consentsOfCase, type Voices } from '../consent/voices.ts';
import { defendersIn } from '../people/group.ts';
import { isSamePerson } from '../people/state.ts';
import type { Fact, FactSource } from './facts.ts';
import { notSaid } from './facts.ts';

/*
 * Whether she agrees that a programme learns of her: read from the consents in force for this very programme, by name.
 */

/** The purposes under which a programme learns of somebody. */
export const programmePurposes = [
  'con_referral_identity',
  'con_referral_anonymous',
  'con_share_funder',
] as const;

const plain = (words: string): string => words.normalize('NFC').trim().toLowerCase();

/** What the consents of a case say of a programme on a day: of everybody whose case it is. */
export function programmeConsent(voices: Voices, programme: string, today: string): Fact {
  const about = consentsOfCase(voices, today).filter(
    ({ ask }) =>
      programmePurposes.some((purpose) => purpose === ask.purpose) &&
      plain(ask.recipient) === plain(programme),
  );
  const defenders = defendersIn(voices.people).map(({ id }) => id);
  const whose: readonly (string | null)[] = defenders.length === 0 ? [null] : defenders;
  const each = whose.map((person) => wordOf(about, voices, person));
  const sources = each.flatMap((one) => one.sources);
  // One no is a no for the case: a programme that learns of one of two learns of both.
  if (each.some(({ word }) => word === 'no')) return { known: true, value: false, sources };
  if (each.every(({ word }) => word === 'yes')) return { known: true, value: true, sources };
  return { ...notSaid, sources };
}

function wordOf(
  about: readonly CaseConsent[],
  { people }: Voices,
  person: string | null,
): { readonly word: 'yes' | 'no' | 'open'; readonly sources: readonly FactSource[] } {
  const hers = about.filter((one) =>
    person === null ? one.person === null : one.person !== null && isSamePerson(people, one.person, person),
  );
  const given = hers.filter(({ standing }) => standing === 'given');
  if (given.length > 0) return { word: 'yes', sources: given.map(sourceOf) };
  const stopped = hers.filter(({ standing }) => standing === 'refused' || standing === 'withdrawn');
  if (stopped.length > 0) return { word: 'no', sources: stopped.map(sourceOf) };
  return { word: 'open', sources: hers.map(sourceOf) };
}

const sourceOf = ({ id, ask, givenOn, withdrawal }: CaseConsent): FactSource => ({
  of: 'consent',
  id,
  how: ask.recipient,
  on: withdrawal?.on ?? givenOn,
});

/**
 * The consent to a programme with what an officer wrote down beside it, with how it is known. Her no is stronger than
 * anybody's yes; an officer's no stands over a yes, and an officer's yes over a silence.
 */
export function overConsent(said: Fact, read: Fact): Fact {
  if (read.known && read.value === false) return read;
  if (said.known || said.why === 'apart') return said;
  return read;
}

import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { verificationSource } from '@leeward/vocabulary/lists/verification-source.ts';
import type { FieldGroup } from '../consent/ask.ts';
import { mayShare, type WhyNot } from '../consent/share.ts';
import { type CaseConsent, type CaseStanding, consentsOfCase, type Voices } from '../consent/voices.ts';
import { isSamePerson, labelOf } from '../people/state.ts';
import { valueIn } from '../shared/items.ts';
import type { Telling } from './events.ts';
import type { Source, VerificationState } from './state.ts';

/*
 * Whether a source may be asked is said by two people: she, whose facts it hears, and whoever is asked. Both words stand
 * among the consents of the file and are read from there, so that one withdrawal stops everything at once.
 */

/** The purposes on which asking can rest: people whom she named, or partners whom the team trusts. */
export const askingPurposes = ['con_verify_referee', 'con_verify_partner'] as const;

/**
 * Where a word stands. `not_needed`: nobody is asked, or a body agrees by answering. `no_person`: it is a person, and
 * stands nowhere in the file, so that there is nowhere to write her own word down. `other_facts`: yes, and not to this.
 */
export type LeaveStanding = CaseStanding | 'not_asked' | 'not_needed' | 'no_person' | 'other_facts';

export type Leave = {
  readonly standing: LeaveStanding;
  /** The consents that say so; empty where nobody was asked. */
  readonly consents: readonly CaseConsent[];
  /** The person whose word is missing, for the way to ask. */
  readonly person: string | null;
};

/** Papers and pages are read, and our own talk with her is hers: nobody else learns that anything is asked. */
const readOnly: ReadonlySet<string> = new Set(['vs_public_source', 'vs_document', 'vs_interview']);
/** Bodies and officials answer for what they are, and agree by answering. */
const isOnePerson = (source: Source): boolean => {
  const kind = valueIn(source, 'kind') ?? '';
  const own = !isCodeOf(verificationSource, kind);
  return kind === 'vs_named_referee' || (own && valueIn(source, 'origin') === 'named_by_her');
};

/** Whether asking this source tells anybody anything. */
export const isAskedOf = (source: Source): boolean => !readOnly.has(valueIn(source, 'kind') ?? '');

const factsOf: Readonly<Partial<Record<Telling, FieldGroup>>> = {
  name: 'name',
  pen_name: 'name',
  organisation: 'work',
  work: 'work',
  event: 'story',
  document: 'documents',
};

/** The names under which her consents may speak of a source. */
export function recipientsOf({ people }: Pick<Voices, 'people'>, source: Source): readonly string[] {
  const person = valueIn(source, 'person') ?? null;
  const names = [
    valueIn(source, 'recipient'),
    valueIn(source, 'label'),
    person === null ? undefined : labelOf(people, person),
  ];
  return [...new Set(names.flatMap((name) => (name === undefined || name === '' ? [] : [name])))];
}

/** Her word on asking this source, for what it would be told: of everybody whose case it is. */
export function herLeave(voices: Voices, source: Source, told: readonly Telling[], today: string): Leave {
  if (!isAskedOf(source)) return { standing: 'not_needed', consents: [], person: null };
  const facts = [...new Set(told.flatMap((one) => factsOf[one] ?? []))];
  const all = recipientsOf(voices, source).flatMap((recipient) =>
    askingPurposes.map((purpose) => {
      // Where nothing is said yet of what will be told, whether there is any yes is asked.
      const fields = facts.length > 0 ? facts : anyFacts(voices, purpose, recipient, today);
      return mayShare(voices, { purpose, recipient, fields, persons: [] }, today);
    }),
  );
  const may = all.find((one) => one.ok);
  if (may?.ok === true)
    return { standing: 'given', consents: may.value.covers.map(({ consent }) => consent), person: null };
  const whys = all.flatMap((one) => (one.ok ? [] : one.error));
  const first = inOrder.flatMap((code) => whys.find((why) => why.code === code) ?? [])[0];
  if (first === undefined || first.code === 'kept_away' || first.code === 'nothing_named')
    return { standing: 'not_asked', consents: [], person: whosePerson(whys) };
  const { person, consent } = first;
  const standing = first.code === 'other_fields' ? 'other_facts' : first.code;
  return { standing, consents: consent === null ? [] : [consent], person };
}

/** What says most, first: a word of hers before a word of ours. */
const inOrder: readonly WhyNot['code'][] = [
  'withdrawn',
  'refused',
  'other_fields',
  'lacking',
  'expired',
  'asked',
  'not_asked',
];

const whosePerson = (whys: readonly WhyNot[]): string | null =>
  whys.flatMap((why) => ('person' in why ? [why.person] : []))[0] ?? null;

/** The facts to which she said yes for this recipient, or one that stands for all where she did not. */
function anyFacts(voices: Voices, purpose: string, recipient: string, today: string): readonly string[] {
  const plain = (words: string): string => words.normalize('NFC').trim().toLowerCase();
  const given = consentsOfCase(voices, today).find(
    ({ ask, standing }) =>
      standing === 'given' && ask.purpose === purpose && plain(ask.recipient) === plain(recipient),
  );
  return given?.fields.slice(0, 1) ?? ['work'];
}

/** The word of whoever is asked: a referee is a person with rights of her own (invariant 11). */
export function ownLeave(voices: Voices, source: Source, today: string): Leave {
  const noted = valueIn(source, 'agreed');
  // A no that stands anywhere stops: what was noted about the source is not talked round by what is not.
  if (noted === 'refused' || noted === 'withdrawn') return { standing: noted, consents: [], person: null };
  if (!isAskedOf(source)) return { standing: 'not_needed', consents: [], person: null };
  const person = valueIn(source, 'person') ?? null;
  if (person === null)
    return { standing: isOnePerson(source) ? 'no_person' : 'not_needed', consents: [], person: null };
  const about = consentsOfCase(voices, today).filter(
    (consent) =>
      consent.person !== null &&
      isSamePerson(voices.people, consent.person, person) &&
      askingPurposes.some((purpose) => purpose === consent.ask.purpose),
  );
  const refused = voices.consents.refusals.some(
    (one) =>
      isSamePerson(voices.people, one.person, person) &&
      askingPurposes.some((purpose) => purpose === one.purpose),
  );
  const standings: readonly CaseStanding[] = ['given', 'withdrawn', 'refused', 'lacking', 'expired', 'asked'];
  const first = standings.find((standing) => about.some((one) => one.standing === standing));
  const standing = first ?? (refused ? 'refused' : 'not_asked');
  return { standing, consents: about.filter((one) => one.standing === standing), person };
}

/** Both words on one source, as every screen shows them. */
export type SourceLeave = { readonly hers: Leave; readonly theirs: Leave };

export const leaveOf = (
  voices: Voices,
  source: Source,
  told: readonly Telling[],
  today: string,
): SourceLeave => ({
  hers: herLeave(voices, source, told, today),
  theirs: ownLeave(voices, source, today),
});

/** The sources that a person of the file is, for the place where her consents are shown. */
export const sourcesOfPerson = (
  { people }: Pick<Voices, 'people'>,
  { sources }: VerificationState,
  person: string,
): readonly Source[] =>
  [...sources.values()].filter((source) => {
    const known = valueIn(source, 'person') ?? null;
    return source.away === null && known !== null && isSamePerson(people, known, person);
  });

import type { WordMatch } from '@leeward/names';
import { nearKeptAway } from '../people/circles.ts';
import { keptAway } from '../people/contact.ts';
import { defendersIn } from '../people/group.ts';
import { isSamePerson, labelOf, rootOf } from '../people/state.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { ConsentEvent, SharedUse } from './events.ts';
import type { VitalAct } from './record.ts';
import { isSameUse } from './rules.ts';
import { coversUse } from './vital.ts';
import { type CaseConsent, type CaseStanding, consentsOfCase, type Lacking, type Voices } from './voices.ts';

/*
 * The one question before facts about people leave the file: export, question sheets, reuse by partners, publicity and
 * whatever comes later ask it, and show its answer.
 */

/** What is about to be done, with facts about whom. Nobody named: about the defender. */
export type CaseUse = SharedUse & {
  /** The person of this case who receives it, where it is one. */
  readonly recipientPerson?: string | null;
};

/** Why something may not be shared, for one person. */
export type WhyNot =
  /** The recipient must not learn of the case. Consent does not help: settle that first. */
  | {
      readonly code: 'kept_away';
      readonly who: string;
      readonly why: string;
      /** Which word of the recipient was taken for which; empty where a person of the file was named. */
      readonly words: readonly WordMatch[];
    }
  /** Nobody was asked, or what was asked has not been answered, was refused, withdrawn, or has ended. */
  | {
      readonly code: 'not_asked' | Exclude<CaseStanding, 'given' | 'lacking'>;
      readonly person: string | null;
      readonly consent: CaseConsent | null;
    }
  /** A yes was heard and has no effect yet. */
  | {
      readonly code: 'lacking';
      readonly person: string | null;
      readonly consent: CaseConsent;
      readonly lacks: Lacking;
    }
  /** She said yes, and not to these kinds of facts. */
  | {
      readonly code: 'other_fields';
      readonly person: string | null;
      readonly consent: CaseConsent;
      readonly fields: readonly string[];
    }
  /** Nothing is named that would be shared: a yes to nothing is no yes. */
  | { readonly code: 'nothing_named' };

/** What is to be minded although it may be shared. */
export type Caution =
  /** Her conversation cannot be opened on this device: a withdrawal may stand there. */
  | { readonly code: 'door_unread'; readonly conversation: string }
  /** The recipient is named a little like somebody who is to be kept away: a person has to look. */
  | {
      readonly code: 'near_kept_away';
      readonly who: string;
      readonly why: string;
      readonly words: readonly WordMatch[];
    };

export type MayShare = {
  readonly rests: 'consent' | 'vital';
  /** The consent of each person that covers it; empty where it rests on an act without consent. */
  readonly covers: readonly { readonly person: string | null; readonly consent: CaseConsent }[];
  readonly vital: VitalAct | null;
  readonly cautions: readonly Caution[];
};

/**
 * Whether facts may be shared on a day, and if not, why not, person by person. Each person whose facts they are has
 * consented herself, to this purpose, this recipient and every kind of fact; or two people have recorded that life
 * demands it. What nobody asked is no.
 */
export function mayShare(voices: Voices, use: CaseUse, today: string): Result<MayShare, readonly WhyNot[]> {
  if (use.fields.length === 0) return err([{ code: 'nothing_named' }]);
  const away = recipientKeptAway(voices, use);
  if (away.length > 0) return err(away);
  const persons = personsOf(voices, use);
  const all = consentsOfCase(voices, today);
  const judged = persons.map((person) => judgeOne(voices, all, person, use));
  const whyNot = judged.flatMap((one) => (one.ok ? [] : [one.error]));
  const cautions: readonly Caution[] = [
    ...voices.doors
      .filter(({ consents }) => consents === null)
      .map(({ conversation }): Caution => ({ code: 'door_unread', conversation })),
    ...near(voices.people, use)
      .filter(({ grade }) => grade === 'maybe')
      .map(({ away, said, words }): Caution => ({ code: 'near_kept_away', who: said, why: away.why, words })),
  ];
  if (whyNot.length === 0) {
    const covers = judged.flatMap((one, index) =>
      one.ok ? [{ person: persons[index] ?? null, consent: one.value }] : [],
    );
    return ok({ rests: 'consent', covers, vital: null, cautions });
  }
  const named = { ...use, persons: persons.filter((person) => person !== null) };
  const vital =
    named.persons.length < persons.length
      ? undefined
      : [...voices.consents.vital.values()].findLast((act) => coversUse(rooted(voices, act), named, today));
  return vital === undefined ? err(whyNot) : ok({ rests: 'vital', covers: [], vital, cautions });
}

/** The people whose facts these are, each once: those who are named, else the defenders, else whoever writes at the door. */
function personsOf({ people }: Voices, use: CaseUse): readonly (string | null)[] {
  const named = use.persons.length > 0 ? use.persons : defendersIn(people).map(({ id }) => id);
  const roots = [...new Set(named.map((id) => rootOf(people, id)))];
  return roots.length === 0 ? [null] : roots;
}

/** An act without consent names people as they stood then; two of them may have turned out to be one. */
const rooted = ({ people }: Voices, act: VitalAct): VitalAct => ({
  ...act,
  use: { ...act.use, persons: act.use.persons.map((id) => rootOf(people, id)) },
});

/** Those to be kept away whom the recipient is, or whom its name means in whatever script or spelling. */
function recipientKeptAway(
  { people }: Voices,
  use: CaseUse,
): readonly Extract<WhyNot, { code: 'kept_away' }>[] {
  const recipient = use.recipientPerson == null ? null : rootOf(people, use.recipientPerson);
  const whoIs = (person: string | null, circle: string): string =>
    person === null ? circle : (labelOf(people, person) ?? '');
  const persons = keptAway(people).filter(({ person }) => person !== null && person === recipient);
  const named = near(people, use)
    .filter(({ grade, away }) => grade === 'sure' && !persons.some(({ bar }) => bar === away.bar))
    .map(({ away, words }) => ({ ...away, words }));
  return [...persons.map((one) => ({ ...one, words: [] })), ...named].map(
    ({ person, circle, why, words }) => ({ code: 'kept_away', who: whoIs(person, circle), why, words }),
  );
}

/** Those to be kept away whom the recipient's name may mean. A person of the file is known by more than by a name. */
const near = (people: Voices['people'], { recipient, recipientPerson }: CaseUse) =>
  nearKeptAway(people, [
    recipient,
    ...(recipientPerson == null ? [] : [labelOf(people, recipientPerson) ?? '']),
  ]).filter(({ away }) => recipientPerson == null || away.person === null);

/** Which of several noes says most: a word of hers before a word of ours. */
const weight: readonly WhyNot['code'][] = [
  'other_fields',
  'lacking',
  'withdrawn',
  'refused',
  'expired',
  'asked',
  'not_asked',
];

function judgeOne(
  { people, consents }: Voices,
  all: readonly CaseConsent[],
  person: string | null,
  use: CaseUse,
): Result<CaseConsent, WhyNot> {
  const about = all.filter(
    (consent) =>
      isSameUse(consent.ask, use) &&
      (consent.person === person || (consent.lacks === 'whose' && consent.person === null)),
  );
  const given = about.filter(({ standing }) => standing === 'given');
  const lacks = (consent: CaseConsent): readonly string[] =>
    use.fields.filter((field) => !consent.fields.includes(field));
  const covers = given.findLast((consent) => lacks(consent).length === 0);
  if (covers !== undefined) return ok(covers);
  const whys = about.map((consent): WhyNot => {
    if (consent.standing === 'given')
      return { code: 'other_fields', person, consent, fields: lacks(consent) };
    if (consent.standing === 'lacking')
      return { code: 'lacking', person, consent, lacks: consent.lacks ?? 'whose' };
    return { code: consent.standing, person, consent };
  });
  const first = weight.flatMap((code) => whys.findLast((why) => why.code === code) ?? [])[0];
  if (first !== undefined) return err(first);
  // A no that was said to an officer before anything was asked in writing is a no, and not a silence.
  const refused = consents.refusals.some(
    (one) => isSameUse(one, use) && (person === null || isSamePerson(people, one.person, person)),
  );
  return err({ code: refused ? 'refused' : 'not_asked', person, consent: null });
}

/** The events of a sharing that may happen now, naming what it rests on; or why it may not. The only way to write one down before it happens. */
export function canShare(
  voices: Voices,
  use: CaseUse,
  sharing: { readonly id: string; readonly what: string; readonly act: string },
  today: string,
): Result<readonly ConsentEvent[], readonly WhyNot[]> {
  const may = mayShare(voices, use, today);
  if (!may.ok) return may;
  const { covers, vital } = may.value;
  const { recipientPerson: _, ...kept } = use;
  const persons = personsOf(voices, use).filter((person) => person !== null);
  return ok([
    {
      type: 'SharingNoted',
      v: 1,
      ...sharing,
      use: { ...kept, persons },
      on: today,
      basis: {
        consents: covers.map(({ consent }) => ({ id: consent.id, proof: consent.proof })),
        vital: vital?.id ?? null,
      },
    },
  ]);
}

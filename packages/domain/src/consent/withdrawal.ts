import { isSamePerson } from '../people/state.ts';
import type { ConsentEvent } from './events.ts';
import { isIrreversible } from './irreversible.ts';
import type { Sharing } from './record.ts';
import { isSameUse } from './rules.ts';
import { type CaseConsent, consentsOfCase, type Voices } from './voices.ts';

/** Something that was shared before it was withdrawn. */
export type AlreadyShared = {
  readonly sharing: Sharing;
  /** It cannot be called back at all: it is public, with a state, or in an archive. */
  readonly forEver: boolean;
  /** Whoever received it was told to stop. */
  readonly told: boolean;
};

/** What a withdrawal does, honestly. */
export type WithdrawalMeaning = {
  /** What ends at once, for good: nothing more is shared on these. */
  readonly stops: readonly CaseConsent[];
  /** What it cannot call back: it has been shared. Each recipient is to be told. */
  readonly cannot: readonly AlreadyShared[];
  /** What goes on because it does not rest on these: the yes of others, and acts without consent. */
  readonly goesOn: {
    readonly others: readonly CaseConsent[];
    /** Ids of acts without consent in force: her word does not end them, and she is told so. */
    readonly vital: readonly string[];
  };
};

/** What a person withdraws: some of her consents by id, or all. */
export type Withdrawing = {
  /** Null: of whoever gave them, where nobody in the file is named. */
  readonly person: string | null;
  readonly consents: readonly string[] | 'all';
};

/** What a withdrawal stops and what it cannot, shown before it is done and after. The recorded sharings are the source. */
export function meaningOf(voices: Voices, withdrawing: Withdrawing, today: string): WithdrawalMeaning {
  const { people, consents } = voices;
  const isHers = (person: string | null): boolean =>
    withdrawing.person === null || (person !== null && isSamePerson(people, person, withdrawing.person));
  const named = (consent: CaseConsent): boolean =>
    withdrawing.consents === 'all' ? isHers(consent.person) : withdrawing.consents.includes(consent.id);
  const all = consentsOfCase(voices, today);
  const stops = all.filter(
    (consent) => named(consent) && (consent.standing === 'given' || consent.standing === 'lacking'),
  );
  const touched = all.filter(named);
  const cannot = [...consents.sharings.values()]
    .filter((sharing) => restsOn(voices, sharing, touched, withdrawing))
    .map((sharing) => ({
      sharing,
      forEver: isIrreversible(sharing.use.purpose),
      told: sharing.told.length > 0,
    }));
  return {
    stops,
    cannot,
    goesOn: {
      others: all.filter(
        (consent) =>
          consent.standing === 'given' &&
          !named(consent) &&
          stops.some((stopped) => isSameUse(stopped.ask, consent.ask)),
      ),
      vital: [...consents.vital.values()]
        .filter(
          (act) =>
            act.second?.agreed === true && act.until >= today && act.use.persons.some((one) => isHers(one)),
        )
        .map(({ id }) => id),
    },
  };
}

/** A sharing of her facts that names one of these consents, or was of the same use, whatever it was said to rest on. */
function restsOn(
  { people }: Voices,
  { use, basis }: Sharing,
  touched: readonly CaseConsent[],
  { person: whose, consents }: Withdrawing,
): boolean {
  if (basis.consents.some(({ id }) => touched.some((consent) => consent.id === id))) return true;
  const isAboutHer =
    whose === null || use.persons.length === 0 || use.persons.some((one) => isSamePerson(people, one, whose));
  return isAboutHer && (consents === 'all' || touched.some(({ ask }) => isSameUse(ask, use)));
}

/** The one event of a withdrawal. It needs nobody's leave and no second voice: stopping is safe. */
export function withdrawOf(
  withdrawing: Withdrawing,
  said: Pick<Extract<ConsentEvent, { readonly type: 'ConsentsWithdrawn' }>, 'id' | 'how' | 'on' | 'words'>,
): ConsentEvent {
  const all = withdrawing.consents === 'all';
  return {
    type: 'ConsentsWithdrawn',
    v: 1,
    ...said,
    person: withdrawing.person,
    consents: withdrawing.consents === 'all' ? [] : withdrawing.consents,
    all,
  };
}

/** What was shared and rests on nothing that stands in the file: without a consent, or on one that nobody can show. */
export function sharedWithoutConsent(voices: Voices, today: string): readonly Sharing[] {
  const known = new Map(consentsOfCase(voices, today).map((consent) => [consent.id, consent]));
  const someUnread = voices.doors.some(({ consents }) => consents === null);
  return [...voices.consents.sharings.values()].filter(({ basis }) => {
    if (basis.vital !== null) return voices.consents.vital.get(basis.vital)?.second?.agreed !== true;
    if (basis.consents.length === 0) return true;
    return basis.consents.some(({ id, proof }) => {
      const consent = known.get(id);
      // A signed one in a conversation that cannot be opened here may be there: nobody is accused for that.
      if (consent === undefined) return !(someUnread && proof !== null);
      return (
        consent.givenOn === null || (proof !== null && consent.proof !== null && proof !== consent.proof)
      );
    });
  });
}

/** Something that went out on a yes that she has taken back since, as a whole or for some kinds of facts. */
export type ToTell = {
  readonly sharing: Sharing;
  /** The kinds of facts of which she has said less since; empty where all of it was taken back. */
  readonly lost: readonly string[];
  /** The day on which she said less; null where all of it was taken back. */
  readonly since: string | null;
};

/** Recipients who have something that was taken back since and were not told to stop. */
export function recipientsToTell(voices: Voices, today: string): readonly ToTell[] {
  const all = consentsOfCase(voices, today);
  const byId = new Map(all.map((consent) => [consent.id, consent]));
  return [...voices.consents.sharings.values()].flatMap((sharing): readonly ToTell[] => {
    if (sharing.told.length > 0) return [];
    const rests = sharing.basis.consents.flatMap(({ id }) => byId.get(id) ?? []);
    if (rests.some(({ standing }) => standing === 'withdrawn' || standing === 'refused'))
      return [{ sharing, lost: [], since: null }];
    const lost = rests.flatMap((consent) => lostOf(all, consent));
    const fields = sharing.use.fields.filter((field) => lost.includes(field));
    const since =
      rests
        .flatMap(({ narrowed }) => narrowed?.on ?? [])
        .toSorted()
        .at(-1) ?? null;
    return fields.length === 0 ? [] : [{ sharing, lost: fields, since }];
  });
}

/** The facts that a newer word took from a consent and to which no other yes of the same person stands. */
function lostOf(all: readonly CaseConsent[], consent: CaseConsent): readonly string[] {
  const others = all.filter(
    ({ person, ask, standing }) =>
      // One that has ended took nothing back: who has it is not told to delete it.
      (standing === 'given' || standing === 'expired') &&
      person === consent.person &&
      isSameUse(ask, consent.ask),
  );
  return (consent.narrowed?.lost ?? []).filter(
    (field) =>
      !others.some(({ narrowed, fields }) => fields.includes(field) && !narrowed?.lost.includes(field)),
  );
}

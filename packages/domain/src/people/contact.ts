import { standing, valueIn } from '../shared/items.ts';
import { type Bar, factOf, isChild, onePerson, type PeopleState, peopleIn, rootOf } from './state.ts';

/** Who must not learn of the case, or must never be contacted. Read by verification and plan before anybody is asked. */
export type KeptAway = {
  readonly bar: Bar;
  readonly kind: 'must_not_learn' | 'never_contact';
  /** The person of this case under whom it is shown; null where it is a circle in words. */
  readonly person: string | null;
  readonly circle: string;
  readonly why: string;
};

/** Everybody who is to be kept away, persons first. */
export function keptAway(people: PeopleState): readonly KeptAway[] {
  const all = standing(people.bars).map((bar): KeptAway => {
    const person = valueIn(bar, 'person') ?? null;
    return {
      bar,
      kind: valueIn(bar, 'kind') ?? 'must_not_learn',
      person: person === null ? null : rootOf(people, person),
      circle: valueIn(bar, 'circle') ?? '',
      why: valueIn(bar, 'why') ?? '',
    };
  });
  return [...all.filter(({ person }) => person !== null), ...all.filter(({ person }) => person === null)];
}

/** Who must not learn of the case: persons and circles, each with why. */
export const mustNotLearn = (people: PeopleState): readonly KeptAway[] =>
  keptAway(people).filter(({ kind }) => kind === 'must_not_learn');

/** Circles in words, for whoever is about to speak with somebody outside: only a person can tell who belongs to them. */
export const circlesToMind = (people: PeopleState): readonly KeptAway[] =>
  keptAway(people).filter(({ person }) => person === null);

/** Why somebody may not be contacted, or only in a certain way. */
export type ContactReason =
  /** She must not learn of the case, for this reason. */
  | { readonly code: 'must_not_learn'; readonly why: string }
  | { readonly code: 'never_contact'; readonly why: string }
  /** It was said that she is never to be contacted. */
  | { readonly code: 'said_never' }
  /** Only through this person. */
  | { readonly code: 'through'; readonly person: string }
  /** Only through somebody else, and nobody said through whom, or that one cannot be contacted either. */
  | { readonly code: 'no_way_through' }
  /** Nobody has asked whether she may be contacted. */
  | { readonly code: 'not_asked' }
  /** She is a child: through whoever cares for her. */
  | { readonly code: 'child' }
  /** She does not know of the case: whoever contacts her must not tell her of it. */
  | { readonly code: 'knows_nothing' }
  /** People wrote different things about contacting her, and nobody has chosen yet: the strictest counts. */
  | { readonly code: 'undecided' }
  /** She is not in this case, or was put away. */
  | { readonly code: 'not_there' };

/** Whether a person may be contacted. `ask`: not before somebody has found out. */
export type ContactVerdict = {
  readonly verdict: 'yes' | 'through' | 'ask' | 'no';
  readonly through: string | null;
  /** What speaks against it or is to be minded; empty for a plain yes. */
  readonly reasons: readonly ContactReason[];
};

/**
 * Whether a person may be contacted, and why not. It is asked before every call, question sheet and message to anybody
 * but the defender at her door. Whatever is against it wins: of versions written apart and of persons merged, the
 * strictest word counts.
 */
export function mayContact(people: PeopleState, id: string): ContactVerdict {
  return judge(people, id, new Set());
}

const no = (...reasons: readonly ContactReason[]): ContactVerdict => ({
  verdict: 'no',
  through: null,
  reasons,
});

function judge(people: PeopleState, id: string, onTheWay: ReadonlySet<string>): ContactVerdict {
  const root = rootOf(people, id);
  const them = onePerson(people, root);
  const barred = keptAway(people)
    .filter(({ person }) => person === root)
    .map(({ kind, why }): ContactReason => ({ code: kind, why }));
  if (barred.length > 0) return no(...barred);
  if (them.every(({ away }) => away !== null)) return no({ code: 'not_there' });
  const said = them.flatMap((person) => (person.fields.contact ?? []).map(({ value }) => value));
  if (said.includes('never')) return no({ code: 'said_never' });
  const minded: readonly ContactReason[] = [
    ...(new Set(said).size > 1 ? [{ code: 'undecided' } as const] : []),
    ...(isChild(people, root) === true ? [{ code: 'child' } as const] : []),
    ...(factOf(people, root, 'knows') === 'nothing' ? [{ code: 'knows_nothing' } as const] : []),
  ];
  if (said.includes('through')) {
    const named = factOf(people, root, 'through') ?? null;
    const through = named === null ? null : rootOf(people, named);
    const way =
      through === null || through === root || onTheWay.has(through)
        ? null
        : judge(people, through, new Set([...onTheWay, root]));
    if (through === null || way === null || (way.verdict !== 'yes' && way.verdict !== 'through')) {
      return no({ code: 'no_way_through' }, ...(way?.reasons ?? []), ...minded);
    }
    return { verdict: 'through', through, reasons: [{ code: 'through', person: through }, ...minded] };
  }
  if (!said.includes('self') || said.includes('unknown')) {
    return { verdict: 'ask', through: null, reasons: [{ code: 'not_asked' }, ...minded] };
  }
  return { verdict: 'yes', through: null, reasons: minded };
}

/** The people of a case whom nobody may contact now, each with why: the list that verification and plan show first. */
export function neverContact(
  people: PeopleState,
): readonly { readonly person: string; readonly reasons: readonly ContactReason[] }[] {
  return peopleIn(people)
    .map(({ id }) => ({ person: id, judged: mayContact(people, id) }))
    .filter(({ judged }) => judged.verdict === 'no')
    .map(({ person, judged }) => ({ person, reasons: judged.reasons }));
}

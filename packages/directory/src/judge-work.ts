import type { Answers } from './answers.ts';
import type { Profile } from './codes.ts';
import { type Finding, her, met, notMet, open, short, them } from './finding.ts';

/**
 * The profile that a narrower one belongs to: whoever is a woman journalist is a journalist. What is for journalists is
 * open to her; what is for women journalists is not open to every journalist.
 */
export const wider: Readonly<Partial<Record<Profile, Profile>>> = {
  'woman-defender': 'defender',
  'lgbtiq-defender': 'defender',
  'land-defender': 'defender',
  'indigenous-defender': 'defender',
  'young-defender': 'defender',
  'woman-journalist': 'journalist',
  'freelance-journalist': 'journalist',
  'visual-artist': 'cultural-worker',
  musician: 'cultural-worker',
  'performing-artist': 'cultural-worker',
};

/** Whoever does one of these may also be what the other names; the mechanism has to be asked. */
const near: readonly (readonly Profile[])[] = [
  ['journalist', 'citizen-journalist', 'media-worker', 'photographer-filmmaker'],
  ['writer', 'translator-publisher', 'journalist'],
  ['visual-artist', 'performing-artist', 'musician', 'photographer-filmmaker', 'cultural-worker'],
  ['lawyer', 'judge-prosecutor'],
  ['student', 'academic'],
  ['activist', 'protester'],
];

/** Work in which many defend rights. Whether she does is her word: one question. */
const mayDefendRights: ReadonlySet<Profile> = new Set<Profile>([
  'journalist',
  'citizen-journalist',
  'media-worker',
  'photographer-filmmaker',
  'writer',
  'visual-artist',
  'musician',
  'performing-artist',
  'cultural-worker',
  'translator-publisher',
  'academic',
  'student',
  'lawyer',
  'judge-prosecutor',
  'trade-unionist',
  'activist',
  'whistleblower',
  'humanitarian-worker',
  'human-rights-institution-staff',
  'opposition-politician',
  'protester',
]);

const bodies: ReadonlySet<Profile> = new Set<Profile>(['organisation', 'media-outlet', 'host-organisation']);

/**
 * What follows from what she said of herself: the narrow brings the wide, and "yes, that is me" counts as said where it
 * could be asked. (Where it could not, it must not open a door that her other answers closed.)
 */
export function profilesOf(answers: Answers): ReadonlySet<Profile> {
  const known = derived.get(answers);
  if (known) return known;
  const found = derive(answers);
  derived.set(answers, found);
  return found;
}

/** Answers never change, they are replaced: what follows from them is derived once for all mechanisms. */
const derived = new WeakMap<Answers, ReadonlySet<Profile>>();

function derive(answers: Answers): ReadonlySet<Profile> {
  const mine = widened(new Set(answers.work));
  for (const [code, answer] of Object.entries(answers.details ?? {})) {
    if (answer !== 'yes' || !code.startsWith('is-')) continue;
    const profile = code.slice(3) as Profile;
    if (bodies.has(profile) ? isBody(answers) : isNarrowerThanMine(profile, mine)) mine.add(profile);
  }
  if (answers.details?.['rights-work'] === 'yes' && canDefendRights(mine)) mine.add('defender');
  return widened(mine);
}

function widened(said: Set<Profile>): Set<Profile> {
  for (const one of [...said]) {
    const wide = wider[one];
    if (wide) said.add(wide);
  }
  return said;
}

const canDefendRights = (mine: ReadonlySet<Profile>): boolean =>
  [...mine].some((one) => mayDefendRights.has(one));
const isBody = (answers: Answers): boolean => answers.party === 'group' || answers.party === 'body';

/** Whether what she is, is among what is asked for. */
export function judgeWork(wanted: readonly Profile[], answers: Answers): Finding {
  if (wanted.includes('anybody')) return met('for-everybody');
  if (answers.work === undefined) return open('unanswered', short('work'), { codes: wanted });
  const mine = profilesOf(answers);
  const shared = wanted.filter((profile) => mine.has(profile));
  if (shared.length > 0) return met('for-your-work', { codes: shared });
  if (wanted.every((profile) => bodies.has(profile))) return judgeBody(wanted, answers);
  const denied = (profile: Profile): boolean => answers.details?.[`is-${profile}`] === 'no';
  if (wanted.includes('defender') && canDefendRights(mine)) {
    if (answers.details?.['rights-work'] !== 'no')
      return open('work-unsure', her('rights-work'), { codes: ['defender'] });
  }
  const narrow = wanted.find((profile) => !denied(profile) && isNarrowerThanMine(profile, mine));
  if (narrow) return open('work-unsure', her(`is-${narrow}`), { codes: [narrow] });
  const close = wanted.filter((profile) =>
    near.some((group) => group.includes(profile) && group.some((one) => mine.has(one))),
  );
  if (close.length > 0) return open('work-unsure', them('takes-my-profession'), { codes: close });
  return notMet('for-other-work', { codes: wanted });
}

/** What is for organisations is not for somebody who asks for herself. */
function judgeBody(wanted: readonly Profile[], answers: Answers): Finding {
  if (answers.party === undefined) return open('unanswered', short('party'), { codes: wanted });
  if (!isBody(answers)) return notMet('for-bodies-only', { codes: wanted });
  const asked = wanted.find((profile) => answers.details?.[`is-${profile}`] !== 'no');
  return asked
    ? open('work-unsure', her(`is-${asked}`), { codes: [asked] })
    : notMet('for-bodies-only', { codes: wanted });
}

function isNarrowerThanMine(profile: Profile, mine: ReadonlySet<Profile>): boolean {
  const wide = wider[profile];
  if (wide === undefined) return false;
  return mine.has(wide) || (wide === 'defender' && canDefendRights(mine));
}

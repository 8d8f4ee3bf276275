import type { Answers, YesNo } from '@leeward/directory/answers.ts';
import type { Profile, Status } from '@leeward/directory/codes.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Fact } from '@leeward/domain/eligibility/facts.ts';
import { factsIn } from '@leeward/domain/eligibility/of-case.ts';
import { type Country, type DefenderProfile, isCountry, isLanguage } from '@leeward/vocabulary';
import type { ImmigrationStatus } from '@leeward/vocabulary/lists/immigration-status.ts';
import { hurryOf } from './facts.ts';

/*
 * What a case holds today, as answers for the reasoning over the directory. As in facts.ts: a fact is taken over only
 * where it is the same fact, and what is not known stays a question.
 */

const statuses: Readonly<Partial<Record<ImmigrationStatus, Status>>> = {
  imm_national: 'citizen',
  imm_residence_permanent: 'permanent-residence',
  imm_residence_temporary: 'temporary-residence',
  imm_long_stay: 'temporary-residence',
  imm_humanitarian: 'temporary-residence',
  imm_refugee: 'protected',
  imm_subsidiary: 'protected',
  imm_temporary_protection: 'protected',
  imm_asylum_seeker: 'asylum-seeker',
  imm_asylum_appeal: 'asylum-seeker',
  imm_visa_free: 'visitor',
  imm_short_stay: 'visitor',
  imm_irregular: 'no-papers',
  imm_stateless_recognised: 'stateless',
};

const profiles: Readonly<Partial<Record<DefenderProfile, Profile>>> = {
  hrd_ngo_staff: 'defender',
  hrd_grassroots: 'defender',
  hrd_independent: 'activist',
  hrd_journalist: 'journalist',
  hrd_media_worker: 'media-worker',
  hrd_citizen_reporter: 'citizen-journalist',
  hrd_lawyer: 'lawyer',
  hrd_judge_prosecutor: 'judge-prosecutor',
  hrd_trade_unionist: 'trade-unionist',
  hrd_scholar: 'academic',
  hrd_student: 'student',
  hrd_writer: 'writer',
  hrd_indigenous_leader: 'indigenous-defender',
  hrd_whistleblower: 'whistleblower',
  hrd_humanitarian: 'humanitarian-worker',
  hrd_family_of_victim: 'family-member',
};

/** The present facts of a case as answers. */
export function answersOfCase(state: CaseState, today: string): Answers {
  const { fact } = factsIn(state, today);
  const text = (one: Fact): string | null => (one.known && typeof one.value === 'string' ? one.value : null);
  const list = (one: Fact): readonly string[] =>
    one.known && Array.isArray(one.value) ? one.value.filter((item) => typeof item === 'string') : [];
  const yesNo = (one: Fact): YesNo | null =>
    one.known && typeof one.value === 'boolean' ? (one.value ? 'yes' : 'no') : null;
  const present = text(fact('country_now'));
  const origin = list(fact('home_countries')).filter((code): code is Country => isCountry(code));
  const status = statuses[(text(fact('status')) ?? '') as ImmigrationStatus];
  const leftOn = text(fact('left_on'));
  const happenedOn = text(fact('last_event_on'));
  const work = new Set(list(fact('profiles')).flatMap((code) => profiles[code as DefenderProfile] ?? []));
  if (yesNo(fact('test_defender')) === 'yes') work.add('defender');
  const alone = yesNo(fact('comes_alone'));
  const canReturn = yesNo(fact('can_return'));
  const languages = list(fact('languages')).filter(isLanguage);
  const peaceful = yesNo(fact('peaceful'));
  const link = yesNo(fact('test_link'));
  const abode = yesNo(fact('safe_abode'));
  const details: NonNullable<Answers['details']> = {
    ...(peaceful && { 'peaceful-means': peaceful }),
    ...(link && { 'because-of-work': link }),
    ...(abode && { 'no-second-safe-country': abode === 'yes' ? ('no' as const) : ('yes' as const) }),
  };
  return {
    ...(present !== null && isCountry(present) && { present }),
    ...(origin.length > 0 && { origin }),
    ...(status && { status }),
    ...(leftOn && { leftOn }),
    ...(work.size > 0 && { work: [...work] }),
    ...(happenedOn && { happenedOn }),
    ...(alone && { party: alone === 'yes' ? ('alone' as const) : ('family' as const) }),
    ...(state.urgency !== 'urg_unset' && { soon: hurryOf[state.urgency] }),
    ...(canReturn && { canReturn }),
    ...(languages.length > 0 && { languages }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

import type { Answers } from './answers.ts';
import type { Profile } from './codes.ts';
import type { Condition } from './conditions/index.ts';
import { profilesOf } from './judge-work.ts';

/**
 * What other answers say already, so that nothing is asked twice. Only ever a yes: a no is said by the person alone,
 * or a later answer could open a door that an inference had closed.
 */
const said: Partial<Record<Condition, (answers: Answers) => boolean>> = {
  'rights-work': (answers) => profilesOf(answers).has('defender'),
  // The question asks what happened because of the work.
  'because-of-work': (answers) => (answers.happened?.length ?? 0) > 0,
  'come-alone': (answers) => answers.party === 'alone',
  'recognised-refugee': (answers) => answers.status === 'protected',
  'applied-for-asylum': (answers) => answers.status === 'asylum-seeker' || answers.status === 'protected',
  'torture-survivor': (answers) =>
    answers.happened?.includes('torture') === true || answers.work?.includes('torture-survivor') === true,
  woman: (answers) => includesAny(answers, ['woman-defender', 'woman-journalist']),
  'woman-trans-or-nonbinary': (answers) => includesAny(answers, ['woman-defender', 'woman-journalist']),
  indigenous: (answers) => includesAny(answers, ['indigenous-defender']),
  'valid-identity-paper': (answers) => answers.details?.['valid-passport'] === 'yes',
  'passport-or-willing': (answers) => answers.details?.['valid-passport'] === 'yes',
  'left-because-of-war-or-repression': (answers) =>
    answers.happened?.some((event) => event === 'war' || event === 'forced-out') === true,
  'group-of-two': (answers) => answers.party === 'group',
};

function includesAny(answers: Answers, profiles: readonly Profile[]): boolean {
  return profiles.some(
    (profile) => answers.work?.includes(profile) || answers.details?.[`is-${profile}`] === 'yes',
  );
}

export function isImplied(condition: Condition, answers: Answers): boolean {
  return said[condition]?.(answers) ?? false;
}

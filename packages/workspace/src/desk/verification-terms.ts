import { canSetVerificationTerms } from '@leeward/domain/organisation/rules.ts';
import { isSameTerms, usualTerms, type VerificationTerms } from '@leeward/domain/verification/terms.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { appended } from './questions.ts';

export type VerificationCommands = {
  /** From now on what is found holds for these terms, for the whole organisation. What was found keeps its own. */
  setVerificationTerms: [{ readonly terms: VerificationTerms; readonly reason: string }, null];
};

/** Writes them into the organisation's log, as it stands when their turn comes. */
export async function setVerificationTerms(
  engine: Engine,
  wanted: VerificationCommands['setVerificationTerms'][0],
): Promise<Answer<null>> {
  const allowed = canSetVerificationTerms(organisationNow(engine), actorOf(engine), wanted);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const stands = () => organisationNow(engine).verificationTerms?.terms ?? usualTerms;
  return appended(engine, async () =>
    isSameTerms(stands(), wanted.terms) ? null : { events: allowed.value, quoted: [] },
  );
}

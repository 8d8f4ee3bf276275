import type { CaseState } from '@leeward/domain/case/state.ts';
import { type IdentityQuestion, waitingQuestions } from '@leeward/domain/custody/state.ts';

/** What lists need of questions for identities: nothing for most cases. */
export type IdentitiesInLine = {
  /** Questions that wait for custody. */
  readonly identityAsked?: readonly IdentityQuestion[];
  /** Questions that were granted. */
  readonly identityGranted?: readonly string[];
};

export function identitiesIn({ parts }: CaseState): IdentitiesInLine {
  const asked = waitingQuestions(parts.custody);
  const granted = [...parts.custody.values()].flatMap(({ question, answer }) =>
    answer?.granted === true ? [question] : [],
  );
  return {
    ...(asked.length === 0 ? {} : { identityAsked: asked }),
    ...(granted.length === 0 ? {} : { identityGranted: granted }),
  };
}

import type { Failure } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { failureWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';

/** What happened, what is safe and what to do. */
export type ProblemWords = { readonly title: string; readonly safe?: string; readonly do?: string };

/** Says that something did not work, aloud for who does not see it. */
export function Problem({
  words,
  tone = 'warn',
  children,
}: {
  readonly words: ProblemWords;
  readonly tone?: 'warn' | 'danger';
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={`note ${tone} problem`} role="alert">
      <strong>{words.title}</strong>
      {words.safe === undefined ? null : <p>{words.safe}</p>}
      {words.do === undefined ? null : <p>{words.do}</p>}
      {children}
    </div>
  );
}

/** The words for a command that failed; nothing while there is no failure. */
export function FailureNote({
  failure,
  children,
}: {
  readonly failure: Failure | null;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  if (failure === null) return null;
  return <Problem words={failureWords(t, failure, nameOf)}>{children}</Problem>;
}

/** The same for something that was to be looked at: nothing was typed, so nothing is said of that. */
export function ViewFailure({ failure }: { readonly failure: Failure }): ReactNode {
  const { t } = useSpeech();
  return failure.code === 'not-here' ? (
    <Problem words={{ title: t('failure.notHere') }} />
  ) : (
    <FailureNote failure={failure} />
  );
}

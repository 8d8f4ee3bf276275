import type { AskingNote, AskingVerdict } from '@leeward/domain/verification/asking.ts';
import { type Telling, tellings } from '@leeward/domain/verification/events.ts';
import type { LeaveStanding } from '@leeward/domain/verification/leave.ts';
import type { VerificationState } from '@leeward/domain/verification/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { NameWords } from '../people/name-words.tsx';
import { labelIn, useVerifyNames } from './names.ts';

/** Whether a source may be asked, with every reason. */
export function AskingVerdictNote({
  state,
  verdict: { never, careful },
}: {
  readonly state: VerificationState;
  readonly verdict: AskingVerdict;
}): ReactNode {
  const { t } = useSpeech();
  if (never.length + careful.length === 0) return <p className="note good small">{t('verify.mayAsk')}</p>;
  return (
    <>
      {never.length === 0 ? null : (
        <div className="note danger">
          <strong>{t('verify.never')}</strong>
          <Reasons state={state} notes={never} />
        </div>
      )}
      {careful.length === 0 ? null : (
        <div className="note warn">
          <strong>{t('verify.careful')}</strong>
          <Reasons state={state} notes={careful} />
        </div>
      )}
    </>
  );
}

function Reasons({
  state,
  notes,
}: {
  readonly state: VerificationState;
  readonly notes: readonly AskingNote[];
}): ReactNode {
  const { t } = useSpeech();
  const names = useVerifyNames();
  const isStanding = (word: string | undefined): word is LeaveStanding => word !== undefined;
  const isTelling = (word: string | undefined): word is Telling => tellings.some((code) => code === word);
  return (
    <ul className="plain stack tight">
      {notes.map(({ code, sources, details, words }) => {
        const told = details?.['told'];
        const standing = details?.['standing'];
        return (
          <li key={`${code} ${told ?? ''} ${details?.['why'] ?? ''}`}>
            {t(`verify.reason.${code}`, {
              why: details?.['why'] || details?.['reason'] || t('verify.saidNever'),
              told: isTelling(told) ? names.telling(told) : '',
              sources: names.list(sources.map((one) => labelIn(state, one))),
              standing: isStanding(standing) ? t(`verify.leave.${standing}`) : '',
            })}{' '}
            <NameWords words={words ?? []} />
          </li>
        );
      })}
    </ul>
  );
}

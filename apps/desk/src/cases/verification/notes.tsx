import { type Stake, stakes } from '@leeward/domain/verification/events.ts';
import type { PictureNote } from '@leeward/domain/verification/picture.ts';
import type { VerificationState } from '@leeward/domain/verification/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { labelIn, useVerifyNames } from './names.ts';

const marks = { for: 'yes', against: 'no', careful: 'unknown', plain: 'noted' } as const;

/** What an officer should see beside a question, each with its reason. */
export function PictureNotes({
  state,
  notes,
}: {
  readonly state: VerificationState;
  readonly notes: readonly PictureNote[];
}): ReactNode {
  const { t } = useSpeech();
  const names = useVerifyNames();
  if (notes.length === 0) return null;
  const why = (details: PictureNote['details']): string => {
    const stake: Stake['has'] | undefined = stakes.find((one) => one === details?.['stake']);
    return stake === undefined ? (details?.['reason'] ?? '') : t(`verify.stake.${stake}`);
  };
  return (
    <ul className="plain reasons">
      {notes.map(({ code, tone, sources, findings, details }) => (
        <li key={`${code} ${sources.join(' ')} ${findings.join(' ')}`} className={`reason ${marks[tone]}`}>
          <span className="visually-hidden">{t(`verify.tone.${tone}`)} </span>
          {t(`verify.note.${code}`, {
            sources: names.list(sources.map((one) => labelIn(state, one))),
            why: why(details),
          })}
        </li>
      ))}
    </ul>
  );
}

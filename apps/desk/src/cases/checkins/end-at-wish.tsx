import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { useAction } from '../../session/use-session.tsx';

/** Ends every sign of life that runs, because she wished it at her door, and tells her page. One step. */
export function EndAtWish({
  record,
  file,
  since,
}: {
  readonly record: string;
  readonly file: string | null;
  readonly since: number;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const notice = useNotice();
  const action = useAction('endAtHerWish');
  const end = async (): Promise<void> => {
    const reason = t('wish.endReason', { date: formatDate(numbers, since) });
    const answer = await action.run({ record, case: file, reason });
    if (answer.ok) notice({ text: t('wish.ended') });
  };
  return (
    <div className="stack tight">
      <p className="small">{t('wish.endClaim')}</p>
      <div>
        <button type="button" className="button" disabled={action.busy} onClick={() => void end()}>
          {t('wish.end')}
        </button>
      </div>
      <FailureNote failure={action.failure} />
    </div>
  );
}

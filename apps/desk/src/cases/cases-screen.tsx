import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { useView } from '../session/use-session.tsx';
import { CaseList } from './case-list.tsx';

const step = 100;

/** All cases that this device can read. */
export function CasesScreen(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('cases', {});
  const [limit, setLimit] = useState(step);
  const lines = answer?.ok === true ? answer.value : [];
  return (
    <Screen title={t('cases.title')}>
      {answer === undefined ? <p className="quiet">{t('common.loading')}</p> : null}
      {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
      {answer?.ok === true && lines.length === 0 ? (
        <Empty title={t('cases.empty')}>{t('cases.emptyHint')}</Empty>
      ) : null}
      {lines.length === 0 ? null : <CaseList lines={lines.slice(0, limit)} />}
      {lines.length > limit ? (
        <button type="button" className="button more" onClick={() => setLimit(limit + step)}>
          {t('queue.more', { count: Math.min(step, lines.length - limit), total: lines.length })}
        </button>
      ) : null}
    </Screen>
  );
}

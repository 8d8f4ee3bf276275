import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { usePlace } from '../parts/use-place.ts';
import { useView } from '../session/use-session.tsx';
import { useStepsMemory } from '../today/use-steps-memory.ts';
import { CheckWords } from './check-words.tsx';

/** The six words by which two colleagues find out whether the server shows them the same organisation. */
export function CompareWords(): ReactNode {
  const { t } = useSpeech();
  const [shown, setShown] = useState(false);
  const place = usePlace('compare');
  return (
    <section className="stack tight" aria-labelledby="compare">
      <h2 id="compare" ref={place} tabIndex={-1}>
        {t('members.compareWords')}
      </h2>
      <p className="quiet">{t('members.compareWordsHint')}</p>
      {shown ? (
        <Compared />
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setShown(true)}>
            {t('members.compareShow')}
          </button>
        </div>
      )}
    </section>
  );
}

function Compared(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('compareWords', {});
  const [result, setResult] = useState<'same' | 'different' | null>(null);
  const { remember } = useStepsMemory();
  if (answer === undefined) return <p className="quiet">{t('common.loading')}</p>;
  if (!answer.ok) return <FailureNote failure={answer.error} />;
  return (
    <div className="stack tight">
      <CheckWords words={answer.value.words} label={t('members.compareWords')} />
      <div className="cluster">
        <button
          type="button"
          className="button"
          onClick={() => {
            setResult('same');
            remember({ compared: true });
          }}
        >
          {t('members.compareSame')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setResult('different');
            remember({ compared: false });
          }}
        >
          {t('members.compareDifferent')}
        </button>
      </div>
      {result === 'same' ? (
        <p className="note good" role="status">
          {t('members.compareGood')}
        </p>
      ) : null}
      {result === 'different' ? (
        <Problem
          tone="danger"
          words={{
            title: t('alert.organisationFork.title'),
            safe: t('alert.organisationFork.safe'),
            do: t('alert.organisationFork.do'),
          }}
        />
      ) : null}
    </div>
  );
}

import type { Answers, Finding, Mechanism, Verdict } from '@leeward/directory';
import { sayFinding, sayLabel, sayQuestion, sayStanding, sayWarning } from '@leeward/directory/say/index.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useSpeaker } from '../speaker.tsx';

type Props = { readonly entry: Mechanism; readonly verdict: Verdict; readonly answers: Answers };

/** Why it stands in the list in which it stands: every reason, for and against, and what is still to be asked. */
export function VerdictCard({ entry, verdict, answers }: Props): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const group = (truth: Finding['truth'], name: string): ReactNode => {
    const lines = verdict.findings.filter((one) => one.truth === truth);
    if (lines.length === 0) return null;
    return (
      <>
        <h3>{sayLabel(speaker, name)}</h3>
        <ul className="plain reasons">
          {lines.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one verdict never change places
            <li key={index} className={`reason ${truth}`}>
              {sayFinding(speaker, finding)}
            </li>
          ))}
        </ul>
      </>
    );
  };
  return (
    <section className={`card verdict ${verdict.list} stack tight`} aria-label={sayLabel(speaker, 'verdict')}>
      <h2>{speaker.text(`list.${verdict.list}`)}</h2>
      {verdict.questions.length === 0 ? null : (
        <>
          <h3>{sayLabel(speaker, 'questions')}</h3>
          <ol className="questions-to-ask">
            {verdict.questions.map((question) => (
              <li key={`${question.of} ${question.code}`}>{sayQuestion(speaker, question, entry.name)}</li>
            ))}
          </ol>
        </>
      )}
      {group('no', 'notMet')}
      {group('unknown', 'unclear')}
      {group('yes', 'met')}
      {verdict.warnings.length === 0 ? null : (
        <>
          <h3>{sayLabel(speaker, 'warnings')}</h3>
          <ul className="plain reasons">
            {verdict.warnings.map((warning) => (
              <li
                key={sayWarning(speaker, warning)}
                className={warning.code === 'danger' ? 'reason danger' : 'reason unknown'}
              >
                {sayWarning(speaker, warning)}
              </li>
            ))}
          </ul>
        </>
      )}
      <details className="pick screen-only">
        <summary>{sayLabel(speaker, 'standing')}</summary>
        <ul className="pick-body small">
          {sayStanding(speaker, verdict.standing, entry, answers).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <p className="small quiet">{t('directory.asSaidToHer')}</p>
    </section>
  );
}

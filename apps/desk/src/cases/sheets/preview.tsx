import type { SheetTerms } from '@leeward/domain/sheet/events.ts';
import { direction, doorLanguages, formatDateTime } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';

/** All that the reader will see of the file: what is not here, she does not learn. */
export function Preview({ terms }: { readonly terms: SheetTerms }): ReactNode {
  const { t, numbers } = useSpeech();
  const { from, questions, until, word, language } = terms;
  const spoken = doorLanguages.find(({ tag }) => tag === language);
  return (
    <section className="stack tight" aria-labelledby="sheet-preview">
      <h2 id="sheet-preview">{t('sheets.preview')}</h2>
      <p className="small quiet">{t('sheets.previewHint', { language: spoken?.name ?? language })}</p>
      <div className="card facts stack tight">
        {from === '' ? null : (
          <p>
            {t('sheets.askedBy')} <Words inline text={from} />
          </p>
        )}
        <ol className="stack tight">
          {questions.map(({ ask, about }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question has no name but its place
            <li key={index}>
              {ask === 'own' ? null : <p>{t(`sheets.ask.${ask}`)}</p>}
              <b dir={spoken === undefined ? 'auto' : direction(spoken.tag)}>
                {about === '' ? <span className="quiet">…</span> : <Words text={about} lang={language} />}
              </b>
            </li>
          ))}
        </ol>
        <p className="small">{t('sheets.previewAnswers')}</p>
        <p className="small">{t('sheets.previewStake')}</p>
        {word === '' ? null : <p className="small">{t('sheets.previewWord')}</p>}
        <p className="small">{t('sheets.until', { date: formatDateTime(numbers, until) })}</p>
      </div>
      <p className="small quiet">{t('sheets.previewNot')}</p>
    </section>
  );
}

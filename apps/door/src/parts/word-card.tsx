import { formatNumber } from '@leeward/ui/language/format.ts';
import { direction } from '@leeward/ui/language/languages.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { Square } from './square.tsx';

/**
 * A card for the printer that looks like somebody's list for learning: words or figures, and room beside each. Nothing
 * else of this page ever goes on paper while it is open, whichever way printing was begun.
 */
export function WordCard({
  shown,
  digits,
  language,
}: {
  readonly shown: readonly string[];
  readonly digits: readonly string[];
  /** Of the words; null for figures, which are written from left to right everywhere. */
  readonly language: string | null;
}) {
  const { t, tag } = useLanguage();
  const [withCode, setWithCode] = useState(false);
  useEffect(() => {
    document.documentElement.dataset['paper'] = 'card';
    return () => {
      delete document.documentElement.dataset['paper'];
    };
  }, []);
  return (
    <>
      <details class="card padded">
        <summary>{t('words.card')}</summary>
        <div class="stack tight folded">
          <p>{t('words.cardHint')}</p>
          <p class="note warn small">{t('words.cardTraces')}</p>
          <label class="option">
            <input
              type="checkbox"
              autocomplete="off"
              checked={withCode}
              onChange={(event) => setWithCode(event.currentTarget.checked)}
            />
            {t('words.cardCode')}
          </label>
          <button class="button" type="button" onClick={() => print()}>
            {t('words.cardPrint')}
          </button>
        </div>
      </details>
      <div class="on-paper" aria-hidden="true">
        <table lang={language ?? undefined} dir={language === null ? 'ltr' : direction(language)}>
          <tbody>
            {shown.map((word, index) => (
              <tr key={`${index}${word}`}>
                <td>{formatNumber(language ?? tag, index + 1)}</td>
                <td translate={false}>{word}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        {withCode ? <Square digits={digits} /> : null}
      </div>
    </>
  );
}

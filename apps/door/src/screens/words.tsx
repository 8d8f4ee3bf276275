import { formatNumber } from '@leeward/ui/language/format.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { type Phrase, type Words as WordsOf, wordsFor } from '../model/phrase.ts';
import { Frame } from '../parts/frame.tsx';
import { Square } from '../parts/square.tsx';
import { WordCard } from '../parts/word-card.tsx';

export type Form = 'words' | 'digits';

/** Which form comes first: digits where the language has no list, or one that no native speaker has read (section 6). */
export const formFor = (words: WordsOf | null): Form =>
  words !== null && areWordsFirst(words) ? 'words' : 'digits';

const areWordsFirst = ({ list, isForeign }: WordsOf): boolean => list.readByNativeSpeaker && !isForeign;

/** The words of a phrase in the language of the page; undefined while they are fetched. */
export function useWords(phrase: Phrase | null): WordsOf | null | undefined {
  const { locale } = useLanguage();
  const [words, setWords] = useState<WordsOf | null | undefined>(undefined);
  useEffect(() => {
    let isOver = false;
    setWords(undefined);
    if (phrase !== null)
      wordsFor(phrase, locale).then(
        (found) => {
          if (!isOver) setWords(found);
        },
        // The list did not come: the digits are the same key and need no list.
        () => {
          if (!isOver) setWords(null);
        },
      );
    return () => {
      isOver = true;
    };
  }, [phrase, locale]);
  return words;
}

/** The twelve words, to be written down. */
export function Words({
  phrase,
  words,
  form,
  onForm,
  another,
}: {
  readonly phrase: Phrase;
  readonly words: WordsOf | null;
  readonly form: Form;
  readonly onForm: (form: Form) => void;
  readonly another: () => void;
}) {
  const { t, tag } = useLanguage();
  const shown = form === 'words' && words !== null ? words.words : phrase.digits;
  const isDigits = shown === phrase.digits;
  const [isSquare, setSquare] = useState(false);
  return (
    <Frame title={t('words.title')} lead={t('words.lead')}>
      {words === null ? null : (
        <fieldset class="forms" aria-label={t('words.title')}>
          {(areWordsFirst(words) ? (['words', 'digits'] as const) : (['digits', 'words'] as const)).map(
            (one) => (
              <button
                key={one}
                class="button wide"
                type="button"
                aria-pressed={form === one}
                onClick={() => onForm(one)}
              >
                {t(one === 'words' ? 'words.asWords' : 'words.asDigits')}
              </button>
            ),
          )}
        </fieldset>
      )}
      <ol class={isDigits ? 'phrase digits' : 'phrase'} aria-label={t('words.title')}>
        {shown.map((word, index) => (
          <li key={`${index}${word}`} lang={isDigits ? undefined : words?.list.language}>
            <span class="place">{formatNumber(tag, index + 1)}</span>
            <bdi translate={false}>{word}</bdi>
          </li>
        ))}
      </ol>
      {isSquare ? (
        <div class="stack tight">
          <Square digits={phrase.digits} />
          <p class="small quiet">{t('words.qrHint')}</p>
        </div>
      ) : null}
      <button class="button" type="button" aria-expanded={isSquare} onClick={() => setSquare(!isSquare)}>
        {t(isSquare ? 'words.qrHide' : 'words.qr')}
      </button>
      {isDigits && words !== null ? <p class="small quiet">{t('words.digitsHint')}</p> : null}
      {words?.isForeign ? <p class="small quiet">{t('words.otherLanguage')}</p> : null}
      {words !== null && !words.list.readByNativeSpeaker && isDigits ? (
        <p class="small quiet">{t('words.digitsFirst')}</p>
      ) : null}
      <ul class="plain stack tight">
        <li>
          <strong>{t('words.write')}</strong> {t('words.order')}
        </li>
        <li>{t('words.hide')}</li>
        <li>{t('words.looksLike')}</li>
        <li>{t('words.noRestore')}</li>
        <li>{t('words.proveNothing')}</li>
        {isDigits ? null : <li>{t('words.notPossible')}</li>}
      </ul>
      <WordCard
        shown={shown}
        digits={phrase.digits}
        language={isDigits || words === null ? null : words.list.language}
      />
      <button class="button" type="button" onClick={another}>
        {t('words.another')}
      </button>
    </Frame>
  );
}

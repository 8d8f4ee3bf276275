import { formatList } from '@leeward/ui/language/format.ts';
import { outboxWords, stillFits } from '@leeward/workspace/door/check-words.ts';
import type { Conversation } from '@leeward/workspace/door/conversation.ts';
import { loadListsFor, loadNewestList, type WordList } from '@leeward/workspace/door/phrase.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { LineField } from './field.tsx';

/** Two words for the paper, by which the next visit knows whether something that is there today was taken away (rule 20). */
export function CheckWords({ conversation }: { readonly conversation: Conversation }) {
  const { t, locale, tag } = useLanguage();
  const [list, setList] = useState<WordList | null>(null);
  const [typed, setTyped] = useState('');
  const [fits, setFits] = useState<boolean | null>(null);
  useEffect(() => {
    let isOver = false;
    const take = (found: WordList | undefined): void => {
      if (!isOver) setList(found?.readByNativeSpeaker === true ? found : null);
    };
    // Without a list that a native speaker has read, the digits: they are the same in every language.
    loadNewestList(locale).then(take, () => take(undefined));
    return () => {
      isOver = true;
    };
  }, [locale]);
  const now = useRef(typed);
  now.current = typed;
  const words = outboxWords(conversation, list);
  if (words === null) return null;

  const compare = async (): Promise<void> => {
    const lists = await loadListsFor(typed).catch(() => []);
    // She has typed on: nothing is said of words that do not stand there any more.
    if (now.current !== typed) return;
    setFits(stillFits(conversation, typed, lists));
  };
  return (
    <details class="card padded">
      <summary>{t('talk.checkWords')}</summary>
      <div class="stack tight">
        <p>{t('talk.checkWordsHint', { words: formatList(tag, words) })}</p>
        <form
          class="stack tight"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void compare();
          }}
        >
          <LineField
            label={t('talk.checkWordsEnter')}
            value={typed}
            onChange={(value) => {
              setTyped(value);
              setFits(null);
            }}
          />
          <button class="button" type="submit">
            {t('talk.checkWordsCompare')}
          </button>
        </form>
        <p role="status" class={fits === null ? '' : fits ? 'note good' : 'note warn'}>
          {fits === null ? '' : t(fits ? 'talk.checkWordsSame' : 'talk.checkWordsOther')}
        </p>
      </div>
    </details>
  );
}

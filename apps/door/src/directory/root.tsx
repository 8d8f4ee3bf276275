import { createDirectorySpeaker } from '@leeward/ui/language/directory-speaker.ts';
import { loadDirectoryMessages } from '@leeward/ui/language/load-directory.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Change, Answers as Request } from '../model/answers.ts';
import { type Language, useLanguage } from '../model/language.ts';
import { Frame } from '../parts/frame.tsx';
import { ProblemText } from '../parts/problem.tsx';
import { useData } from './model/data.ts';
import type { Missing } from './model/fetch-directory.ts';
import { type Words, WordsProvider } from './model/words.ts';
import { Search } from './search.tsx';

/** What the directory has to know of the page that it is opened from. */
export type DirectoryProps = {
  /** False while another screen is on the page: nothing is lost meanwhile. */
  readonly isShown: boolean;
  /** The way back to the first question; null where there is nobody to write to. */
  readonly back: (() => void) | null;
  /** The organisation behind the link, where its door is open; empty where it is not. */
  readonly organisation: string;
  readonly request: Request;
  readonly change: Change;
  /** To the request, which shows what she has taken along. */
  readonly toRequest: () => void;
  /** Why nobody can be written to, where that is so. */
  readonly note: ComponentChildren;
};

/**
 * "Find support": works with no account, no organisation and no sending. The words and the data come once, all else
 * happens on this device; where she is and what she answered stands in memory alone.
 */
export function Directory(props: DirectoryProps) {
  const language = useLanguage();
  const { words, again: wordsAgain } = useDirectoryWords(language);
  const { data, again } = useData();
  if (words === null || data.state === 'missing') {
    if (!props.isShown) return null;
    const missing = data.state === 'missing' ? data.missing : words === null && wordsAgain ? 'server' : null;
    return missing === null ? (
      <Coming />
    ) : (
      <NotHere
        missing={missing}
        again={() => {
          wordsAgain?.();
          again();
        }}
        back={props.back}
      />
    );
  }
  if (data.state === 'coming') return props.isShown ? <Coming /> : null;
  return (
    <WordsProvider value={words}>
      <Search {...props} release={data.release} />
    </WordsProvider>
  );
}

function Coming() {
  const { t } = useLanguage();
  return <Frame key="coming" title={t('common.loading')} lead={t('shell.loading')} />;
}

function NotHere({
  missing,
  again,
  back,
}: {
  readonly missing: Missing;
  readonly again: () => void;
  readonly back: (() => void) | null;
}) {
  const { t } = useLanguage();
  return (
    <Frame key="missing" title={t(`problem.${missing}.title`)}>
      <ProblemText
        happened={t(`problem.${missing}.happened`)}
        safe={t(`problem.${missing}.safe`)}
        todo={t(`problem.${missing}.do`)}
      />
      <div class="go">
        {back === null ? null : (
          <button class="button" type="button" onClick={back}>
            {t('common.back')}
          </button>
        )}
        <button class="button primary wide" type="button" onClick={again}>
          {t('common.retry')}
        </button>
      </div>
    </Frame>
  );
}

/** The directory's words in the language of the page; those of the language before stay until the new ones are here. */
function useDirectoryWords({ locale, tag }: Language): {
  readonly words: Words | null;
  /** Present where they did not come. */
  readonly again: (() => void) | null;
} {
  const [words, setWords] = useState<Words | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    setFailed(false);
    loadDirectoryMessages(locale).then(
      (messages) => {
        if (isOver) return;
        const speaker = createDirectorySpeaker(locale, messages, tag);
        setWords({ locale, tag, speaker, d: speaker.text });
      },
      () => {
        if (!isOver) setFailed(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [locale, tag, round]);
  return { words, again: failed ? () => setRound((count) => count + 1) : null };
}

import { formatList } from '@leeward/ui/language/format.ts';
import { type PhraseProblem, readPhrase } from '@leeward/workspace/door/phrase.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Language, useLanguage } from '../model/language.ts';
import { unreadWords } from '../parts/failure.ts';
import { TextField } from '../parts/field.tsx';
import { Frame } from '../parts/frame.tsx';
import { NearWords } from '../parts/near-words.tsx';
import { ReadSquare } from '../parts/read-square.tsx';
import { Steps } from '../parts/steps.tsx';

/** Coming back with the words or the digits. Reading them happens here; nothing that is wrong is sent anywhere. */
export function Enter({
  back,
  open,
  isOpening,
  problem,
  typed,
  onTyped,
}: {
  readonly back: () => void;
  readonly open: (entropy: Uint8Array<ArrayBuffer>) => void;
  readonly isOpening: boolean;
  /** Why the box could not be read, in words. */
  readonly problem: string | null;
  /** Lives above this screen: where nothing was found, one wrong word must not cost her the other eleven. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}) {
  const language = useLanguage();
  const { t } = language;
  const [problems, setProblems] = useState<readonly PhraseProblem[]>([]);
  const [failed, setFailed] = useState(false);

  /** What stands in the field now; null once she has gone elsewhere. */
  const now = useRef<string | null>(typed);
  now.current = typed;
  useEffect(
    () => () => {
      now.current = null;
    },
    [],
  );

  const read = async (): Promise<void> => {
    setFailed(false);
    try {
      const phrase = await readPhrase(typed, language.locale);
      // The lists may take their time: what was found is about what stood there then.
      if (now.current !== typed) return;
      setProblems(phrase.ok ? [] : phrase.error);
      if (phrase.ok) open(phrase.value.entropy);
      else document.getElementById('phrase')?.focus();
    } catch {
      // The word list did not come.
      setFailed(true);
    }
  };
  const sentences = problems.map((one) => problemWords(one, language));
  const connection = failed ? unreadWords(language) : problem;

  return (
    <Frame title={t('enter.title')} lead={t('enter.lead')}>
      <form
        class="stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <TextField
          id="phrase"
          label={t('enter.field')}
          hint={t('enter.prefixHint')}
          value={typed}
          rows={4}
          error={sentences.length === 0 ? undefined : sentences.join(' ')}
          onChange={(value) => {
            onTyped(value);
            setProblems([]);
          }}
        />
        <NearWords
          problems={problems}
          typed={typed}
          take={(next, solved) => {
            onTyped(next);
            setProblems(problems.filter((one) => one !== solved));
            document.getElementById('phrase')?.focus();
          }}
        />
        <p class="small quiet">{t('enter.local')}</p>
        <ReadSquare
          onRead={(read) => {
            onTyped(read);
            setProblems([]);
          }}
        />
        {connection === null ? null : (
          <p class="note warn" role="alert">
            {connection}
          </p>
        )}
        <p role="status" class={isOpening ? '' : 'visually-hidden'}>
          {isOpening ? t('enter.opening') : ''}
        </p>
        <Steps back={back} next={null} nextLabel={t('enter.open')} />
      </form>
    </Frame>
  );
}

function problemWords(problem: PhraseProblem, { t, tag }: Language): string {
  switch (problem.code) {
    case 'empty':
      return t('enter.count', { count: 0 });
    case 'unknown-word': {
      const { place: number, typed: word, near } = problem;
      return near.length === 0
        ? t('enter.wrongWord', { number, word })
        : t('enter.wrongWordMaybe', { number, word, suggestions: formatList(tag, near.slice(0, 3)) });
    }
    case 'too-few-words':
    case 'too-many-words':
      return t('enter.count', { count: problem.found });
    case 'too-few-digits':
    case 'too-many-digits':
      return t('enter.countDigits', { count: problem.found });
    case 'wrong-groups':
      return problem.places.map((number) => t('enter.wrongGroup', { number })).join(' ');
    case 'wrong-checksum':
      return t('enter.checksum');
  }
}

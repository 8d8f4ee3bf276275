import { placesToAsk, wrongPlaces } from '@leeward/workspace/door/phrase.ts';
import { useMemo, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import type { Phrase, Words as WordsOf } from '../model/phrase.ts';
import { LineField } from '../parts/field.tsx';
import { Frame } from '../parts/frame.tsx';
import { Steps } from '../parts/steps.tsx';
import type { Form } from './words.tsx';

/** Three of them typed back: who has not written them down finds out now and not when the answer is there. */
export function Check({
  phrase,
  words,
  form,
  back,
  send,
  sendLabel,
}: {
  readonly phrase: Phrase;
  readonly words: WordsOf | null;
  readonly form: Form;
  readonly back: () => void;
  readonly send: () => void;
  readonly sendLabel: string;
}) {
  const { t } = useLanguage();
  const asWords = form === 'words' && words !== null;
  const places = useMemo(() => placesToAsk(asWords ? 'words' : 'digits'), [phrase, asWords]);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);

  const check = async (): Promise<void> => {
    const answers = places.map((place) => ({ place, typed: typed[place] ?? '' }));
    const found = await wrongPlaces(phrase.entropy, answers, words === null ? [] : [words.list]);
    setWrong(found);
    if (found.length === 0) send();
    else document.getElementById(`place-${found[0]}`)?.focus();
  };

  return (
    <Frame title={t('words.check.title')} lead={t(asWords ? 'words.check.lead' : 'words.check.leadDigits')}>
      <form
        class="stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        {places.map((place) => (
          <LineField
            key={place}
            id={`place-${place}`}
            label={t(asWords ? 'words.number' : 'words.groupNumber', { number: place })}
            error={
              wrong.includes(place)
                ? t(asWords ? 'words.check.wrong' : 'words.check.wrongDigits', { number: place })
                : undefined
            }
            isNumber={!asWords}
            value={typed[place] ?? ''}
            onChange={(value) => {
              setTyped({ ...typed, [place]: value });
              setWrong(wrong.filter((other) => other !== place));
            }}
          />
        ))}
        <Steps back={back} backLabel={t('words.showAgain')} next={null} nextLabel={sendLabel} />
      </form>
    </Frame>
  );
}

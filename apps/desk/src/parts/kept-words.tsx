import { type ReactNode, useId, useState, useSyncExternalStore } from 'react';
import { useSpeech } from '../language/speech.tsx';
import type { Place } from '../session/typed-forms.ts';
import { useSession } from '../session/use-session.tsx';
import { typedDirection } from './typed-direction.ts';
import { typedWords } from './typed-words.ts';

/**
 * What somebody typed about a record that she may not write in any more: it was given to a colleague, or she may not read
 * it now. Her words are hers. They stand here to be copied out, until she throws them away.
 */
export function KeptWords({ record }: { readonly record: string }): ReactNode {
  const { t } = useSpeech();
  const { forms } = useSession();
  const begun = useSyncExternalStore(forms.watch, forms.begun);
  const here = begun.filter((place) => place.record === record);
  const withWords = here.flatMap((place) => {
    const words = typedWords(forms.peek(place.command, record)?.form);
    return words.length === 0 ? [] : [{ place, text: words.join('\n\n') }];
  });
  if (withWords.length === 0) return null;
  return (
    <section className="card facts stack tight" aria-labelledby="kept-words">
      <h2 id="kept-words">{t('keptWords.title')}</h2>
      <p className="quiet">{t('keptWords.hint')}</p>
      {withWords.map(({ place, text }) => (
        <OneForm key={place.command} place={place} text={text} />
      ))}
    </section>
  );
}

function OneForm({ place, text }: { readonly place: Place; readonly text: string }): ReactNode {
  const { t } = useSpeech();
  const { forms } = useSession();
  const [copied, setCopied] = useState(false);
  const box = useId();
  const copy = (): void => {
    // Without the permission the text still stands there, to be selected.
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="field" data-kept={place.command}>
      <label htmlFor={box} className="visually-hidden">
        {t('keptWords.title')}
      </label>
      <textarea
        id={box}
        readOnly
        rows={Math.min(8, text.split('\n').length + 1)}
        dir={typedDirection(text)}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <div className="cluster">
        <button type="button" className="button" onClick={copy}>
          {t(copied ? 'common.copied' : 'common.copy')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => forms.discard(place.command, place.record)}
        >
          {t('form.discard')}
        </button>
      </div>
    </div>
  );
}

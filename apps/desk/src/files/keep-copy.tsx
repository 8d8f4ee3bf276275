import type { FileNote } from '@leeward/domain/shared/context.ts';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { useAction } from '../session/use-session.tsx';
import { Viewer } from './viewer.tsx';
import type { Copied } from './viewer-port.ts';

type Props = {
  readonly record: string;
  readonly of: FileNote;
  readonly copy: Copied;
  readonly onDone: () => void;
};

/** A copy that was made in the viewer: looked at once more, named, and only then kept. */
export function KeepCopy({ record, of, copy, onDone }: Props): ReactNode {
  const { t } = useSpeech();
  const keep = useAction('keepCopy');
  const [name, setName] = useState(() => suggestedName(of.name, copy));
  const [unnamed, setUnnamed] = useState(false);
  // One and the same for as long as it stands here: another one would begin the viewer anew.
  const shown = useMemo(() => ({ bytes: copy.bytes, mediaType: copy.mediaType, name: '' }), [copy]);
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const submit = async (): Promise<void> => {
    if (name.trim() === '') {
      setUnnamed(true);
      return;
    }
    const bytes = copy.bytes.slice(0);
    const answer = await keep.run({ record, of, name: withEnding(name.trim(), copy), bytes });
    if (answer.ok) onDone();
  };
  return (
    <section className="new-copy" aria-labelledby={`${id}-title`}>
      <h4 id={`${id}-title`} ref={title} tabIndex={-1}>
        {t('copy.title')}
      </h4>
      <p>{t('copy.look')}</p>
      <Viewer file={shown} name={t('copy.title')} onShown={() => {}} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-name`}>{t('copy.name')}</label>
          <input
            id={`${id}-name`}
            dir={typedDirection(name)}
            maxLength={200}
            autoComplete="off"
            value={name}
            aria-invalid={unnamed}
            aria-describedby={`${id}-wrong`}
            onChange={({ target }) => {
              setName(target.value);
              setUnnamed(false);
            }}
          />
          <span className="error" id={`${id}-wrong`} role="status">
            {unnamed ? t('copy.nameNeeded') : ''}
          </span>
        </div>
        {keep.failure?.code === 'broken-file' ? (
          <Problem words={{ title: t('copy.notPlain') }} />
        ) : (
          <FailureNote failure={keep.failure} />
        )}
        <div className="cluster">
          <button type="submit" className="button primary" disabled={keep.busy}>
            {t('copy.keep')}
          </button>
          <button type="button" className="button quiet" disabled={keep.busy} onClick={onDone}>
            {t('copy.discard')}
          </button>
        </div>
      </form>
    </section>
  );
}

const endingOf = ({ mediaType }: Copied): string => (mediaType === 'image/png' ? '.png' : '.jpg');

/** The name of the original, so that both are found together, with the page where it is one of a paper. */
export function suggestedName(original: string, copy: Copied): string {
  const stem = original.replace(/\.[^.]*$/, '');
  return `${stem}${copy.page === null ? '' : `-${copy.page}`}-copy${endingOf(copy)}`;
}

/** What it is called ends as what it is. */
export function withEnding(name: string, copy: Copied): string {
  return name.toLowerCase().endsWith(endingOf(copy)) ? name : `${name}${endingOf(copy)}`;
}

import { isDoorLocale, type Locale } from '@leeward/ui';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { addressOf } from '../../router/route.ts';
import { useSession } from '../../session/use-session.tsx';
import { useShortlist } from './use-shortlist.ts';

/**
 * Beside the alternatives of a decline: what the directory has for this request, and what was picked of it already. The
 * directory itself is fetched only when somebody asks for it.
 */
export function DeclineHelp({
  record,
  written,
  onTake,
}: {
  readonly record: string;
  /** The language in which the person reads. */
  readonly written: Locale;
  /** Lines to be added to the alternatives. */
  readonly onTake: (lines: readonly string[]) => void;
}): ReactNode {
  const { t } = useSpeech();
  const { session } = useSession();
  const { picked } = useShortlist(record);
  const [failed, setFailed] = useState(false);
  const take = async (): Promise<void> => {
    setFailed(false);
    try {
      const [{ speakerIn }, { composeLine }] = await Promise.all([
        import('../speaker.tsx'),
        import('./compose.ts'),
      ]);
      const speaker = await speakerIn(isDoorLocale(written) ? written : 'en');
      const answer = await session.call('directory', {});
      if (!answer.ok) return setFailed(true);
      const { entries } = answer.value;
      onTake(
        picked.flatMap((id) => {
          const shown = entries.find(({ entry }) => entry.id === id);
          return shown === undefined ? [] : [composeLine(speaker, shown.entry)];
        }),
      );
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="stack tight">
      <div className="cluster">
        <a className="button" href={addressOf({ name: 'directory', part: 'find', record })}>
          {t('directory.findAlternatives')}
        </a>
        {picked.length === 0 ? null : (
          <button type="button" className="button" onClick={() => void take()}>
            {t('directory.takePicked', { count: picked.length })}
          </button>
        )}
      </div>
      {failed ? (
        <p className="error" role="alert">
          {t('directory.notFetched')}
        </p>
      ) : null}
    </div>
  );
}

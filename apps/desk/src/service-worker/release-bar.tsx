import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useSession } from '../session/use-session.tsx';
import { useRelease } from './release-context.tsx';
import { releaseLine, releaseNotes } from './release-words.ts';

/** Above every screen, locked or open: a newer version that waits for a yes, and whatever makes this page doubtful. */
export function ReleaseBar(): ReactNode {
  const { t, numbers } = useSpeech();
  const release = useRelease();
  const { forms } = useSession();
  const [busy, setBusy] = useState(false);
  const [later, setLater] = useState<string | null>(null);
  if (release === null) return null;
  const { view, watch } = release;
  const change = async (how: () => Promise<void> | void): Promise<void> => {
    setBusy(true);
    await forms.flush();
    await how();
    setBusy(false);
  };
  const offered = view.offered === null ? null : `${view.offered.version} ${view.offered.commit}`;
  const notes = releaseNotes(t, numbers, view).filter(({ kind }) => kind !== 'newer' || later !== offered);
  return (
    <div className="release-bar screen-only" role="status">
      {notes.map(({ kind, tone, title, lines }) => (
        <section key={kind} className={`note ${tone}`} data-release={kind}>
          <strong>{title}</strong>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {kind === 'newer' ? (
            <div className="cluster">
              <button
                type="button"
                className="button primary"
                disabled={busy}
                onClick={() => void change(watch.accept)}
              >
                {t('release.newer.use')}
              </button>
              <button type="button" className="button quiet" onClick={() => setLater(offered)}>
                {t('release.newer.later')}
              </button>
            </div>
          ) : null}
          {kind === 'stranger' ? (
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => void change(watch.trustAnew)}
            >
              {t('release.stranger.trust')}
            </button>
          ) : null}
        </section>
      ))}
    </div>
  );
}

/** Which release this page is from, for the screen that says what is promised. */
export function ReleaseFactsSection(): ReactNode {
  const { t, numbers } = useSpeech();
  const release = useRelease();
  if (release === null) return null;
  const { running } = release.view;
  return (
    <section className="stack tight" data-release-kind={running?.kind ?? 'none'}>
      <h2>{t('release.title')}</h2>
      {running === null ? (
        <p>{t('release.none')}</p>
      ) : (
        <>
          <p>{releaseLine(t, numbers, running)}</p>
          <p className="quiet small">
            {t('release.signedBy')} <bdi className="num">{inGroups(running.key)}</bdi>
          </p>
        </>
      )}
    </section>
  );
}

/** The beginning of a key, in groups that can be compared by eye with the list in the documents. */
function inGroups(key: string): string {
  return (key.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}

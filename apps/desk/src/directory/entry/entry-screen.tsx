import { sayState } from '@leeward/directory/say/index.ts';
import type { DirectoryView, ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Empty, Screen } from '../../parts/screen.tsx';
import { addressOf } from '../../router/route.ts';
import { verdictOf } from '../find/find.ts';
import { keyOf } from '../find/find-screen.tsx';
import { useRememberedLooking } from '../find/looking.tsx';
import { EntryMarks, Remarked } from '../parts.tsx';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { useSpeaker } from '../speaker.tsx';
import { useToday } from '../use-today.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { EntryHistory } from './entry-history.tsx';
import { VerdictCard } from './verdict-card.tsx';

type Props = {
  readonly view: DirectoryView;
  readonly mechanism: string;
  readonly record: string | null;
};

/** One mechanism: everything that is known of it, how it is known, and who says so. */
export function EntryScreen({ view, mechanism, record }: Props): ReactNode {
  const { t } = useSpeech();
  const back = {
    href: addressOf({ name: 'directory', part: 'find', record }),
    label: record === null ? t('directory.title') : t('directory.alternatives'),
  };
  const shown = view.entries.find(({ entry }) => entry.id === mechanism);
  if (shown === undefined) {
    return (
      <Screen title={t('directory.title')} back={back}>
        <Empty title={t('directory.gone')}>{t('directory.goneHint')}</Empty>
      </Screen>
    );
  }
  return (
    <Screen title={shown.entry.name} foreign back={back} lead={<Head shown={shown} />}>
      <Body view={view} shown={shown} record={record} />
    </Screen>
  );
}

function Head({ shown }: { readonly shown: ShownEntry }): ReactNode {
  const speaker = useSpeaker();
  const { entry } = shown;
  return (
    <div className="stack tight">
      {entry.organisation === entry.name ? null : <bdi>{entry.organisation}</bdi>}
      <div className="line-meta">
        <EntryMarks shown={shown} />
        <span className="small">{sayState(speaker, entry.state).join(' ')}</span>
      </div>
    </div>
  );
}

function Body({
  view,
  shown,
  record,
}: {
  readonly view: DirectoryView;
  readonly shown: ShownEntry;
  readonly record: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const speaker = useSpeaker();
  const looking = useRememberedLooking(keyOf(record));
  const shortlist = useShortlist(record);
  const { entry } = shown;
  const answers = useMemo(() => ({ ...looking.answers, told: view.told }), [looking.answers, view.told]);
  const verdict = useMemo(() => verdictOf(shown, answers, today), [shown, answers, today]);
  const isPicked = shortlist.has(entry.id);
  return (
    <div className="entry-page">
      <div className="stack">
        <div className="cluster screen-only">
          <button
            type="button"
            className={isPicked ? 'button' : 'button primary'}
            aria-pressed={isPicked}
            onClick={() => shortlist.toggle(entry.id)}
          >
            {isPicked ? t('directory.picked') : t('directory.pick')}
          </button>
          {shortlist.picked.length === 0 ? null : (
            <a className="button quiet" href={addressOf({ name: 'directory', part: 'list', record })}>
              {t('directory.openList')} ({speaker.number(shortlist.picked.length)})
            </a>
          )}
          <button type="button" className="button quiet" onClick={() => window.print()}>
            {t('directory.print')}
          </button>
        </div>
        <div className="entry-summary">
          <Remarked remark={entry.summary} />
        </div>
        {verdict === null ? null : <VerdictCard entry={entry} verdict={verdict} answers={answers} />}
        <EntryFacts entry={entry} />
      </div>
      <aside className="stack">
        <EntryActions view={view} shown={shown} />
        <EntryHistory shown={shown} />
      </aside>
    </div>
  );
}

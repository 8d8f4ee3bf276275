import type { ReactNode } from 'react';
import { CaseList } from '../cases/case-list.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Empty } from '../parts/screen.tsx';
import { QueueList } from '../queue/queue-list.tsx';
import { useView } from '../session/use-session.tsx';
import { searchLines } from './search.ts';

const none: ReadonlySet<string> = new Set();

/** What is found in the lists, while something is typed in the field above. */
export function SearchResults({ query }: { readonly query: string }): ReactNode {
  const { t } = useSpeech();
  const queue = useView('queue', {});
  const cases = useView('cases', {});
  const found = searchLines(
    query,
    queue?.ok === true ? queue.value : [],
    cases?.ok === true ? cases.value : [],
  );
  const count = found.requests.length + found.cases.length;
  return (
    <div className="screen">
      <header className="screen-head">
        <div>
          <h1>{t('search.title')}</h1>
          <p className="lead quiet" role="status">
            {t('search.found', { count })}
          </p>
        </div>
      </header>
      {count === 0 ? <Empty title={t('search.nothing')}>{t('search.nothingHint')}</Empty> : null}
      {found.cases.length === 0 ? null : (
        <section className="stack tight">
          <h2>{t('cases.title')}</h2>
          <CaseList lines={found.cases} />
        </section>
      )}
      {found.requests.length === 0 ? null : (
        <section className="stack tight">
          <h2>{t('queue.title')}</h2>
          <QueueList
            label={t('queue.title')}
            lines={found.requests}
            selecting={false}
            selected={none}
            onSelect={() => undefined}
          />
        </section>
      )}
    </div>
  );
}

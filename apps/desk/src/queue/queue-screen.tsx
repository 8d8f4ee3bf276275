import { formatNumber } from '@leeward/ui';
import type { Failure, QueueLine } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { addressOf, type QueueTab, queueTabs } from '../router/route.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useAction, useSession, useView } from '../session/use-session.tsx';
import { QueueList } from './queue-list.tsx';
import { countsOf, sectionsOf } from './sections.ts';

const none: ReadonlySet<string> = new Set();

/** All requests: who waits comes first, by urgency, then by how long. */
export function QueueScreen({ tab }: { readonly tab: QueueTab }): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const answer = useView('queue', {});
  const lines = answer?.ok === true ? answer.value : [];
  const sections = sectionsOf(lines, me.member);
  const counts = countsOf(lines);
  return (
    <Screen
      title={t('queue.title')}
      lead={
        answer?.ok === true ? (
          <p>
            {t('queue.waiting', { count: counts.waiting })}
            {counts.overdue > 0 ? ` ${t('queue.overdue', { count: counts.overdue })}` : ''}
          </p>
        ) : null
      }
    >
      <nav className="tabs" aria-label={t('queue.title')}>
        {queueTabs
          .filter((name) => name === 'now' || name === tab || sections[name].length > 0)
          .map((name) => (
            <a
              key={name}
              href={addressOf({ name: 'requests', tab: name })}
              aria-current={name === tab ? 'page' : undefined}
            >
              {t(tabKeys[name])} <span className="num">{formatNumber(numbers, sections[name].length)}</span>
            </a>
          ))}
      </nav>
      {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
      {answer === undefined ? <p className="quiet">{t('common.loading')}</p> : null}
      {answer?.ok === true ? <QueueSection key={tab} tab={tab} lines={sections[tab]} /> : null}
    </Screen>
  );
}

const tabKeys = {
  now: 'queue.needsAnswer',
  mine: 'queue.mine',
  answered: 'queue.answered',
  declined: 'queue.declined',
  closed: 'queue.closed',
  aside: 'queue.setAsideList',
} as const satisfies Record<QueueTab, string>;

function QueueSection({
  tab,
  lines,
}: {
  readonly tab: QueueTab;
  readonly lines: readonly QueueLine[];
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const [selecting, setSelecting] = useState(false);
  const [selected, setSelected] = useState(none);
  const setAside = useAction('setAside');
  const { session } = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const chosen = lines.filter((line) => selected.has(line.record)).map((line) => line.record);

  if (lines.length === 0) {
    return (
      <Empty title={tab === 'now' ? t('queue.empty') : t('queue.emptyHere')}>
        {tab === 'now' ? (
          <>
            {t('queue.emptyHint')} <a href={addressOf({ name: 'door' })}>{t('queue.emptyDoor')}</a>
          </>
        ) : null}
      </Empty>
    );
  }

  const stop = (): void => {
    setSelecting(false);
    setSelected(none);
  };
  /** One act for each, all at once: the session puts them in order, and the list is drawn once. */
  const forAll = async (command: 'claim' | 'putBack', records: readonly string[]): Promise<void> => {
    setFailure(null);
    const answers = await Promise.all(records.map((record) => session.call(command, { record })));
    const failed = answers.find((answer) => !answer.ok);
    if (failed !== undefined && !failed.ok) setFailure(failed.error);
    else stop();
  };
  const setAllAside = async (): Promise<void> => {
    const done = await setAside.run({ records: chosen, reason: '' });
    if (!done.ok) return;
    stop();
    notice({
      text: t('queue.setAsideDone', { count: chosen.length }),
      undo: { label: t('queue.setAsideUndo'), run: () => void forAll('putBack', chosen) },
    });
  };

  return (
    <section aria-label={t(tabKeys[tab])} className="stack tight">
      <div className="bar section-head">
        <span className="quiet small">{tab === 'now' ? t('queue.needsAnswerHint') : null}</span>
        {selecting ? (
          <span className="cluster">
            <span className="num small quiet" role="status">
              {t('queue.selected', { count: chosen.length })}
            </span>
            {tab === 'aside' ? (
              <button
                type="button"
                className="button"
                disabled={chosen.length === 0}
                onClick={() => void forAll('putBack', chosen)}
              >
                {t('queue.setAsideUndo')}
              </button>
            ) : (
              <>
                <button
                  type="button"
                  className="button"
                  disabled={chosen.length === 0}
                  onClick={() => void forAll('claim', chosen)}
                >
                  {t('queue.claim')}
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={chosen.length === 0 || setAside.busy}
                  onClick={() => void setAllAside()}
                >
                  {t('queue.setAside')}
                </button>
              </>
            )}
            <button type="button" className="button quiet" onClick={stop}>
              {t('common.cancel')}
            </button>
          </span>
        ) : (
          <button type="button" className="button quiet" onClick={() => setSelecting(true)}>
            {t('queue.select')}
          </button>
        )}
      </div>
      <FailureNote failure={setAside.failure ?? failure} />
      <QueueList
        label={t(tabKeys[tab])}
        lines={lines}
        selecting={selecting}
        selected={selected}
        onSelect={setSelected}
      />
    </section>
  );
}

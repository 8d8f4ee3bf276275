import { formatNumber } from '@leeward/ui';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { ListView } from '../list/list-view.tsx';
import { useArranged } from '../list/memory.tsx';
import { useNow } from '../parts/clock.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { addressOf, go, type QueueTab, queueTabs } from '../router/route.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useView } from '../session/use-session.tsx';
import { BulkActs } from './bulk-acts.tsx';
import { useRequestsList } from './definition.ts';
import { Line, lineText } from './line.tsx';
import { countsOf, sectionsOf } from './sections.ts';
import { tabKeys } from './tab-keys.ts';

const noLines: readonly QueueLine[] = [];

/** All requests: who waits comes first, by urgency, then by how long. */
export function QueueScreen({ tab }: { readonly tab: QueueTab }): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const answer = useView('queue', {});
  const lines = answer?.ok === true ? answer.value : noLines;
  const sections = useMemo(() => sectionsOf(lines, me.member), [lines, me.member]);
  const counts = useMemo(() => countsOf(lines), [lines]);
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
      aside={
        <a className="button" href={addressOf({ name: 'enter' })}>
          {t('enter.title')}
        </a>
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

function QueueSection({
  tab,
  lines,
}: {
  readonly tab: QueueTab;
  readonly lines: readonly QueueLine[];
}): ReactNode {
  const { t } = useSpeech();
  const arranged = useArranged(`requests ${tab}`);
  const definition = useRequestsList(useNow());
  if (lines.length === 0) {
    return (
      <Empty title={tab === 'now' ? t('queue.empty') : t('queue.emptyHere')}>
        {tab === 'now' ? (
          <>
            {t('queue.emptyHint')} <a href={addressOf({ name: 'door' })}>{t('queue.emptyDoor')}</a>
          </>
        ) : (
          <>
            {t('queue.emptyElsewhere')}{' '}
            <a href={addressOf({ name: 'requests', tab: 'all' })}>{t('queue.all')}</a>
          </>
        )}
      </Empty>
    );
  }
  return (
    <section aria-label={t(tabKeys[tab])} className="stack tight">
      {tab === 'now' ? <p className="quiet small list-hint">{t('queue.needsAnswerHint')}</p> : null}
      <ListView
        definition={definition}
        rows={lines}
        label={t(tabKeys[tab])}
        title={t('queue.title')}
        arranged={arranged}
        tab={tab}
        onTab={(next) => go({ name: 'requests', tab: queueTabs.find((one) => one === next) ?? 'all' })}
        hrefOf={(line) => addressOf({ name: 'request', record: line.record, part: 'talk' })}
        nameOf={(line) => lineText(line) || t('queue.notOpenable')}
        line={(line) => <Line line={line} />}
        acts={(chosen, done) => <BulkActs tab={tab} chosen={chosen} done={done} />}
      />
    </section>
  );
}

import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { ListView } from '../list/list-view.tsx';
import { useArranged } from '../list/memory.tsx';
import { useNow } from '../parts/clock.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { addressOf } from '../router/route.ts';
import { useView } from '../session/use-session.tsx';
import { CaseBulkActs } from './bulk-acts.tsx';
import { CaseLineView } from './case-line.tsx';
import { useCasesList } from './definition.ts';

/** All cases that this device can read. */
export function CasesScreen(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('cases', {});
  const arranged = useArranged('cases');
  const definition = useCasesList(new Date(useNow()).toISOString().slice(0, 10));
  const lines = answer?.ok === true ? answer.value : [];
  return (
    <Screen
      title={t('cases.title')}
      aside={
        <span className="cluster">
          <a className="button quiet" href={addressOf({ name: 'load' })}>
            {t('load.title')}
          </a>
          <a className="button" href={addressOf({ name: 'patterns' })}>
            {t('patterns.title')}
          </a>
          <a className="button" href={addressOf({ name: 'bring' })}>
            {t('bring.title')}
          </a>
        </span>
      }
    >
      {answer === undefined ? <p className="quiet">{t('common.loading')}</p> : null}
      {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
      {answer?.ok === true && lines.length === 0 ? (
        <Empty title={t('cases.empty')}>
          {t('cases.emptyHint')} <a href={addressOf({ name: 'requests', tab: 'now' })}>{t('queue.title')}</a>
        </Empty>
      ) : null}
      {lines.length === 0 ? null : (
        <ListView
          definition={definition}
          rows={lines}
          label={t('cases.title')}
          title={t('cases.title')}
          arranged={arranged}
          tab={null}
          onTab={() => undefined}
          hrefOf={(line) => addressOf({ name: 'case', record: line.record })}
          nameOf={(line) => line.pseudonym}
          line={(line) => <CaseLineView line={line} />}
          acts={(chosen, done) => <CaseBulkActs chosen={chosen} done={done} />}
        />
      )}
    </Screen>
  );
}

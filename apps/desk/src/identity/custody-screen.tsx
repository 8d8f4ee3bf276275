import { formatDate } from '@leeward/ui';
import type { CustodyView } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago, useNow } from '../parts/clock.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useView } from '../session/use-session.tsx';
import { EndAccess } from './end-access.tsx';
import { identityAt } from './identity-at.ts';
import { Withdraw } from './known.tsx';
import { LeftIdentities } from './left-identities.tsx';
import { useOfWords } from './words.ts';

/** What custody looks after: questions that wait, who was let in, who opened what. Pseudonyms and no names. */
export function CustodyScreen(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('custody', {});
  return (
    <Screen title={t('custody.title')} lead={<p className="quiet">{t('custody.lead')}</p>}>
      {answer === undefined ? (
        <p className="quiet">{t('common.loading')}</p>
      ) : !answer.ok ? (
        <FailureNote failure={answer.error} />
      ) : answer.value === null ? (
        <Empty title={t('custody.notMine')}>{t('custody.notMineHint')}</Empty>
      ) : (
        <div className="identity stack">
          <Questions custody={answer.value} />
          <Given custody={answer.value} />
          <LeftIdentities custody={answer.value} />
          <ComparedPersons custody={answer.value} />
          <AllOpenings custody={answer.value} />
        </div>
      )}
    </Screen>
  );
}

function Questions({ custody }: { readonly custody: CustodyView }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const ofWords = useOfWords();
  return (
    <section className="card stack" aria-label={t('custody.questions')}>
      <h2>{t('custody.questions')}</h2>
      {custody.questions.length === 0 ? <p className="quiet">{t('custody.questionsNone')}</p> : null}
      <ul className="plain stack">
        {custody.questions.map(({ question, ...of }) => (
          <li key={question.question} className="identity-thing">
            <div className="bar">
              <span>
                <b>
                  <bdi>{ofWords([of])}</bdi>
                </b>{' '}
                · {t('identity.asks', { name: nameOf(question.asked.by) })}{' '}
                <span className="small quiet">
                  <Ago at={question.asked.claimedTime} />
                </span>
              </span>
              <a className="button" href={addressOf(identityAt(of))}>
                {t('custody.answer')}
              </a>
            </div>
            <Words text={question.reason} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Given({ custody }: { readonly custody: CustodyView }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const ofWords = useOfWords();
  const now = useNow();
  return (
    <section className="card stack" aria-label={t('custody.given')}>
      <h2>{t('custody.given')}</h2>
      {custody.given.length === 0 ? <p className="quiet">{t('custody.givenNone')}</p> : null}
      <ul className="plain stack">
        {custody.given.map((one) => {
          const inForce = one.over === null && one.until > now;
          return (
            <li key={one.grant} className="identity-thing">
              <div className="bar">
                <span>
                  <b>{nameOf(one.member)}</b> · <bdi>{ofWords(one.of)}</bdi> ·{' '}
                  <Words inline text={one.reason} />
                </span>
                <span className={inForce ? 'chip good' : 'chip'}>
                  {inForce
                    ? t('identity.grantedUntil', { date: formatDate(numbers, one.until) })
                    : t(`identity.ended.${one.over?.how ?? 'date'}`)}
                </span>
              </div>
              <p className="small quiet">
                {t('custody.givenBy', { name: nameOf(one.by) })} <Ago at={one.claimedTime} />
              </p>
              {inForce ? <EndAccess grant={one.grant} label={t('identity.end')} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ComparedPersons({ custody }: { readonly custody: CustodyView }): ReactNode {
  const { t } = useSpeech();
  const ofWords = useOfWords();
  const nameOf = useMemberName();
  if (custody.comparisons.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('identity.compared')}>
      <h2>{t('identity.compared')}</h2>
      <ul className="plain stack">
        {custody.comparisons.map((one) => (
          <li key={one.comparison} className="identity-thing">
            <p>
              <bdi>{ofWords(one.leftOf)}</bdi> · <bdi>{ofWords(one.rightOf)}</bdi>{' '}
              <span className={one.verdict === 'same' ? 'chip accent' : 'chip'}>
                {t(`identity.verdict.${one.verdict}`)}
              </span>
            </p>
            <p className="small">
              {nameOf(one.by)} <Ago at={one.claimedTime} /> · <Words inline text={one.reason} />
            </p>
            <Withdraw of={one.leftOf[0] ?? { caseRecord: '', person: null }} comparison={one.comparison} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AllOpenings({ custody }: { readonly custody: CustodyView }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const ofWords = useOfWords();
  return (
    <section className="card stack" aria-label={t('custody.openings')}>
      <h2>{t('custody.openings')}</h2>
      <p className="small quiet">
        {custody.openings.length === 0 ? t('identity.openingsNone') : t('custody.openingsHint')}
      </p>
      <ul className="plain stack tight">
        {custody.openings.map((one) => (
          <li key={`${one.record} ${one.position} ${one.claimedTime}`} className="small">
            <b>{nameOf(one.member)}</b> · <bdi>{ofWords(one.of)}</bdi> · <Words inline text={one.reason} />{' '}
            <span className="quiet">
              <Ago at={one.claimedTime} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

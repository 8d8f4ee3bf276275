import { countryName } from '@leeward/ui';
import type {
  IdentityView,
  KnownElsewhere,
  PersonInCase,
} from '@leeward/workspace/desk/identity/contract.ts';
import type { Ground, Objection } from '@leeward/workspace/desk/identity/known.ts';
import { type ReactNode, useState } from 'react';
import { newId } from '../cases/new-id.ts';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { DateWords } from '../parts/inexact-date-words.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { identityAt } from './identity-at.ts';
import { formOf } from './use-sheet-form.ts';
import { useCodeWords, useOfWords } from './words.ts';

/** Whom else she may be, why, and what custody has found. Nothing is merged by itself. */
export function Known({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { t } = useSpeech();
  const { caseRecord, person } = identity;
  const answer = useView('knownElsewhere', { caseRecord, person });
  const found = answer?.ok === true ? answer.value : [];
  const undecided = found.filter(({ said }) => said.length === 0);
  return (
    <section className="card stack" aria-label={t('identity.known')}>
      <h2>{t('identity.known')}</h2>
      <p className="small quiet">
        {undecided.length === 0 ? t('identity.knownNone') : t('identity.knownHint')}
      </p>
      <ul className="plain stack">
        {undecided.map((one) => (
          <li key={one.record} className="identity-thing">
            <OneKnown identity={identity} known={one} />
          </li>
        ))}
      </ul>
      <Compared identity={identity} />
    </section>
  );
}

function OneKnown({
  identity,
  known,
}: {
  readonly identity: IdentityView;
  readonly known: KnownElsewhere;
}): ReactNode {
  const { t } = useSpeech();
  const ofWords = useOfWords();
  const [there] = known.of;
  return (
    <div className="stack tight">
      <div className="bar">
        <b>
          <bdi>{ofWords(known.of)}</bdi>
        </b>
        <span className={known.standing === 'likely' ? 'chip accent' : 'chip'}>
          {t(`identity.${known.standing}`)}
        </span>
      </div>
      <ul className="grounds">
        {known.grounds.map((ground) => (
          <li key={`${ground.kind} ${JSON.stringify(ground.mine)}`}>
            <GroundWords ground={ground} />
          </li>
        ))}
        {known.against.map((one) => (
          <li key={`against ${one.kind}`} className="against">
            <ObjectionWords objection={one} />
          </li>
        ))}
      </ul>
      {there === undefined ? null : (
        <p className="small">
          <a href={addressOf(identityAt(there))}>{t('identity.lookThere')}</a>
        </p>
      )}
      <CompareForm of={identity} left={identity.records[0]?.record ?? ''} known={known} />
    </div>
  );
}

/** What speaks for it, told of the one that is open. */
export function GroundWords({ ground }: { readonly ground: Ground }): ReactNode {
  const { t, numbers } = useSpeech();
  const words = useCodeWords();
  switch (ground.kind) {
    case 'name':
      return (
        <>
          {t(`identity.ground.name.${ground.way}`)} <Words inline text={ground.mine} />
        </>
      );
    case 'born':
      return (
        <>
          {t(`identity.ground.born.${ground.overlap}`)} <DateWords date={ground.mine} />
        </>
      );
    case 'relative':
      return (
        <>
          {t('identity.ground.relative', { relation: words('people.tie', ground.relation) })}{' '}
          <Words inline text={ground.mine} />
        </>
      );
    case 'kin':
      return (
        <>
          {t('identity.ground.kin', { relation: words('people.tie', ground.relation) })}{' '}
          <Words inline text={ground.mine} />
        </>
      );
    case 'family':
      return (
        <>
          {t('identity.ground.family')}{' '}
          {ground.mine
            .map(({ relation, band }) => `${words('people.tie', relation)} (${t(`people.age.${band}`)})`)
            .join(' · ')}
        </>
      );
    case 'paper':
      return <>{t('identity.ground.paper')}</>;
    case 'reach':
      return (
        <>
          {t('identity.ground.reach')} <Words inline text={ground.mine} />
        </>
      );
    case 'nationality':
      return <>{t('identity.ground.nationality', { country: countryName(numbers, ground.mine) })}</>;
  }
}

function ObjectionWords({ objection }: { readonly objection: Objection }): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      {t('identity.against.born')} <DateWords date={objection.mine} />
    </>
  );
}

function CompareForm({
  of,
  left,
  known,
}: {
  readonly of: PersonInCase;
  readonly left: string;
  readonly known: KnownElsewhere;
}): ReactNode {
  const { t } = useSpeech();
  const command = formOf(`compare:${known.record.slice(0, 16)}`, of);
  const form = useForm(command, of.caseRecord, () => ({ comparison: newId(), reason: '' }));
  const action = useAction('comparePersons');
  const { comparison, reason } = form.form;
  const say = async (verdict: 'same' | 'different'): Promise<void> => {
    const answer = await action.run({
      comparison,
      left,
      right: known.record,
      verdict,
      grounds: [...new Set(known.grounds.map(({ kind }) => kind))],
      reason: reason.trim(),
      form: { command, record: of.caseRecord },
    });
    if (answer.ok) form.given();
  };
  return (
    <div className="stack tight">
      <LineBox
        label={t('identity.compareWhy')}
        value={reason}
        onChange={(next) => form.change({ reason: next })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        {(['same', 'different'] as const).map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="button"
            disabled={action.busy || reason.trim() === ''}
            onClick={() => void say(verdict)}
          >
            {t(`identity.say.${verdict}`)}
          </button>
        ))}
        <Kept of={form} />
      </div>
    </div>
  );
}

/** What was said of this and other records, and the way to take it back without loss. */
function Compared({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const { comparisons } = identity;
  if (comparisons.length === 0) return null;
  return (
    <div className="stack tight">
      <h3>{t('identity.compared')}</h3>
      <ul className="plain stack">
        {comparisons.map((one) => (
          <li key={one.comparison} className="stack tight">
            <p>
              <span className={one.verdict === 'same' ? 'chip accent' : 'chip'}>
                {t(`identity.verdict.${one.verdict}`)}
              </span>{' '}
              <Words inline text={one.reason} />{' '}
              <span className="small quiet">
                {nameOf(one.by)} <Ago at={one.claimedTime} />
              </span>
            </p>
            <Withdraw of={identity} comparison={one.comparison} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Withdraw({
  of,
  comparison,
}: {
  readonly of: PersonInCase;
  readonly comparison: string;
}): ReactNode {
  const { t } = useSpeech();
  const command = formOf(`apart:${comparison}`, of);
  const form = useForm(command, of.caseRecord, () => ({ reason: '' }));
  const action = useAction('withdrawComparison');
  const [opened, setOpened] = useState(false);
  const { reason } = form.form;
  if (!opened && form.keeping === null)
    return (
      <div>
        <button type="button" className="button quiet small" onClick={() => setOpened(true)}>
          {t('identity.takeBack')}
        </button>
      </div>
    );
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        const given = { comparison, reason: reason.trim(), form: { command, record: of.caseRecord } };
        void action.run(given).then((answer) => (answer.ok ? form.given() : undefined));
      }}
    >
      <p className="note">{t('identity.takeBackNote')}</p>
      <LineBox
        label={t('identity.takeBackWhy')}
        required
        value={reason}
        onChange={(next) => form.change({ reason: next })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || reason.trim() === ''}>
          {t('identity.takeBack')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            form.discard();
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

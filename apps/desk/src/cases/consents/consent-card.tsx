import { isIrreversible } from '@leeward/domain/consent/irreversible.ts';
import type { CaseConsent } from '@leeward/domain/consent/voices.ts';
import { labelOf, type PeopleState } from '@leeward/domain/people/state.ts';
import { type DeskKey, formatDate, formatList, languageName } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { useFieldNames, usePurpose } from '../../request/consents-panel.tsx';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import { useBegun } from '../../session/use-form.ts';
import { AlsoAtDoor } from './also-at-door.tsx';
import { SecondForm } from './second-form.tsx';

const tones = {
  asked: '',
  given: 'good',
  lacking: 'warn',
  refused: 'warn',
  withdrawn: 'danger',
  expired: 'warn',
} as const;

/** One consent: what for, to whom, which facts, until when, how it was given, and the text that was put to her. */
export function ConsentCard({
  view,
  consent,
  request,
  mayEdit,
  onWithdraw,
}: {
  readonly view: CaseView;
  readonly consent: CaseConsent;
  /** Where this person comes back; null where she has no page, or it cannot be opened here. */
  readonly request: RequestView | null;
  readonly mayEdit: boolean;
  readonly onWithdraw: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const purpose = usePurpose();
  const names = useFieldNames();
  const { ask, standing, lacks, witnessed } = consent;
  const begun = useBegun(`case:ConsentSeconded:${consent.id}`, view.record);
  const [seconding, setSeconding] = useState(begun);
  const day = (date: string): string => formatDate(numbers, date, 'UTC');
  const maySecond = mayEdit && lacks === 'second' && witnessed !== null && witnessed.by !== me.member;
  return (
    <article className="card stack tight">
      <div className="bar">
        <h3>{purpose(ask.purpose)}</h3>
        <span className={`chip ${tones[standing]}`.trim()}>{t(`consents.standing.${standing}`)}</span>
      </div>
      <p>
        <Words inline text={ask.recipient} /> · {names(ask.fields)}
        {ask.until === null ? '' : ` · ${t('consent.until', { date: day(ask.until) })}`}
      </p>
      <Less consent={consent} />
      {lacks === null || lacks === 'whose' ? null : (
        <p className="note warn small">{t(`consents.lacks.${lacks}`)}</p>
      )}
      {isIrreversible(ask.purpose) ? <p className="small quiet">{t('consents.forEver')}</p> : null}
      {consent.withdrawal === null ? null : (
        <p className="small">
          {t('consents.withdrawnOn', { date: day(consent.withdrawal.on) })}{' '}
          <Words inline text={consent.withdrawal.words} />
        </p>
      )}
      <Proof consent={consent} people={view.state.parts.people} />
      <details>
        <summary>{t('consents.text')}</summary>
        <div className="stack tight">
          <Words className="consent-text" text={ask.text} lang={ask.language} />
          <p className="small quiet">
            {t('consents.version', {
              version: ask.version,
              language: languageName(numbers, ask.language),
            })}
          </p>
        </div>
      </details>
      {!mayEdit ? null : seconding && maySecond ? (
        <SecondForm view={view} consent={consent} onDone={() => setSeconding(false)} />
      ) : (
        <div className="cluster screen-only">
          {maySecond ? (
            <button type="button" className="button" onClick={() => setSeconding(true)}>
              {t('consents.second')}
            </button>
          ) : null}
          {standing === 'given' || standing === 'lacking' ? (
            <button type="button" className="button quiet small" onClick={onWithdraw}>
              {t('consents.withdraw')}
            </button>
          ) : null}
          {witnessed !== null && request !== null && (standing === 'given' || standing === 'lacking') ? (
            <AlsoAtDoor consent={consent} request={request} />
          ) : null}
        </div>
      )}
    </article>
  );
}

/** What a newer answer of hers at her door has taken from it, and what is left. */
function Less({
  consent: { narrowed, fields, until, standing },
}: {
  readonly consent: CaseConsent;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useFieldNames();
  if (narrowed === null) return null;
  const date = formatDate(numbers, narrowed.on, 'UTC');
  if (standing !== 'given' && standing !== 'lacking')
    return <p className="note warn small">{t('consents.replaced', { date })}</p>;
  return (
    <p className="note warn small">
      {t('consents.narrowed', { date, fields: names(fields) })}
      {until === null ? '' : ` ${t('consents.narrowedUntil', { date: formatDate(numbers, until, 'UTC') })}`}
    </p>
  );
}

/** How it was given: signed at the door, or heard by whom, when, how, through whom. */
function Proof({
  consent,
  people,
}: {
  readonly consent: CaseConsent;
  readonly people: PeopleState;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const { witnessed, proof, givenOn } = consent;
  const day = (date: string): string => formatDate(numbers, date, 'UTC');
  if (witnessed === null) {
    return (
      <p className="small quiet">
        {proof === null || givenOn === null
          ? t('consents.askedAtDoor')
          : t('consents.signedOn', { date: day(givenOn) })}
        {proof === null ? null : (
          <>
            {' '}
            <bdi className="num">{proof.slice(0, 12)}</bdi>
          </>
        )}
      </p>
    );
  }
  return (
    <div className="small quiet stack tight">
      <p>
        {t('consents.heardBy', { name: nameOf(witnessed.by), date: day(witnessed.on) })} ·{' '}
        {t(`consents.how.${witnessed.how}` as DeskKey)}
        {witnessed.interpreter === ''
          ? ''
          : ` · ${t('consents.interpretedBy', { name: witnessed.interpreter })}`}
      </p>
      {witnessed.saidBy.length === 0 ? null : (
        <p>
          {t('consents.saidBy')}{' '}
          <bdi>
            {formatList(
              numbers,
              witnessed.saidBy.map((one) => labelOf(people, one) ?? ''),
            )}
          </bdi>
        </p>
      )}
      {witnessed.words === '' ? null : <Words text={witnessed.words} lang={consent.ask.language} />}
      {witnessed.childView === '' ? null : (
        <p>
          {t('consents.childView')}: <Words inline text={witnessed.childView} />
        </p>
      )}
      {witnessed.seconds.map((second) => (
        <p key={second.by}>
          {t('consents.secondedBy', { name: nameOf(second.by), date: day(second.on) })} ·{' '}
          {t(`consents.secondHow.${second.how}`)}
          {second.urgent === '' ? null : (
            <>
              {' '}
              · <Words inline text={second.urgent} />
            </>
          )}
        </p>
      ))}
    </div>
  );
}

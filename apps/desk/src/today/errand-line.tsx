import { countryName, formatDate, languageName } from '@leeward/ui';
import type { ReactNode } from 'react';
import { EndAtWish } from '../cases/checkins/end-at-wish.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { UrgencyChip } from '../parts/urgency-chip.tsx';
import { knownLanguage, Words } from '../parts/words.tsx';
import { ClockFace } from '../queue/clock-face.tsx';
import { commandKey } from '../request/pending-words.ts';
import { useMemberName } from '../session/organisation.tsx';
import { DueWords, SilenceWords } from './running-words.tsx';
import type { Errand, RequestErrand } from './today-of.ts';
import { whatNow } from './what-now.ts';

type Props = {
  readonly errand: Errand;
  /** The number to press for it; null where there are no numbers left. */
  readonly press: number | null;
};

/** One line of the day: what it is, how long it may still take, and the one thing to do about it. */
export function ErrandLine({ errand, press }: Props): ReactNode {
  const { t } = useSpeech();
  const { label, href } = whatNow(errand);
  return (
    <li className="errand" data-kind={errand.kind}>
      <span className={`edge ${edgeOf(errand)}`.trim()} />
      <div className="errand-main">
        <ErrandWords errand={errand} />
      </div>
      <div className="errand-side">
        {'line' in errand && 'clock' in errand.line && errand.kind !== 'stale' ? (
          <ClockFace line={errand.line} />
        ) : null}
        <a
          className="button errand-do"
          href={href}
          data-press={press ?? undefined}
          aria-keyshortcuts={press === null ? undefined : String(press)}
        >
          {t(label)}
          {press === null ? null : (
            <span className="press" aria-hidden="true">
              {press}
            </span>
          )}
        </a>
      </div>
    </li>
  );
}

function ErrandWords({ errand }: { readonly errand: Errand }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  switch (errand.kind) {
    case 'begun':
      return (
        <p className="line-title">
          <b>{t(`today.begun.${begunKey(errand.command)}`)}</b>
          {errand.name === null ? null : <Words inline text={errand.name} className="quiet" />}
        </p>
      );
    case 'unsettled':
      return (
        <>
          <p className="line-title">
            <b>{t(errand.edit.delivery === 'conflict' ? 'today.conflict' : 'today.refused')}</b>
            {errand.name === null ? null : <Words inline text={errand.name} className="quiet" />}
          </p>
          <p className="small quiet">
            {t(commandKey(errand.edit.command))} · <Ago at={errand.edit.since} />
          </p>
        </>
      );
    case 'sheetAnswer':
      return (
        <>
          <p className="line-title">
            <b>
              <bdi>{errand.line.pseudonym}</bdi>
            </b>
          </p>
          <p className="small">{t('today.sheetAnswer', { count: errand.line.sheets?.unread ?? 0 })}</p>
        </>
      );
    case 'endWished':
      return (
        <>
          <p className="line-title">
            <b>{t('talk.wish.end')}</b>
            {errand.line.callName === null ? null : (
              <Words inline text={errand.line.callName} className="quiet" />
            )}
            <span className="small quiet">
              <Ago at={errand.since} />
            </span>
          </p>
          <EndAtWish record={errand.line.record} file={errand.line.case} since={errand.since} />
        </>
      );
    case 'identityAsked':
      return (
        <>
          <p className="line-title">
            <b>{t('today.identityAsked', { name: nameOf(errand.asked.question.asked.by) })}</b>
            <Words inline text={errand.asked.pseudonym ?? ''} className="quiet" />
          </p>
          <p className="small quiet">
            <Words inline text={errand.asked.question.reason} /> ·{' '}
            <Ago at={errand.asked.question.asked.claimedTime} />
          </p>
        </>
      );
    case 'nextStep':
      return (
        <>
          <p className="line-title">
            <b>
              <bdi>{errand.line.pseudonym}</bdi>
            </b>
            <Words inline text={errand.line.next?.text ?? ''} className="quiet" />
          </p>
          <p className="small overdue-words">
            {t('today.nextStep', { date: formatDate(numbers, errand.date, 'UTC') })}
          </p>
        </>
      );
    case 'silence':
      return <SilenceWords errand={errand} />;
    case 'due':
      return <DueWords errand={errand} />;
    case 'offered':
    case 'relief':
    case 'alone':
      return (
        <>
          <p className="line-title">
            <b>
              <bdi>{errand.line.pseudonym}</bdi>
            </b>
          </p>
          <p className="small quiet">
            {errand.kind === 'alone'
              ? t('today.alone', { name: nameOf(errand.left) })
              : t(errand.kind === 'offered' ? 'today.offered' : 'today.relief')}
          </p>
        </>
      );
    case 'proposed':
    case 'toConfirm':
      return (
        <>
          <p className="line-title">
            <b>{t(`today.${errand.kind}`, { count: errand.count })}</b>
          </p>
          {errand.since === null ? null : (
            <p className="small quiet">
              {t('today.oldest')} <Ago at={errand.since} />
            </p>
          )}
        </>
      );
    case 'door':
      return (
        <p className="line-title">
          <b>{t('today.door', { days: errand.count })}</b>
        </p>
      );
    case 'doorClosed':
    case 'recovery':
      return (
        <p className="line-title">
          <b>{t(`today.${errand.kind}`)}</b>
        </p>
      );
    default:
      return <RequestWords errand={errand} />;
  }
}

function RequestWords({ errand }: { readonly errand: RequestErrand }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const { line, kind } = errand;
  const language = knownLanguage(line.locale);
  return (
    <>
      <p className="line-title">
        <b>{titleOf(errand, t, nameOf)}</b>
        {line.callName === null ? null : <Words inline text={line.callName} className="quiet" />}
      </p>
      {line.excerpt === '' ? null : (
        <Words text={line.excerpt} lang={line.locale} className="excerpt quiet one-line" />
      )}
      <div className="line-meta">
        <UrgencyChip urgency={line.urgency} suggested={line.suggested} />
        {line.undecided ? <span className="chip warn">{t('urgency.undecided')}</span> : null}
        {line.way === null ? null : <span className="chip">{t(`way.${line.way}`)}</span>}
        {language === undefined ? null : <span className="chip">{languageName(numbers, language)}</span>}
        {line.unread > 0 && line.phase !== 'new' ? (
          <span className="chip accent num">{t('queue.unread', { count: line.unread })}</span>
        ) : null}
        {line.joined > 0 ? (
          <span className="small quiet num">{t('joined.count', { count: line.joined })}</span>
        ) : null}
        {(kind === 'late' || kind === 'notSafe' || kind === 'missed') && line.claimedBy !== null ? (
          <span className="chip">{t('queue.claimed', { name: nameOf(line.claimedBy) })}</span>
        ) : null}
        {line.country === null ? null : (
          <span className="small quiet">{countryName(numbers, line.country)}</span>
        )}
        {(kind === 'notSafe' || kind === 'missed') && errand.since !== null ? (
          <span className="small quiet">
            <Ago at={errand.since} />
          </span>
        ) : null}
        {kind === 'stale' && errand.since !== null ? (
          <span className="small quiet">
            {t('today.untouched')} <Ago at={errand.since} />
          </span>
        ) : null}
      </div>
    </>
  );
}

function titleOf(
  { kind, line }: RequestErrand,
  t: ReturnType<typeof useSpeech>['t'],
  nameOf: (member: string) => string,
): string {
  if (kind === 'notSafe' || kind === 'missed') return t(`today.${kind}`);
  if (kind === 'handed') return t('today.handed', { name: nameOf(line.handedOver?.by ?? '') });
  if (kind === 'stale') return t('today.stale');
  return line.phase === 'new' || line.phase === 'claimed' ? t('queue.new') : t('queue.newMessage');
}

const begunKeys = ['decline', 'reply', 'enterRequest', 'enterWord', 'noteContact', 'addNote'] as const;

function begunKey(command: string): (typeof begunKeys)[number] | 'other' {
  return begunKeys.find((known) => known === command) ?? 'other';
}

function edgeOf(errand: Errand): string {
  if (errand.kind === 'notSafe' || errand.kind === 'missed') return 'danger';
  if (errand.kind === 'silence')
    return errand.silence.stage === 'coming' ? '' : errand.silence.stage === 'waited' ? 'warn' : 'danger';
  if (errand.kind === 'due') return errand.due.section === 'late' ? 'warn' : '';
  if (['unsettled', 'doorClosed', 'endWished', 'alone'].includes(errand.kind)) return 'warn';
  if (!('line' in errand) || !('clock' in errand.line) || errand.kind === 'stale')
    return errand.kind === 'nextStep' ? 'warn' : '';
  if ((errand.line.suggested ?? errand.line.urgency) === 'urg_immediate') return 'danger';
  return errand.kind === 'overdue' || errand.line.urgency === 'urg_urgent' ? 'warn' : '';
}

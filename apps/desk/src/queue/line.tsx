import { may } from '@leeward/domain/organisation/permissions.ts';
import { alarmAt } from '@leeward/domain/request/alarm.ts';
import { countryName, languageName } from '@leeward/ui';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Begun } from '../parts/kept.tsx';
import { UrgencyChip } from '../parts/urgency-chip.tsx';
import { knownLanguage, Words } from '../parts/words.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useBegunIn } from '../session/use-form.ts';
import { ClockFace } from './clock-face.tsx';

/** A line of the queue: enough to choose by, no more. */
export function Line({ line }: { readonly line: QueueLine }): ReactNode {
  const { t, numbers } = useSpeech();
  const language = knownLanguage(line.locale);
  const never = line.never.filter(isNever);
  const begun = useBegunIn(line.record);
  return (
    <div className="line">
      <span className={`edge ${edgeOf(line)}`} />
      <div className="line-main">
        <div className="line-title">
          <b>{titleOf(line) === 'new' ? t('queue.new') : t('queue.newMessage')}</b>
          {line.callName === null ? null : <Words inline text={line.callName} className="quiet" />}
          {line.forOther ? <span className="quiet">{t('queue.forOther')}</span> : null}
        </div>
        {line.excerpt === '' ? (
          <div className="quiet">{t('queue.notOpenable')}</div>
        ) : (
          <Words text={line.excerpt} lang={line.locale} className="excerpt quiet" />
        )}
        <div className="line-meta">
          <AlarmChip line={line} />
          <UrgencyChip urgency={line.urgency} suggested={line.suggested} />
          {language === undefined ? null : <span className="chip">{languageName(numbers, language)}</span>}
          {line.unread > 0 && titleOf(line) === 'message' ? (
            <span className="chip accent num">{t('queue.unread', { count: line.unread })}</span>
          ) : null}
          {line.missing > 0 ? (
            <span className="chip warn num">{t('queue.missing', { count: line.missing })}</span>
          ) : null}
          {line.claimedBy === null ? null : <Holder member={line.claimedBy} />}
          {never.map((rule) => (
            <span key={rule} className="small rule">
              {t(`request.never.${rule}`)}
            </span>
          ))}
          {line.country === null ? null : (
            <span className="small quiet">{countryName(numbers, line.country)}</span>
          )}
          <Begun begun={begun} />
          {line.files > 0 ? (
            <span className="small quiet num">{t('queue.files', { count: line.files })}</span>
          ) : null}
        </div>
      </div>
      <ClockFace line={line} />
    </div>
  );
}

/** Who has it; that somebody is gone is said, because then nobody has it. */
function Holder({ member }: { readonly member: string }): ReactNode {
  const { t } = useSpeech();
  const { me, organisation } = useOpenSession();
  const name = useMemberName()(member);
  if (member === me.member) return <span className="chip">{t('queue.claimedByYou')}</span>;
  const holder = organisation.members.get(member);
  const works = holder?.left === null && may(holder.role, 'conversation.triage', organisation.permissions).ok;
  return works ? (
    <span className="chip">{t('queue.claimed', { name })}</span>
  ) : (
    <span className="chip warn">{t('queue.claimedGone', { name })}</span>
  );
}

const nevers = ['call', 'text', 'mail', 'family', 'employer', 'authorities'] as const;

function isNever(rule: string): rule is (typeof nevers)[number] {
  return nevers.some((known) => known === rule);
}

/** What stands first: a request that nobody has answered yet, or a message in a conversation. */
function titleOf(line: QueueLine): 'new' | 'message' {
  return line.phase === 'new' || line.phase === 'claimed' ? 'new' : 'message';
}

/** What may not wait for anybody's turn: she is not safe, or an agreed sign of life has not come. */
function AlarmChip({ line }: { readonly line: QueueLine }): ReactNode {
  const { t } = useSpeech();
  const alarm = alarmAt(line.checkIn, useNow());
  if (alarm === null) return null;
  return (
    <span className="chip danger">
      {alarm.kind === 'not_safe' ? t('alarm.notSafe') : t('alarm.missed', { count: alarm.rounds })}
    </span>
  );
}

function edgeOf(line: QueueLine): string {
  if (line.checkIn.notSafe !== null) return 'danger';
  const urgency = line.suggested ?? line.urgency;
  if (urgency === 'urg_immediate') return 'danger';
  return urgency === 'urg_urgent' || line.clock?.overdue === true ? 'warn' : '';
}

/** One line of text for who finds a line by typing its first letters. */
export function lineText(line: QueueLine): string {
  return [line.callName ?? '', line.excerpt].join(' ').trim();
}

import { timesReopened } from '@leeward/domain/case/state.ts';
import { reliefAskedBy, secondOf, standingOffers } from '@leeward/domain/responsibility/rules.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { UrgencyChip } from '../../parts/urgency-chip.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import { useView } from '../../session/use-session.tsx';
import { phaseKey } from '../phase.ts';
import { ConsentLine } from './consent-line.tsx';
import { ContactChip, ContactLine } from './contact-line.tsx';
import { riskInHead } from './risk-slot.tsx';
import { WhereLine } from './where-line.tsx';

/** The conversation that a case comes from, where this device can open it. */
export function useConversation(view: CaseView): RequestView | null {
  const record = view.state.opened?.fromConversation ?? null;
  const answer = useView('request', { record: record ?? '' });
  return record !== null && answer?.ok === true ? answer.value : null;
}

/** Who, where now, how urgent, where it stands, who carries it, what is next, what she agreed to, how to reach her. */
export function CaseHead({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const conversation = useConversation(view);
  const { state, record } = view;
  const who = (member: string): string => (member === me.member ? t('talk.from.you') : nameOf(member));
  const next = latest(state.nextStep);
  const second = secondOf(state);
  const offered = standingOffers(state).at(-1);
  const carry = addressOf({ name: 'case', record, part: 'carry' });
  return (
    <div className="case-head">
      <CaseChips view={view} />
      <dl>
        <div>
          <dt>{t('case.where')}</dt>
          <dd>
            <a href={addressOf({ name: 'case', record, part: 'situation' })}>
              <WhereLine state={state} />
            </a>
          </dd>
        </div>
        <div>
          <dt>{t('case.responsible')}</dt>
          <dd>
            <a href={carry}>
              {state.responsible === null ? t('case.nobodyResponsible') : <bdi>{who(state.responsible)}</bdi>}
            </a>{' '}
            {second === null ? null : (
              <span className="small quiet">
                · {t('case.secondIs')} <bdi>{who(second)}</bdi>
              </span>
            )}
            {offered === undefined ? null : (
              <span className="small warn-text"> · {t('carry.offeredTo', { name: who(offered.to) })}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('case.next')}</dt>
          <dd>
            {next === undefined || next.text === '' ? (
              <span className="quiet">{t('case.nextNone')}</span>
            ) : (
              <>
                <Words inline text={next.text} />{' '}
                {next.date === null ? null : (
                  <span className="small quiet">{formatDate(numbers, next.date, 'UTC')}</span>
                )}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('case.consent')}</dt>
          <dd>
            <ConsentLine view={view} />
          </dd>
        </div>
        <div className="contact-cell">
          <dt>{t('case.contact')}</dt>
          <dd>
            {conversation === null ? (
              <span className="quiet">{t('case.contactNowhere')}</span>
            ) : (
              <a href={addressOf({ name: 'request', record: conversation.record, part: 'talk' })}>
                <ContactLine view={conversation} />
              </a>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

function CaseChips({ view: { state, record } }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const reopened = timesReopened(state);
  const last = state.phaseHistory.at(-1);
  return (
    <div className="line-meta">
      <UrgencyChip urgency={state.urgency} />
      {riskInHead(state)}
      <a className="chip" href={addressOf({ name: 'case', record, part: 'stages' })}>
        {t(phaseKey(state.phase))}
        {state.phase === 'case_on_hold' && last?.date != null
          ? ` · ${t('case.until', { date: formatDate(numbers, last.date, 'UTC') })}`
          : ''}
      </a>
      {reopened === 0 ? null : <span className="chip">{t('case.reopened', { count: reopened })}</span>}
      {reliefAskedBy(state).length === 0 ? null : (
        <span className="chip warn">{t('carry.reliefWanted')}</span>
      )}
    </div>
  );
}

/** Around the parts of a file. Once its head has scrolled away, who it is and how urgent stays on view. */
export function CaseFrame({
  view,
  children,
}: {
  readonly view: CaseView;
  readonly children: ReactNode;
}): ReactNode {
  const [stuck, setStuck] = useState(false);
  useEffect(() => {
    const head = document.querySelector('.case-head');
    if (head === null) return;
    const watch = new IntersectionObserver(([seen]) => setStuck(seen?.isIntersecting === false));
    watch.observe(head);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="case-frame" data-stuck={stuck || undefined}>
      <div className="case-strip screen-only">
        <CaseBar view={view} />
      </div>
      {children}
    </div>
  );
}

/** Who it is, how urgent, whether she may be contacted now. */
export function CaseBar({ view }: { readonly view: CaseView }): ReactNode {
  const conversation = useConversation(view);
  return (
    <span className="case-bar-who">
      <bdi>{latest(view.state.pseudonym) ?? ''}</bdi>
      <UrgencyChip urgency={view.state.urgency} />
      {conversation === null ? null : <ContactChip view={conversation} />}
    </span>
  );
}

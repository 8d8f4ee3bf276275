import { standingOf } from '@leeward/domain/consent/state.ts';
import { checkInStanding, dueAt } from '@leeward/domain/request/alarm.ts';
import { answerTo, consentsIn, wishesIn } from '@leeward/domain/request/come-back.ts';
import { openGuest } from '@leeward/domain/request/state.ts';
import { formatDateTime } from '@leeward/ui';
import type { ComeBackDraft } from '@leeward/workspace/desk/come-back-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Begun } from '../parts/kept.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';
import { useBegun } from '../session/use-form.ts';
import { dayOf } from './back-fields.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import { CheckInPanel } from './check-in-panel.tsx';
import { ConsentsPanel } from './consents-panel.tsx';
import { HeldNote } from './held-note.tsx';
import { NextPanel } from './next-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';

type Part = 'next' | 'consents' | 'held' | 'checkIn' | 'question' | 'channel';

/** What she finds when she comes back, and the ways to change it. */
export function BackCard({ view }: { readonly view: RequestView }): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const [part, setPart] = useState<Part | null>(null);
  const { state } = view;
  const { comeBack } = state;
  const close = (): void => setPart(null);
  if (state.guests.length === 0) return null;
  if (comeBack.linkedTo !== null)
    return (
      <section className="card facts" aria-label={t('channel.title')}>
        <p>{t('channel.goesOn')}</p>
        <a href={addressOf({ name: 'request', record: comeBack.linkedTo.to, part: 'talk' })}>
          {t('channel.toOther')}
        </a>
      </section>
    );
  const consents = consentsIn(state);
  const count = (standing: ReturnType<typeof standingOf>): number =>
    consents.filter((consent) => standingOf(consent, dayOf(now)) === standing).length;
  const due = dueAt(checkInStanding(state), now);
  const open = comeBack.questions.filter(({ question }) => answerTo(state, question) === undefined).length;
  const wishes = wishesIn(state).length;
  return (
    <>
      <section className="card facts" aria-labelledby="back">
        <h2 id="back">{t('back.title')}</h2>
        <Row record={view.record} part="next" label={t('back.next')} draft="tellNext" open={setPart}>
          {comeBack.next.length === 0 ? (
            t('back.nextNone')
          ) : (
            <Words inline text={comeBack.next.at(-1)?.text ?? ''} />
          )}
        </Row>
        <Row
          record={view.record}
          part="checkIn"
          label={t('back.checkIn')}
          draft="proposeCheckIn"
          open={setPart}
        >
          {due === null ? t('checkIn.none') : t('checkIn.due', { date: formatDateTime(numbers, due) })}
        </Row>
        <Row
          record={view.record}
          part="consents"
          label={t('back.consents')}
          draft="askConsent"
          open={setPart}
        >
          {consents.length === 0
            ? t('back.consentsNone')
            : t('back.consentsCount', {
                given: count('given'),
                asked: count('asked'),
                withdrawn: count('withdrawn') + count('refused'),
              })}
        </Row>
        <Row record={view.record} part="held" label={t('back.held')} draft="tellHeld" open={setPart}>
          {wishes > 0
            ? t('held.wishesCount', { count: wishes })
            : comeBack.held.length === 0
              ? t('held.none')
              : t('held.given')}
        </Row>
        <Row
          record={view.record}
          part="question"
          label={t('back.questions')}
          draft="askQuestion"
          open={setPart}
        >
          {t('question.count', { asked: comeBack.questions.length, open })}
        </Row>
        <Row
          record={view.record}
          part="channel"
          label={t('channel.title')}
          draft="closeChannel"
          open={setPart}
        >
          {openGuest(state) === undefined ? t('channel.noneOpen') : t('channel.open')}
        </Row>
      </section>
      {part === 'next' ? <NextPanel view={view} onClose={close} /> : null}
      {part === 'consents' ? <ConsentsPanel view={view} onClose={close} /> : null}
      {part === 'held' ? <HeldNote view={view} onClose={close} /> : null}
      {part === 'checkIn' ? <CheckInPanel view={view} onClose={close} /> : null}
      {part === 'question' ? <QuestionPanel view={view} onClose={close} /> : null}
      {part === 'channel' ? <ChannelDialog view={view} onClose={close} /> : null}
    </>
  );
}

/** One of them: what stands there now, and the way to it. */
function Row({
  record,
  part: own,
  label,
  draft,
  open: show,
  children,
}: {
  readonly record: string;
  readonly part: Part;
  readonly label: string;
  readonly draft: ComeBackDraft;
  readonly open: (part: Part) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const begun = useBegun(draft, record);
  return (
    <div className="back-row">
      <span>
        <b>{label}</b>
        <span className="hint">{children}</span>
        <Begun begun={begun} />
      </span>
      <button
        type="button"
        className="button quiet screen-only"
        aria-label={t('back.openPart', { part: label })}
        onClick={() => show(own)}
      >
        {t('back.change')}
      </button>
    </div>
  );
}

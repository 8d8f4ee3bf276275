import { closingWish } from '@leeward/domain/request/closing-wish.ts';
import { openGuest } from '@leeward/domain/request/state.ts';
import { formatDate } from '@leeward/ui';
import type { QueueLine, RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { goFromHere } from '../router/route.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { LineBox, TextBox } from './back-fields.tsx';

const reasons = ['seized', 'lost', 'finished', 'asked'] as const;
type Reason = (typeof reasons)[number];

/** Her words: which are open, closing them, putting new ones in their place, and forgetting all of it. */
export function ChannelDialog({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const { administrator } = useOpenSession();
  const isOpen = openGuest(view.state) !== undefined;
  return (
    <Dialog title={t('channel.title')} onClose={onClose}>
      <ol className="plain stack tight">
        {view.state.guests.map((guest, index) => (
          <li key={guest.mailbox}>
            {t('channel.words', { number: index + 1 })}:{' '}
            {guest.closed === null ? (
              <span className="chip good">{t('channel.open')}</span>
            ) : (
              <>
                <span className="chip warn">{t(`channel.closed.${guest.closed.reason}`)}</span>{' '}
                {nameOf(guest.closed.by)} · {formatDate(numbers, guest.closed.claimedTime)}
              </>
            )}
          </li>
        ))}
      </ol>
      {isOpen ? <Close view={view} onClose={onClose} /> : null}
      {view.state.comeBack.linkedTo === null ? <Link view={view} onClose={onClose} /> : null}
      {administrator ? <Forget view={view} /> : null}
    </Dialog>
  );
}

function Close({ view, onClose }: { readonly view: RequestView; readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const action = useAction('closeChannel');
  const name = useId();
  const draft = useForm<{ readonly reason: Reason | '' }>('closeChannel', view.record, () => ({
    reason: '',
  }));
  const { reason } = draft.form;
  const close = async (): Promise<void> => {
    if (reason === '') return;
    const answer = await action.run({ record: view.record, reason });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('channel.done') });
    onClose();
  };
  return (
    <form
      className="card facts"
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <h3>{t('channel.close')}</h3>
      <fieldset className="field">
        <legend>{t('channel.why')}</legend>
        <div className="options">
          {reasons.map((one) => (
            <label key={one} className="option">
              <input
                type="radio"
                name={name}
                checked={reason === one}
                onChange={() => draft.change({ reason: one })}
              />
              <span>
                {t(`channel.reason.${one}`)}
                <span className="hint">{t(`channel.reasonHint.${one}`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button danger" disabled={action.busy || reason === ''}>
          {t('channel.closeNow')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}

/** New words of the same person: after a check that is written down, for whoever asks later why it was believed. */
function Link({ view, onClose }: { readonly view: RequestView; readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const queue = useView('queue', {});
  const action = useAction('linkConversation');
  const draft = useForm('linkConversation', view.record, () => ({ from: '', checked: '' }));
  const { from, checked } = draft.form;
  const field = useId();
  const others = queue?.ok === true ? queue.value.filter((line) => mayBeHers(line, view.record)) : [];
  const link = async (): Promise<void> => {
    const answer = await action.run({ record: view.record, from, checked: checked.trim() });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('channel.linked') });
    onClose();
  };
  return (
    <form
      className="card facts"
      onSubmit={(event) => {
        event.preventDefault();
        void link();
      }}
    >
      <h3>{t('channel.link')}</h3>
      <p>{t('channel.linkHow')}</p>
      <div className="field">
        <label htmlFor={field}>{t('channel.linkWhich')}</label>
        <select id={field} value={from} onChange={(event) => draft.change({ from: event.target.value })}>
          <option value="">{others.length === 0 ? t('channel.linkNone') : t('channel.linkChoose')}</option>
          {others.map((line) => (
            <option key={line.record} value={line.record}>
              {[line.callName ?? '', Array.from(line.excerpt).slice(0, 60).join('')]
                .filter((part) => part !== '')
                .join(' · ')}
            </option>
          ))}
        </select>
      </div>
      <TextBox
        label={t('channel.checked')}
        hint={t('channel.checkedHint')}
        value={checked}
        rows={3}
        onChange={(words) => draft.change({ checked: words.slice(0, 500) })}
      />
      <p className="small quiet">{t('channel.linkCannot')}</p>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={action.busy || from === '' || checked.trim() === ''}
        >
          {t('channel.linkNow')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}

/** Another conversation that is neither over nor a case of its own. */
const mayBeHers = (line: QueueLine, record: string): boolean =>
  line.record !== record && line.case === null && line.phase !== 'closed' && line.phase !== 'set_aside';

/** What cannot be undone is asked for by typing a word. */
function Forget({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const action = useAction('forgetConversation');
  const [typed, setTyped] = useState('');
  const wish = closingWish(view.state);
  const word = t('forget.word');
  const forget = async (): Promise<void> => {
    if (typed.trim().toLowerCase() !== word.toLowerCase()) return;
    const onward = goFromHere();
    const answer = await action.run({ record: view.record });
    if (!answer.ok) return;
    notice({ text: t('forget.done') });
    onward({ name: 'requests', tab: 'now' });
  };
  return (
    <details className="card facts">
      <summary>{t('forget.title')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void forget();
        }}
      >
        {wish === null ? null : (
          <p className="note warn">
            {t(`forget.wish.${wish.wants}`)} <Ago at={wish.at} />
          </p>
        )}
        <p>{t('forget.what')}</p>
        <p className="note danger">{t('forget.never')}</p>
        {view.state.case === null ? null : <p className="note">{t('forget.case')}</p>}
        <LineBox label={t('forget.type', { word })} value={typed} onChange={setTyped} />
        <FailureNote failure={action.failure} />
        <button
          type="submit"
          className="button danger"
          disabled={action.busy || typed.trim().toLowerCase() !== word.toLowerCase()}
        >
          {t('forget.now')}
        </button>
      </form>
    </details>
  );
}

import { mayWriteTo } from '@leeward/domain/request/routing.ts';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { DayInput } from '../dates/day-input.tsx';
import { channelChoices } from '../enter/account-fields.tsx';
import { atOf, momentOf } from '../enter/enter-form.ts';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { isTooLong, TooLong } from '../parts/too-long.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { refusalWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

/** Writing down that somebody of the team has spoken with her by another way. */
export function ContactDialog({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const now = useNow();
  const action = useAction('noteContact');
  const draft = useForm('noteContact', view.record, () => ({
    channel: '',
    ...momentOf(Date.now()),
    words: '',
  }));
  const { form, change } = draft;
  const [asked, setAsked] = useState(false);
  const [channel, date, time, words] = [useId(), useId(), useId(), useId()];
  const at = atOf(form);
  const code = isCodeOf(safeChannel, form.channel) ? form.channel : null;
  const missing =
    code === null
      ? ('enter.need.channel' as const)
      : form.words.trim() === ''
        ? ('enter.need.words' as const)
        : at === null
          ? ('enter.need.when' as const)
          : at > now + 60_000
            ? ('enter.need.past' as const)
            : null;
  const routed = code === null ? null : mayWriteTo(view.state, code);

  const save = async (): Promise<void> => {
    setAsked(true);
    if (missing !== null || code === null || at === null || isTooLong(form.words)) return;
    const answer = await action.run({ record: view.record, channel: code, at, words: form.words.trim() });
    if (!answer.ok) return;
    draft.given({ channel: '', ...momentOf(Date.now()), words: '' });
    onClose();
  };

  return (
    <Dialog title={t('contact.title')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="quiet">{t('contact.lead')}</p>
        <div className="field">
          <label htmlFor={channel}>{t('enter.channel')}</label>
          <select
            id={channel}
            value={form.channel}
            onChange={(event) => change({ channel: event.target.value })}
          >
            <option value="">{t('enter.choose')}</option>
            {channelChoices.map((one) => (
              <option key={one} value={one}>
                {t(`request.channel.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {routed === null || routed.ok ? null : (
          <div className="note danger" role="alert">
            <strong>{refusalWords(t, routed.error, nameOf).title}</strong>
            <p>{t('contact.unsafe')}</p>
          </div>
        )}
        <div className="enter-row">
          <div className="field">
            <label htmlFor={date}>{t('enter.date')}</label>
            <DayInput id={date} value={form.date} onChange={(day) => change({ date: day })} />
          </div>
          <div className="field">
            <label htmlFor={time}>{t('enter.time')}</label>
            <input
              id={time}
              type="time"
              value={form.time}
              onChange={(event) => change({ time: event.target.value })}
            />
          </div>
        </div>
        <div className="field">
          <label htmlFor={words}>{t('contact.words')}</label>
          <textarea
            id={words}
            dir={typedDirection(form.words)}
            autoComplete="off"
            value={form.words}
            onChange={(event) => change({ words: event.target.value })}
          />
          <TooLong text={form.words} />
        </div>
        {asked && missing !== null ? <Problem words={{ title: t(missing) }} /> : null}
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={action.busy}>
            {t('common.save')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <Kept of={draft} onDiscard={() => setAsked(false)} />
        </div>
      </form>
    </Dialog>
  );
}

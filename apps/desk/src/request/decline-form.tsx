import { declineReasons } from '@leeward/domain/request/events.ts';
import { mayWriteTo } from '@leeward/domain/request/routing.ts';
import { mayAnswer } from '@leeward/domain/request/rules.ts';
import {
  type DeskLocale,
  direction,
  formatDate,
  isDeskLocale,
  isDoorLocale,
  languageName,
} from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { DeclineHelp } from '../directory/shortlist/decline-help.tsx';
import { channelChoices } from '../enter/account-fields.tsx';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { isTooLong, TooLong } from '../parts/too-long.tsx';
import { addressOf, goFromHere } from '../router/route.ts';
import { refusalWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { type DeclineReason, declineProblem, linesOf } from './decline.ts';
import { useHasWords, useTemplates } from './decline-templates.ts';
import { LeftTyped } from './left-typed.tsx';

type Form = {
  readonly reason: DeclineReason | '';
  readonly words: string;
  /** Whether the words were changed by hand: then no template overwrites them. */
  readonly own: boolean;
  readonly alternatives: string;
  readonly noneKnown: boolean;
  readonly days: number;
  /** By which way she is told, where she has no mailbox here. */
  readonly channel: string;
};

const dayChoices = [30, 90, 180, 365] as const;
const day = 24 * 60 * 60 * 1000;

/** Declining well: a reason, kind words in her language, what else may help, and a way back (invariant 8). */
export function DeclineForm({ view }: { readonly view: RequestView }): ReactNode {
  const { t, numbers, locale } = useSpeech();
  const now = useNow();
  const notice = useNotice();
  const actor = useActor();
  const nameOf = useMemberName();
  const action = useAction('decline');
  const tell = useAction('tellDecline');
  const keep = useAction('keepWords');
  const [asked, setAsked] = useState(false);
  const draft = useForm<Form>('decline', view.record, () => ({
    reason: '',
    words: '',
    own: false,
    alternatives: '',
    noneKnown: false,
    days: 90,
    channel: '',
  }));
  const { form, change } = draft;
  const [way, wayHint, words, wordsHint, others, othersHint, days, daysHint] = [
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
  ];
  const hers = view.said.locale.split('-')[0] ?? '';
  const ownWords = useHasWords(hers);
  const builtIn: DeskLocale | null = isDeskLocale(hers) ? hers : ownWords ? null : locale;
  const written: string = builtIn ?? hers;
  const templates = useTemplates(written, builtIn);

  const allowed = mayAnswer(view.state, actor);
  const told = !allowed.ok && allowed.error.code === 'no_mailbox';
  const refused =
    told && view.state.claimedBy !== actor.member
      ? ({ code: 'claim_first' } as const)
      : allowed.ok || told
        ? null
        : allowed.error;
  if (refused !== null)
    return (
      <>
        <Problem words={refusalWords(t, refused, nameOf)} />
        <LeftTyped texts={[form.words, form.alternatives]} draft={draft} />
      </>
    );

  const ways = told
    ? channelChoices.filter((code) => mayWriteTo(view.state, code).ok)
    : ([] as typeof channelChoices);
  const channel = ways.find((code) => code === form.channel);
  const problem = declineProblem(form) ?? (told && channel === undefined ? 'decline.channelNeeded' : null);
  const choose = (reason: DeclineReason): void => {
    const template = templates[reason] ?? '';
    change(form.own ? { reason } : { reason, words: template });
  };
  /** Makes what was typed the team's words for this reason, in this language. */
  const keepForAll = async (): Promise<void> => {
    if (form.reason === '') return;
    const place = { occasion: 'decline', code: form.reason, language: written };
    const before = templates[form.reason] ?? '';
    const answer = await keep.run({ ...place, text: form.words.trim() });
    if (!answer.ok) return;
    notice({
      text: t('words.done'),
      undo: { label: t('undo.label'), run: () => keep.run({ ...place, text: before }) },
    });
  };
  const send = async (): Promise<void> => {
    const onward = goFromHere();
    setAsked(true);
    if (problem !== null || form.reason === '' || isTooLong(form.words)) return;
    const decline = {
      record: view.record,
      reason: form.reason,
      words: form.words.trim(),
      alternatives: linesOf(form.alternatives),
      noneKnown: form.noneKnown,
      wayBackDays: form.days,
    };
    const answer =
      channel === undefined ? await action.run(decline) : await tell.run({ ...decline, channel });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('decline.done') });
    onward({ name: 'request', record: view.record, part: 'talk' });
  };

  return (
    <form
      className="form stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset className="field">
        <legend>{t('decline.reason')}</legend>
        <div className="options columns">
          {declineReasons.items.map(({ code }) => (
            <label key={code} className="option">
              <input
                type="radio"
                name="reason"
                value={code}
                checked={form.reason === code}
                onChange={() => choose(code)}
              />
              {t(`decline.${code}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={words}>{t('decline.words')}</label>
        <span className="hint" id={wordsHint}>
          {t('decline.wordsHint')} {t('decline.language', { language: languageName(numbers, written) })}
        </span>
        <textarea
          id={words}
          className="tall"
          dir={form.words === '' && isDeskLocale(written) ? direction(written) : 'auto'}
          lang={written}
          aria-describedby={wordsHint}
          value={form.words}
          onChange={(event) => change({ words: event.target.value, own: event.target.value !== '' })}
        />
        <TooLong text={form.words} />
        <div className="cluster">
          {form.reason === '' || !form.own || form.words.trim() === (templates[form.reason] ?? '') ? null : (
            <button
              type="button"
              className="button quiet"
              disabled={keep.busy}
              onClick={() => void keepForAll()}
            >
              {t('words.keepThese')}
            </button>
          )}
          <a href={addressOf({ name: 'words' })}>{t('words.title')}</a>
        </div>
        <FailureNote failure={keep.failure} />
      </div>
      <div className="field">
        <label htmlFor={others}>{t('decline.alternatives')}</label>
        <span className="hint" id={othersHint}>
          {t('decline.alternativesHint')} {t('decline.alternativesLines')}
        </span>
        <textarea
          id={others}
          dir={form.alternatives === '' && isDeskLocale(written) ? direction(written) : 'auto'}
          lang={written}
          aria-describedby={othersHint}
          value={form.alternatives}
          disabled={form.noneKnown}
          onChange={(event) => change({ alternatives: event.target.value })}
        />
        <DeclineHelp
          record={view.record}
          written={isDoorLocale(hers) ? hers : isDeskLocale(written) ? written : locale}
          onTake={(lines) =>
            // The directory has to be fetched first: what was typed meanwhile stays.
            change((now) => {
              const before = linesOf(now.alternatives);
              const all = [...before, ...lines.filter((line) => !before.includes(line))];
              return { alternatives: all.join('\n'), noneKnown: false };
            })
          }
        />
        <label className="option">
          <input
            type="checkbox"
            checked={form.noneKnown}
            onChange={(event) => change({ noneKnown: event.target.checked })}
          />
          {t('decline.noneKnown')}
        </label>
      </div>
      <div className="field">
        <label htmlFor={days}>{t('decline.wayBack')}</label>
        <span className="hint" id={daysHint}>
          {t('decline.wayBackHint', { days: form.days })}{' '}
          {t('decline.wayBackUntil', { date: formatDate(numbers, now + form.days * day) })}
        </span>
        <select
          id={days}
          className="auto"
          aria-describedby={daysHint}
          value={form.days}
          onChange={(event) => change({ days: Number(event.target.value) })}
        >
          {dayChoices.map((choice) => (
            <option key={choice} value={choice}>
              {t('decline.days', { days: choice })}
            </option>
          ))}
        </select>
      </div>
      {asked && problem !== null ? <Problem words={{ title: t(problem) }} /> : null}
      {told ? (
        <div className="field">
          <label htmlFor={way}>{t('decline.channel')}</label>
          <span className="hint" id={wayHint}>
            {ways.length === 0 ? t('decline.noChannel') : t('decline.channelHint')}
          </span>
          <select
            id={way}
            className="auto"
            aria-describedby={wayHint}
            value={form.channel}
            disabled={ways.length === 0}
            onChange={(event) => change({ channel: event.target.value })}
          >
            <option value="">{t('enter.choose')}</option>
            {ways.map((code) => (
              <option key={code} value={code}>
                {t(`request.channel.${code}`)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <FailureNote failure={action.failure ?? tell.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || tell.busy}>
          {t('decline.submit')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}

import { declineReasons } from '@leeward/domain/request/events.ts';
import { mayAnswer } from '@leeward/domain/request/rules.ts';
import {
  type DeskLocale,
  direction,
  formatDate,
  isDeskLocale,
  isDoorLocale,
  languageName,
} from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { DeclineHelp } from '../directory/shortlist/decline-help.tsx';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { go } from '../router/route.ts';
import { refusalWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { type DeclineReason, declineProblem, linesOf } from './decline.ts';
import { templatesIn } from './decline-templates.ts';

type Form = {
  readonly reason: DeclineReason | '';
  readonly words: string;
  /** Whether the words were changed by hand: then no template overwrites them. */
  readonly own: boolean;
  readonly alternatives: string;
  readonly noneKnown: boolean;
  readonly days: number;
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
  const [asked, setAsked] = useState(false);
  const draft = useForm<Form>('decline', view.record, () => ({
    reason: '',
    words: '',
    own: false,
    alternatives: '',
    noneKnown: false,
    days: 90,
  }));
  const { form, change } = draft;
  const [words, wordsHint, others, othersHint, days, daysHint] = [
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
  ];
  const hers = view.said.locale.split('-')[0] ?? '';
  const written: DeskLocale = isDeskLocale(hers) ? hers : locale;
  const templates = useTemplates(written);

  const allowed = mayAnswer(view.state, actor);
  if (!allowed.ok) return <Problem words={refusalWords(t, allowed.error, nameOf)} />;

  const problem = declineProblem(form);
  const choose = (reason: DeclineReason): void => {
    const template = templates?.[reason] ?? '';
    change(form.own ? { reason } : { reason, words: template });
  };
  const send = async (): Promise<void> => {
    setAsked(true);
    if (problem !== null || form.reason === '') return;
    const answer = await action.run({
      record: view.record,
      reason: form.reason,
      words: form.words.trim(),
      alternatives: linesOf(form.alternatives),
      noneKnown: form.noneKnown,
      wayBackDays: form.days,
    });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('decline.done') });
    go({ name: 'request', record: view.record, part: 'talk' });
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
          dir={form.words === '' ? direction(written) : 'auto'}
          lang={written}
          aria-describedby={wordsHint}
          value={form.words}
          onChange={(event) => change({ words: event.target.value, own: event.target.value !== '' })}
        />
      </div>
      <div className="field">
        <label htmlFor={others}>{t('decline.alternatives')}</label>
        <span className="hint" id={othersHint}>
          {t('decline.alternativesHint')} {t('decline.alternativesLines')}
        </span>
        <textarea
          id={others}
          dir={form.alternatives === '' ? direction(written) : 'auto'}
          lang={written}
          aria-describedby={othersHint}
          value={form.alternatives}
          disabled={form.noneKnown}
          onChange={(event) => change({ alternatives: event.target.value })}
        />
        <DeclineHelp
          record={view.record}
          written={isDoorLocale(hers) ? hers : written}
          onTake={(lines) => {
            const before = linesOf(form.alternatives);
            const all = [...before, ...lines.filter((line) => !before.includes(line))];
            change({ alternatives: all.join('\n'), noneKnown: false });
          }}
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
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('decline.submit')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}

/** The prepared words in one language; null while they are fetched. */
function useTemplates(written: DeskLocale): Readonly<Record<DeclineReason, string>> | null {
  const [templates, setTemplates] = useState<Readonly<Record<DeclineReason, string>> | null>(null);
  useEffect(() => {
    let current = true;
    templatesIn(written).then(
      (found) => {
        if (current) setTemplates(found);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [written]);
  return templates;
}

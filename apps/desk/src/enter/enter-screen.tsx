import { urgencies } from '@leeward/domain/request/events.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { addressOf, goFromHere } from '../router/route.ts';
import { type UsedForm, useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { channelChoices, HowItCame, HowToReach, WhatWasSaid, WhoItIs } from './account-fields.tsx';
import { type EnterForm, emptyEnterForm, enteredOf, enterProblem } from './enter-form.ts';
import { MatchList } from './match-list.tsx';
import { useChosenMatch, useMatches } from './use-matches.ts';

/** Entering a request that came by phone, by mail, in person or through a partner. */
export function EnterScreen(): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const notice = useNotice();
  const action = useAction('enterRequest');
  const draft = useForm<EnterForm>('enterRequest', null, () => emptyEnterForm(Date.now()));
  const { form, change } = draft;
  const [asked, setAsked] = useState(false);
  const problem = enterProblem(form, now);

  const send = async (): Promise<void> => {
    setAsked(true);
    if (enterProblem(form, Date.now()) !== null) return;
    const onward = goFromHere();
    const answer = await action.run(enteredOf(form));
    if (!answer.ok) return;
    draft.given(emptyEnterForm(Date.now()));
    notice({ text: t('enter.done') });
    onward({ name: 'request', record: answer.value.record, part: 'talk' });
  };

  return (
    <Screen
      title={t('enter.title')}
      back={{ href: addressOf({ name: 'today' }), label: t('today.title') }}
      lead={<p>{t('enter.lead')}</p>}
    >
      <form
        className="form stack enter-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <HowItCame form={form} change={change} />
        <div>
          <WhoItIs form={form} change={change} />
          <Matches form={form} change={change} />
        </div>
        <WhatWasSaid form={form} change={change} />
        <HowToReach form={form} change={change} />
        <Judged form={form} change={change} />
        <Answered form={form} change={change} />
        <label className="option">
          <input
            type="checkbox"
            checked={form.claim}
            onChange={(event) => change({ claim: event.target.checked })}
          />
          {t('enter.claim')}
        </label>
        {asked && problem !== null ? <Problem words={{ title: t(problem) }} /> : null}
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={action.busy}>
            {t('enter.submit')}
          </button>
          <Kept of={draft} onDiscard={() => setAsked(false)} />
        </div>
      </form>
    </Screen>
  );
}

type Part = Pick<UsedForm<EnterForm>, 'form' | 'change'>;

/** Search before create: whom it may be, while one types. */
function Matches({ form, change }: Part): ReactNode {
  const { t } = useSpeech();
  const sought = useMatches({
    callName: form.callName,
    words: form.words,
    reach: form.reach.map((row) => row.detail),
    country: form.country,
    except: null,
  });
  const matches = useChosenMatch(sought, form.joinWith, () => change({ joinWith: null }));
  return (
    <section className="stack tight" aria-label={t('enter.matches')}>
      <p role="status" className={matches.length === 0 ? 'visually-hidden' : 'note accent'}>
        {matches.length === 0 ? '' : t('enter.matchCount', { count: matches.length })}
      </p>
      {matches.length === 0 ? null : (
        <MatchList matches={matches} chosen={form.joinWith} onChoose={(joinWith) => change({ joinWith })} />
      )}
    </section>
  );
}

function Judged({ form, change }: Part): ReactNode {
  const { t } = useSpeech();
  const [urgency, reason] = [useId(), useId()];
  return (
    <div className="enter-row">
      <div className="field">
        <label htmlFor={urgency}>{t('urgency.title')}</label>
        <select
          id={urgency}
          value={form.urgency}
          onChange={(event) => change({ urgency: event.target.value })}
        >
          <option value="">{t('urgency.urg_unset')}</option>
          {urgencies.items.map(({ code }) => (
            <option key={code} value={code}>
              {t(`urgency.${code}`)}
            </option>
          ))}
        </select>
      </div>
      {form.urgency === '' ? null : (
        <div className="field grow">
          <label htmlFor={reason}>{t('urgency.reason')}</label>
          <input
            id={reason}
            dir={typedDirection(form.reason)}
            autoComplete="off"
            value={form.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}

function Answered({ form, change }: Part): ReactNode {
  const { t } = useSpeech();
  const [words, hint, by] = [useId(), useId(), useId()];
  return (
    <div className="enter-row">
      <div className="field grow">
        <label htmlFor={words}>{t('enter.answered')}</label>
        <input
          id={words}
          dir={typedDirection(form.answered)}
          autoComplete="off"
          aria-describedby={hint}
          value={form.answered}
          onChange={(event) => change({ answered: event.target.value })}
        />
        <span className="hint" id={hint}>
          {t('enter.answeredHint')}
        </span>
      </div>
      {form.answered.trim() === '' ? null : (
        <div className="field">
          <label htmlFor={by}>{t('enter.answeredBy')}</label>
          <select
            id={by}
            value={form.answeredBy}
            onChange={(event) => change({ answeredBy: event.target.value })}
          >
            <option value="">{t('enter.choose')}</option>
            {channelChoices.map((code) => (
              <option key={code} value={code}>
                {t(`request.channel.${code}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

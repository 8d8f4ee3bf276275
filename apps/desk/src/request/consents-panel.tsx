import { addMonths } from '@leeward/domain/clock/days.ts';
import { type ConsentAsk, fieldGroups, usualConsentMonths } from '@leeward/domain/consent/ask.ts';
import { isIrreversible } from '@leeward/domain/consent/irreversible.ts';
import { type Consent, standingOf } from '@leeward/domain/consent/state.ts';
import { consentsIn } from '@leeward/domain/request/come-back.ts';
import { type DeskKey, formatDate, formatList } from '@leeward/ui';
import { consentScope } from '@leeward/vocabulary/lists/consent-scope.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { Ago, useNow } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { dayOf, LineBox, TextBox } from './back-fields.tsx';
import { DropConsent } from './drop-consent.tsx';
import { WhoAnswers } from './who-answers.tsx';

type Form = {
  readonly purpose: string;
  readonly recipient: string;
  readonly fields: readonly string[];
  readonly text: string;
  readonly until: string;
};

const tones = {
  asked: '',
  given: 'good',
  refused: 'warn',
  withdrawn: 'danger',
  expired: 'warn',
  dropped: '',
} as const;

/** Every consent with its state and history, and the form that asks for one more. */
export function ConsentsPanel({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const consents = consentsIn(view.state);
  return (
    <Dialog title={t('back.consents')} onClose={onClose}>
      {consents.length === 0 ? <p className="quiet">{t('back.consentsNone')}</p> : null}
      <ul className="plain stack tight">
        {consents.map((consent) => (
          <li key={consent.ask.id} className="card facts">
            <OneConsent consent={consent} view={view} />
          </li>
        ))}
      </ul>
      <WhoAnswers view={view}>
        <AskConsent view={view} onClose={onClose} />
      </WhoAnswers>
    </Dialog>
  );
}

/** The words for a purpose; an organisation's own code stands as it is. */
export function usePurpose(): (purpose: ConsentAsk['purpose']) => string {
  const { t } = useSpeech();
  return (purpose) =>
    consentScope.items.some(({ code }) => code === purpose) ? t(`consent.${purpose}` as DeskKey) : purpose;
}

/** The words for kinds of facts. */
export function useFieldNames(): (fields: readonly string[]) => string {
  const { t, numbers } = useSpeech();
  return (fields) =>
    formatList(
      numbers,
      fields.map((field) =>
        fieldGroups.some((group) => group === field) ? t(`consent.field.${field}` as DeskKey) : field,
      ),
    );
}

function OneConsent({ consent, view }: { readonly consent: Consent; readonly view: RequestView }): ReactNode {
  const { t, numbers } = useSpeech();
  const lang = view.said.locale;
  const purpose = usePurpose();
  const names = useFieldNames();
  const { ask, history } = consent;
  const standing = standingOf(consent, dayOf(useNow()));
  return (
    <>
      <div className="bar">
        <b>{purpose(ask.purpose)}</b>
        <span className={`chip ${tones[standing]}`.trim()}>{t(`consent.standing.${standing}`)}</span>
      </div>
      <p>
        <Words inline text={ask.recipient} /> · {names(ask.fields)}
        {ask.until === null
          ? ''
          : ` · ${t('consent.until', { date: formatDate(numbers, `${ask.until}T12:00:00Z`, 'UTC') })}`}
      </p>
      <details>
        <summary>{t('consent.history')}</summary>
        <div className="stack tight">
          <Words text={ask.text} lang={ask.language} />
          <p className="small quiet">
            {t('consent.version', { version: ask.version, language: ask.language })}{' '}
            <Ago at={consent.askedAt} />
          </p>
          <ol className="plain stack tight">
            {history.map((step) => (
              <li key={step.item} className="small">
                <b>{t(`consent.standing.${step.answer}`)}</b> <Ago at={step.at} />
                {step.words === '' ? null : <Words text={step.words} lang={lang} />}
                {step.effect === 'counts' ? null : (
                  <span className="note warn small">{t(`consent.effect.${step.effect}`)}</span>
                )}
                <span className="quiet">
                  {' '}
                  {t('consent.proof')} <bdi className="num">{step.item.slice(0, 12)}</bdi>
                </span>
              </li>
            ))}
          </ol>
        </div>
      </details>
      {standing === 'withdrawn' ? <p className="note warn small">{t('consent.tellRecipient')}</p> : null}
      {standing === 'asked' || standing === 'given' ? (
        <DropConsent consent={ask.id} given={standing === 'given'} view={view} />
      ) : null}
    </>
  );
}

/** Puts one question for one consent before her, at her door. */
export function AskConsent({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const notice = useNotice();
  const action = useAction('askConsent');
  const purposes = useId();
  const [asked, setAsked] = useState(false);
  const today = useToday();
  const draft = useForm<Form>('askConsent', view.record, () => ({
    purpose: '',
    recipient: '',
    fields: [],
    text: '',
    until: addMonths(today, usualConsentMonths),
  }));
  const { form, change } = draft;
  const isWhole =
    form.purpose !== '' && form.recipient.trim() !== '' && form.text.trim() !== '' && form.fields.length > 0;
  const language = view.said.locale === 'und' ? locale : view.said.locale;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!isWhole) return;
    const before = consentsIn(view.state).filter(
      ({ ask }) => ask.purpose === form.purpose && ask.recipient === form.recipient.trim(),
    );
    const answer = await action.run({
      record: view.record,
      ask: {
        purpose: form.purpose as ConsentAsk['purpose'],
        recipient: form.recipient.trim(),
        fields: form.fields,
        text: form.text.trim(),
        version: before.length + 1,
        language,
        until: form.until === '' ? null : form.until,
      },
    });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('back.sentToHer') });
    onClose();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t('consent.ask')}</h3>
      <div className="field">
        <label htmlFor={purposes}>{t('consent.purpose')}</label>
        <select
          id={purposes}
          value={form.purpose}
          onChange={(event) => change({ purpose: event.target.value })}
        >
          <option value="">{t('consent.choose')}</option>
          {consentScope.items.map(({ code }) => (
            <option key={code} value={code}>
              {t(`consent.${code}`)}
            </option>
          ))}
        </select>
      </div>
      {isIrreversible(form.purpose) ? <p className="note danger">{t('consent.irreversible')}</p> : null}
      <LineBox
        label={t('consent.recipient')}
        hint={t('consent.recipientHint')}
        value={form.recipient}
        onChange={(recipient) => change({ recipient })}
      />
      <fieldset className="field">
        <legend>{t('consent.fields')}</legend>
        <div className="options columns">
          {fieldGroups.map((group) => (
            <label key={group} className="option">
              <input
                type="checkbox"
                checked={form.fields.includes(group)}
                onChange={(event) =>
                  change({
                    fields: event.target.checked
                      ? [...form.fields, group]
                      : form.fields.filter((other) => other !== group),
                  })
                }
              />
              {t(`consent.field.${group}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextBox
        label={t('consent.text')}
        hint={t('consent.textHint')}
        value={form.text}
        rows={6}
        lang={language}
        onChange={(text) => change({ text })}
      />
      <LineBox
        label={t('consent.untilField')}
        hint={t('consent.untilHint')}
        type="date"
        value={form.until}
        onChange={(until) => change({ until })}
      />
      <p className="small quiet">{t('consent.neverFor')}</p>
      {asked && !isWhole ? (
        <p className="error" role="status">
          {t('consent.incomplete')}
        </p>
      ) : null}
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('back.send')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setAsked(false)} />
      </div>
    </form>
  );
}

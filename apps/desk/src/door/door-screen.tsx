import { direction, doorLanguages, formatDate } from '@leeward/ui';
import type { DoorTexts, DoorView } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { ProposedQuestions } from '../forms/questions-screen.tsx';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { CopyField } from '../parts/copy-field.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { type DoorForm, doorState, doorTextsOf, emptyDoorForm } from './door-form.ts';
import { QrCode } from './qr.tsx';

/** The door: the link that people use, what it says in each language, and how long it is valid. */
export function DoorScreen(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('door', {});
  return (
    <Screen title={t('door.title')}>
      {answer === undefined ? <p className="quiet">{t('common.loading')}</p> : null}
      {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
      {answer?.ok === true ? <Door door={answer.value} /> : null}
    </Screen>
  );
}

function Door({ door }: { readonly door: DoorView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { administrator } = useOpenSession();
  const now = useNow();
  const state = doorState(door, now);
  const date = door.validUntil === null ? '' : formatDate(numbers, door.validUntil);
  return (
    <div className="stack wide-stack">
      {state === 'none' ? <Empty title={t('door.noneYet')}>{t('door.noneYetHint')}</Empty> : null}
      {state === 'open' ? (
        <p className="note good">
          <strong>{t('door.open')}</strong> {t('door.validUntil', { date })}
        </p>
      ) : null}
      {state === 'soon' ? <p className="note warn">{t('door.expiresOn', { date })}</p> : null}
      {state === 'closed' ? <p className="note warn">{t('door.expired', { date })}</p> : null}
      {door.oneAdministrator ? <p className="note">{t('door.onlyOne')}</p> : null}
      {door.waitingForSecond ? <SecondSignature door={door} /> : null}
      {door.link === null ? null : (
        <section className="door-link stack tight">
          <CopyField label={t('door.link')} value={door.link} />
          <p className="hint">{t('door.linkHint')}</p>
          <p className="code door-address" dir="ltr">
            {door.link}
          </p>
          <QrCode text={door.link} label={t('door.qrText')} />
          <div className="cluster screen-only">
            <button type="button" className="button" onClick={() => window.print()}>
              {t('door.print')}
            </button>
            <a className="button quiet" href={door.link} target="_blank" rel="noopener noreferrer">
              {t('door.preview')}
            </a>
          </div>
        </section>
      )}
      <p className="screen-only">
        <a className="button" href={addressOf({ name: 'questions' })}>
          {t('forms.title')}
        </a>
      </p>
      {administrator ? <TextsForm door={door} /> : null}
    </div>
  );
}

function SecondSignature({ door }: { readonly door: DoorView }): ReactNode {
  const { t } = useSpeech();
  const { administrator } = useOpenSession();
  const sign = useAction('signDoor');
  return (
    <section className="note warn stack tight">
      <strong>{t('door.needsSecond')}</strong>
      {door.texts === null ? null : (
        <ul className="plain stack tight">
          {door.texts.languages.map((language) => (
            <li key={language} className="card form-card" lang={language} dir="auto">
              <b>
                <Words inline text={door.texts?.name[language] ?? ''} lang={language} />
              </b>
              <Words text={door.texts?.retention[language] ?? ''} lang={language} />
              <Words text={door.texts?.contacts[language] ?? ''} lang={language} />
            </li>
          ))}
        </ul>
      )}
      <ProposedQuestions />
      {administrator ? (
        <div>
          <button type="button" className="button" disabled={sign.busy} onClick={() => void sign.run({})}>
            {t('door.secondSign')}
          </button>
        </div>
      ) : null}
      <FailureNote failure={sign.failure} />
    </section>
  );
}

/** The link stands above the form, out of sight of who has just published it. */
function showLink(): void {
  const link = document.querySelector<HTMLElement>('.door-link input');
  link?.scrollIntoView({ block: 'center' });
  link?.focus({ preventScroll: true });
}

function TextsForm({ door }: { readonly door: DoorView }): ReactNode {
  const { t } = useSpeech();
  const [published, setPublished] = useState(false);
  const publish = useAction('publishDoor');
  const draft = useForm<DoorForm>('publishDoor', null, () => emptyDoorForm(door.texts));
  const { form, change } = draft;
  const texts: DoorTexts | null = doorTextsOf(form);

  const save = async (): Promise<void> => {
    if (texts === null) return;
    const answer = await publish.run({ texts });
    if (!answer.ok) return;
    draft.given(form);
    setPublished(true);
  };

  return (
    <form
      className="form stack screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('door.texts')}</h2>
      <fieldset className="field">
        <legend>{t('door.languages')}</legend>
        <div className="options columns">
          {doorLanguages.map(({ tag, name }) => (
            <label key={tag} className="option">
              <input
                type="checkbox"
                checked={form.languages.includes(tag)}
                onChange={(event) =>
                  change({
                    languages: event.target.checked
                      ? [...form.languages, tag]
                      : form.languages.filter((other) => other !== tag),
                  })
                }
              />
              <span lang={tag}>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {doorLanguages
        .filter(({ tag }) => form.languages.includes(tag))
        .map(({ tag, name }) => (
          <section key={tag} className="card form-card stack" aria-label={name}>
            <h3 lang={tag}>{name}</h3>
            <LanguageTexts form={form} change={change} language={tag} />
          </section>
        ))}
      <FailureNote failure={publish.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={publish.busy || texts === null}>
          {t('door.save')}
        </button>
        <Kept of={draft} />
        {/* Here and not over the page: it must not cover what was just published. */}
        <span role="status" className="small">
          {published && draft.keeping === null
            ? t(door.waitingForSecond ? 'door.needsSecond' : 'door.published')
            : ''}
        </span>
        {published && draft.keeping === null && door.link !== null ? (
          <button type="button" className="button quiet" onClick={showLink}>
            {t('door.toLink')}
          </button>
        ) : null}
      </div>
    </form>
  );
}

const parts = ['name', 'retention', 'contacts'] as const;
const labels = { name: 'door.name', retention: 'door.retention', contacts: 'door.otherWays' } as const;
const hints = {
  name: 'door.nameHint',
  retention: 'door.retentionHint',
  contacts: 'door.otherWaysHint',
} as const;

function LanguageTexts({
  form,
  change,
  language,
}: {
  readonly form: DoorForm;
  readonly change: (part: Partial<DoorForm>) => void;
  readonly language: string;
}): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  return parts.map((part) => {
    const common = {
      id: `${id}${part}`,
      'aria-describedby': `${id}${part}hint`,
      dir: (form[part][language] ?? '') === '' ? direction(language) : 'auto',
      lang: language,
      maxLength: 2000,
      value: form[part][language] ?? '',
    } as const;
    const set = (value: string): void => change({ [part]: { ...form[part], [language]: value } });
    return (
      <div key={part} className="field">
        <label htmlFor={common.id}>{t(labels[part])}</label>
        <span className="hint" id={common['aria-describedby']}>
          {t(hints[part])}
        </span>
        {part === 'name' ? (
          <input {...common} onChange={(event) => set(event.target.value)} />
        ) : (
          <textarea {...common} onChange={(event) => set(event.target.value)} />
        )}
      </div>
    );
  });
}

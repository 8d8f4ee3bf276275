import { doorLanguages, formatDate } from '@leeward/ui';
import type { DoorTexts, DoorView } from '@leeward/workspace/desk/door-contract.ts';
import { type ReactNode, useCallback, useState } from 'react';
import { ProposedQuestions } from '../forms/questions-screen.tsx';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { usePlace } from '../parts/use-place.ts';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { AnswerDays, DoorLanguages, DoorPartField, doorParts } from './door-fields.tsx';
import { type DoorForm, doorState, doorTextsOf, emptyDoorForm } from './door-form.ts';
import { DoorLink } from './door-link.tsx';
import { GuidedDoor } from './guided-door.tsx';
import { PromiseHelp } from './promise-help.tsx';

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
  const [isFirst, setIsFirst] = useState(false);
  // What was published for the first time takes the place of the guide: whoever did it is shown what became of it.
  const shown = useCallback((element: HTMLElement | null) => {
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  }, []);
  if (door.texts === null && administrator) return <GuidedDoor onPublished={() => setIsFirst(true)} />;
  const date = door.validUntil === null ? '' : formatDate(numbers, door.validUntil);
  return (
    <div className="stack wide-stack">
      {state === 'none' && !door.waitingForSecond ? (
        <Empty title={t('door.noneYet')}>{administrator ? null : t('door.noneYetOthers')}</Empty>
      ) : null}
      {state === 'open' ? (
        <p className="note good" ref={isFirst ? shown : undefined} tabIndex={-1}>
          <strong>{t('door.open')}</strong> {t('door.validUntil', { date })}
          {isFirst ? <span> · {t('door.published')}</span> : null}
        </p>
      ) : null}
      {state === 'soon' ? <p className="note warn">{t('door.expiresOn', { date })}</p> : null}
      {state === 'closed' ? <p className="note warn">{t('door.expired', { date })}</p> : null}
      {door.oneAdministrator ? <p className="note">{t('door.onlyOne')}</p> : null}
      {door.waitingForSecond ? <SecondSignature door={door} /> : null}
      {door.link === null ? null : <DoorLink link={door.link} texts={door.texts} />}
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
  const place = usePlace('publish');
  return (
    <section className="note warn stack tight">
      <strong ref={place} tabIndex={-1}>
        {t('door.needsSecond')}
      </strong>
      {door.texts === null ? null : (
        <ul className="plain stack tight">
          {door.texts.languages.map((language) => (
            <li key={language} className="card form-card" lang={language} dir="auto">
              <b>
                <Words inline text={door.texts?.name[language] ?? ''} lang={language} />
              </b>
              <Words text={door.texts?.retention[language] ?? ''} lang={language} />
              <Words text={door.texts?.contacts[language] ?? ''} lang={language} />
              <Words text={door.texts?.selfCheck?.[language] ?? ''} lang={language} />
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
      <DoorLanguages form={form} change={change} />
      {texts === null ? null : (
        <details>
          <summary>{t('promise.put')}</summary>
          <PromiseHelp form={form} change={change} />
        </details>
      )}
      {texts === null ? null : <AnswerDays form={form} change={change} />}
      {doorLanguages
        .filter(({ tag }) => form.languages.includes(tag))
        .map(({ tag, name }) => (
          <section key={tag} className="card form-card stack" aria-label={name} data-language={tag}>
            <h3 lang={tag}>{name}</h3>
            {doorParts.map((part) => (
              <DoorPartField key={part} part={part} form={form} change={change} language={tag} />
            ))}
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

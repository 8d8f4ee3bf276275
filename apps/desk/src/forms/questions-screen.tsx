import {
  type CompiledForm,
  type FormProblem,
  formBytes,
  pathText,
  readForm,
  readFormValue,
  textIn,
  writeForm,
} from '@leeward/forms';
import { doorLanguages, formatDate, languageName } from '@leeward/ui';
import type { QuestionsView } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import {
  type BuiltForm,
  type BuiltType,
  builtFrom,
  builtTypes,
  emptyForm,
  formFrom,
  moved,
  newQuestion,
} from './build-form.ts';
import { ImportForm } from './import-form.tsx';
import { FormsInFiles, PlaceForm } from './place-forms.tsx';
import { QuestionCard } from './question-card.tsx';
import { TextsField } from './texts-field.tsx';
import { TryForm } from './try-form.tsx';

/** What one form at the door may be, in bytes: it must fit the entry that keeps it. */
const MOST_BYTES = 48 * 1024;

/** The organisation's own questions at its door: built, tried out, published, and every version of them. */
export function QuestionsScreen(): ReactNode {
  const { t } = useSpeech();
  const { administrator } = useOpenSession();
  const answer = useView('questions', {});
  return (
    <Screen
      title={t('forms.title')}
      lead={<p>{t('forms.lead')}</p>}
      back={{ href: addressOf({ name: 'door' }), label: t('door.title') }}
    >
      {answer === undefined ? <p className="quiet">{t('common.loading')}</p> : null}
      {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
      {answer?.ok === true ? (
        <div className="stack wide-stack">
          {administrator ? (
            <Builder questions={answer.value} />
          ) : (
            <p className="note">{t('forms.onlyAdministrators')}</p>
          )}
          <FormsInFiles mayPlace={administrator} />
          <Versions questions={answer.value} />
        </div>
      ) : null}
    </Screen>
  );
}

/** The form at the door now, or the last one that was kept: what a change begins with. */
function currentForm({ forms, atDoor }: QuestionsView): BuiltForm {
  const text = forms.find(({ form }) => form === atDoor[0])?.text;
  const read = text === undefined ? null : readForm(text);
  return read?.ok === true ? builtFrom(read.value.form, atDoor[0]) : { ...emptyForm, base: atDoor[0] ?? '' };
}

function Builder({ questions }: { readonly questions: QuestionsView }): ReactNode {
  const { t, numbers } = useSpeech();
  const publish = useAction('publishQuestions');
  const door = useView('door', {});
  const hasDoor = door?.ok !== true || door.value.texts !== null;
  const draft = useForm<BuiltForm>('publishQuestions', null, () => currentForm(questions));
  const { form, change } = draft;
  const [published, setPublished] = useState<'now' | 'second' | null>(null);
  const [type, setType] = useState<BuiltType>('yesNoUnsure');
  const id = useId();
  // By its text: the draft is another object at every look, and a trial must not begin anew with each.
  const made = JSON.stringify(formFrom(form));
  const read = useMemo(() => readFormValue(JSON.parse(made)), [made]);
  const bytes = read.ok ? formBytes(read.value.form).length : 0;
  const isTooLong = bytes > MOST_BYTES;
  const isBegun = form.questions.length > 0;

  const atDoor = questions.atDoor[0] ?? '';
  // What was published, here or by a colleague, is what the next change begins with, unless one was begun already.
  useEffect(() => {
    if (draft.keeping === null && form.base !== atDoor) draft.discard();
  }, [atDoor, form.base, draft]);
  const isOvertaken = draft.keeping !== null && form.base !== atDoor;

  const send = async (forms: readonly string[]): Promise<void> => {
    const answer = await publish.run({ forms });
    if (!answer.ok) return;
    draft.given(form);
    setPublished(answer.value.waitingForSecond ? 'second' : 'now');
  };

  return (
    <form
      className="form stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.ok && !isTooLong) void send([writeForm(read.value.form)]);
      }}
    >
      <p className="note">{t('forms.publicHint')}</p>
      {hasDoor ? null : (
        <p className="note warn">
          <strong>{t('door.noneYet')}</strong> {t('door.noneYetHint')}
        </p>
      )}
      {isOvertaken ? <p className="note warn">{t('forms.overtaken')}</p> : null}
      <fieldset className="field">
        <legend>
          {t('forms.languages')}
          <span className="hint">{t('forms.languagesHint')}</span>
        </legend>
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
      {isBegun ? null : <p className="quiet">{t('forms.none')}</p>}
      {form.languages.length === 0 ? null : (
        <>
          <p className="small quiet">
            {t('forms.firstLanguage', { language: languageName(numbers, form.languages[0] ?? '') })}
          </p>
          <TextsField
            label={t('forms.formTitle')}
            texts={form.title}
            languages={form.languages}
            onChange={(title) => change({ title })}
          />
          {form.questions.map((question, index) => (
            <QuestionCard
              key={question.name}
              form={form}
              index={index}
              onChange={(next) =>
                change({ questions: form.questions.map((one) => (one.name === next.name ? next : one)) })
              }
              onMove={(by) => change({ questions: moved(form.questions, index, by) })}
              onRemove={() =>
                change({ questions: form.questions.filter(({ name }) => name !== question.name) })
              }
            />
          ))}
          <div className="cluster">
            <label htmlFor={`${id}add`} className="visually-hidden">
              {t('forms.type')}
            </label>
            <select
              id={`${id}add`}
              value={type}
              onChange={(event) => setType(event.target.value as BuiltType)}
            >
              {builtTypes.map((one) => (
                <option key={one} value={one}>
                  {t(`forms.type.${one}`)}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="button"
              onClick={() => change({ questions: [...form.questions, newQuestion(form, type)] })}
            >
              {t('forms.add')}
            </button>
          </div>
        </>
      )}
      <ImportForm onForm={(imported) => change(builtFrom(imported.form, form.base))} />
      {isBegun && read.ok ? <TryForm compiled={read.value} /> : null}
      {isBegun && !read.ok ? <Problems problems={read.error} /> : null}
      {isTooLong ? (
        <p className="note warn" role="alert">
          {t('forms.tooLong', { size: bytes, limit: MOST_BYTES })}
        </p>
      ) : null}
      {isBegun && read.ok ? <PlaceForm compiled={read.value} onPlaced={() => undefined} /> : null}
      <FailureNote failure={publish.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={publish.busy || !read.ok || isTooLong || !hasDoor}
        >
          {t('door.save')}
        </button>
        <Kept of={draft} />
        {questions.atDoor.length === 0 ? null : (
          <button
            type="button"
            className="button quiet"
            disabled={publish.busy}
            onClick={() => void send([])}
          >
            {t('forms.takeAway')}
          </button>
        )}
        <span role="status" className="small">
          {published === null || draft.keeping !== null
            ? ''
            : t(published === 'second' ? 'door.needsSecond' : 'door.published')}
        </span>
      </div>
    </form>
  );
}

const worded = new Set([
  'no-text',
  'missing',
  'expression',
  'unknown-question',
  'reaches-into-repeat',
  'cycle',
  'too-long',
  'too-many',
  'bad-language',
]);
type Worded = 'no-text' | 'missing' | 'expression' | 'unknown-question' | 'cycle' | 'too-long' | 'too-many';

function Problems({ problems }: { readonly problems: readonly FormProblem[] }): ReactNode {
  const { t, numbers } = useSpeech();
  return (
    <div className="note warn stack tight" role="status">
      <strong>{t('forms.notYet')}</strong>
      <ul className="stack tight">
        {problems.slice(0, 8).map((problem) => {
          const place = problem.path[1];
          const where =
            typeof place === 'number' ? t('forms.question', { number: place + 1 }) : t('forms.formTitle');
          const tag = problem.code === 'no-text' ? languageName(numbers, problem.detail) : problem.detail;
          const words = worded.has(problem.code)
            ? t(`forms.problem.${problem.code as Worded}`, { detail: tag })
            : t('forms.problem.other', { detail: `${problem.code} ${problem.detail}` });
          return (
            <li key={`${pathText(problem)} ${problem.code}`}>
              {where}: {words}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Every form that was ever kept: answers to it are read under its own words. */
function Versions({ questions: { forms, atDoor } }: { readonly questions: QuestionsView }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  if (forms.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="versions">
      <h2 id="versions">{t('forms.versions')}</h2>
      {forms.toReversed().map(({ form, text, by, since }) => {
        const read = readForm(text);
        return (
          <details key={form} className="card form-card">
            <summary>
              {t('forms.version', { date: formatDate(numbers, since), name: nameOf(by) })}{' '}
              <span className="code small quiet" dir="ltr">
                {form.slice(0, 8)}
              </span>{' '}
              {atDoor.includes(form) ? <span className="chip">{t('forms.atDoor')}</span> : null}
            </summary>
            {read.ok ? <QuestionTexts compiled={read.value} /> : <Words text={text} />}
          </details>
        );
      })}
    </section>
  );
}

/** A form as a list of its questions, in the reader's language as far as it has one. */
export function QuestionTexts({ compiled }: { readonly compiled: CompiledForm }): ReactNode {
  const { t, locale } = useSpeech();
  const { form, nodes } = compiled;
  return (
    <ol className="stack tight">
      {nodes.map(({ question }) => {
        const { text, language } = textIn(question.label, locale, form.languages);
        const options = (question.options ?? []).map(
          ({ label }) => textIn(label, locale, form.languages).text,
        );
        return (
          <li key={question.name}>
            <Words inline text={text || question.name} lang={language} />
            {options.length === 0 ? null : (
              <span className="small quiet">
                {' '}
                <Words inline text={options.join(' · ')} lang={language} />
              </span>
            )}
            {question.relevant === undefined ? null : (
              <span className="small quiet">
                {' '}
                {t('forms.onlyIf')} <bdi className="code">{question.relevant}</bdi>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The questions that wait for a second signature, for who is asked to give it. */
export function ProposedQuestions(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('questions', {});
  if (answer?.ok !== true || answer.value.atDoor.length === 0) return null;
  return (
    <div className="stack tight">
      <strong>{t('forms.title')}</strong>
      {answer.value.atDoor.map((hash) => {
        const text = answer.value.forms.find(({ form }) => form === hash)?.text;
        const read = text === undefined ? null : readForm(text);
        return read?.ok === true ? (
          <QuestionTexts key={hash} compiled={read.value} />
        ) : (
          <p key={hash}>{t('forms.formMissing')}</p>
        );
      })}
    </div>
  );
}

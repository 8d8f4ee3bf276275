import { type CompiledForm, formBytes, readForm, textIn, writeForm } from '@leeward/forms';
import { formatDate } from '@leeward/ui';
import type { QuestionsView } from '@leeward/workspace/desk/questions-contract.ts';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { type BuiltForm, builtFrom, emptyForm, fromOlderDraft } from './build-form.ts';
import { FormBuilder } from './builder.tsx';
import { useBuilding } from './building.ts';
import { ExportForm } from './export-form.tsx';
import { FormsInFiles } from './file-forms.tsx';

/** What one form at the door may be, in bytes: it must fit the entry that keeps it. */
const MOST_BYTES = 48 * 1024;

/** The organisation's own questions at its door: built, tried out, published, and every version of them. */
export function QuestionsScreen(): ReactNode {
  const { t } = useSpeech();
  const { administrator } = useOpenSession();
  const answer = useView('questions', {});
  // One form is built at a time: what is built for files takes the whole screen.
  const [work, setWork] = useState<string | null>(null);
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
          {work !== null ? null : administrator ? (
            <DoorBuilder questions={answer.value} />
          ) : (
            <p className="note">{t('forms.onlyAdministrators')}</p>
          )}
          <FormsInFiles mayPlace={administrator} work={work} onWork={setWork} />
          {work === null ? <Versions questions={answer.value} /> : null}
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

/** Builds the form at the door. */
function DoorBuilder({ questions }: { readonly questions: QuestionsView }): ReactNode {
  const { t } = useSpeech();
  const publish = useAction('publishQuestions');
  const door = useView('door', {});
  const hasDoor = door?.ok !== true || door.value.texts !== null;
  const draft = useForm<BuiltForm>('publishQuestions', null, () => currentForm(questions));
  const building = useBuilding(fromOlderDraft(draft.form), draft.change, false);
  const { form, compiled } = building;
  const [published, setPublished] = useState<'now' | 'second' | null>(null);
  const bytes = useMemo(() => (compiled === null ? 0 : formBytes(compiled.form).length), [compiled]);
  const isTooLong = bytes > MOST_BYTES;
  const isSealed = compiled?.nodes.some(({ audience }) => audience !== null) === true;

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
        // Not what was judged a moment ago: the last letters count.
        const now = building.now();
        if (now !== null && !isTooLong && !isSealed) void send([writeForm(now.form)]);
      }}
    >
      <p className="note">{t('forms.publicHint')}</p>
      {hasDoor ? null : (
        <p className="note warn">
          <strong>{t('door.noneYet')}</strong> {t('door.noneYetHint')}
        </p>
      )}
      {isOvertaken ? <p className="note warn">{t('forms.overtaken')}</p> : null}
      <FormBuilder building={building} />
      {isTooLong ? (
        <p className="note warn" role="alert">
          {t('forms.tooLong', { size: bytes, limit: MOST_BYTES })}
        </p>
      ) : null}
      {isSealed ? (
        <p className="note warn" role="alert">
          {t('refusal.not_at_door')}
        </p>
      ) : null}
      <FailureNote failure={publish.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={publish.busy || compiled === null || isTooLong || isSealed || !hasDoor}
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
            <ExportForm form={form} />
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

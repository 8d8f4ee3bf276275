import { type CheckedAnswer, examineAnswers, readForm, textIn } from '@leeward/forms';
import { defang, formatNumber, isolate } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { QuestionsView } from '@leeward/workspace/desk/questions-contract.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import { useActor } from '../session/use-actor.ts';
import { useView } from '../session/use-session.tsx';
import { sayValue } from './say-value.ts';

/** From here on an answer is covered until somebody asks for it: who passes by reads nothing. */
const COVERED_FROM = 3;

/** Her answers to the organisation's own questions, each under the words of the form that she answered. */
export function QuestionAnswers({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const questions = useView('questions', {});
  const given = view.said.answers ?? [];
  if (given.length === 0) return null;
  return (
    <section className="card facts stack" aria-labelledby="own-questions">
      <h2 id="own-questions">{t('forms.answers')}</h2>
      {given.map(({ form, values }) => (
        <Answered
          key={form}
          form={form}
          values={values}
          questions={questions?.ok === true ? questions.value : null}
          day={dayOf(view)}
        />
      ))}
    </section>
  );
}

/** The day on which she wrote, as she claims it: what `today()` meant on her page. */
function dayOf(view: RequestView): string {
  const claimed = view.state.items.at(-1)?.claimedTime ?? null;
  const time = new Date(claimed ?? Date.now());
  return (Number.isNaN(time.getTime()) ? new Date() : time).toISOString().slice(0, 10);
}

function Answered({
  form,
  values,
  questions,
  day,
}: {
  readonly form: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly questions: QuestionsView | null;
  readonly day: string;
}): ReactNode {
  const speech = useSpeech();
  const { t, locale } = speech;
  const kept = questions?.forms.find((one) => one.form === form);
  const text = kept?.text;
  const examined = useMemo(() => {
    const read = text === undefined ? null : readForm(text);
    if (read?.ok !== true) return null;
    return { compiled: read.value, ...examineAnswers(read.value, values, day) };
  }, [text, values, day]);
  if (questions === null) return <p className="quiet">{t('common.loading')}</p>;
  if (examined === null)
    return (
      <div className="stack tight">
        <p className="note warn">{t('forms.formMissing')}</p>
        <Words text={JSON.stringify(values, null, 1)} />
      </div>
    );
  const { compiled, answers, strange } = examined;
  const isNow = questions.atDoor.includes(form);
  const title = textIn(compiled.form.title, locale, compiled.form.languages);
  return (
    <div className="stack tight">
      <p className="small quiet">
        <Words inline text={title.text} lang={title.language} />
        {isNow ? null : ` · ${t('forms.older')}`}
      </p>
      {answers.some(({ flags }) => flags.includes('hidden')) ? (
        <p className="note warn small">{t('forms.hiddenHint')}</p>
      ) : null}
      <dl>
        {answers.map((answer) => (
          <AnswerLine
            key={`${answer.place.name} ${answer.place.turns.join('.')}`}
            answer={answer}
            said={sayValue(compiled, answer.question, answer.value, speech)}
            label={textIn(answer.question.label, locale, compiled.form.languages)}
          />
        ))}
      </dl>
      {strange.length === 0 ? null : (
        <div className="note warn small stack tight">
          <p>{t('forms.strange')}</p>
          {strange.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one answer's list never changes places
            <Words key={index} text={`${one.name}: ${one.text}`} />
          ))}
        </div>
      )}
    </div>
  );
}

function AnswerLine({
  answer: { question, place, flags },
  said,
  label,
}: {
  readonly answer: CheckedAnswer;
  readonly said: string;
  readonly label: { readonly text: string; readonly language: string };
}): ReactNode {
  const { t, numbers } = useSpeech();
  const isCovered = (question.sensitivity ?? 0) >= COVERED_FROM;
  const [shown, setShown] = useState(!isCovered);
  const { role } = useActor();
  const isMine = question.seenBy === undefined || (role !== null && question.seenBy.includes(role));
  return (
    <div>
      <dt>
        <Words inline text={label.text || question.name} lang={label.language} />
        {place.turns.length === 0
          ? null
          : ` (${place.turns.map((turn) => formatNumber(numbers, turn + 1)).join(', ')})`}
      </dt>
      <dd className="stack tight">
        {flags.includes('missing') ? <span className="quiet">{t('forms.missing')}</span> : null}
        {said !== '' && shown && isMine ? <Words text={said} /> : null}
        {isMine ? null : <span className="quiet">{t('forms.otherRoles')}</span>}
        <span className="answer-marks">
          {said === '' || shown || !isMine ? null : (
            <button type="button" className="button small" onClick={() => setShown(true)}>
              {t('forms.show')}
              <span className="visually-hidden"> {isolate(defang(label.text))}</span>
            </button>
          )}
          {flags.includes('hidden') ? <span className="chip warn">{t('forms.hidden')}</span> : null}
          {flags.includes('violated') ? <span className="chip">{t('forms.violated')}</span> : null}
        </span>
      </dd>
    </div>
  );
}

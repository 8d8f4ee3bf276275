import type { Answers, ShortQuestion } from '@leeward/directory/answers.ts';
import type { Unfolded } from '../model/unfolded.ts';
import { useWords } from '../model/words.ts';
import { furtherQuestions, mainQuestions } from './next-question.tsx';
import { type ChangeAnswers, QuestionField } from './question-field.tsx';

/** The short questions: five that help most, the others for whoever wants a shorter list. */
export function Questions({
  answers,
  change,
  forget,
  unfolded,
}: {
  readonly answers: Answers;
  readonly change: ChangeAnswers;
  readonly forget: () => void;
  readonly unfolded: Unfolded;
}) {
  const { d } = useWords();
  const field = (code: ShortQuestion) => (
    <QuestionField key={code} code={code} answers={answers} change={change} />
  );
  const hasAnswers = Object.values(answers).some((answer) => answer !== undefined);
  return (
    <form class="card padded stack" autocomplete="off" onSubmit={(event) => event.preventDefault()}>
      {mainQuestions.map(field)}
      <details
        open={unfolded.isOpen('further')}
        onToggle={(event) => unfolded.setOpen('further', event.currentTarget.open)}
      >
        <summary>{d('screen.further')}</summary>
        <div class="stack">{furtherQuestions.filter((code) => isAsked(code, answers)).map(field)}</div>
      </details>
      {hasAnswers ? (
        <button class="button quiet" type="button" onClick={forget}>
          {d('label.forget')}
        </button>
      ) : null}
    </form>
  );
}

/** A question that nothing depends on, by what she has said, is not asked. */
function isAsked(code: ShortQuestion, { happened, present, origin }: Answers): boolean {
  if (code === 'happenedOn') return (happened?.length ?? 0) > 0;
  if (code === 'leftOn') return present === undefined || origin === undefined || !origin.includes(present);
  return true;
}

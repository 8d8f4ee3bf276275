import type { Answers, ShortQuestion } from '@leeward/directory/answers.ts';
import type { Entry } from '@leeward/directory/entry.ts';
import type { Question } from '@leeward/directory/finding.ts';
import { sayQuestion } from '@leeward/directory/say/index.ts';
import { useState } from 'preact/hooks';
import { nameOf, withDetail, withTold } from '../model/next-question.ts';
import { useWords } from '../model/words.ts';
import { CopyText } from './copy-text.tsx';
import { type ChangeAnswers, QuestionField } from './question-field.tsx';

/** What questions need wherever they stand. */
export type Asking = {
  readonly answers: Answers;
  readonly change: ChangeAnswers;
  /** Leaves a question open on purpose: it is not asked again in front of others. */
  readonly leaveOpen: (name: string) => void;
  /** Where a short question is answered that stands with an entry of a list; absent: right there. */
  readonly toShort?: (code: ShortQuestion) => void;
};

/**
 * One question in its place: hers with what it takes to answer it, theirs with words to copy and room for what they
 * say. `entry`: the one that it is asked for; none where it would settle several.
 */
export function AskBox({
  question,
  entry,
  asking: { answers, change, leaveOpen, toShort },
}: {
  readonly question: Question;
  readonly entry: Entry | null;
  readonly asking: Asking;
}) {
  const { d, speaker } = useWords();
  const [isOpen, setOpen] = useState(entry === null);
  if (question.of === 'short') {
    if (!isOpen)
      return (
        <div class="ask bar">
          <p class="question">{d(`question.${question.code}`)}</p>
          <button
            class="button"
            type="button"
            onClick={() => (toShort ? toShort(question.code) : setOpen(true))}
          >
            {d('screen.answer')}
          </button>
        </div>
      );
    return (
      <div class="ask stack tight">
        <QuestionField code={question.code} answers={answers} change={change} />
        <LeaveOpen leave={() => leaveOpen(nameOf(question))} />
      </div>
    );
  }
  if (question.of === 'her') {
    const said = answers.details?.[question.code];
    return (
      <div class="ask stack tight">
        <YesNo
          label={sayQuestion(speaker, question, '')}
          said={said}
          onSay={(answer) => change({ details: withDetail(answers, question.code, answer).details })}
        />
        <LeaveOpen leave={() => leaveOpen(nameOf(question))} />
      </div>
    );
  }
  if (entry === null) return null;
  const words = speaker.text(`condition.${question.code}.ask`);
  return (
    <div class="ask stack tight">
      <p class="question">{d('question.them', { name: entry.name, question: words })}</p>
      <div class="cluster">
        <CopyText label={d('screen.copyQuestion')} name={words} text={() => words} />
      </div>
      <details>
        <summary>{d('screen.theyAnswered')}</summary>
        <YesNo
          label={d('screen.theySaid', { question: words })}
          said={answers.told?.[entry.id]?.[question.code]}
          onSay={(answer) => change({ told: withTold(answers, entry.id, question.code, answer).told })}
        />
      </details>
    </div>
  );
}

function LeaveOpen({ leave }: { readonly leave: () => void }) {
  const { d } = useWords();
  return (
    <button class="link small" type="button" onClick={leave}>
      {d('question.skip')}
    </button>
  );
}

function YesNo({
  label,
  said,
  onSay,
}: {
  readonly label: string;
  readonly said: 'yes' | 'no' | undefined;
  readonly onSay: (said: 'yes' | 'no' | undefined) => void;
}) {
  const { d, speaker } = useWords();
  return (
    <fieldset class="field">
      <legend class="question">{label}</legend>
      <div class="cluster">
        {(['yes', 'no'] as const).map((one) => (
          <button
            key={one}
            class="button choice"
            type="button"
            aria-pressed={said === one}
            onClick={() => onSay(said === one ? undefined : one)}
          >
            {speaker.capital(d(`question.${one}`))}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

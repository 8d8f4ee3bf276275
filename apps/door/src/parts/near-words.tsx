import type { PhraseProblem } from '@leeward/workspace/door/phrase.ts';
import { useLanguage } from '../model/language.ts';
import { takeWord } from '../model/take-word.ts';

const WORDS = 12;

/** The words that a wrong one may have been, to be taken with one press: never repaired without her. */
export function NearWords({
  problems,
  typed,
  take,
}: {
  readonly problems: readonly PhraseProblem[];
  readonly typed: string;
  readonly take: (typed: string, solved: PhraseProblem) => void;
}) {
  const { t } = useLanguage();
  const counted = problems.find((one) => one.code === 'too-few-words' || one.code === 'too-many-words');
  const count = counted !== undefined && 'found' in counted ? counted.found : WORDS;
  const choices = problems.flatMap((problem) =>
    problem.code !== 'unknown-word'
      ? []
      : problem.near.flatMap((word) => {
          const next = takeWord(typed, problem.place, count, word);
          return next === null ? [] : [{ problem, word, next }];
        }),
  );
  return choices.length === 0 ? null : (
    <div class="go">
      {choices.map(({ problem, word, next }) => (
        <button
          key={`${problem.place}${word}`}
          class="button"
          type="button"
          onClick={() => take(next, problem)}
        >
          {t('enter.take', { number: problem.place, word })}
        </button>
      ))}
    </div>
  );
}

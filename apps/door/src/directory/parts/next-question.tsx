import { questions, type ShortQuestion } from '@leeward/directory/answers.ts';
import type { Verdict } from '@leeward/directory/reason.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nextQuestion, type OwnQuestion } from '../model/next-question.ts';
import { useWords } from '../model/words.ts';
import { AskBox, type Asking } from './ask-box.tsx';

/** The questions that stand at the top of the page. */
export const mainQuestions = [
  'present',
  'origin',
  'needs',
  'work',
  'soon',
] as const satisfies readonly ShortQuestion[];
export const furtherQuestions: readonly ShortQuestion[] = questions.filter(
  (code) => !(mainQuestions as readonly ShortQuestion[]).includes(code),
);

/** A question that an entry of the list sent her to; `turn` tells one press from the next. */
export type Sent = { readonly code: ShortQuestion; readonly turn: number };

/**
 * One more question, the one that would settle most. It stays while she answers it and goes when she says so: a
 * question that changes under the finger is answered wrongly.
 */
export function NextQuestion({
  verdicts,
  left,
  asking,
  sent,
}: {
  readonly verdicts: readonly Verdict[];
  readonly left: ReadonlySet<string>;
  readonly asking: Asking;
  readonly sent: Sent | null;
}) {
  const { d } = useWords();
  const [held, setHeld] = useState<OwnQuestion | null>(null);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sent === null) return;
    setHeld({ of: 'short', code: sent.code });
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }, [sent]);
  const best = nextQuestion(verdicts, left, new Set(mainQuestions));
  const question = held ?? best?.question;
  if (question === undefined) return null;
  const entries = verdicts.filter(({ questions: open }) =>
    open.some((one) => one.of === question.of && one.code === question.code),
  ).length;
  const hold = (): void => setHeld(question);
  return (
    <section class="card padded stack tight next screen-only" ref={box}>
      <h3 tabIndex={-1}>{d('screen.oneMore')}</h3>
      {entries === 0 ? null : <p class="small quiet">{d('screen.settles', { count: entries })}</p>}
      <AskBox
        key={`${question.of} ${question.code}`}
        question={question}
        entry={null}
        asking={{
          answers: asking.answers,
          change: (change) => {
            hold();
            asking.change(change);
          },
          leaveOpen: (name) => {
            setHeld(null);
            asking.leaveOpen(name);
          },
        }}
      />
      {entries === 0 ? (
        <div class="go">
          <button class="button" type="button" onClick={() => setHeld(null)}>
            {d('screen.nextQuestion')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

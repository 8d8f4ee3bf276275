import type { Answers } from './answers.ts';

/** A question that may be skipped. */
export type Skippable = 'who' | 'reach' | 'files';

const parts: Readonly<Record<Skippable, readonly (keyof Answers)[]>> = {
  who: ['about', 'callName', 'country', 'otherLanguages', 'languages'],
  reach: [
    'safeTimes',
    'neverOther',
    'never',
    'ways',
    'unsafeWays',
    'spans',
    'through',
    'codeFromUs',
    'codeUnderForce',
  ],
  files: ['files'],
};

/** Whether nothing of a question has been answered yet: then going on is skipping it. */
export const isUnanswered = (answers: Answers, question: Skippable): boolean =>
  parts[question].every((part) => (answers[part]?.length ?? 0) === 0);

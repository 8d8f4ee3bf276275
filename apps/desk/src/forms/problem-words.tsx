import type { FormProblem } from '@leeward/forms';
import { languageName } from '@leeward/ui';
import { useCallback } from 'react';
import { useSpeech } from '../language/speech.tsx';

const worded = [
  'no-text',
  'missing',
  'expression',
  'unknown-question',
  'reaches-into-repeat',
  'cycle',
  'too-long',
  'too-many',
  'too-deep',
  'bad-language',
  'option-taken',
  'gives-away',
] as const;
const isWorded = (code: string): code is (typeof worded)[number] =>
  (worded as readonly string[]).includes(code);

/** What is wrong with a form, in words. */
export function useProblemWords(): (problem: FormProblem) => string {
  const { t, numbers } = useSpeech();
  return useCallback(
    ({ code, detail }) => {
      const said = code === 'no-text' || code === 'bad-language' ? languageName(numbers, detail) : detail;
      return isWorded(code)
        ? t(`forms.problem.${code}`, { detail: said })
        : t('forms.problem.other', { detail: `${code} ${detail}` });
    },
    [t, numbers],
  );
}

/** The problems of one field of a question: `label`, `options`, `relevant` ... */
export const problemsOf = (problems: readonly FormProblem[], ...fields: readonly string[]) =>
  problems.filter(({ path }) => path.some((step) => fields.includes(String(step))));

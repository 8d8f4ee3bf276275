import { flag, object, recordOf, type Shape, token, whole } from '../shared/shape.ts';

/** How long what was found about one question holds, and whether a new event in the case opens it before that. */
export type Term = { readonly months: number; readonly opens: boolean };

/** The terms of an organisation: of each question that differs, and of all others. */
export type VerificationTerms = {
  readonly usual: Term;
  readonly by: Readonly<Record<string, Term>>;
};

/**
 * Twelve months, or a new event, is what funds of the field hold to (handbook 3.4). A new attack does not make her
 * somebody else, and does not undo her work: whether it happened, why, what is needed now and what is safe now is asked
 * anew.
 */
export const usualTerms: VerificationTerms = {
  usual: { months: 12, opens: false },
  by: {
    vq_events: { months: 12, opens: true },
    vq_causal_link: { months: 12, opens: true },
    vq_need: { months: 12, opens: true },
    vq_safe_to_help: { months: 12, opens: true },
  },
};

/** The most that an organisation may choose: what is older than three years was found about another life. */
export const monthsAtMost = 36;

export const termFor = (terms: VerificationTerms, question: string): Term =>
  (Object.hasOwn(terms.by, question) ? terms.by[question] : undefined) ?? terms.usual;

const months: Shape<number> = (json, path) => {
  const read = whole(monthsAtMost)(json, path);
  return read.ok && read.value === 0 ? { ok: false, error: { problem: 'wrong', path } } : read;
};
export const termShape: Shape<Term> = object({ months, opens: flag });
export const verificationTerms: Shape<VerificationTerms> = object({
  usual: termShape,
  by: recordOf(token, termShape, 64),
});

/** Whether two say the same of every question. */
export function isSameTerms(left: VerificationTerms, right: VerificationTerms): boolean {
  const questions = new Set(['', ...Object.keys(left.by), ...Object.keys(right.by)]);
  return [...questions].every((question) => {
    const [one, other] = [termFor(left, question), termFor(right, question)];
    return one.months === other.months && one.opens === other.opens;
  });
}

import { isDate } from './dates.ts';
import { readFileAnswer } from './files.ts';
import { limits, type Question, type Value } from './form.ts';

const countryForm = /^[A-Z]{2}$/;
const languageForm = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** Whether a value is one that this question takes. */
export function isValueOf(question: Question, value: unknown): value is Value {
  const isOption = (one: unknown): boolean =>
    question.options?.some((option) => option.value === one) === true;
  switch (question.type) {
    case 'text':
      return typeof value === 'string' && value !== '' && value.length <= limits.text;
    case 'longText':
      return typeof value === 'string' && value !== '' && value.length <= limits.longText;
    case 'integer':
      return Number.isSafeInteger(value);
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e15;
    case 'yesNoUnsure':
      return value === 'yes' || value === 'no' || value === 'unsure';
    case 'selectOne':
      return isOption(value);
    case 'selectMany':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every(isOption)
      );
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'country':
      return typeof value === 'string' && countryForm.test(value);
    case 'language':
      return typeof value === 'string' && languageForm.test(value);
    case 'file':
      return readFileAnswer(value) !== null;
    default:
      return false;
  }
}

/** Whether two values are the same. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

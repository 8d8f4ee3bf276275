import { isValueOf, type Question, textIn, type Value } from '@leeward/forms';
import { countryName, languageName } from '@leeward/ui';
import { plainDigits } from '@leeward/ui/language/digits.ts';
import { countries } from '@leeward/vocabulary/countries.ts';
import { languages as allLanguages } from '@leeward/vocabulary/languages.ts';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { QuestionDateInput } from '../../dates/point-input.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { Words } from '../../parts/words.tsx';
import { FileInput } from './file-answer.tsx';

type Props = {
  readonly question: Question;
  /** The languages of the form, for what has no words in the reader's. */
  readonly languages: readonly string[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  /** The file that it is filled in for; missing where a form is only tried out. */
  readonly record?: string;
  /** Whether the answer was given here and not saved yet. */
  readonly isTyped?: boolean;
  /** Whether everybody opens the answer who reads the file. */
  readonly isForAll?: boolean;
};

/** The place for one answer, by the kind of question. What does not fit is said, stays as typed, and is not kept. */
export function AnswerInput(props: Props): ReactNode {
  switch (props.question.type) {
    case 'yesNoUnsure':
    case 'selectOne':
    case 'selectMany':
      return <Choices {...props} />;
    case 'country':
    case 'language':
      return <Names {...props} />;
    case 'file':
      return (
        <FileInput
          {...props}
          record={props.record ?? null}
          isTyped={props.isTyped === true}
          isForAll={props.isForAll === true}
        />
      );
    case 'date':
      return (
        <QuestionDateInput
          labelledBy={props.labelledBy}
          describedBy={props.describedBy}
          value={props.value === null ? null : String(props.value)}
          onChange={props.onChange}
        />
      );
    default:
      return <Typed {...props} />;
  }
}

function Typed({ question, value, onChange, labelledBy, describedBy }: Props): ReactNode {
  const { t } = useSpeech();
  const [typed, setTyped] = useState(() => (value === null ? '' : String(value)));
  const [last, setLast] = useState(value);
  const wrong = useId();
  // Somebody else, or another version, has changed what is kept: what is shown follows.
  if (value !== last) {
    setLast(value);
    const same = read(question, typed);
    if (value !== same) setTyped(value === null ? '' : String(value));
  }
  const isWrong = typed.trim() !== '' && read(question, typed) === null;
  const change = (text: string): void => {
    setTyped(text);
    const next = read(question, text);
    // What does not fit yet takes nothing away that was kept.
    if (next === null && text.trim() !== '') return;
    setLast(next);
    onChange(next);
  };
  const common = {
    value: typed,
    'aria-labelledby': labelledBy,
    'aria-describedby': isWrong ? wrong : describedBy,
    'aria-invalid': isWrong || undefined,
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => change(event.target.value),
  };
  const isNumber = question.type === 'integer' || question.type === 'decimal';
  return (
    <>
      {question.type === 'longText' ? (
        <textarea rows={4} dir={typedDirection(typed)} {...common} />
      ) : (
        <input
          dir={isNumber ? 'ltr' : typedDirection(typed)}
          inputMode={question.type === 'integer' ? 'numeric' : isNumber ? 'decimal' : undefined}
          {...common}
        />
      )}
      {isWrong ? (
        <span className="error small" id={wrong} role="status">
          {t(
            question.type === 'integer'
              ? 'filled.wrongWhole'
              : isNumber
                ? 'filled.wrongNumber'
                : 'filled.tooLong',
          )}
        </span>
      ) : null}
    </>
  );
}

/** What was typed as a value of the question; null where it is none. Digits may be those of any script. */
function read(question: Question, typed: string): Value | null {
  const text = typed.trim();
  if (text === '') return null;
  const isText = question.type === 'text' || question.type === 'longText';
  const plain = isText ? typed : plainDigits(text);
  const isNumber = question.type === 'integer' || question.type === 'decimal';
  const value = isNumber ? Number(plain.replace(/[,٫]/, '.')) : plain;
  return isValueOf(question, value) ? value : null;
}

function Choices({ question, languages, value, onChange }: Props): ReactNode {
  const { t, locale } = useSpeech();
  const name = useId();
  const choices =
    question.type === 'yesNoUnsure'
      ? (['yes', 'no', 'unsure'] as const).map((code) => ({ code, label: t(`forms.value.${code}`) }))
      : (question.options ?? []).map((option) => ({
          code: option.value,
          label: textIn(option.label, locale, languages).text || option.value,
        }));
  const many = question.type === 'selectMany';
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <div className="options">
      {choices.map(({ code, label }) => (
        <label key={code} className="option">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={many ? list.includes(code) : value === code}
            onChange={(event) => {
              if (!many) return onChange(code);
              const others = list.filter((one) => one !== code);
              const next = event.target.checked ? [...others, code] : others;
              onChange(next.length === 0 ? null : next);
            }}
          />
          <Words inline text={label} />
        </label>
      ))}
      {many || value === null ? null : (
        <button type="button" className="button quiet small" onClick={() => onChange(null)}>
          {t('filled.clear')}
        </button>
      )}
    </div>
  );
}

function Names({ question, value, onChange, labelledBy, describedBy }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const isCountry = question.type === 'country';
  const choices = useMemo(() => {
    const order = new Intl.Collator(numbers);
    const codes: readonly string[] = isCountry ? countries : allLanguages;
    return codes
      .map((code) => [code, isCountry ? countryName(numbers, code) : languageName(numbers, code)] as const)
      .sort(([, left], [, right]) => order.compare(left, right));
  }, [numbers, isCountry]);
  return (
    <select
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{t('filled.notAnswered')}</option>
      {choices.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}

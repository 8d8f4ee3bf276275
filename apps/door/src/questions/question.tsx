import type { Option, Place, Question, Run, Value } from '@leeward/forms/door.ts';
import { limits } from '@leeward/forms/door.ts';
import { countries, languageChoices } from '@leeward/ui/language/names.ts';
import { useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { LineField, SelectField, TextField } from '../parts/field.tsx';
import { Choice, Choices } from '../parts/options.tsx';
import { Picked } from '../parts/picked.tsx';
import { DateQuestion } from './date-question.tsx';
import { numberIn } from './number.ts';
import { wordsOf } from './words.ts';

/** More options than this stand in a menu: a phone's screen holds about so many. */
const FEW = 12;

/** One question that is asked now, as its kind is answered. Taking an answer back is always an answer. */
export function QuestionField({
  run,
  question,
  place,
  isReminded,
  onChange,
}: {
  readonly run: Run;
  readonly question: Question;
  readonly place: Place;
  /** Whether she was already asked to look once more: only then is what is missing said. */
  readonly isReminded: boolean;
  readonly onChange: (value: Value | null) => void;
}) {
  const { t, locale } = useLanguage();
  const { compiled } = run;
  const { text: label, language } = wordsOf(compiled, question.label, locale);
  const own = wordsOf(compiled, question.hint, locale).text;
  const wanted = question.required === true ? t('questions.wanted') : '';
  const hint = [own, wanted].filter((words) => words !== '').join(' ') || undefined;
  const { missing, violated } = run.status(place);
  const value = run.answer(place);
  const complaint = wordsOf(compiled, question.constraintMessage, locale).text || t('questions.check');
  const note = violated ? complaint : isReminded && missing ? t('questions.wanted') : undefined;
  const said = { label, hint };
  return (
    <div class="stack tight" lang={language === locale ? undefined : language}>
      <Input question={question} run={run} said={said} value={value} onChange={onChange} />
      {note === undefined ? null : (
        <p class="note warn small" role="status">
          {note}
        </p>
      )}
    </div>
  );
}

function Input({
  question,
  run,
  said: { label, hint },
  value,
  onChange,
}: {
  readonly question: Question;
  readonly run: Run;
  readonly said: { readonly label: string; readonly hint: string | undefined };
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}) {
  const { t, locale } = useLanguage();
  const text = typeof value === 'string' ? value : '';
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  const orNull = (given: string | undefined): void =>
    onChange(given === undefined || given === '' ? null : given);
  const many = (given: readonly string[]): void => onChange(given.length === 0 ? null : given);
  const options = (question.options ?? []).map(({ value: code, label: texts }: Option) => ({
    value: code,
    label: wordsOf(run.compiled, texts, locale).text || code,
  }));
  const menu = {
    label,
    ...(hint === undefined ? {} : { hint }),
    none: t('ask.all.choose'),
    value: text,
    onChange: orNull,
  };
  switch (question.type) {
    case 'text':
    case 'longText':
      return (
        <TextQuestion
          label={label}
          hint={hint}
          value={text}
          isLong={question.type === 'longText'}
          onChange={onChange}
        />
      );
    case 'integer':
    case 'decimal':
      return (
        <NumberQuestion
          label={label}
          hint={hint}
          value={value}
          isWhole={question.type === 'integer'}
          onChange={onChange}
        />
      );
    case 'yesNoUnsure':
      return (
        <Choice
          hint={hint}
          label={label}
          value={text === '' ? undefined : text}
          onChange={orNull}
          options={[
            { value: 'yes', label: t('questions.yes') },
            { value: 'no', label: t('questions.no') },
            { value: 'unsure', label: t('ask.now.harmUnknown') },
          ]}
        />
      );
    case 'selectOne':
      return options.length > FEW ? (
        <SelectField {...menu} options={options} />
      ) : (
        <Choice
          label={label}
          hint={hint}
          value={text === '' ? undefined : text}
          onChange={orNull}
          options={options}
        />
      );
    case 'selectMany':
      return options.length > FEW ? (
        <Picked label={label} hint={hint ?? ''} options={options} values={list} onChange={many} />
      ) : (
        <Choices
          label={label}
          {...(hint === undefined ? {} : { hint })}
          options={options}
          values={list}
          onChange={many}
        />
      );
    case 'date':
      return <DateQuestion label={label} hint={hint} value={text} onChange={onChange} />;
    case 'country':
      return (
        <SelectField
          {...menu}
          options={countries(locale).map(({ code, name }) => ({ value: code, label: name }))}
        />
      );
    case 'language':
      return (
        <SelectField
          {...menu}
          options={languageChoices(locale).map(({ code, name }) => ({ value: code, label: name }))}
        />
      );
    default:
      return null;
  }
}

type Typed<Given> = {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: Given;
  readonly onChange: (value: Value | null) => void;
};

/** What is too long stays as it is typed, and is said; it counts as an answer once it is short enough. */
function TextQuestion({
  label,
  hint,
  value,
  isLong,
  onChange,
}: Typed<string> & { readonly isLong: boolean }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(value);
  const limit = isLong ? limits.longText : limits.text;
  const change = (next: string): void => {
    setTyped(next);
    onChange(next.trim() === '' || next.length > limit ? null : next);
  };
  if (!isLong) return <LineField label={label} hint={hint} value={typed} limit={limit} onChange={change} />;
  const error = typed.length > limit ? t('field.tooLong', { limit, count: typed.length }) : undefined;
  return <TextField label={label} hint={hint} value={typed} error={error} rows={4} onChange={change} />;
}

function NumberQuestion({
  label,
  hint,
  value,
  isWhole,
  onChange,
}: Typed<Value | null> & { readonly isWhole: boolean }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const read = (text: string): number | null => {
    const number = numberIn(text);
    return number === null || (isWhole && !Number.isInteger(number)) ? null : number;
  };
  return (
    <LineField
      label={label}
      hint={hint}
      isNumber
      value={typed}
      error={typed.trim() !== '' && read(typed) === null ? t('questions.number') : undefined}
      onChange={(next) => {
        setTyped(next);
        onChange(read(next));
      }}
    />
  );
}

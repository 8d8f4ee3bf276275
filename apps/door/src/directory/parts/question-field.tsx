import { type Answers, hurries, type ShortQuestion } from '@leeward/directory/answers.ts';
import { events, parties, profiles, statuses } from '@leeward/directory/codes.ts';
import { needs } from '@leeward/directory/needs.ts';
import { type CodeList, labelOf, sayMonths } from '@leeward/directory/say/index.ts';
import { countries, languageChoices } from '@leeward/ui/language/names.ts';
import { isLanguage } from '@leeward/vocabulary';
import { useMemo } from 'preact/hooks';
import { useLanguage } from '../../model/language.ts';
import { DateMenus } from '../../parts/date-menus.tsx';
import { LineField, SelectField } from '../../parts/field.tsx';
import { Picked } from '../../parts/picked.tsx';
import { numberIn } from '../model/number.ts';
import { today } from '../model/today.ts';
import { useWords, type Words } from '../model/words.ts';
import { Toggles } from './toggles.tsx';

export type ChangeAnswers = (change: Partial<Answers>) => void;

/** So many needs stand there from the start: what most people ask for first. */
const FIRST_NEEDS = 8;
/** Lengths of a stay that can be chosen, in months; a week is a quarter of one. */
const LENGTHS = [0.25, 0.5, 1, 2, 3, 4, 6, 9, 12, 18, 24, 36] as const;

/** One short question with what it takes to answer it. The same wherever it stands; no answer is always an answer. */
export function QuestionField({
  code,
  answers,
  change,
}: {
  readonly code: ShortQuestion;
  readonly answers: Answers;
  readonly change: ChangeAnswers;
}) {
  const words = useWords();
  const { d, locale, tag, speaker } = words;
  const { t } = useLanguage();
  const label = d(`question.${code}`);
  const hint = d(`question.${code}.help`);
  const places = useMemo(() => countries(locale).map(optionOf), [locale]);
  switch (code) {
    case 'present':
      return (
        <SelectField
          label={label}
          hint={hint}
          none={t('ask.all.choose')}
          value={answers.present ?? ''}
          options={places}
          onChange={(present) => change({ present: asGiven(present) })}
        />
      );
    case 'origin':
      return (
        <Picked
          label={label}
          hint={hint}
          options={places}
          values={answers.origin ?? []}
          onChange={(origin) => change({ origin: unlessEmpty(origin) })}
        />
      );
    case 'languages':
      return (
        <Picked
          label={label}
          hint={hint}
          options={spoken(locale)}
          values={answers.languages ?? []}
          onChange={(languages) => change({ languages: unlessEmpty(languages) })}
        />
      );
    case 'work':
      return (
        <Picked
          label={label}
          hint={hint}
          options={named(
            words,
            'profile',
            profiles.filter((one) => one !== 'anybody'),
          )}
          values={answers.work ?? []}
          onChange={(work) => change({ work: unlessEmpty(work) })}
        />
      );
    case 'happened':
      return <Happened answers={answers} change={change} words={words} />;
    case 'needs':
      return (
        <Toggles
          label={label}
          hint={hint}
          options={named(words, 'need', needs)}
          values={answers.needs ?? []}
          first={FIRST_NEEDS}
          more={d('screen.moreNeeds')}
          onChange={(chosen) => change({ needs: unlessEmpty(chosen) })}
        />
      );
    case 'status':
    case 'party':
    case 'soon':
    case 'canReturn':
      return (
        <Toggles
          key={code}
          isSingle
          label={label}
          hint={hint}
          options={singles[code](words)}
          values={answers[code] === undefined ? [] : [answers[code]]}
          onChange={([chosen]) => change({ [code]: chosen })}
        />
      );
    case 'leftOn':
    case 'happenedOn':
      return (
        <DateMenus
          key={code}
          label={label}
          hint={hint}
          names={{
            year: d('screen.year'),
            part: d('screen.month'),
            day: d('screen.day'),
            calendar: d('screen.calendar'),
            same: (date) => d('screen.sameDay', { date }),
            keptAs: (date) => d('screen.countedAs', { date }),
            lacking: d('screen.noCalendar'),
          }}
          value={answers[code] ?? ''}
          tag={tag}
          today={today()}
          years={40}
          ahead={0}
          hasDay={code === 'happenedOn'}
          onChange={(date) => change({ [code]: date ?? undefined })}
        />
      );
    case 'months':
    case 'atMost':
      return (
        <SelectField
          label={label}
          hint={hint}
          none={t('ask.all.choose')}
          value={String(answers[code] ?? '')}
          options={LENGTHS.map((months) => ({
            value: String(months),
            label: speaker.capital(sayMonths(speaker, months)),
          }))}
          onChange={(months) => change({ [code]: months === '' ? undefined : Number(months) })}
        />
      );
    case 'age':
      return <AgeField label={label} hint={hint} answers={answers} change={change} />;
  }
}

const singles = {
  status: (words) => named(words, 'status', statuses),
  party: (words) => named(words, 'party', parties),
  soon: (words) => named(words, 'hurry', hurries),
  canReturn: (words) => named(words, 'canReturn', ['yes', 'no', 'unsure'] as const),
} as const satisfies Record<
  string,
  (words: Words) => readonly { readonly value: string; readonly label: string }[]
>;

/** What happened. "Nothing so far" is an answer too, and another one than none. */
function Happened({
  answers,
  change,
  words,
}: {
  readonly answers: Answers;
  readonly change: ChangeAnswers;
  readonly words: Words;
}) {
  const { d, speaker } = words;
  const nothing = 'nothing';
  const { happened } = answers;
  return (
    <Picked
      label={d('question.happened')}
      hint={d('question.happened.help')}
      options={[
        { value: nothing, label: speaker.capital(d('question.happened.nothing')) },
        ...named(words, 'event', events),
      ]}
      values={happened?.length === 0 ? [nothing] : (happened ?? [])}
      onChange={(chosen) => {
        const real = chosen.filter((one) => one !== nothing) as NonNullable<Answers['happened']>;
        const saysNothing = chosen.at(-1) === nothing;
        change({
          happened: saysNothing ? [] : unlessEmpty(real),
          ...(saysNothing && { happenedOn: undefined }),
        });
      }}
    />
  );
}

/** How old she is, in the digits of any script. */
function AgeField({
  label,
  hint,
  answers,
  change,
}: {
  readonly label: string;
  readonly hint: string;
  readonly answers: Answers;
  readonly change: ChangeAnswers;
}) {
  const { tag } = useWords();
  const { age } = answers;
  return (
    <LineField
      label={label}
      hint={hint}
      isNumber
      value={age === undefined ? '' : new Intl.NumberFormat(tag, { useGrouping: false }).format(age)}
      onChange={(typed) => change({ age: numberIn(typed) })}
    />
  );
}

type Choice<Value extends string> = { readonly value: Value; readonly label: string };

const optionOf = ({ code, name }: { readonly code: string; readonly name: string }): Choice<string> => ({
  value: code,
  label: name,
});
const spoken = (locale: string): readonly Choice<string>[] =>
  languageChoices(locale)
    .filter(({ code }) => isLanguage(code))
    .map(optionOf);

function named<Value extends string>(
  { speaker }: Words,
  list: CodeList,
  codes: readonly Value[],
): readonly Choice<Value>[] {
  return codes.map((value) => ({ value, label: labelOf(speaker, list, value) }));
}

/** A country as the menu gives it; the menu holds no other codes than those that the directory knows. */
const asGiven = (code: string): Answers['present'] =>
  code === '' ? undefined : (code as Answers['present']);

/** Nothing chosen is no answer, and not the answer "nothing". */
function unlessEmpty<Value>(chosen: readonly string[]): readonly Value[] | undefined {
  return chosen.length === 0 ? undefined : (chosen as unknown as readonly Value[]);
}

import { useLanguage } from '../model/language.ts';
import { DateMenus } from '../parts/date-menus.tsx';
import { useDateNames } from '../parts/date-names.ts';

/** A day as far as she knows it: a year, a season or month in it, a day; exactly, or about. All from menus. */
export function DateQuestion({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly onChange: (value: string | null) => void;
}) {
  const { t, tag } = useLanguage();
  return (
    <DateMenus
      label={label}
      hint={hint}
      value={value}
      tag={tag}
      today={new Date().toISOString().slice(0, 10)}
      years={100}
      ahead={1}
      hasDay
      about={t('questions.about')}
      names={useDateNames()}
      onChange={onChange}
    />
  );
}

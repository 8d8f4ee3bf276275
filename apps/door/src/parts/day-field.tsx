import { useLanguage } from '../model/language.ts';
import { DateMenus } from './date-menus.tsx';
import { useDateNames } from './date-names.ts';

/** Next year is far enough for what she asks of the coming weeks. */
const YEARS = 2;

/**
 * A day of this year or the next, by her own clock and in her own calendar. Until it is whole, what she has chosen so far:
 * `2026`, `2026-11`.
 */
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { tag } = useLanguage();
  const { seasons: _, ...names } = useDateNames();
  const now = new Date();
  const two = (count: number): string => String(count).padStart(2, '0');
  return (
    <DateMenus
      label={label}
      hint={undefined}
      value={value}
      tag={tag}
      today={`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`}
      years={YEARS}
      ahead={1}
      hasDay
      names={{ ...names, part: names.month, keptAs: () => '' }}
      onChange={(day) => onChange(day ?? '')}
    />
  );
}

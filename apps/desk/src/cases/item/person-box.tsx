import type { CaseState } from '@leeward/domain/case/state.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { SelectBox } from './select-box.tsx';

/** Whom something is about: somebody in the file, or (null) the person whose case it is. */
export function PersonBox({
  state,
  label,
  value,
  onChange,
}: {
  readonly state: CaseState;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (person: string | null) => void;
}): ReactNode {
  const { t } = useSpeech();
  const people = standing(state.parts.people.persons);
  if (people.length === 0) return null;
  return (
    <SelectBox
      label={label}
      value={value ?? ''}
      none={t('item.herself')}
      choices={people.map((person) => ({ value: person.id, label: valueIn(person, 'label') ?? '' }))}
      onChange={(person) => onChange(person === '' ? null : person)}
    />
  );
}

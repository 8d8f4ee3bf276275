import type { CaseState } from '@leeward/domain/case/state.ts';
import { defendersIn } from '@leeward/domain/people/group.ts';
import { peopleIn } from '@leeward/domain/people/state.ts';
import { type Affected, affectedGroups, isAffectedGroup } from '@leeward/domain/shared/affected.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { type ReactNode, useCallback, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { usePersonNames } from '../item/use-person-names.ts';

type Choice = { readonly value: string; readonly label: string; readonly group: string };

/** A choice among many, in their groups. */
export function GroupedSelect({
  label,
  hint,
  value,
  choices,
  none,
  required = false,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly none?: string;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const [box, about] = [useId(), useId()];
  const groups = [...new Set(choices.map(({ group }) => group))];
  const options = (group: string): ReactNode =>
    choices
      .filter((choice) => choice.group === group)
      .map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ));
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={about}>
          {hint}
        </span>
      )}
      <select
        id={box}
        required={required}
        aria-describedby={hint === undefined ? undefined : about}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {groups.map((group) =>
          group === '' ? (
            options(group)
          ) : (
            <optgroup key={group} label={group}>
              {options(group)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

/** Several of a list: what is chosen stands as ticked boxes, the rest behind one touch where there are many. */
export function ManyField({
  label,
  hint,
  values,
  choices,
  onChange,
  folded = false,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  readonly onChange: (values: readonly string[]) => void;
  readonly folded?: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const toggle = (value: string): void =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  const box = (choice: Choice): ReactNode => (
    <label key={choice.value} className="option">
      <input type="checkbox" checked={values.includes(choice.value)} onChange={() => toggle(choice.value)} />
      <span>
        <bdi>{choice.label}</bdi>
      </span>
    </label>
  );
  const chosen = choices.filter(({ value }) => values.includes(value));
  const rest = choices.filter(({ value }) => !values.includes(value));
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint === undefined ? null : <span className="hint">{hint}</span>}
      {folded ? (
        <>
          <div className="options many">{chosen.map(box)}</div>
          <details className="more-detail card">
            <summary>{t('danger.chooseMore', { count: rest.length })}</summary>
            <div className="options many">{rest.map(box)}</div>
          </details>
        </>
      ) : (
        <div className="options many">{choices.map(box)}</div>
      )}
    </fieldset>
  );
}

/** How somebody affected is called: by the label in the file, or as one of those who have no name in it. */
export function useWhom(state: CaseState): (who: Affected) => string {
  const { t } = useSpeech();
  const nameOf = usePersonNames(state);
  return useCallback(
    (who: Affected) => (isAffectedGroup(who) ? t(`danger.whom.${who}`) : nameOf(who)),
    [t, nameOf],
  );
}

/** Everybody who may be affected: the people of the file, then the groups that have no name in it. */
export function useWhomChoices(state: CaseState): readonly Choice[] {
  const { t } = useSpeech();
  const { people } = state.parts;
  // Where the one defender stands in the file by her label, "the defender" would be a second name for her.
  const groups = affectedGroups.filter((who) => who !== 'who_defender' || defendersIn(people).length !== 1);
  return [
    ...peopleIn(people).map((person) => ({
      value: person.id,
      label: valueIn(person, 'label') ?? '',
      group: '',
    })),
    ...groups.map((who) => ({ value: who, label: t(`danger.whom.${who}`), group: '' })),
  ];
}

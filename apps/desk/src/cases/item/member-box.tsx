import { may } from '@leeward/domain/organisation/permissions.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useMemberName, useMembers, useOpenSession } from '../../session/organisation.tsx';
import { SelectBox } from './select-box.tsx';

/** A colleague who may work on cases, or nobody in particular: then it is whoever is responsible. */
export function MemberBox({
  label,
  hint,
  value,
  nobody,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  /** What stands for nobody in particular; null where somebody must be named. */
  readonly nobody?: string | null;
  readonly onChange: (member: string | null) => void;
}): ReactNode {
  const { t } = useSpeech();
  const members = useMembers();
  const { organisation } = useOpenSession();
  const nameOf = useMemberName();
  const able = members.filter(({ role }) => may(role, 'case.edit', organisation.permissions).ok);
  const choices = able.map(({ member }) => ({ value: member, label: nameOf(member) }));
  const isKnown = value === null || able.some(({ member }) => member === value);
  return (
    <SelectBox
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={value ?? ''}
      none={nobody ?? t('task.whoever')}
      choices={isKnown ? choices : [...choices, { value: value ?? '', label: nameOf(value ?? '') }]}
      onChange={(member) => onChange(member === '' ? null : member)}
    />
  );
}

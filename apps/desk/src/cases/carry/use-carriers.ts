import { may } from '@leeward/domain/organisation/permissions.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { useMemo } from 'react';
import { useMembers, useOpenSession } from '../../session/organisation.tsx';

/** Who can read this case now and may work on it: nobody else can be given it. */
export function useCarriers({ access }: Pick<CaseView, 'access'>): readonly string[] {
  const { organisation } = useOpenSession();
  const members = useMembers();
  return useMemo(() => {
    const reads = (member: string): boolean =>
      access.some(
        (reader) =>
          reader.until === null &&
          (reader.type === 'member'
            ? reader.id === member
            : reader.members.some((one) => one.member === member && one.until === null)),
      );
    return members
      .filter(({ member, role }) => may(role, 'case.edit', organisation.permissions).ok && reads(member))
      .map(({ member }) => member);
  }, [access, members, organisation]);
}

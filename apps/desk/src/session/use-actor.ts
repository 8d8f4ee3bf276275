import { roleOf } from '@leeward/domain/organisation/state.ts';
import type { Actor } from '@leeward/domain/shared/context.ts';
import { useMemo } from 'react';
import { useOpenSession } from './organisation.tsx';

/** Who acts here, for the rules that say whether she may: screens offer only what the log will accept. */
export function useActor(): Actor {
  const { me, organisation } = useOpenSession();
  return useMemo(
    () => ({ ...me, role: roleOf(organisation, me.member), permissions: organisation.permissions }),
    [me, organisation],
  );
}

import { useMemo } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useMembers, useOpenSession } from '../session/organisation.tsx';
import { useView } from '../session/use-session.tsx';
import { type DueLists, dueOf } from './due-of.ts';

/** Everything that is due, over all that this person reads; undefined before the lists are here. */
export function useDue(): DueLists | undefined {
  const { me } = useOpenSession();
  const members = useMembers();
  const queue = useView('queue', {});
  const cases = useView('cases', {});
  const today = useToday();
  return useMemo(() => {
    if (queue?.ok !== true || cases?.ok !== true) return undefined;
    const here = new Set(members.map(({ member }) => member));
    const isHere = (member: string): boolean => here.has(member);
    return dueOf({ lines: queue.value, cases: cases.value, me: me.member, isHere, today });
  }, [queue, cases, members, me, today]);
}

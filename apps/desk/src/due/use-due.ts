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
  const custody = useView('custody', {});
  const today = useToday();
  return useMemo(() => {
    if (queue?.ok !== true || cases?.ok !== true) return undefined;
    const here = new Set(members.map(({ member }) => member));
    const isHere = (member: string): boolean => here.has(member);
    const papers = custody?.ok === true ? custody.value?.papers : undefined;
    return dueOf({
      lines: queue.value,
      cases: cases.value,
      me: me.member,
      isHere,
      today,
      ...(papers === undefined ? {} : { papers }),
    });
  }, [queue, cases, custody, members, me, today]);
}

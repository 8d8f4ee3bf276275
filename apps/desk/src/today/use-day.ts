import { may } from '@leeward/domain/organisation/permissions.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useNow } from '../parts/clock.tsx';
import { useMembers, useOpenSession } from '../session/organisation.tsx';
import { useSession, useView } from '../session/use-session.tsx';
import { type Today, todayOf } from './today-of.ts';

/** The day of whoever looks; undefined before the lists are here. */
export function useDay(): Today | undefined {
  const { forms } = useSession();
  const { me, alerts, recoveryMissing, administrator, organisation } = useOpenSession();
  const members = useMembers();
  const queue = useView('queue', {});
  const cases = useView('cases', {});
  const unsettled = useView('unsettled', {});
  const directory = useView('directoryErrands', {});
  const custody = useView('custody', {});
  const drafts = useSyncExternalStore(forms.watch, forms.begun);
  const now = useNow();
  const today = useToday();
  return useMemo(() => {
    if (queue?.ok !== true || cases?.ok !== true) return undefined;
    const officers = members
      .filter(({ role }) => may(role, 'conversation.triage', organisation.permissions).ok)
      .map(({ member }) => member);
    return todayOf({
      lines: queue.value,
      cases: cases.value,
      drafts,
      unsettled: unsettled?.ok === true ? unsettled.value : [],
      alerts,
      recoveryMissing,
      directory: directory?.ok === true ? directory.value : null,
      ...(custody?.ok === true && custody.value !== null ? { questions: custody.value.questions } : {}),
      me: me.member,
      administrator,
      officers,
      now,
      today,
    });
  }, [
    queue,
    cases,
    unsettled,
    directory,
    custody,
    drafts,
    alerts,
    recoveryMissing,
    administrator,
    members,
    organisation,
    me,
    now,
    today,
  ]);
}

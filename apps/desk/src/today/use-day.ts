import { may } from '@leeward/domain/organisation/permissions.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useNow } from '../parts/clock.tsx';
import { useMembers, useOpenSession } from '../session/organisation.tsx';
import { useSession, useView } from '../session/use-session.tsx';
import { type DayInputs, type Today, todayOf } from './today-of.ts';

const none: DayInputs['unsettled'] = [];

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
    return sharedDay({
      lines: queue.value,
      cases: cases.value,
      drafts,
      unsettled: unsettled?.ok === true ? unsettled.value : none,
      alerts,
      recoveryMissing,
      directory: directory?.ok === true ? directory.value : null,
      ...(custody?.ok === true && custody.value !== null
        ? { questions: custody.value.questions, papers: custody.value.papers }
        : {}),
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

/** The last day that was made of a list of requests: the menu, the first screen and others on the page want the same one. */
const days = new WeakMap<readonly unknown[], { readonly inputs: DayInputs; readonly day: Today }>();

function sharedDay(inputs: DayInputs): Today {
  const known = days.get(inputs.lines);
  if (known !== undefined && isSame(known.inputs, inputs)) return known.day;
  const day = todayOf(inputs);
  days.set(inputs.lines, { inputs, day });
  return day;
}

function isSame(one: DayInputs, other: DayInputs): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof DayInputs)[]);
  // Who may work on requests is told anew for each screen, and is the same few people.
  return [...names].every(
    (name) =>
      one[name] === other[name] || (name === 'officers' && one.officers.join() === other.officers.join()),
  );
}

import { namedAlike } from '@leeward/domain/organisation/alike.ts';
import type { Member } from '@leeward/domain/organisation/state.ts';
import { presentMembers } from '@leeward/domain/organisation/state.ts';
import type { SessionView } from '@leeward/workspace/desk/contract.ts';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** The session while it is open. */
export type OpenSession = Extract<SessionView, { readonly type: 'open' }>;

const Context = createContext<OpenSession | null>(null);

export function OpenSessionProvider({
  open,
  children,
}: {
  readonly open: OpenSession;
  readonly children: ReactNode;
}): ReactNode {
  return <Context value={open}>{children}</Context>;
}

/** The open session. Throws where it is locked: such screens are not on view then. */
export function useOpenSession(): OpenSession {
  const open = useContext(Context);
  if (open === null) throw new Error('useOpenSession while nothing is open');
  return open;
}

/**
 * Gives the name of a member as colleagues know it; the beginning of the number where none was given, and beside a name
 * that somebody else has as well.
 */
export function useMemberName(): (member: string) => string {
  const { t } = useSpeech();
  const members = useContext(Context)?.organisation.members;
  return useCallback(
    (member: string) => {
      const name = members?.get(member)?.name ?? '';
      const number = member.slice(0, 6);
      if (members === undefined || name === '') return t('members.unnamed', { number });
      return alikeIn(members).has(member) ? t('members.alike', { name, number }) : name;
    },
    [t, members],
  );
}

type Members = OpenSession['organisation']['members'];
/** Worked out once for all who ask while the members are the same. */
const alikeOf = new WeakMap<Members, ReadonlySet<string>>();

function alikeIn(members: Members): ReadonlySet<string> {
  const known = alikeOf.get(members) ?? namedAlike(members.values());
  alikeOf.set(members, known);
  return known;
}

/** Colleagues who are here now, in the order in which they came. */
export function useMembers(): readonly Member[] {
  const { organisation } = useOpenSession();
  return useMemo(() => presentMembers(organisation), [organisation]);
}

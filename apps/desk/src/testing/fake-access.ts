import type { CaseState } from '@leeward/domain/case/state.ts';
import { days, id } from '@leeward/domain/testing/people.ts';
import type { Access } from '@leeward/workspace/desk/access.ts';
import { me, teamId } from './fake-world.ts';

/** Who could read a made-up case: two teams, a colleague who came later, and one who has left. */
export function fakeAccess(state: CaseState): readonly Access[] {
  const since = state.opened?.claimedTime ?? 0;
  const [early, late] = [since - 90 * days, since + 2 * days];
  return [
    {
      type: 'team',
      id: teamId('protection'),
      from: 0,
      since,
      until: null,
      ended: null,
      members: [
        { member: me.member, since: early, until: null },
        { member: id(2), since: late, until: null },
        { member: id(3), since: early, until: late },
      ],
    },
    { type: 'team', id: teamId('intake'), from: 0, since, until: null, ended: null, members: [] },
  ];
}

import type { Alert } from '@leeward/workspace/desk/contract.ts';
import { describe, expect, it } from 'vitest';
import { alertGroups, togetherOf } from './alert-groups.ts';

const alert = (kind: Alert['kind'], record: string | null, details: Alert['details'] = {}): Alert => ({
  id: `${kind}:${record ?? ''}${String(details['team'] ?? '')}`,
  kind,
  since: 1,
  record,
  details,
  dismissable: true,
});

describe('alerts of one kind', () => {
  it('are one, with every record under it, and their numbers are added up', () => {
    const many = Array.from({ length: 18 }, (_, number) => alert('missingNotes', `r${number}`, { count: 2 }));
    const [group, ...others] = alertGroups(many);
    expect(others).toEqual([]);
    expect(group).toHaveLength(18);
    expect(group === undefined ? 0 : togetherOf(group).details['count']).toBe(36);
  });

  it('stay apart where something else is to be done about each: of two teams, and of no record', () => {
    const teams = [
      alert('staleTeam', null, { team: 'intake' }),
      alert('staleTeam', null, { team: 'protection' }),
    ];
    expect(alertGroups(teams)).toHaveLength(2);
    const apart = [alert('grantsMissing', 'r1', { team: 'a' }), alert('grantsMissing', 'r2', { team: 'b' })];
    expect(alertGroups(apart)).toHaveLength(2);
  });

  it('lose none, and the gravest comes first', () => {
    const all = [
      alert('clockDiffers', 'r1'),
      alert('badGrant', 'r2'),
      alert('clockDiffers', 'r3'),
      alert('fork', 'r1'),
    ];
    const groups = alertGroups(all);
    expect(groups.flat()).toHaveLength(all.length);
    expect(groups.map(([{ kind }]) => kind)).toEqual(['badGrant', 'fork', 'clockDiffers']);
  });
});

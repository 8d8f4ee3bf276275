import type { DeskKey } from '@leeward/ui';

/** Groups of reasons why an entry changes nothing, by what a person can make of them. */
const groups = {
  role: 'refused.role',
  not_a_member: 'refused.role',
  only_oneself: 'refused.role',
  not_custody: 'refused.role',
  not_oneself: 'refused.role',
  newer: 'refused.newer',
  permissions_unknown: 'refused.newer',
  unreadable: 'refused.unreadable',
  malformed: 'refused.unreadable',
  signature_to_renew: 'refused.renew',
  'set-aside': 'refused.setAside',
  claimed_by_other: 'refused.late',
  exists: 'refused.late',
  no_change: 'refused.late',
  number_taken: 'refused.late',
} as const satisfies Record<string, DeskKey>;

/** The words for one entry that changes nothing; unknown reasons get the plain sentence. */
export function refusedKey(why: string): DeskKey {
  return Object.hasOwn(groups, why) ? groups[why as keyof typeof groups] : 'refused.other';
}

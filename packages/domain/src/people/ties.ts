import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type FamilyRelation, familyRelation } from '@leeward/vocabulary/lists/family-relation.ts';

/*
 * What people are to each other besides family. Every tie can be read from both ends: "A is the lawyer of B" is, seen
 * from A, "B is her client".
 */

/** Ties outside of the family, and the other ends of those in it that the list of family relations does not name. */
export const otherTies = [
  'tie_grandchild',
  'tie_child_in_law',
  'tie_guardian',
  'tie_cared_for',
  'tie_dependant',
  'tie_supporter',
  'tie_colleague',
  'tie_superior',
  'tie_subordinate',
  'tie_friend',
  'tie_neighbour',
  'tie_lawyer',
  'tie_client',
  'tie_source',
  'tie_publisher',
  'tie_host',
  'tie_guest',
  'tie_go_between',
  'tie_reached_through',
  'tie_vouches_for',
  'tie_vouched_for_by',
  'tie_threatens',
  'tie_threatened_by',
  'tie_knows',
] as const;
export type OtherTie = (typeof otherTies)[number];

/** What one person is to another: family, chosen family, work, help. */
export type Tie = FamilyRelation | OtherTie | OwnCode;

/** Pairs of which each is the other end of the other. What is in no pair reads the same from both ends. */
const pairs: readonly (readonly [Tie, Tie])[] = [
  ['fam_grandparent', 'tie_grandchild'],
  ['fam_parent_in_law', 'tie_child_in_law'],
  ['fam_ward', 'tie_guardian'],
  ['fam_caregiver', 'tie_cared_for'],
  ['tie_dependant', 'tie_supporter'],
  ['tie_superior', 'tie_subordinate'],
  ['tie_lawyer', 'tie_client'],
  ['tie_source', 'tie_publisher'],
  ['tie_host', 'tie_guest'],
  ['tie_go_between', 'tie_reached_through'],
  ['tie_vouches_for', 'tie_vouched_for_by'],
  ['tie_threatens', 'tie_threatened_by'],
];

const otherEnds: ReadonlyMap<Tie, Tie> = new Map([
  ...pairs.flatMap(
    ([one, two]) =>
      [
        [one, two],
        [two, one],
      ] as const,
  ),
  ['fam_child', 'fam_parent'],
  ['fam_adult_child', 'fam_parent'],
]);

/**
 * The same tie read from its other end. A parent's other end is a child, grown up or not as the age says: a child who
 * turns eighteen must not make anybody edit a relation.
 */
export function otherEnd(tie: Tie, whoIsGrown = false): Tie {
  if (tie === 'fam_parent') return whoIsGrown ? 'fam_adult_child' : 'fam_child';
  return otherEnds.get(tie) ?? tie;
}

/** The ties that are read the same from both ends: siblings, colleagues. */
export const isMutual = (tie: Tie): boolean => otherEnd(tie) === tie;

const kin: ReadonlySet<string> = new Set([
  ...familyRelation.items.map(({ code }) => code),
  'tie_grandchild',
  'tie_child_in_law',
  'tie_guardian',
  'tie_cared_for',
]);

/** Whether a tie is one of family, by law, custom or choice. */
export const isFamily = (tie: Tie): boolean => kin.has(tie);

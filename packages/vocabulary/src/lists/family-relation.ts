import type { CodeList, CodeOf } from '../list.ts';

/** Relation to the defender; wider than the law's. */
export const familyRelation = {
  name: 'family_relation',
  label: 'Family relations',
  description: "Relation to the defender; wider than the law's.",
  multi: false,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'fam_spouse',
      label: 'Spouse',
      definition: 'Married partner.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'fam_partner',
      label: 'Partner',
      definition: 'Unmarried or unrecognised partner.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'fam_child',
      label: 'Child',
      definition: 'Own, adopted or step-child under 18.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    { code: 'fam_adult_child', label: 'Adult child', definition: 'Child of 18 or over.', source: 'default' },
    { code: 'fam_parent', label: 'Parent', definition: 'Mother, father, step-parent.', source: 'default' },
    { code: 'fam_sibling', label: 'Sibling', definition: 'Brother or sister.', source: 'default' },
    { code: 'fam_grandparent', label: 'Grandparent', definition: 'Parent of a parent.', source: 'default' },
    { code: 'fam_parent_in_law', label: 'Parent-in-law', definition: "Partner's parent.", source: 'default' },
    { code: 'fam_other_relative', label: 'Other relative', definition: 'Any other kin.', source: 'default' },
    {
      code: 'fam_chosen_family',
      label: 'Chosen family',
      definition: 'Close person treated as kin.',
      source:
        'https://www.rainbowrailroad.org/the-latest/understanding-the-post-relocation-experience-voices-from-the-lgbtqi-community',
    },
    {
      code: 'fam_ward',
      label: 'Ward or foster child',
      definition: 'Child in legal or customary care.',
      source: 'default',
    },
    {
      code: 'fam_caregiver',
      label: 'Caregiver',
      definition: 'Person who cares for the defender or dependants.',
      source: 'default',
    },
    {
      code: 'fam_household_member',
      label: 'Household member',
      definition: 'Lives in the home.',
      source: 'default',
    },
    {
      code: 'fam_former_partner',
      label: 'Former partner',
      definition: 'May matter for custody or risk.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `family_relation`. */
export type FamilyRelation = CodeOf<typeof familyRelation>;

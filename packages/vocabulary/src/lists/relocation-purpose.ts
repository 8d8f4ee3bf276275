import type { CodeList, CodeOf } from '../list.ts';

/** Why; several may apply. */
export const relocationPurpose = {
  name: 'relocation_purpose',
  label: 'Relocation purpose',
  description: 'Why; several may apply.',
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'purp_escape_danger',
      label: 'Leave immediate danger',
      definition: 'De-escalate and move out of reach.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'purp_anticipate',
      label: 'Anticipate danger',
      definition: 'Leave before a risky moment.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'purp_rest',
      label: 'Rest and recover',
      definition: 'Break from strain.',
      source: 'https://hrdrelocation.eu/en/hrds',
    },
    {
      code: 'purp_treatment',
      label: 'Medical or trauma care',
      definition: 'Rehabilitation.',
      source: 'https://hrdrelocation.eu/en/hrds',
    },
    {
      code: 'purp_capacity',
      label: 'Training or study',
      definition: 'New skills.',
      source: 'https://hrdrelocation.eu/en/hrds',
    },
    {
      code: 'purp_network',
      label: 'Network and advocacy',
      definition: 'Allies and visibility.',
      source: 'https://hrdrelocation.eu/en/hrds',
    },
    {
      code: 'purp_continue_work',
      label: 'Keep working safely',
      definition: 'Work from a safe place.',
      source: 'https://hrdrelocation.eu/en/hrds',
    },
    {
      code: 'purp_family_safety',
      label: 'Family safety',
      definition: 'Protect relatives.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'purp_bridge',
      label: 'Bridge to another solution',
      definition: 'While visa, asylum or return is prepared.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `relocation_purpose`. */
export type RelocationPurpose = CodeOf<typeof relocationPurpose>;

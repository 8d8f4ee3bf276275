import type { Profile } from './codes.ts';

/**
 * The profile that a narrower one belongs to: whoever is a woman journalist is a journalist. A mechanism for
 * journalists is open to her; one for women journalists is not open to every journalist.
 */
export const wider: Readonly<Partial<Record<Profile, Profile>>> = {
  'woman-defender': 'defender',
  'lgbtiq-defender': 'defender',
  'land-defender': 'defender',
  'indigenous-defender': 'defender',
  'young-defender': 'defender',
  'woman-journalist': 'journalist',
  'freelance-journalist': 'journalist',
};

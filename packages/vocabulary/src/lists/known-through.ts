import type { CodeList, CodeOf } from '../list.ts';

/** Through whom we know of an event. */
export const knownThrough = {
  name: 'known_through',
  label: 'How it is known',
  description: 'Through whom we know of an event.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'known_victim',
      label: 'Victim',
      definition: 'Person who suffered the act.',
      source: 'default',
    },
    {
      code: 'known_direct_witness',
      label: 'Direct witness',
      definition: 'Saw or heard it.',
      source: 'default',
    },
    {
      code: 'known_indirect_witness',
      label: 'Indirect witness',
      definition: 'Learned from a direct witness; name who.',
      source: 'default',
    },
    {
      code: 'known_relative',
      label: 'Relative',
      definition: 'Family of the victim.',
      source: 'default',
    },
    {
      code: 'known_colleague',
      label: 'Colleague or member of same organisation',
      definition: 'Worked with the victim.',
      source: 'default',
    },
    {
      code: 'known_professional',
      label: 'Professional who assisted',
      definition: 'Lawyer, doctor, psychologist, interpreter, journalist.',
      source: 'default',
    },
    {
      code: 'known_perpetrator_side',
      label: 'Person from the perpetrator side',
      definition: 'Insider, defector, official.',
      source: 'default',
    },
    {
      code: 'known_ngo',
      label: 'Organisation',
      definition: 'NGO, union, church, media.',
      source: 'default',
    },
    {
      code: 'known_official',
      label: 'Official or record',
      definition: 'Authority, court, registry.',
      source: 'default',
    },
    {
      code: 'known_open_source',
      label: 'Open source',
      definition: 'Post, satellite image, leaked data.',
      source:
        'https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `known_through`. */
export type KnownThrough = CodeOf<typeof knownThrough>;

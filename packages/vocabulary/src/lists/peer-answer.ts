import type { CodeList, CodeOf } from '../list.ts';

/** Blinded 'known / helped / can add' query. */
export const peerAnswer = {
  name: 'peer_answer',
  label: 'Answers to a private peer query',
  description: "Blinded 'known / helped / can add' query.",
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'peer_unknown',
      label: 'Not known',
      definition: 'No match.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'peer_known',
      label: 'Known',
      definition: 'Has heard of the person.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'peer_helped_before',
      label: 'Helped before',
      definition: 'Past support.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'peer_open_request',
      label: 'Open request with us',
      definition: 'Currently assessing.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'peer_helping_now',
      label: 'Helping now',
      definition: 'Active support.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'peer_can_top_up',
      label: 'Can add funds',
      definition: 'Co-funding possible.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'peer_concern',
      label: 'Ask us directly',
      definition: 'Concern not to be written here.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `peer_answer`. */
export type PeerAnswer = CodeOf<typeof peerAnswer>;

import type { CodeList, CodeOf } from '../list.ts';

/** Alleged connection, for TNR attribution. */
export const stateLink = {
  name: 'state_link',
  label: "Perpetrator's link to the state",
  description: 'Alleged connection, for TNR attribution.',
  multi: false,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'link_state_organ',
      label: 'State organ',
      definition: 'Part of the state.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'link_state_proxy',
      label: 'Proxy',
      definition: 'Acts on state instruction or control.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'link_state_tolerated',
      label: 'Tolerated by the state',
      definition: 'State knows and does not act.',
      source:
        'default, modelled on https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    { code: 'link_none', label: 'No known link', definition: 'No indication.', source: 'default' },
    {
      code: 'link_unclear',
      label: 'Unclear',
      definition: 'Indications conflict or are thin.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `state_link`. */
export type StateLink = CodeOf<typeof stateLink>;

import type { CodeList, CodeOf } from '../list.ts';

/** Lasting end to displacement. */
export const durableSolution = {
  name: 'durable_solution',
  label: 'Durable solutions',
  description: 'Lasting end to displacement.',
  multi: false,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'sol_voluntary_return',
      label: 'Voluntary return',
      definition: 'Free, informed, safe return.',
      source: 'http://www.unhcr.org/publications/16-chapter-3-unblocking-durable-solutions.html',
    },
    {
      code: 'sol_local_integration',
      label: 'Local integration',
      definition: 'Settled in country of exile.',
      source: 'http://www.unhcr.org/publications/16-chapter-3-unblocking-durable-solutions.html',
    },
    {
      code: 'sol_resettlement',
      label: 'Resettlement',
      definition: 'Permanent home in a third state.',
      source: 'http://www.unhcr.org/publications/16-chapter-3-unblocking-durable-solutions.html',
    },
    {
      code: 'sol_complementary_pathway',
      label: 'Complementary pathway',
      definition: 'Study, work, family, sponsorship.',
      source: 'https://immigrazione.it/rivista/articolo/10389',
    },
    {
      code: 'sol_none_in_sight',
      label: 'None in sight',
      definition: 'Protracted exile.',
      source: 'http://www.unhcr.org/publications/16-chapter-3-unblocking-durable-solutions.html',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `durable_solution`. */
export type DurableSolution = CodeOf<typeof durableSolution>;

import type { CodeList, CodeOf } from '../list.ts';

/** Where a need stands. */
export const needStatus = {
  name: 'need_status',
  label: 'Status of a need',
  description: 'Where a need stands.',
  multi: false,
  ordered: false,
  sensitivity: 2,
  extensible: false,
  items: [
    { code: 'needstat_open', label: 'Open', definition: 'Known, nobody acting.', source: 'default' },
    {
      code: 'needstat_in_progress',
      label: 'In progress',
      definition: 'Someone is acting.',
      source: 'default',
    },
    {
      code: 'needstat_referred',
      label: 'Referred',
      definition: 'Passed on, awaiting answer.',
      source: 'default',
    },
    { code: 'needstat_met', label: 'Met', definition: 'Solved.', source: 'default' },
    {
      code: 'needstat_partly_met',
      label: 'Partly met',
      definition: 'Something done, more needed.',
      source: 'default',
    },
    {
      code: 'needstat_unmet_no_service',
      label: 'Unmet, no service exists',
      definition: 'A gap to count.',
      source: 'default',
    },
    {
      code: 'needstat_declined_by_person',
      label: 'Not wanted',
      definition: 'Person does not want help with this.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `need_status`. */
export type NeedStatus = CodeOf<typeof needStatus>;

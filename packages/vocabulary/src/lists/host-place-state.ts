import type { CodeList, CodeOf } from '../list.ts';

/** Availability of one place. */
export const hostPlaceState = {
  name: 'host_place_state',
  label: 'Host place states',
  description: 'Availability of one place.',
  multi: false,
  ordered: true,
  sensitivity: 2,
  extensible: false,
  items: [
    { code: 'hps_draft', label: 'Draft', definition: 'Not yet vetted.', source: 'default' },
    { code: 'hps_vetted', label: 'Vetted', definition: 'Checked, not open.', source: 'default' },
    {
      code: 'hps_open',
      label: 'Open',
      definition: 'Can receive from a date.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'hps_held',
      label: 'Held',
      definition: 'Candidate under consideration, with expiry.',
      source: 'https://danskpen.dk/hvordan-udvaelges-fribyforfatterenkunstneren/',
    },
    {
      code: 'hps_reserved',
      label: 'Reserved',
      definition: 'Offer accepted.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    { code: 'hps_occupied', label: 'Occupied', definition: 'Guest present.', source: 'default' },
    {
      code: 'hps_cleaning_rest',
      label: 'Resting',
      definition: 'Between guests; staff recover.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-staffing-the-programme',
    },
    { code: 'hps_suspended', label: 'Suspended', definition: 'Safety, funds or conduct.', source: 'default' },
    { code: 'hps_closed', label: 'Closed', definition: 'No longer offered.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `host_place_state`. */
export type HostPlaceState = CodeOf<typeof hostPlaceState>;

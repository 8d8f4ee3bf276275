import type { CodeList, CodeOf } from '../list.ts';

/** Ordered steps of a stay. */
export const relocationPhase = {
  name: 'relocation_phase',
  label: 'Relocation phases',
  description: 'Ordered steps of a stay.',
  multi: false,
  ordered: true,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'phase_assess_options',
      label: 'Options assessed',
      definition: 'Alternatives and consent.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'phase_matching',
      label: 'Matching',
      definition: 'Host and defender consider each other.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'phase_offer_accepted',
      label: 'Offer accepted',
      definition: 'Both said yes.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'phase_visa_documents',
      label: 'Visa and documents',
      definition: 'Papers under way.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-how-and-when-will-you-begin-the-selection-process',
    },
    {
      code: 'phase_travel_planning',
      label: 'Travel planning',
      definition: 'Route, cover, check-ins.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    { code: 'phase_in_transit', label: 'In transit', definition: 'Journey under way.', source: 'default' },
    {
      code: 'phase_arrival',
      label: 'Arrival',
      definition: 'First days.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-arrival',
    },
    {
      code: 'phase_settling',
      label: 'Settling and rest',
      definition: 'First weeks.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-health-and-wellbeing',
    },
    {
      code: 'phase_programme',
      label: 'Programme',
      definition: 'Main stay.',
      source: 'https://sheltercity.org/apply/',
    },
    {
      code: 'phase_mid_review',
      label: 'Mid-term review',
      definition: 'Needs, risk, next step.',
      source:
        'default, modelled on https://yorkunescochairhrds.org/university-guidelines-pathways-out-of-relocation-programmes',
    },
    {
      code: 'phase_exit_preparation',
      label: 'Preparing the end',
      definition: 'Scenarios and plans.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-pathways-out-of-relocation-programmes',
    },
    {
      code: 'phase_extension',
      label: 'Extension',
      definition: 'Longer stay agreed.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'phase_departure',
      label: 'Departure',
      definition: 'Leaving the host place.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-pathways-out-of-relocation-programmes',
    },
    {
      code: 'phase_after_care',
      label: 'After-care',
      definition: 'Follow-up and alumni.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-longer-term-duty-of-care',
    },
    {
      code: 'phase_cancelled',
      label: 'Cancelled',
      definition: 'Stay will not happen.',
      source: 'https://danskpen.dk/hvordan-udvaelges-fribyforfatterenkunstneren/',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `relocation_phase`. */
export type RelocationPhase = CodeOf<typeof relocationPhase>;

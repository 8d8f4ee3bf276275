import type { CodeList, CodeOf } from '../list.ts';

/** Cost lines compared across funders. */
export const budgetLine = {
  name: 'budget_line',
  label: 'Budget lines',
  description: 'Cost lines compared across funders.',
  multi: true,
  ordered: false,
  sensitivity: 1,
  extensible: true,
  items: [
    {
      code: 'bud_rent',
      label: 'Rent and deposit',
      definition: 'Housing costs.',
      source: 'https://ru24.net/english/352279451',
    },
    {
      code: 'bud_utilities',
      label: 'Utilities and furnishing',
      definition: 'Power, water, basics.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-accommodation',
    },
    {
      code: 'bud_food',
      label: 'Food and hygiene',
      definition: 'Daily needs.',
      source: 'https://ru24.net/english/352279451',
    },
    {
      code: 'bud_stipend',
      label: 'Stipend',
      definition: 'Monthly allowance.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'bud_family_allowance',
      label: 'Family allowance',
      definition: 'Extra for dependants here or at home.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'bud_travel_local',
      label: 'Local transport',
      definition: 'Within country.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'bud_travel_international',
      label: 'International travel',
      definition: 'Flights, trains, borders.',
      source: 'https://hrdrelocation.eu/en/get_involved',
    },
    {
      code: 'bud_visa_document_fees',
      label: 'Visa and document fees',
      definition: 'Fees, photos, translations.',
      source: 'https://hrdrelocation.eu/en/get_involved',
    },
    {
      code: 'bud_insurance',
      label: 'Insurance',
      definition: 'Health, liability, travel.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'bud_medical',
      label: 'Medical',
      definition: 'Treatment and medicine.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'bud_psychosocial',
      label: 'Psychosocial',
      definition: 'Therapy, supervision.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'bud_legal_fees',
      label: 'Legal fees',
      definition: 'Rates and period stated.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'bud_bail_fine',
      label: 'Bail or fine',
      definition: 'Where law and policy allow.',
      source: 'default, modelled on https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'bud_security_equipment',
      label: 'Security equipment',
      definition: 'Physical measures.',
      source: 'https://crd.org/emergency-fund/faq/',
    },
    {
      code: 'bud_devices_software',
      label: 'Devices and software',
      definition: 'Phones, laptops, licences.',
      source: 'https://crd.org/emergency-fund/faq/',
    },
    {
      code: 'bud_training',
      label: 'Training and courses',
      definition: 'Fees and materials.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'bud_childcare_education',
      label: 'Childcare and schooling',
      definition: 'School, care.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'bud_host_coordination',
      label: 'Host coordination',
      definition: 'Staff time of the host.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-staffing-the-programme',
    },
    {
      code: 'bud_interpretation',
      label: 'Interpretation and translation',
      definition: 'Language help.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'bud_transfer_fees',
      label: 'Transfer and exchange costs',
      definition: 'Fees and losses.',
      source: 'default',
    },
    { code: 'bud_contingency', label: 'Contingency', definition: 'Unforeseen costs.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `budget_line`. */
export type BudgetLine = CodeOf<typeof budgetLine>;

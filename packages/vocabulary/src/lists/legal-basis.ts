import type { CodeList, CodeOf } from '../list.ts';

/** Ground for processing, per purpose. */
export const legalBasis = {
  name: 'legal_basis',
  label: 'Legal basis',
  description: 'Ground for processing, per purpose.',
  multi: false,
  ordered: false,
  sensitivity: 0,
  extensible: false,
  items: [
    {
      code: 'basis_consent',
      label: 'Consent',
      definition: 'Informed, free, specific, unambiguous.',
      source: 'https://protectaidworkers.org/privacy-policy',
    },
    {
      code: 'basis_vital_interest',
      label: 'Vital interest',
      definition: 'To protect a life.',
      source: 'https://protectaidworkers.org/privacy-policy',
    },
    {
      code: 'basis_public_interest',
      label: 'Public interest',
      definition: 'Task in the public interest.',
      source: 'https://protectaidworkers.org/privacy-policy',
    },
    {
      code: 'basis_legitimate_interest',
      label: 'Legitimate interest',
      definition: "Balanced against the person's rights.",
      source: 'https://protectaidworkers.org/privacy-policy',
    },
    {
      code: 'basis_legal_obligation',
      label: 'Legal obligation',
      definition: 'Required by law, e.g. accounts.',
      source:
        'https://public-helpline-opdoc.readthedocs.io/en/latest/2-Internal_Policies/Information_Classification_and_Protection/Record_retentions.html',
    },
    {
      code: 'basis_contract',
      label: 'Agreement',
      definition: 'Needed for a grant or hosting agreement.',
      source: 'default',
    },
    {
      code: 'basis_legal_claims',
      label: 'Legal claims',
      definition: 'Establish or defend claims.',
      source:
        'https://public-helpline-opdoc.readthedocs.io/en/latest/2-Internal_Policies/Information_Classification_and_Protection/Record_retentions.html',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `legal_basis`. */
export type LegalBasis = CodeOf<typeof legalBasis>;

import type { CodeList, CodeOf } from '../list.ts';

/** Evidence accepted for a cost. */
export const proofType = {
  name: 'proof_type',
  label: 'Proof of spending',
  description: 'Evidence accepted for a cost.',
  multi: true,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'proof_invoice',
      label: 'Invoice or receipt',
      definition: 'Document from the seller.',
      source: 'default',
    },
    {
      code: 'proof_signed_receipt',
      label: 'Signed receipt',
      definition: 'Payee signs, may use pseudonym.',
      source: 'default',
    },
    {
      code: 'proof_photo',
      label: 'Photo of item or work',
      definition: 'No faces or places.',
      source: 'default',
    },
    {
      code: 'proof_third_party',
      label: 'Third-party confirmation',
      definition: 'Trusted partner confirms.',
      source:
        'default, modelled on https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'proof_call_note',
      label: "Officer's call note",
      definition: 'Spoken confirmation recorded.',
      source: 'default',
    },
    {
      code: 'proof_narrative_report',
      label: 'Short report',
      definition: 'Account of use and effect.',
      source:
        'https://humanrightsfunding.org/related-resources/rapid-response-grantmaking-a-successful-strategy-to-protect-womens-human-rights/',
    },
    {
      code: 'proof_waived_security',
      label: 'Waived for safety',
      definition: 'Keeping proof would endanger; reason and two approvals.',
      source: 'default',
    },
    {
      code: 'proof_lost',
      label: 'Lost or seized',
      definition: 'Proof existed but is gone; note how.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `proof_type`. */
export type ProofType = CodeOf<typeof proofType>;

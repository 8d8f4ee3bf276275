import type { CodeList, CodeOf } from '../list.ts';

/** Life of one referral; every state has a clock. */
export const referralState = {
  name: 'referral_state',
  label: 'Referral states',
  description: 'Life of one referral; every state has a clock.',
  multi: false,
  ordered: true,
  sensitivity: 2,
  extensible: false,
  items: [
    { code: 'refs_draft', label: 'Draft', definition: 'Not sent; consent checked.', source: 'default' },
    {
      code: 'refs_sent_anonymous',
      label: 'Sent without identity',
      definition: 'Minimum message.',
      source:
        'https://docslib.org/doc/8046613/defenders-in-development-campaign-security-working-group-resources-for-campaign-members-and-partners-at-risk',
    },
    { code: 'refs_received', label: 'Received', definition: 'Seen by the partner.', source: 'default' },
    {
      code: 'refs_need_info',
      label: 'More information asked',
      definition: 'Question back.',
      source: 'default',
    },
    {
      code: 'refs_accepted',
      label: 'Accepted',
      definition: 'Partner will act; identity may follow.',
      source: 'default',
    },
    {
      code: 'refs_partly_accepted',
      label: 'Partly accepted',
      definition: 'Some items only.',
      source: 'default',
    },
    { code: 'refs_declined', label: 'Declined', definition: 'With reason code.', source: 'default' },
    {
      code: 'refs_identity_shared',
      label: 'Identity shared',
      definition: 'Second message sent under consent.',
      source: 'default',
    },
    {
      code: 'refs_lead_transferred',
      label: 'Lead transferred',
      definition: 'New lead organisation told to the person.',
      source: 'default',
    },
    {
      code: 'refs_completed',
      label: 'Completed',
      definition: 'Partner reported outcome.',
      source: 'default',
    },
    {
      code: 'refs_expired',
      label: 'Expired',
      definition: 'No answer in time; data to be deleted.',
      source: 'default',
    },
    { code: 'refs_withdrawn', label: 'Withdrawn', definition: 'By sender or person.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `referral_state`. */
export type ReferralState = CodeOf<typeof referralState>;

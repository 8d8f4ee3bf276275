import type { CodeList, CodeOf } from '../list.ts';

/** Where a case is. A case may move back. */
export const caseState = {
  name: 'case_state',
  label: 'Case states',
  description: 'Where a case is. A case may move back.',
  multi: false,
  ordered: true,
  sensitivity: 2,
  extensible: false,
  items: [
    { code: 'case_new', label: 'New', definition: 'Message received, not read.', source: 'default' },
    {
      code: 'case_contact_safe',
      label: 'Safe contact made',
      definition: 'Secure channel agreed.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    { code: 'case_triaged', label: 'Triaged', definition: 'Urgency set.', source: 'default' },
    {
      code: 'case_need_info',
      label: 'Waiting for the person',
      definition: 'We asked; safe interval applies.',
      source: 'default',
    },
    {
      code: 'case_verifying',
      label: 'Verifying',
      definition: 'Checks under way.',
      source:
        'https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'case_assessing',
      label: 'Assessing risk and need',
      definition: 'Interview and plan.',
      source: 'https://crd.org/emergency-fund/faq/',
    },
    {
      code: 'case_ready_decision',
      label: 'Ready for decision',
      definition: 'With committee or lead.',
      source: 'https://hrdcoalition.ug/protection-faqs',
    },
    {
      code: 'case_approved',
      label: 'Approved',
      definition: 'Support granted.',
      source: 'https://hrdcoalition.ug/protection-faqs',
    },
    {
      code: 'case_supporting',
      label: 'Support under way',
      definition: 'Grant, relocation or other.',
      source: 'default',
    },
    {
      code: 'case_long_term',
      label: 'Long-term accompaniment',
      definition: 'Exile support and reviews.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'case_referred_out',
      label: 'Referred',
      definition: 'Lead passed to another organisation.',
      source: 'default',
    },
    { code: 'case_on_hold', label: 'On hold', definition: 'Paused with date and reason.', source: 'default' },
    { code: 'case_silent', label: 'Contact lost', definition: 'Silence rule running.', source: 'default' },
    {
      code: 'case_follow_up',
      label: 'Follow-up',
      definition: 'Support ended; check at 3, 6, 12 months.',
      source:
        'default, modelled on https://gopherproxy.meulie.net/magical.fish/0/feeds/news/freedomhouse/2025/09/2025-09%2520Rethinking%2520Human%2520Rights%2520Protection-From%2520Crisis%2520Response%2520to%2520Sustainable%2520Systems',
    },
    { code: 'case_closed', label: 'Closed', definition: 'Ended with reason.', source: 'default' },
    {
      code: 'case_erased',
      label: 'Erased',
      definition: 'Content destroyed; stub remains.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `case_state`. */
export type CaseState = CodeOf<typeof caseState>;

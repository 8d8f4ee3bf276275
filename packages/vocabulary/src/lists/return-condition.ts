import type { CodeList, CodeOf } from '../list.ts';

/** What must be known or true before going home. */
export const returnCondition = {
  name: 'return_condition',
  label: 'Return assessment factors',
  description: 'What must be known or true before going home.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'ret_threat_ended',
      label: 'Original threat ended',
      definition: 'Source gone or changed.',
      source:
        'default, modelled on https://yorkunescochairhrds.org/university-guidelines-pathways-out-of-relocation-programmes',
    },
    {
      code: 'ret_no_charges',
      label: 'No charges or listings',
      definition: 'Checked safely by a lawyer.',
      source: 'default',
    },
    {
      code: 'ret_entry_possible',
      label: 'Entry possible',
      definition: 'Not barred, papers valid.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'ret_peers_safe',
      label: 'Comparable returnees are safe',
      definition: 'Evidence from others.',
      source: 'default',
    },
    {
      code: 'ret_state_signals',
      label: 'State shows compliance',
      definition: 'Honours obligations, dialogue.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'ret_monitors_present',
      label: 'International monitors present',
      definition: 'UN or regional bodies admitted.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'ret_family_view',
      label: 'Family agrees',
      definition: 'Relatives consulted.',
      source: 'default',
    },
    {
      code: 'ret_housing_income',
      label: 'Housing and income ready',
      definition: 'First months.',
      source:
        'default, modelled on https://docslib.org/doc/2695087/manual-by-justice-and-peace-human-rights-defenders-and-security',
    },
    {
      code: 'ret_security_plan',
      label: 'Security plan at home',
      definition: 'Measures before arrival.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'ret_extraction_plan',
      label: 'Way out again',
      definition: 'Plan if it fails.',
      source: 'default',
    },
    {
      code: 'ret_status_kept',
      label: 'Host status kept open',
      definition: 'Can come back.',
      source:
        'default, modelled on https://frontlinedefenders.org/en/statement-report/joint-statement-international-civil-society-organisations-call-effective-and',
    },
    {
      code: 'ret_voluntary',
      label: 'Free and informed choice',
      definition: 'No pressure by us or others.',
      source: 'http://www.unhcr.org/publications/16-chapter-3-unblocking-durable-solutions.html',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `return_condition`. */
export type ReturnCondition = CodeOf<typeof returnCondition>;

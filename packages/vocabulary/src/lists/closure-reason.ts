import type { CodeList, CodeOf } from '../list.ts';

/** Why a case ended. */
export const closureReason = {
  name: 'closure_reason',
  label: 'Closure reasons',
  description: 'Why a case ended.',
  multi: false,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'close_support_completed',
      label: 'Support completed',
      definition: 'Plan done.',
      source: 'default',
    },
    {
      code: 'close_declined_not_hrd',
      label: 'Declined: not a defender',
      definition: 'Identity test not met.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'close_declined_no_link',
      label: 'Declined: no link to rights work',
      definition: 'Causal link missing.',
      source: 'https://agir-ensemble-droits-humains.org/je-suis-en-danger',
    },
    {
      code: 'close_declined_no_risk',
      label: 'Declined: risk not established',
      definition: 'Situation test not met.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'close_declined_not_urgent',
      label: 'Declined: not urgent enough',
      definition: 'Outside scope of an emergency fund.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/faq/',
    },
    {
      code: 'close_declined_out_of_scope',
      label: 'Declined: outside mandate',
      definition: 'Region, profile, cost or location.',
      source: 'https://pressprotect.ecpmf.eu/fund/protection-grants-li',
    },
    {
      code: 'close_declined_no_capacity',
      label: 'Declined: no capacity or funds',
      definition: 'Would qualify.',
      source: 'https://crd.org/2025/06/13/emergency-fund-2024-in-numbers',
    },
    {
      code: 'close_declined_covered',
      label: 'Declined: covered elsewhere',
      definition: 'Cost already funded.',
      source: 'https://recao.org/se-proteger/',
    },
    {
      code: 'close_declined_unverified',
      label: 'Declined: could not verify',
      definition: 'No safe or sufficient check.',
      source: 'https://recao.org/se-proteger/',
    },
    {
      code: 'close_declined_violence',
      label: 'Declined: violence or its advocacy',
      definition: 'Non-violence rule.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'close_declined_do_no_harm',
      label: 'Declined: help would endanger',
      definition: 'Harm outweighs benefit.',
      source: 'default',
    },
    {
      code: 'close_fraud',
      label: 'Fraud or impersonation',
      definition: 'Deception found; two approvals.',
      source: 'default',
    },
    {
      code: 'close_withdrawn',
      label: 'Withdrawn by the person',
      definition: 'Their choice.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'close_safe_otherwise',
      label: 'Safe by other means',
      definition: 'Solved elsewhere.',
      source: 'https://danskpen.dk/hvordan-udvaelges-fribyforfatterenkunstneren/',
    },
    {
      code: 'close_referred_accepted',
      label: 'Referred and accepted',
      definition: 'Other lead took over.',
      source: 'default',
    },
    {
      code: 'close_lost_contact',
      label: 'Contact lost',
      definition: 'Silence rule exhausted.',
      source: 'default',
    },
    {
      code: 'close_died',
      label: 'Died',
      definition: 'Person has died.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'close_detained',
      label: 'Detained beyond reach',
      definition: 'Moved to advocacy file.',
      source: 'https://protectdefenders.eu/key-trends-in-attacks-against-human-rights-defenders-in-2025',
    },
    {
      code: 'close_duplicate',
      label: 'Duplicate',
      definition: 'Merged with another case.',
      source: 'default',
    },
    {
      code: 'close_conduct',
      label: 'Conduct breach',
      definition: 'Safeguarding or agreement breach.',
      source: 'default',
    },
    {
      code: 'close_erasure_request',
      label: 'Erased on request',
      definition: 'Person asked to be forgotten.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `closure_reason`. */
export type ClosureReason = CodeOf<typeof closureReason>;

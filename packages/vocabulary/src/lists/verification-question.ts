import type { CodeList, CodeOf } from '../list.ts';

/** Answered separately, each with level, date, confidence. */
export const verificationQuestion = {
  name: 'verification_question',
  label: 'Verification questions',
  description: 'Answered separately, each with level, date, confidence.',
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'vq_identity',
      label: 'Is this the person?',
      definition: 'Identity consistent.',
      source: 'default, modelled on https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'vq_defender_work',
      label: 'Do they do this work?',
      definition: 'Rights work confirmed.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'vq_events',
      label: 'Did the events happen?',
      definition: 'Threats or attacks confirmed.',
      source: 'https://recao.org/se-proteger/',
    },
    {
      code: 'vq_causal_link',
      label: 'Are events linked to the work?',
      definition: 'Reason for targeting.',
      source: 'https://agir-ensemble-droits-humains.org/je-suis-en-danger',
    },
    {
      code: 'vq_need',
      label: 'Is the need real and uncovered?',
      definition: 'Cost and alternatives.',
      source:
        'https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'vq_nonviolence',
      label: 'Peaceful means?',
      definition: 'No violence or incitement.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'vq_safe_to_help',
      label: 'Is helping this way safe?',
      definition: 'Do-no-harm check.',
      source: 'default',
    },
    {
      code: 'vq_host_suitable',
      label: 'Is the host suitable?',
      definition: 'Host vetted.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `verification_question`. */
export type VerificationQuestion = CodeOf<typeof verificationQuestion>;

import type { CodeList, CodeOf } from '../list.ts';

/** Agreed way to talk; each with safe times and a harmless text. */
export const safeChannel = {
  name: 'safe_channel',
  label: 'Contact channels',
  description: 'Agreed way to talk; each with safe times and a harmless text.',
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'chan_door_code',
      label: 'Receipt code on the web page',
      definition: 'Person returns with a code.',
      source: 'default',
    },
    {
      code: 'chan_e2ee_chat',
      label: 'End-to-end encrypted chat',
      definition: 'For example a disappearing-message app.',
      source: 'default',
    },
    {
      code: 'chan_encrypted_mail',
      label: 'Encrypted e-mail',
      definition: 'Content encrypted.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'chan_plain_mail',
      label: 'Ordinary e-mail',
      definition: 'Only harmless text.',
      source:
        'https://docslib.org/doc/8046613/defenders-in-development-campaign-security-working-group-resources-for-campaign-members-and-partners-at-risk',
    },
    {
      code: 'chan_phone_call',
      label: 'Phone call',
      definition: 'Voice; assume recorded.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    { code: 'chan_sms', label: 'Text message', definition: 'Assume read.', source: 'default' },
    {
      code: 'chan_trusted_person',
      label: 'Through a trusted person',
      definition: 'No direct contact.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'chan_in_person',
      label: 'In person',
      definition: 'Meeting at an agreed place.',
      source: 'default',
    },
    {
      code: 'chan_lawyer',
      label: 'Through the lawyer',
      definition: 'Privileged where law allows.',
      source: 'default',
    },
    {
      code: 'chan_none_now',
      label: 'Do not contact now',
      definition: 'Wait for them.',
      source: 'http://www.icorn.org/icorndo.php',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `safe_channel`. */
export type SafeChannel = CodeOf<typeof safeChannel>;

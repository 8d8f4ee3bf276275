import type { CodeList, CodeOf } from '../list.ts';

/** By which way an act or a threat came. */
export const incidentChannel = {
  name: 'incident_channel',
  label: 'How it reached her',
  description: 'By which way an act or a threat came.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'ich_in_person',
      label: 'In person',
      definition: 'Said or done face to face.',
      source: 'default',
    },
    {
      code: 'ich_through_other',
      label: 'Through somebody else',
      definition: 'A relative, colleague or stranger passed it on.',
      source: 'default',
    },
    {
      code: 'ich_phone',
      label: 'Phone call',
      definition: 'Voice, also recorded.',
      source: 'default',
    },
    {
      code: 'ich_message',
      label: 'Text message or chat',
      definition: 'SMS or messenger.',
      source: 'default',
    },
    {
      code: 'ich_mail',
      label: 'E-mail',
      definition: 'Also with attachments.',
      source: 'default',
    },
    {
      code: 'ich_social',
      label: 'Social media',
      definition: 'Posts, comments, private messages there.',
      source: 'default',
    },
    {
      code: 'ich_media',
      label: 'Press, radio or television',
      definition: 'Also state media and official channels.',
      source: 'default',
    },
    {
      code: 'ich_letter',
      label: 'Letter, leaflet or poster',
      definition: 'Paper, unsigned or signed.',
      source: 'default',
    },
    {
      code: 'ich_official',
      label: 'Official paper or visit',
      definition: 'Summons, order, visit by officials.',
      source: 'default',
    },
    {
      code: 'ich_object',
      label: 'Sign or object',
      definition: 'Something left, painted, sent or broken.',
      source: 'default',
    },
    {
      code: 'ich_device',
      label: 'Device or network',
      definition: 'Found on a phone, a computer or an account.',
      source: 'default',
    },
    {
      code: 'ich_presence',
      label: 'Presence',
      definition: 'Being followed, watched, photographed.',
      source: 'default',
    },
    {
      code: 'ich_other',
      label: 'Another way',
      definition: 'Say in words.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `incident_channel`. */
export type IncidentChannel = CodeOf<typeof incidentChannel>;

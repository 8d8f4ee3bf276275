import type { CodeList, CodeOf } from '../list.ts';

/** What kind of place it happened in; never an address. */
export const incidentPlace = {
  name: 'incident_place',
  label: 'Kind of place',
  description: 'What kind of place it happened in; never an address.',
  multi: false,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'ipl_home',
      label: 'Her home',
      definition: 'Where she lives or stays.',
      source: 'default',
    },
    {
      code: 'ipl_work',
      label: 'Office or place of work',
      definition: 'Also a newsroom, a clinic, a field.',
      source: 'default',
    },
    {
      code: 'ipl_street',
      label: 'Street or public place',
      definition: 'Square, park, market.',
      source: 'default',
    },
    {
      code: 'ipl_transport',
      label: 'On the way',
      definition: 'Car, bus, train, station, airport on the way.',
      source: 'default',
    },
    {
      code: 'ipl_border',
      label: 'Border or checkpoint',
      definition: 'Crossing, airport control, road block.',
      source: 'default',
    },
    {
      code: 'ipl_police',
      label: 'Police or security building',
      definition: 'Station, headquarters, interrogation room.',
      source: 'default',
    },
    {
      code: 'ipl_detention',
      label: 'Prison or detention place',
      definition: 'Known or secret.',
      source: 'default',
    },
    {
      code: 'ipl_court',
      label: 'Court or prosecution',
      definition: 'Hearing, summons.',
      source: 'default',
    },
    {
      code: 'ipl_consulate',
      label: 'Embassy or consulate',
      definition: 'On the premises of a mission.',
      source: 'default',
    },
    {
      code: 'ipl_health',
      label: 'Hospital or clinic',
      definition: 'Also an ambulance.',
      source: 'default',
    },
    {
      code: 'ipl_school',
      label: 'School or university',
      definition: 'Of hers or of her children.',
      source: 'default',
    },
    {
      code: 'ipl_event',
      label: 'Meeting, protest or event',
      definition: 'Gathering, conference.',
      source: 'default',
    },
    {
      code: 'ipl_shelter',
      label: 'Shelter, camp or host place',
      definition: 'Where she is hosted.',
      source: 'default',
    },
    {
      code: 'ipl_relative',
      label: 'Home of relatives or friends',
      definition: 'Of people close to her.',
      source: 'default',
    },
    {
      code: 'ipl_online',
      label: 'Online',
      definition: 'Accounts, sites, messages.',
      source: 'default',
    },
    {
      code: 'ipl_unknown',
      label: 'Not known',
      definition: 'Nobody could say.',
      source: 'default',
    },
    {
      code: 'ipl_other',
      label: 'Another place',
      definition: 'Say in words.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `incident_place`. */
export type IncidentPlace = CodeOf<typeof incidentPlace>;

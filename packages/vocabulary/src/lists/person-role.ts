import type { CodeList, CodeOf } from '../list.ts';

/** One person may hold several roles, in several cases. */
export const personRole = {
  name: 'person_role',
  label: 'Role of a person in a case',
  description: 'One person may hold several roles, in several cases.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'role_defender',
      label: 'Defender',
      definition: 'Person the case is about.',
      source: 'https://hrdrelocation.eu/en/hrds',
    },
    {
      code: 'role_dependant',
      label: 'Dependant',
      definition: 'Relies on the defender; may be helped too.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'role_relative_home',
      label: 'Relative at home',
      definition: 'Family member left behind.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'role_colleague',
      label: 'Colleague or associate',
      definition: 'Co-worker, client or source at risk.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'role_applicant_third_party',
      label: 'Third-party applicant',
      definition: "Applies on the defender's behalf.",
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'role_contact_person',
      label: 'Contact person',
      definition: 'Only route to the defender.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'role_referee',
      label: 'Referee',
      definition: 'Named by the defender to vouch.',
      source: 'https://africandefenders.org/get-help-africahrdfund/',
    },
    {
      code: 'role_verifier',
      label: 'Verifier or focal point',
      definition: 'Trusted independent checker.',
      source: 'https://hrdprotectionfund.org/en/fonctionnement/attribution/',
    },
    {
      code: 'role_interpreter',
      label: 'Interpreter',
      definition: 'Translates; vetted for origin-state links.',
      source: 'default',
    },
    {
      code: 'role_lawyer',
      label: 'Lawyer',
      definition: 'Represents or advises.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'role_clinician',
      label: 'Clinician or counsellor',
      definition: 'Gives care; outside the case file.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-health-and-wellbeing',
    },
    {
      code: 'role_host_coordinator',
      label: 'Host coordinator',
      definition: 'In charge at the host place.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-staffing-the-programme',
    },
    {
      code: 'role_witness',
      label: 'Witness',
      definition: 'Saw or knows of an event.',
      source: 'https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'role_alleged_perpetrator',
      label: 'Alleged perpetrator',
      definition: 'Said to be responsible.',
      source: 'https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'role_emergency_contact',
      label: 'Emergency contact',
      definition: 'To be told if something happens.',
      source: 'default',
    },
    {
      code: 'role_payee',
      label: 'Payee',
      definition: 'Receives money for the defender.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `person_role`. */
export type PersonRole = CodeOf<typeof personRole>;

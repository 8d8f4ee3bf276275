import type { CodeList, CodeOf } from '../list.ts';

/** What a place offers; facts stated by the host, checked on visit. */
export const hostAttribute = {
  name: 'host_attribute',
  label: 'Host place attributes',
  description: 'What a place offers; facts stated by the host, checked on visit.',
  multi: true,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'host_single_room',
      label: 'Private lockable room',
      definition: 'Own room with lock.',
      source: 'default, modelled on https://yorkunescochairhrds.org/university-guidelines-accommodation',
    },
    {
      code: 'host_self_contained',
      label: 'Self-contained flat',
      definition: 'Own kitchen and bath.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-accommodation',
    },
    {
      code: 'host_family_unit',
      label: 'Family-size housing',
      definition: 'Number of beds stated.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'host_shared_guests',
      label: 'Shared with other guests',
      definition: 'Lives with peers.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-accommodation',
    },
    {
      code: 'host_concealed_address',
      label: 'Concealed address',
      definition: 'Not public.',
      source: 'https://defenddefenders.org/our-work/protection-and-security-management/',
    },
    {
      code: 'host_accessible_mobility',
      label: 'Step-free and wheelchair usable',
      definition: 'Measured access.',
      source: 'https://emhrf.org/criteria/',
    },
    {
      code: 'host_accessible_sensory',
      label: 'Sensory access',
      definition: 'Hearing or sight support.',
      source: 'https://emhrf.org/criteria/',
    },
    {
      code: 'host_lgbtiq_affirming',
      label: 'LGBTIQ+ affirming',
      definition: 'Trained staff, safe surroundings, legal safety.',
      source:
        'https://www.rainbowrailroad.org/the-latest/understanding-the-post-relocation-experience-voices-from-the-lgbtqi-community',
    },
    {
      code: 'host_women_only',
      label: 'Women-only option',
      definition: 'Housing without men.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/criteriado-i-fit/',
    },
    {
      code: 'host_gender_neutral',
      label: 'Gender-neutral facilities',
      definition: 'Rooms and baths.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'host_children_welcome',
      label: 'Children welcome',
      definition: 'Childproof, school nearby.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'host_childcare',
      label: 'Childcare available',
      definition: 'Places or pay.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    { code: 'host_pets', label: 'Pets possible', definition: 'Animals accepted.', source: 'default' },
    {
      code: 'host_languages',
      label: 'Languages spoken',
      definition: 'List of languages of host team.',
      source:
        'http://www.globalobservers.net/human-rights/call-for-application-shelter-city-for-human-rights-defenders/',
    },
    { code: 'host_interpreters', label: 'Vetted interpreters', definition: 'On call.', source: 'default' },
    {
      code: 'host_faith_diet',
      label: 'Faith and diet respected',
      definition: 'Prayer, food.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-health-and-wellbeing',
    },
    {
      code: 'host_medical_access',
      label: 'Medical access from week 1',
      definition: 'Registered and insured.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-health-and-wellbeing',
    },
    {
      code: 'host_mental_health',
      label: 'Mental health support',
      definition: 'Choice of forms.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-health-and-wellbeing',
    },
    {
      code: 'host_peer_network',
      label: 'Peers or alumni nearby',
      definition: 'Contacts.',
      source:
        'https://sheltercity.org/five-regional-webinars-bring-together-the-shelter-city-alumni-community/',
    },
    {
      code: 'host_legal_help',
      label: 'Legal and asylum advice',
      definition: 'Clinic or partner.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
    {
      code: 'host_visa_sponsor',
      label: 'Can sponsor a visa',
      definition: 'Legal power to invite.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-how-and-when-will-you-begin-the-selection-process',
    },
    {
      code: 'host_work_allowed',
      label: 'Paid work allowed',
      definition: 'By status offered.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'host_study_programme',
      label: 'Study programme',
      definition: 'Courses, library.',
      source: 'https://slideplayer.com./slide/2664629',
    },
    {
      code: 'host_art_workspace',
      label: 'Studio or workspace',
      definition: 'For artists or writers.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'host_security_training',
      label: 'Security training',
      definition: 'Digital and physical.',
      source: 'https://sheltercity.org/apply/',
    },
    {
      code: 'host_advocacy_access',
      label: 'Advocacy access',
      definition: 'Contacts with institutions.',
      source: 'https://slideplayer.com./slide/2664629',
    },
    {
      code: 'host_stipend',
      label: 'Stipend paid',
      definition: 'Amount and currency stated.',
      source: 'https://hrdrelocation.eu/en/get_involved',
    },
    {
      code: 'host_travel_paid',
      label: 'Travel paid',
      definition: 'Flights and transfers.',
      source: 'https://hrdrelocation.eu/en/get_involved',
    },
    {
      code: 'host_arrival_pickup',
      label: 'Met on arrival',
      definition: 'Person and cash.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-arrival',
    },
    {
      code: 'host_urgent_start',
      label: 'Can start within days',
      definition: 'Emergency place.',
      source: 'https://defenddefenders.org/our-work/protection-and-security-management/',
    },
    {
      code: 'host_duration_short',
      label: 'Short stay',
      definition: 'Up to 3 months.',
      source: 'https://sheltercity.org/apply/',
    },
    {
      code: 'host_duration_medium',
      label: 'Medium stay',
      definition: '3 to 12 months.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'host_duration_long',
      label: 'Long stay',
      definition: 'Over 12 months.',
      source: 'https://icorn.org/faq-city-refuge',
    },
    {
      code: 'host_extension_possible',
      label: 'Extension possible',
      definition: 'Conditions stated.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'host_no_return_required',
      label: 'Return not required',
      definition: 'Open future.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-pathways-out-of-relocation-programmes',
    },
    {
      code: 'host_public_visibility',
      label: 'Public events expected',
      definition: 'Guest speaks in public.',
      source: 'https://www.amsher.org/justice-peace-shelter-initiative/',
    },
    {
      code: 'host_low_visibility',
      label: 'Low visibility possible',
      definition: 'Quiet stay.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
    {
      code: 'host_complaints_route',
      label: 'Independent complaints route',
      definition: 'Outside host team.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `host_attribute`. */
export type HostAttribute = CodeOf<typeof hostAttribute>;

import type { CodeList, CodeOf } from '../list.ts';

/** What the person is or does; several may apply; self-described first. */
export const defenderProfile = {
  name: 'defender_profile',
  label: 'Defender profile',
  description: 'What the person is or does; several may apply; self-described first.',
  multi: true,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'hrd_ngo_staff',
      label: 'Staff or volunteer of a rights organisation',
      definition: 'Works, paid or not, for a group that promotes rights.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'hrd_grassroots',
      label: 'Grassroots or community defender',
      definition: 'Local activist tied to a community or movement, often through lived experience.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'hrd_movement_leader',
      label: 'Movement or community leader',
      definition: 'Recognised spokesperson of a movement, union, village or people.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'hrd_independent',
      label: 'Independent activist',
      definition: 'Acts alone, without an organisation.',
      source: 'https://hrdrelocation.eu/en/hrds',
    },
    {
      code: 'hrd_journalist',
      label: 'Journalist or editor',
      definition: 'Reports, edits or publishes news on matters of rights.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'hrd_media_worker',
      label: 'Media worker or support staff',
      definition: 'Fixer, camera, driver, interpreter, technician in news work.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'hrd_citizen_reporter',
      label: 'Blogger or citizen reporter',
      definition: 'Documents events online without being employed in media.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'hrd_lawyer',
      label: 'Lawyer or paralegal',
      definition: 'Defends or advises people whose rights are at stake.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'hrd_judge_prosecutor',
      label: 'Judge or prosecutor',
      definition: 'Justice official targeted for independent or anti-corruption work.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'hrd_trade_unionist',
      label: 'Trade unionist',
      definition: "Defends workers' rights through a union.",
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'hrd_scholar',
      label: 'Scholar or researcher',
      definition: 'Academic targeted for research, teaching or speech.',
      source: 'https://applications.scholarsatrisk.org/webform/application_for_assistance',
    },
    {
      code: 'hrd_student',
      label: 'Student activist',
      definition: 'Student at risk because of rights activity.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-longer-term-duty-of-care',
    },
    {
      code: 'hrd_artist',
      label: 'Artist or cultural worker',
      definition: 'Creates or programmes art with social meaning and is targeted for it.',
      source: 'https://artinfoland.com/event/martin-roth-scholarship',
    },
    {
      code: 'hrd_writer',
      label: 'Writer, translator or publisher',
      definition: 'Threatened for written expression.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'hrd_health_worker',
      label: 'Health worker',
      definition: 'Treats or documents victims and is targeted for it.',
      source: 'default',
    },
    {
      code: 'hrd_teacher',
      label: 'Teacher',
      definition: 'Defends rights in or through education.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'hrd_religious_leader',
      label: 'Religious figure',
      definition: 'Clergy or lay leader defending rights.',
      source:
        'https://gopherproxy.meulie.net/magical.fish/0/feeds/news/freedomhouse/2025/09/2025-09%2520Rethinking%2520Human%2520Rights%2520Protection-From%2520Crisis%2520Response%2520to%2520Sustainable%2520Systems',
    },
    {
      code: 'hrd_indigenous_leader',
      label: 'Indigenous defender',
      definition: 'Defends an Indigenous people or its territory.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'hrd_public_official',
      label: 'Public official or NHRI staff',
      definition: 'State or national institution staff targeted for protecting rights.',
      source:
        'https://ennhri.org/news-and-blog/germany-launches-protection-programme-for-human-rights-defenders-at-risk/',
    },
    {
      code: 'hrd_whistleblower',
      label: 'Whistleblower',
      definition: 'Discloses wrongdoing in the public interest.',
      source:
        'https://gopherproxy.meulie.net/magical.fish/0/feeds/news/freedomhouse/2025/09/2025-09%2520Rethinking%2520Human%2520Rights%2520Protection-From%2520Crisis%2520Response%2520to%2520Sustainable%2520Systems',
    },
    {
      code: 'hrd_documenter',
      label: 'Documenter or investigator',
      definition: 'Collects and verifies evidence of abuses.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'hrd_technologist',
      label: 'Technologist or digital rights worker',
      definition: 'Builds or defends safe technology for civil society.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'hrd_humanitarian',
      label: 'Humanitarian or rescuer',
      definition: 'Assists people on the move or in crisis and is targeted for it.',
      source: 'https://www.right-docs.org/doc/a-hrc-37-51/',
    },
    {
      code: 'hrd_family_of_victim',
      label: 'Relative of a victim',
      definition: 'Seeks truth or justice for a killed, jailed or disappeared relative.',
      source: 'https://york.ac.uk/cahr/news/2019/thebarcelonaguidelinesreleased',
    },
    {
      code: 'hrd_former_prisoner',
      label: 'Former political prisoner',
      definition: 'Released detainee who continues or resumes rights work.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'hrd_other_profile',
      label: 'Other profile',
      definition: 'None of the above; describe.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `defender_profile`. */
export type DefenderProfile = CodeOf<typeof defenderProfile>;

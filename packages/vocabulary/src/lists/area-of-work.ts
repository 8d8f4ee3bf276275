import type { CodeList, CodeOf } from '../list.ts';

/** Rights issues the person works on. */
export const areaOfWork = {
  name: 'area_of_work',
  label: 'Area of rights work',
  description: 'Rights issues the person works on.',
  multi: true,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'area_civil_political',
      label: 'Civil and political rights',
      definition: 'General work on liberties and political participation.',
      source: 'https://protectdefenders.eu/key-trends-in-attacks-against-human-rights-defenders-in-2025',
    },
    {
      code: 'area_expression_media',
      label: 'Freedom of expression and media',
      definition: 'Speech, press and access to information.',
      source: 'https://protectdefenders.eu/key-trends-in-attacks-against-human-rights-defenders-in-2025',
    },
    {
      code: 'area_assembly_association',
      label: 'Assembly and association',
      definition: 'Right to gather, protest and organise.',
      source: 'https://protectdefenders.eu/key-trends-in-attacks-against-human-rights-defenders-in-2025',
    },
    {
      code: 'area_elections_democracy',
      label: 'Elections and democracy',
      definition: 'Observation, participation, rule by consent.',
      source: 'https://protectdefenders.eu/key-trends-in-attacks-against-human-rights-defenders-in-2025',
    },
    {
      code: 'area_anti_corruption',
      label: 'Anti-corruption and accountability',
      definition: 'Exposing abuse of public power or money.',
      source:
        'https://gopherproxy.meulie.net/magical.fish/0/feeds/news/freedomhouse/2025/09/2025-09%2520Rethinking%2520Human%2520Rights%2520Protection-From%2520Crisis%2520Response%2520to%2520Sustainable%2520Systems',
    },
    {
      code: 'area_rule_of_law',
      label: 'Rule of law and fair trial',
      definition: 'Independence of justice, legal defence.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'area_torture_detention',
      label: 'Torture, detention and prisoners',
      definition: 'Conditions, ill-treatment, political prisoners.',
      source:
        'https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'area_enforced_disappearance',
      label: 'Enforced disappearance and missing persons',
      definition: 'Search, truth and justice for the missing.',
      source: 'http://rightsupdate.blogspot.in/p/action.html',
    },
    {
      code: 'area_conflict_ihl',
      label: 'Violations in conflict',
      definition: 'Documenting abuses in war or occupation.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'area_transitional_justice',
      label: 'Truth, justice and memory',
      definition: 'Accountability for past crimes.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'area_womens_rights',
      label: "Women's rights and gender justice",
      definition: 'Equality, violence against women, reproductive rights.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'area_lgbtiq_rights',
      label: 'LGBTIQ+ rights',
      definition: 'Rights regardless of orientation, identity or sex characteristics.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'area_land_rights',
      label: 'Land rights',
      definition: 'Access to and defence of land.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'area_indigenous_rights',
      label: "Indigenous peoples' rights",
      definition: 'Self-determination, territory, culture.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'area_environment_climate',
      label: 'Environment and climate',
      definition: 'Clean environment, extractive harms.',
      source:
        'https://protectdefenders.eu/new-analysis-reveals-stagnation-in-funding-for-human-rights-defenders-despite-rising-needs/?lang=es',
    },
    {
      code: 'area_business_labour',
      label: 'Labour rights and business conduct',
      definition: "Workers' rights, corporate abuse.",
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'area_minority_ethnic',
      label: 'Ethnic and national minorities',
      definition: 'Equality and culture of minorities.',
      source:
        'https://ennhri.org/news-and-blog/germany-launches-protection-programme-for-human-rights-defenders-at-risk/',
    },
    {
      code: 'area_religion_belief',
      label: 'Religion or belief',
      definition: 'Freedom to hold, change or reject belief.',
      source: 'https://www.europarl.europa.eu/doceo/document/TA-9-2023-0086_EN.html',
    },
    {
      code: 'area_migrants_refugees',
      label: 'Migrants and refugees',
      definition: 'Rights of people on the move.',
      source: 'https://www.right-docs.org/doc/a-hrc-37-51/',
    },
    {
      code: 'area_children_youth',
      label: 'Children and youth',
      definition: 'Rights of the child and of young people.',
      source: 'default',
    },
    {
      code: 'area_disability_rights',
      label: 'Rights of persons with disabilities',
      definition: 'Equality and access.',
      source: 'default',
    },
    {
      code: 'area_health_rights',
      label: 'Health rights',
      definition: 'Access to care, harm reduction, epidemics.',
      source: 'default',
    },
    {
      code: 'area_education_academic',
      label: 'Education and academic freedom',
      definition: 'Right to learn, teach and research.',
      source: 'https://applications.scholarsatrisk.org/webform/application_for_assistance',
    },
    {
      code: 'area_housing_poverty',
      label: 'Housing, poverty and social rights',
      definition: 'Adequate living, evictions, services.',
      source:
        'http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    {
      code: 'area_digital_rights',
      label: 'Digital rights and privacy',
      definition: 'Surveillance, shutdowns, data.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'area_cultural_rights',
      label: 'Cultural rights',
      definition: 'Artistic freedom, language, heritage.',
      source: 'https://artinfoland.com/event/martin-roth-scholarship',
    },
    {
      code: 'area_death_penalty',
      label: 'Death penalty',
      definition: 'Abolition and defence of those sentenced.',
      source: 'default',
    },
    {
      code: 'area_hrd_protection',
      label: 'Protection of defenders',
      definition: 'Work to protect other defenders.',
      source: 'https://hrdcoalition.ug/protection-faqs',
    },
    {
      code: 'area_peace_antiwar',
      label: 'Peace and anti-war',
      definition: 'Conflict prevention, conscientious objection.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'area_other',
      label: 'Other area',
      definition: 'None of the above; describe.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `area_of_work`. */
export type AreaOfWork = CodeOf<typeof areaOfWork>;

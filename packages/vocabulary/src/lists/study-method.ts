import type { CodeList, CodeOf } from '../list.ts';

/** How needs are studied. */
export const studyMethod = {
  name: 'study_method',
  label: 'Study methods',
  description: 'How needs are studied.',
  multi: false,
  ordered: false,
  sensitivity: 0,
  extensible: true,
  items: [
    {
      code: 'stu_survey',
      label: 'Questionnaire',
      definition: 'Self-completed.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stu_interview',
      label: 'In-depth interview',
      definition: 'One to one.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stu_focus_group',
      label: 'Focus group',
      definition: 'Guided group talk.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stu_case_review',
      label: 'Case-file review',
      definition: 'With consent, aggregated.',
      source: 'https://issuu.com./rainbow_railroad/docs/rr_annualreport_web_2_/s/26756979',
    },
    {
      code: 'stu_desk_review',
      label: 'Desk review',
      definition: 'Published sources.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stu_follow_up',
      label: 'Follow-up survey',
      definition: 'After support.',
      source:
        'https://gopherproxy.meulie.net/magical.fish/0/feeds/news/freedomhouse/2025/09/2025-09%2520Rethinking%2520Human%2520Rights%2520Protection-From%2520Crisis%2520Response%2520to%2520Sustainable%2520Systems',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `study_method`. */
export type StudyMethod = CodeOf<typeof studyMethod>;

import type { Chapter } from './rules-and-faults.ts';

/**
 * What must hold in whatever is built, because lives hang on it: short names, so that docs/invariants.md can say which
 * tests hold them. Rules and faults are about the sealed line; these are about the work itself. Numbers never change.
 * The third part of one says what no test can hold yet, because it is not built.
 */
export const INVARIANTS: readonly Chapter[] = [
  {
    title: 'What is asked of her, and what goes out',
    items: [
      [1, 'Nobody has to give a legal name, an exact place or the number of a paper before help is granted'],
      [2, 'Before every word to her it is asked whether she may be reached there, and the word harms nobody'],
      [
        3,
        'What is shared has a purpose, a recipient, a last day and a line in the record; a yes ends in one step, and what cannot be called back is said',
        'A yes is asked for a year; where it is asked for as long as the conversation lasts, it has no day of its own. Lists that are taken out ask for a reason and leave a line in the record, and ask nobody’s consent.',
      ],
      [
        4,
        'Verifiers, finance, hosts and donors learn her story only where it was shared with them',
        'Hosts and donors have no access of any kind yet; what they are given is a copy or an extract.',
      ],
    ],
  },
  {
    title: 'What is judged, counted and decided',
    items: [
      [5, 'Urgency, risk and eligibility are three values, each set by a person with reasons of its own'],
      [
        6,
        'Grants, people, relocations and cases are counted apart',
        'Grants and relocations as records of their own are not built yet: what is counted today is requests, cases, people and stages.',
      ],
      [7, 'Where she is and in what status are histories with dates, and eligibility reads what holds today'],
      [8, 'Whoever is declined is given a reason, what else may help, and a way back'],
      [
        9,
        'What ends by itself is a task before it ends',
        'Visas of a relocation and offers of a host are not built yet.',
      ],
      [10, 'Silence follows the rule that was agreed, and nobody’s guess'],
    ],
  },
  {
    title: 'Whose life it is',
    items: [
      [11, 'Relatives, referees and colleagues are people with dangers and rights of their own'],
      [
        12,
        'What somebody is, is asked only where the answer changes what we do',
        'What an organisation asks by questions of its own is for the organisation to answer for.',
      ],
      [
        13,
        'The rules of programmes are data',
        'The hours within which somebody is answered are the same everywhere and cannot be chosen yet; those of a programme are written down, and no clock reads them.',
      ],
      [
        14,
        'She can end, correct, take away or erase what is hers, and a closed case has a day for forgetting',
        'A request that was declined and never became a case has no such day yet.',
      ],
      [
        15,
        'It works for somebody exhausted, frightened, watched, offline, or reading in her fourth language',
      ],
    ],
  },
];

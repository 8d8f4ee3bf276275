import type { CodeList, CodeOf } from '../list.ts';

/** One candidate and one place. */
export const matchState = {
  name: 'match_state',
  label: 'Match states',
  description: 'One candidate and one place.',
  multi: false,
  ordered: false,
  sensitivity: 3,
  extensible: false,
  items: [
    {
      code: 'match_suggested',
      label: 'Suggested',
      definition: 'By coordinator or system.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'match_host_interested',
      label: 'Host interested',
      definition: 'Saw limited profile.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'match_person_interested',
      label: 'Person interested',
      definition: 'Saw place facts.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    { code: 'match_interview', label: 'Talk held', definition: 'Both met.', source: 'default' },
    {
      code: 'match_agreed',
      label: 'Agreed',
      definition: 'Both accepted.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'match_declined_host',
      label: 'Declined by host',
      definition: 'Reason code.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'match_declined_person',
      label: 'Declined by person',
      definition: 'No penalty.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'match_lapsed',
      label: 'Lapsed',
      definition: 'Time ran out or safe elsewhere.',
      source: 'https://danskpen.dk/hvordan-udvaelges-fribyforfatterenkunstneren/',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `match_state`. */
export type MatchState = CodeOf<typeof matchState>;

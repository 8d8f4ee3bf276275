import type { Answers } from '@leeward/directory/answers.ts';
import { namesOf, type Speaker } from '@leeward/directory/say/index.ts';
import type { Portable } from './carry.ts';

/** What keeps a foreign name in its direction within a sentence of ours. In her own text it would be rubbish. */
const ISOLATES = /[\u2066-\u2069]/g;

/** What she takes along, one line of her own text for each, in the language of the page. */
export function carryLine(speaker: Speaker, answers: Answers, entryName: string, one: Portable): string {
  const value = answerOf(speaker, answers, entryName, one);
  return speaker.text('field', { label: speaker.text(`screen.carry.${one}`), value }).replace(ISOLATES, '');
}

function answerOf(speaker: Speaker, answers: Answers, entryName: string, one: Portable): string {
  switch (one) {
    case 'entry':
      return entryName;
    case 'present':
      return answers.present === undefined ? '' : speaker.country(answers.present);
    case 'origin':
      return speaker.list((answers.origin ?? []).map(speaker.country), 'and');
    case 'status':
      return speaker.text(`status.${answers.status}`);
    case 'party':
      return speaker.text(`party.${answers.party}`);
    case 'soon':
      return speaker.text(`hurry.${answers.soon}`);
    case 'work':
      return speaker.list(
        (answers.work ?? []).map((code) => speaker.text(`profile.${code}`)),
        'and',
      );
    case 'happened':
      return namesOf(speaker, 'event', answers.happened ?? []);
    case 'needs':
      return namesOf(speaker, 'need', answers.needs ?? []);
    case 'languages':
      return namesOf(speaker, 'language', answers.languages ?? []);
  }
}

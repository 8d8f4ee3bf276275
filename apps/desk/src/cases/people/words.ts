import type { PersonValues } from '@leeward/domain/people/events.ts';
import { otherTies, type Tie } from '@leeward/domain/people/ties.ts';
import type { InexactDate } from '@leeward/domain/shared/inexact-date.ts';
import { spanOf } from '@leeward/domain/shared/inexact-date.ts';
import { type DeskKey, formatDate, formatList, languageName } from '@leeward/ui';
import { familyRelation } from '@leeward/vocabulary/lists/family-relation.ts';
import { personRole } from '@leeward/vocabulary/lists/person-role.ts';
import { safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import { useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';

/** Every tie that can be chosen: family first, as the field's list has it. */
export const allTies: readonly Tie[] = [...familyRelation.items.map(({ code }) => code), ...otherTies];
export const allRoles = personRole.items.map(({ code }) => code);
export const allChannels = safeChannel.items.map(({ code }) => code);

/** Words for what is known of people. An organisation's own codes stand as they are. */
export type PeopleWords = {
  readonly role: (role: PersonValues['roles'][number]) => string;
  readonly tie: (tie: Tie) => string;
  readonly channel: (channel: string) => string;
  readonly languages: (tags: readonly string[]) => string;
  readonly date: (date: InexactDate) => string;
  readonly list: (words: readonly string[]) => string;
};

export function usePeopleWords(): PeopleWords {
  const { t, numbers, locale } = useSpeech();
  return useMemo(() => {
    const coded = (codes: readonly string[], prefix: string, code: string): string =>
      codes.includes(code) ? t(`${prefix}.${code}` as DeskKey) : code;
    const list = (words: readonly string[]): string => formatList(numbers, words);
    return {
      role: (role) => coded(allRoles, 'people.role', role),
      tie: (tie) => coded(allTies, 'people.tie', tie),
      channel: (channel) => coded(allChannels, 'people.channel', channel),
      languages: (tags) => list(tags.map((tag) => languageName(locale, tag))),
      date: (date) => {
        if (date.said !== '') return date.said;
        const { first, last } = spanOf(date);
        const day = first ?? last;
        return day === null ? '' : formatDate(numbers, day, 'UTC');
      },
      list,
    };
  }, [t, numbers, locale]);
}

import type { Phase } from '@leeward/domain/request/queue.ts';
import { countryName, formatDateTime, languageName } from '@leeward/ui';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import { useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';
import type { ListDefinition } from '../list/shape.ts';
import { knownLanguage } from '../parts/words.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { lineText } from './line.tsx';

export const urgencies = ['urg_immediate', 'urg_unset', 'urg_urgent', 'urg_high', 'urg_standard'] as const;
const phases: readonly Phase[] = ['new', 'claimed', 'answered', 'declined', 'case', 'set_aside', 'closed'];
const waits = ['overdue', 'soon', 'within', 'none'] as const;
export const flags = [
  'unread',
  'harm',
  'handed',
  'undecided',
  'forOther',
  'files',
  'missing',
  'rules',
  'joined',
  'otherwise',
] as const;
export const nobody = 'nobody';

/** What a line waits for, against its clock at `now`: soon is the last quarter of the time. */
export function waitOf(line: Pick<QueueLine, 'clock'>, now: number): (typeof waits)[number] {
  if (line.clock === null) return 'none';
  const { due, limit } = line.clock;
  if (now > due) return 'overdue';
  return due - now < limit / 4 ? 'soon' : 'within';
}

/** What else can be said of a line with yes or no. */
export function flagsOf(line: QueueLine): readonly (typeof flags)[number][] {
  const has: Readonly<Record<(typeof flags)[number], boolean>> = {
    unread: line.unread > 0,
    harm: line.suggested === 'urg_immediate',
    handed: line.handedOver !== null,
    undecided: line.undecided,
    forOther: line.forOther,
    files: line.files > 0,
    missing: line.missing > 0,
    rules: line.never.length > 0,
    joined: line.joined > 0,
    otherwise: line.way !== null,
  };
  return flags.filter((flag) => has[flag]);
}

/** The list of requests: what can be asked of it, and what its columns say, in the language of the screen. */
export function useRequestsList(now: number): ListDefinition<QueueLine> {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  return useMemo(() => {
    const date = (at: number | null): string => (at === null ? '' : formatDateTime(numbers, at));
    const who = (member: string): string =>
      member === nobody ? t('list.nobody') : member === me.member ? t('list.me') : nameOf(member);
    const language = (line: QueueLine): string | undefined => knownLanguage(line.locale);
    return {
      list: 'requests',
      idOf: (line) => line.record,
      textsOf: (line) => [
        line.excerpt,
        line.callName,
        line.country === null ? null : countryName(numbers, line.country),
        line.claimedBy === null ? null : nameOf(line.claimedBy),
      ],
      columns: [
        { id: 'request', title: t('list.column.request'), text: lineText, order: lineText },
        {
          id: 'urgency',
          title: t('urgency.title'),
          text: (line) => t(`urgency.${line.urgency}`),
          order: (line) => urgencies.indexOf(line.suggested ?? line.urgency),
        },
        {
          id: 'waiting',
          title: t('list.column.waiting'),
          text: (line) => date(line.waitingSince),
          order: (line) => line.waitingSince,
        },
        {
          id: 'due',
          title: t('list.column.due'),
          text: (line) => date(line.clock?.due ?? null),
          order: (line) => line.clock?.due ?? null,
        },
        {
          id: 'phase',
          title: t('list.column.phase'),
          text: (line) => t(`list.phase.${line.phase}`),
          order: (line) => phases.indexOf(line.phase),
        },
        {
          id: 'who',
          title: t('list.column.who'),
          text: (line) => (line.claimedBy === null ? '' : who(line.claimedBy)),
          order: (line) => (line.claimedBy === null ? null : who(line.claimedBy)),
        },
        {
          id: 'country',
          title: t('list.column.country'),
          text: (line) => (line.country === null ? '' : countryName(numbers, line.country)),
          order: (line) => (line.country === null ? null : countryName(numbers, line.country)),
        },
        {
          id: 'language',
          title: t('list.column.language'),
          text: (line) => {
            const tag = language(line);
            return tag === undefined ? '' : languageName(numbers, tag);
          },
          order: (line) => language(line) ?? null,
        },
        {
          id: 'unread',
          title: t('list.column.unread'),
          text: (line) => String(line.unread),
          order: (line) => line.unread,
        },
        {
          id: 'files',
          title: t('list.column.files'),
          text: (line) => String(line.files),
          order: (line) => line.files,
        },
        {
          id: 'began',
          title: t('list.column.began'),
          text: (line) => date(line.began),
          order: (line) => line.began,
        },
        {
          id: 'touched',
          title: t('list.column.touched'),
          text: (line) => date(line.touched),
          order: (line) => line.touched,
        },
        {
          id: 'flags',
          title: t('list.column.flags'),
          text: (line) =>
            flagsOf(line)
              .map((flag) => t(`list.flag.${flag}`))
              .join('; '),
          order: (line) => flagsOf(line).length,
        },
      ],
      filters: [
        {
          id: 'urgency',
          title: t('urgency.title'),
          valuesOf: (line) => [line.urgency],
          wordOf: (value) => t(`urgency.${urgencies.find((one) => one === value) ?? 'urg_unset'}`),
          all: urgencies,
        },
        {
          id: 'waiting',
          title: t('list.column.waiting'),
          valuesOf: (line) => [waitOf(line, now)],
          wordOf: (value) => t(`list.wait.${waits.find((one) => one === value) ?? 'none'}`),
          all: waits,
        },
        {
          id: 'who',
          title: t('list.column.who'),
          valuesOf: (line) => [line.claimedBy ?? nobody],
          wordOf: who,
          all: [me.member, nobody],
        },
        {
          id: 'phase',
          title: t('list.column.phase'),
          valuesOf: (line) => [line.phase],
          wordOf: (value) => t(`list.phase.${phases.find((one) => one === value) ?? 'new'}`),
          all: phases,
        },
        {
          id: 'flags',
          title: t('list.column.flags'),
          valuesOf: flagsOf,
          wordOf: (value) => t(`list.flag.${flags.find((one) => one === value) ?? 'unread'}`),
          all: flags,
        },
        {
          id: 'country',
          title: t('list.column.country'),
          valuesOf: (line) => (line.country === null ? [] : [line.country]),
          wordOf: (value) => countryName(numbers, value),
        },
        {
          id: 'language',
          title: t('list.column.language'),
          valuesOf: (line) => {
            const tag = language(line);
            return tag === undefined ? [] : [tag];
          },
          wordOf: (value) => languageName(numbers, value),
        },
      ],
    };
  }, [t, numbers, me.member, nameOf, now]);
}

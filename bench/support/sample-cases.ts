import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { chanceFrom } from '@leeward/workspace/sample/random.ts';
import { type SampleStep, sampleStory } from '@leeward/workspace/sample/story.ts';
import { sampleTexts } from '@leeward/workspace/sample/texts.ts';
import { wholeCase } from '@leeward/workspace/sample/whole-case.ts';

/*
 * The cases of the sample organisation, as many as are asked for: what its officers do with those requests that become
 * cases, in the same proportions, over the same two years. Nobody behind them.
 */

/** What is written into a case in one go. Times in milliseconds since 1970. */
export type Writing = { readonly at: number; readonly events: readonly CaseEvent[] };
export type SampleCase = { readonly pseudonym: string; readonly writings: readonly Writing[] };

export type SampleTeam = { readonly team: string; readonly member: string };

const seed = 20_261;
const day = 24 * 60 * 60 * 1000;
/** Somewhat more people write than this for each who becomes a case. */
const writersForOne = 6;
/** The first case is one of many years: so many moments lie on its time line at least. */
const momentsOfLongest = 200;

/** So many cases, the first of them a very long one. @throws Error where the sample gives fewer. */
export function sampleCases(count: number, now: number, about: SampleTeam): readonly SampleCase[] {
  const story = sampleStory({
    seed,
    conversations: 100 + count * writersForOne,
    now,
    officers: 1,
    texts: sampleTexts,
  });
  const cases: SampleCase[] = [];
  for (const { steps } of story) {
    if (cases.length === count) break;
    const writings = steps.flatMap((step) => writingOf(step, about));
    const opened = writings[0]?.events[0];
    if (opened?.type !== 'CaseOpened') continue;
    const { pseudonym } = opened;
    const isFirst = cases.length === 0;
    cases.push({ pseudonym, writings: isFirst ? withManyMoments(pseudonym, writings, now) : writings });
  }
  if (cases.length < count) throw new Error(`the sample gave ${cases.length} cases of ${count}`);
  return cases;
}

/** The events of an officer's act on the case itself; nothing for what she does with the request. */
function writingOf(step: SampleStep, { team, member }: SampleTeam): readonly Writing[] {
  if (step.by === 'her') return [];
  const { at, args } = step;
  const text = String(args['text'] ?? '');
  switch (step.command) {
    case 'openCase': {
      const pseudonym = String(args['pseudonym']);
      const opened: CaseEvent = {
        type: 'CaseOpened',
        v: 1,
        pseudonym,
        fromConversation: null,
        teams: [team],
      };
      return [{ at, events: [opened, { type: 'ResponsibleSet', v: 2, member, replaces: null }] }];
    }
    case 'actOnCase':
      return [{ at, events: args['events'] as readonly CaseEvent[] }];
    case 'addNote':
      return [{ at, events: [{ type: 'NoteWritten', v: 1, text }] }];
    case 'setNextStep': {
      const { days } = args;
      const date = typeof days === 'number' ? new Date(at + days * day).toISOString().slice(0, 10) : null;
      return [{ at, events: [{ type: 'NextStepSet', v: 1, text, date, replaces: [] }] }];
    }
    default:
      return [];
  }
}

/** The same case with what a hundred weeks may bring: many people, incidents, measures, findings and notes. */
function withManyMoments(pseudonym: string, writings: readonly Writing[], now: number): readonly Writing[] {
  const open = writings.filter(({ events }) => !events.some(isClosing));
  const began = open.at(-1)?.at ?? now;
  const chance = chanceFrom(seed);
  const more: Writing[] = [];
  let moments = 0;
  while (moments < momentsOfLongest) {
    const at = began + ((now - began) * moments) / momentsOfLongest;
    const again = wholeCase(
      chance,
      {
        scenario: 'familyWithChildren',
        country: 'MM',
        pseudonym,
        urgency: 'urg_urgent',
        closes: null,
        lasts: now - at,
        age: now - at,
      },
      at,
    );
    for (const { events } of again) {
      const kept = events.filter((event) => !isClosing(event));
      moments += kept.length;
      if (kept.length > 0) more.push({ at, events: kept });
    }
  }
  return [...open, ...more];
}

const isClosing = (event: CaseEvent): boolean =>
  event.type === 'StateChanged' && event.state === 'case_closed';

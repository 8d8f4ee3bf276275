import { type CaseState, emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import { readGuestMessage } from '@leeward/domain/request/read-message.ts';
import { openTasks } from '@leeward/domain/task/open.ts';
import { at, colleague } from '@leeward/domain/testing/people.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { landDefenders, reactive, taken } from './proportions.ts';
import { chanceFrom } from './random.ts';
import { type SampleConversation, sampleStory } from './story.ts';
import { sampleScenarios } from './texts/form.ts';
import { sampleTexts } from './texts.ts';
import { wholeCase } from './whole-case.ts';

const now = Date.UTC(2026, 10, 21, 12);
const day = 24 * 3600_000;
const storyOf = (seed: number, conversations = 300): readonly SampleConversation[] =>
  sampleStory({ seed, conversations, now, officers: 3, texts: sampleTexts });

describe('a whole case of the sample', () => {
  it('is one that the rules take as it is, for every kind of request and any chance', () => {
    for (const seed of fc.sample(fc.integer(), runs(40)))
      for (const [number, scenario] of sampleScenarios.entries()) {
        const [closes, lasts] = number % 2 === 0 ? [null, 300 * day] : [150 * day, 150 * day];
        const about = { scenario, country: 'MM', pseudonym: 'Heron 1', urgency: 'urg_high' } as const;
        const acts = wholeCase(
          chanceFrom(seed),
          { ...about, closes, lasts, age: 300 * day },
          now - 300 * day,
        );
        const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron 1', fromConversation: null, teams: [] };
        const inOrder = acts.toSorted((left, right) => left.after - right.after);
        const events = [opening, ...inOrder.flatMap((act) => act.events)];
        const state = events.reduce<CaseState>(
          (before, event, index) => foldCase(before, event, at(index, colleague(1, 'officer'))),
          emptyCase,
        );
        expect(state.kept).toEqual([]);
        expect(state.parts.people.persons.size).toBeGreaterThan(0);
        expect(state.parts.risk.assessments.length).toBeGreaterThan(1);
        if (closes === null) continue;
        expect(state.phase).toBe('case_closed');
        // Nobody leaves behind what was to be done.
        const kinds = new Set(openTasks(state).map(({ kind }) => kind));
        kinds.delete('follow_up');
        expect([...kinds]).toEqual(['retention']);
        expect(state.parts.outcome.followUps.size).toBe(3);
      }
  });
});

describe('the sample organisation', () => {
  it('is the same for everybody with the same seed, and another with another', () => {
    expect(storyOf(1948)).toEqual(storyOf(1948));
    expect(storyOf(1948)).not.toEqual(storyOf(1949));
  });

  it('has hundreds of conversations over two years, in twelve languages, and a queue that is alive', () => {
    const story = storyOf(1948);
    expect(story).toHaveLength(300);
    expect(new Set(story.map((one) => one.language)).size).toBe(12);
    const beginnings = story.map(({ steps }) => steps[0]?.at ?? 0);
    expect(Math.min(...beginnings)).toBeGreaterThan(now - 731 * day);
    expect(Math.min(...beginnings)).toBeLessThan(now - 700 * day);
    expect(story.filter((one) => one.outcome === 'waiting').length).toBeGreaterThan(2);
  });

  it('follows the figures that programmes have published', () => {
    const story = storyOf(7, 12_000);
    const about = story.filter((one) => one.scenario !== 'notForUs');
    const share = (test: (one: SampleConversation) => boolean): number =>
      about.filter(test).length / about.length;
    expect(share((one) => one.scenario === 'landThreatened')).toBeCloseTo(landDefenders, 1);
    expect(1 - share((one) => ['respite', 'phoneWatched'].includes(one.scenario))).toBeCloseTo(reactive, 1);
    expect(share((one) => one.outcome === 'case')).toBeCloseTo(taken, 1);
    // A crisis of two days brings twenty times as many requests as other days do.
    const perDay = new Map<number, number>();
    for (const { steps } of story) {
      const when = Math.floor((steps[0]?.at ?? 0) / day);
      perDay.set(when, (perDay.get(when) ?? 0) + 1);
    }
    const sorted = [...perDay.values()].sort((one, other) => other - one);
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 1;
    expect((sorted[0] ?? 0) / usual).toBeGreaterThan(12);
  });

  it('tells each story in the order of time, begins it with her words, and never from the future', () => {
    for (const seed of fc.sample(fc.integer(), runs(30)))
      for (const { steps } of storyOf(seed, 40)) {
        expect(steps[0]?.by).toBe('her');
        const times = steps.map((step) => step.at);
        expect(times).toEqual([...times].sort((one, other) => one - other));
        expect(Math.max(...times)).toBeLessThanOrEqual(now);
      }
  });

  it('writes nothing that a desk could not read', () => {
    for (const { steps } of storyOf(3))
      for (const step of steps)
        if (step.by === 'her') {
          const read = readGuestMessage(JSON.stringify(step.message));
          expect(read).toMatchObject({ kind: 'read', unread: [] });
        }
  });
});

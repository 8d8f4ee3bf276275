import { emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import { checkInItems, ladderItems } from '@leeward/domain/check-in/events.ts';
import { measureItems } from '@leeward/domain/plan/events.ts';
import { baseOf, editOf, putAwayOf } from '@leeward/domain/shared/items.ts';
import { askOf, yesOf } from '@leeward/domain/testing/consents-of-a-case.ts';
import { at, colleague, id } from '@leeward/domain/testing/people.ts';
import { personOf } from '@leeward/domain/testing/people-of-a-case.ts';
import { finding, source } from '@leeward/domain/verification/testing/story.ts';
import { describe, expect, it } from 'vitest';
import { passagesOfCase } from './passages.ts';

const officer = colleague(1, 'officer');
const told = (...events: readonly unknown[]) => {
  const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] };
  const state = [opening, ...events].reduce<typeof emptyCase>(
    (before, event, index) => foldCase(before, event, at(index + 1, officer)),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return passagesOfCase(state);
};
const measure = editOf(measureItems, baseOf(undefined, id(3)), {
  kind: 'security_equipment',
  what: 'A second lock.',
  fallback: 'The neighbour with the dog.',
});
const rung = editOf(ladderItems, baseOf(undefined, id(4)), {
  after: 0,
  what: 'Ring the sister in the hills',
  who: null,
  whom: 'Contact 2',
  contact: null,
});
const task = {
  type: 'TaskKept',
  v: 1,
  id: id(5),
  set: { text: 'Ask for the stamp', note: 'Room nine.' },
  replaces: {},
};

describe('what can be searched of the parts of a file', () => {
  it('is what was written of people, measures, rungs, tasks, findings, sources and consents', () => {
    const found = told(
      personOf(id(1), 'Wren', { note: 'Sleeps badly.' }),
      measure,
      rung,
      task,
      source(11, { label: 'The old editor', known: 'Met at a fair.' }),
      finding(1, { level: 'ver_1_self', words: 'Coherent over three calls.' }),
      yesOf(askOf(31, { recipient: 'House of the Second Wind' }), id(1), { words: 'Tell them.' }),
    ).map(({ part, text }) => [part, text]);
    for (const one of [
      ['person', 'Wren'],
      ['person', 'Sleeps badly.'],
      ['measure', 'A second lock.'],
      ['measure', 'The neighbour with the dog.'],
      ['checkIn', 'Ring the sister in the hills'],
      ['task', 'Room nine.'],
      ['source', 'The old editor'],
      ['finding', 'Coherent over three calls.'],
      ['consent', 'House of the Second Wind'],
    ])
      expect(found).toContainEqual(one);
  });

  it('goes out with what is put away, and comes back with it', () => {
    const away = putAwayOf(measureItems, id(3), 'Not needed.');
    const texts = (...events: readonly unknown[]) => told(...events).map(({ text }) => text);
    expect(texts(measure)).toContain('A second lock.');
    expect(texts(measure, away)).not.toContain('A second lock.');
    expect(
      texts(measure, away, { type: 'MeasureTakenBack', v: 1, id: id(3), reason: 'Needed again.' }),
    ).toContain('A second lock.');
  });

  it('holds both of two versions that were written apart', () => {
    const other = { ...(measure as { readonly set: object }), set: { what: 'A third lock.' } };
    const texts = told(measure, other).map(({ text }) => text);
    expect(texts).toContain('A second lock.');
    expect(texts).toContain('A third lock.');
  });

  it('never holds the words by which a defender says that she is free, or that somebody forces her', () => {
    const agreed = editOf(checkInItems, baseOf(undefined, id(6)), {
      rhythm: { every: 24 },
      from: 0,
      until: null,
      grace: 60,
      way: 'She rings.',
      silence: 'We ring her sister.',
      language: 'en',
      safeWord: 'the figs are ripe',
      forceWord: 'the well is dry',
    });
    const texts = told(agreed).map(({ text }) => text);
    expect(texts).toContain('We ring her sister.');
    expect(texts.join(' ')).not.toMatch(/figs|well is dry/);
  });
});

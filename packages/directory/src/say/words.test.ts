import { compileDirectory, languagesOf, readCatalogue } from '@leeward/ui/language/compile.ts';
import { createDirectorySpeaker } from '@leeward/ui/language/directory-speaker.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { hurries, questions } from '../answers.ts';
import { readEntries } from '../build/read-entries.ts';
import * as codes from '../codes.ts';
import { conditions } from '../conditions/index.ts';
import { entryOf } from '../entry.ts';
import { type Question, reasonCodes } from '../finding.ts';
import { needs } from '../needs.ts';
import { regions } from '../places.ts';
import { judge, lists } from '../reason.ts';
import { anyAnswers, anyEntry } from '../testing/entries.ts';
import { people } from '../testing/people.ts';
import { truthsOf } from './finding.ts';
import {
  type CodeList,
  labelOf,
  namesOf,
  type Speaker,
  sayFinding,
  sayHowOrdered,
  sayMechanismAsText,
  sayPlaces,
  sayQuestion,
  sayRemark,
  saySpeed,
  sayWarning,
} from './index.ts';

const day = '2026-11-21';
const english = readCatalogue('directory', 'en');
const entries = readEntries();

/** The voice of a screen, and what it could not say: a key that is in no catalogue, or an empty place in a sentence. */
function listening(tag: (typeof languagesOf.directory)[number]['tag']) {
  const speaker = createDirectorySpeaker(tag, compileDirectory(tag));
  const faults: string[] = [];
  const strict: Speaker = {
    ...speaker,
    text: (key, values = {}) => {
      if (!Object.hasOwn(english, key)) faults.push(`no text ${key}`);
      const said = speaker.text(key, values);
      if (said.trim() === '' || /[{}]|\bundefined\b|\bNaN\b|\bnull\b/.test(said))
        faults.push(`${key}: ${said}`);
      // A value that is there and says nothing leaves a hole before the full stop.
      if (/:\s*[.)]|\(\s*\)|\s\.(?:\s|$)/.test(said)) faults.push(`${key} has a hole: ${said}`);
      return said;
    },
  };
  return { speaker: strict, faults };
}

const listsOfCodes: readonly (readonly [CodeList, readonly string[]])[] = [
  ['kind', codes.kinds],
  ['service', codes.services],
  ['need', needs],
  ['profile', codes.profiles],
  ['status', codes.statuses],
  ['event', codes.events],
  ['moment', ['final-decision', 'deadline', 'arrival', 'last-work']],
  ['party', codes.parties],
  ['opener', codes.openers],
  ['contact', codes.contactWays],
  ['notCovered', codes.notCovered],
  ['ask', codes.asks],
  ['hurry', hurries],
  ['canReturn', ['yes', 'no', 'unsure']],
  ['confidence', ['high', 'medium', 'low']],
];

for (const { tag } of languagesOf.directory) {
  describe(`the directory in ${tag}`, () => {
    it('has a name for every code, alone and among others', () => {
      const { speaker, faults } = listening(tag);
      for (const [list, all] of listsOfCodes) {
        for (const code of all) expect(labelOf(speaker, list, code)).not.toBe('');
        expect(namesOf(speaker, list, all)).not.toBe('');
      }
      for (const danger of codes.dangers) sayWarning(speaker, { code: 'danger', danger });
      for (const name of lists) for (const end of ['', '.help']) speaker.text(`list.${name}${end}`);
      expect(sayPlaces(speaker, ['any', ...(Object.keys(regions) as (keyof typeof regions)[])])).not.toMatch(
        /R-/,
      );
      expect(sayHowOrdered(speaker)).not.toBe('');
      expect(faults).toEqual([]);
    });

    it('has words for every question: the short ones, every condition, and “does this describe you?”', () => {
      const { speaker, faults } = listening(tag);
      const all: readonly Question[] = [
        ...questions.map((code) => ({ of: 'short', code }) as const),
        ...codes.profiles.map((profile) => ({ of: 'her', code: `is-${profile}` }) as const),
        ...(Object.keys(conditions) as (keyof typeof conditions)[]).map(
          (code): Question => (conditions[code].about === 'her' ? { of: 'her', code } : { of: 'them', code }),
        ),
      ];
      for (const question of all) {
        expect(sayQuestion(speaker, question, 'Example Fund')).not.toBe('');
        if (question.of === 'short') speaker.text(`question.${question.code}.help`);
        if (question.of !== 'short' && !question.code.startsWith('is-'))
          speaker.text(`condition.${question.code}.is`);
      }
      for (const question of questions) speaker.text(`depends.${question}`);
      expect(faults).toEqual([]);
    });

    it('has a sentence for every reason in every truth that it comes with', () => {
      const { speaker, faults } = listening(tag);
      for (const code of reasonCodes) {
        if (code === 'unanswered') continue;
        for (const truth of truthsOf[code]) speaker.text(`reason.${code}.${truth}`, everyValue);
      }
      expect(faults).toEqual([]);
    });

    it('tells every entry whole, for each of the people of the scenarios, without a hole in a sentence', () => {
      const { speaker, faults } = listening(tag);
      for (const mechanism of entries) {
        const entry = entryOf(mechanism);
        for (const answers of [{}, ...Object.values(people)]) {
          const verdict = judge(entry, answers, day);
          sayMechanismAsText(speaker, entry, { verdict, answers });
        }
        const text = sayMechanismAsText(speaker, entry);
        expect(text).toContain(entry.link.url);
        expect(text).not.toMatch(/\n\n\n|^\s*$/);
      }
      expect(faults).toEqual([]);
    });
  });
}

/** A value for every place of every sentence, so that only a missing text can be found missing. */
const everyValue = new Proxy({}, { get: () => '2', has: () => true }) as Readonly<Record<string, string>>;

describe('every sentence', () => {
  it('can be said of any mechanism to anybody, whatever they answered', () => {
    const { speaker, faults } = listening('en');
    fc.assert(
      fc.property(anyEntry, anyAnswers, (entry, answers) => {
        const verdict = judge(entry, answers, day);
        for (const { code, truth } of verdict.findings) expect(truthsOf[code], code).toContain(truth);
        expect(verdict.findings.map((one) => sayFinding(speaker, one)).filter((said) => said === '')).toEqual(
          [],
        );
        sayMechanismAsText(speaker, entry, { verdict, answers });
      }),
      { numRuns: runs(300) },
    );
    expect(faults).toEqual([]);
  });

  it('leaves the words of a source in their language, and says which it is', () => {
    const { speaker } = listening('ar');
    const remark = sayRemark(speaker, { text: 'Hasta seis meses.', language: 'es' });
    expect([remark.text, remark.language]).toEqual(['Hasta seis meses.', 'es']);
    expect(remark.mark).toMatch(/كلمات متروكة بلغتها:.*الإسبانية/);
    expect(sayRemark(speaker, { text: 'ستة أشهر.', language: 'ar' })).not.toHaveProperty('mark');
  });

  it('is no longer than a person under stress can hold [invariant 15]', () => {
    const long = Object.entries(english).filter(([, text]) => text.length > 330);
    expect(long.map(([key]) => key)).toEqual([]);
  });
});

describe('how fast something is', () => {
  it('is said in words where nobody has to wait: never in no hours', () => {
    const { speaker } = listening('en');
    const unknown = { answerHours: null, urgentHours: null, helpDays: null, words: null };
    const decisionDays = { min: null, max: null };
    const at = { ...unknown, decisionDays };
    expect(saySpeed(speaker, { ...at, answerHours: 0 })).toEqual([
      'It can be used at any time, without waiting.',
    ]);
    expect(saySpeed(speaker, { ...at, answerHours: 24 })).toEqual(['First answer in about 24 hours.']);
    for (const entry of entries)
      expect(saySpeed(speaker, entry.speed).join(' '), entry.id).not.toMatch(/\b0 (hours|days)/);
    expect(saySpeed(speaker, { ...at, urgentHours: 0, helpDays: 0 })).toEqual([
      'In the most urgent cases it decides at once.',
      'Money or help comes at once after the decision.',
    ]);
  });
});

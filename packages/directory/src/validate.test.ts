import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { readEntries } from './build/read-entries.ts';
import { conditions } from './conditions/index.ts';
import { openDoor } from './testing/entries.ts';
import { validate } from './validate.ts';

const whole = { ...openDoor, sources: ['https://example.org/help'], mended: [] };
const flawsOf = (...entries: readonly unknown[]): readonly string[] => {
  const read = validate(entries);
  return read.ok ? [] : read.flaws.map((flaw) => `${flaw.id}: ${flaw.field}`);
};

describe('reading entries from a file', () => {
  it('takes what is whole', () => {
    expect(flawsOf(whole)).toEqual([]);
  });
  it('names the entry and the field of every flaw, and all of them at once', () => {
    expect(flawsOf({ ...whole, who: ['knight'], readOn: 'lately' })).toEqual([
      'open-door: who.0',
      'open-door: readOn',
    ]);
  });
  it('finds contradictions that no field has alone', () => {
    expect(flawsOf({ ...whole, gives: { ...whole.gives, months: { min: 6, max: 3 } } })).toEqual([
      'open-door: gives.months',
    ]);
    expect(flawsOf({ ...whole, gives: { ...whole.gives, services: [] } })).toEqual([
      'open-door: gives.servicesSeen',
    ]);
    expect(flawsOf({ ...whole, who: ['anybody', 'journalist'] })).toEqual(['open-door: who']);
    expect(flawsOf({ ...whole, family: 'no', parties: ['family'] })).toEqual(['open-door: family']);
    expect(
      flawsOf({
        ...whole,
        state: { is: 'calls', calls: [{ opens: '2026-05', closes: '2026-04' }], since: null },
      }),
    ).toEqual(['open-door: state.calls']);
  });
  it('takes no id twice, no address but that of a web page, and no field that it does not know', () => {
    expect(flawsOf(whole, whole)).toEqual(['open-door: id']);
    expect(flawsOf({ ...whole, link: { url: 'javascript:alert(1)', own: true } })).toEqual([
      'open-door: link.url',
    ]);
    expect(flawsOf({ ...whole, secret: 1 })).toEqual(['open-door: secret']);
  });
  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(whole)), (value, key) => {
        validate(value);
        validate([value, { ...whole, [key]: value }]);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('the shipped entries', () => {
  const entries = readEntries();
  it('use every condition that has words, and no other', () => {
    const text = JSON.stringify(entries);
    // Asked by the reasoning itself, where an entry says nothing.
    const asked = [
      'is-open-now',
      'money-left',
      'takes-people-in-exile',
      'takes-families',
      'takes-my-profession',
      'takes-my-region',
      'gives-what-i-need',
      'long-enough',
      'fast-enough',
      'return-expected',
      'self-application',
      'has-host',
      'has-university-host',
      'has-local-organisation',
      'has-referrer',
      'known-to-member',
      'embassy-reachable',
      'come-alone',
      'rights-work',
    ];
    expect(
      Object.keys(conditions).filter((code) => !text.includes(`"${code}"`) && !asked.includes(code)),
    ).toEqual([]);
  });
  it('give sums a currency and say what they are', () => {
    const sums = entries.flatMap((entry) => entry.gives.sums);
    expect(sums.length).toBeGreaterThan(20);
    for (const sum of sums) expect(sum.amount).toBeGreaterThan(0);
  });
  it('say of everything that was mended what it was and why', () => {
    const mended = entries.flatMap((entry) => entry.mended);
    expect(mended.length).toBeGreaterThan(50);
    for (const note of mended) expect(note.why.length).toBeGreaterThan(10);
  });
});

import { validate } from '@leeward/directory/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { fieldOf } from './fields.ts';
import { full, officer, organisation, release, second } from './testing/organisation.ts';

describe('a newer release under the same work', () => {
  const values: Readonly<Record<string, readonly unknown[]>> = {
    family: ['yes', 'no', 'case-by-case'],
    exile: ['yes', 'no', 'ask'],
    'speed.helpDays': [1, 2, null],
    name: ['Open Door', 'Another Door'],
  };
  const someField = fc.constantFrom(...Object.keys(values));
  const valued = someField.chain((field) =>
    fc.tuple(fc.constant(field), fc.constantFrom(...(values[field] ?? []))),
  );
  const mechanisms = fc.constantFrom('a-fund', 'b-fund');
  const act = fc.record({ mechanism: mechanisms, change: valued, actor: fc.constantFrom(officer, second) });
  const releases = fc
    .tuple(fc.subarray(['a-fund', 'b-fund', 'c-fund']), fc.array(valued, { maxLength: 3 }))
    .map(([ids, changed]) =>
      release(
        '2026.11.0',
        ...ids.map((one) =>
          full({
            id: one,
            ...Object.fromEntries(changed.filter(([field]) => !field.includes('.'))),
          }),
        ),
      ),
    );

  it('never loses anybody’s work: every confirmed value is shown, beside another one, or listed by itself', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.array(releases, { maxLength: 3 }), (acts, coming) => {
        let world = organisation();
        for (const { mechanism, change, actor } of acts) {
          const [field, to] = change;
          if (JSON.stringify(fieldOf(world.of(mechanism).entry, field)) === JSON.stringify(to)) continue;
          world = world.change(field, to, actor, mechanism);
        }
        for (const under of [...coming, null]) {
          const { shown, state } = world.over(under);
          expect(validate(shown.entries.map(({ entry }) => entry)).ok).toBe(true);
          for (const [mechanism, of] of state.versions)
            for (const [field, versions] of of) {
              const last = versions.at(-1);
              const found = shown.entries.find(({ entry }) => entry.id === mechanism);
              const orphan = shown.orphans.find((one) => one.mechanism === mechanism);
              const follows = JSON.stringify(last?.value) === JSON.stringify(last?.base);
              if (found === undefined)
                expect(orphan?.changes.map(({ proposal }) => proposal)).toContain(last?.proposal);
              else if (!follows) expect(fieldOf(found.entry, field)).toEqual(last?.value);
            }
          // The same work under the same release is the same view, however many releases lay between.
          expect(world.over(null).over(under).shown).toEqual(shown);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

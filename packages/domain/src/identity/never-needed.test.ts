import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vulnerabilityFactor } from '@leeward/vocabulary/lists/vulnerability-factor.ts';
import { describe, expect, it } from 'vitest';
import { factorItems } from '../risk/items.ts';
import type { ItemKind } from '../shared/items.ts';

type Kind = Pick<ItemKind<string, Readonly<Record<string, unknown>>>, 'noun' | 'needed' | 'fields'>;

const rooms = join(import.meta.dirname, '..');
const isKind = (value: unknown): value is Kind =>
  typeof value === 'object' && value !== null && 'noun' in value && 'needed' in value && 'fields' in value;

/** Every kind of thing that the domain defines, with the folder of its noun. */
const kindsByFolder = (() => {
  let known: ReturnType<typeof readKinds> | undefined;
  return () => {
    known ??= readKinds();
    return known;
  };
})();

async function readKinds(): Promise<readonly (Kind & { readonly folder: string })[]> {
  const kinds: (Kind & { readonly folder: string })[] = [];
  for (const path of globSync('*/*.ts', { cwd: rooms }).toSorted()) {
    if (path.endsWith('.test.ts')) continue;
    const made = (await import(join(rooms, path))) as Readonly<Record<string, unknown>>;
    const [folder = ''] = path.split('/');
    for (const one of Object.values(made))
      if (isKind(one) && !kinds.some(({ noun }) => noun === one.noun)) kinds.push({ ...one, folder });
  }
  return kinds;
}

/** What says who somebody is in law, where exactly she is, or which paper she has. */
const identifying =
  /legal|passport|number|birth|born|address|street|postcode|coordinate|latitude|longitude|exactplace|surname|familyname|fathername/i;
/** What somebody is by birth or belief. It may matter to her danger, and then it is said there, with what it does. */
const traits = /gender|sex|sogi|orientation|pronoun|ethnic|^race|caste|tribe|religio|belief|faith|disab/i;

describe('whatever a file can hold', () => {
  it('has no field for a legal name, an exact place or the number of a paper outside of an identity [invariant 1]', async () => {
    const kinds = await kindsByFolder();
    expect(kinds.length).toBeGreaterThan(35);
    const outside = kinds.filter(({ folder }) => folder !== 'identity');
    const named = outside.flatMap(({ noun, fields }) =>
      Object.keys(fields)
        .filter((name) => identifying.test(name))
        .map((name) => `${noun}.${name}`),
    );
    expect(named).toEqual([]);
    // The same words find the fields of an identity: the test sees what it looks for.
    const inside = kinds
      .filter(({ folder }) => folder === 'identity')
      .flatMap(({ fields }) => Object.keys(fields));
    expect(inside.filter((name) => identifying.test(name)).toSorted()).toEqual([
      'address',
      'birthPlace',
      'born',
      'born',
      'number',
    ]);
  });

  it('needs none of them in an identity either: a name of any use stands for itself, a paper has its kind alone [invariant 1]', async () => {
    const inside = (await kindsByFolder()).filter(({ folder }) => folder === 'identity');
    expect(inside.map(({ noun, needed }) => [noun, needed]).toSorted()).toEqual([
      ['IdentityDocument', ['kind']],
      ['IdentityName', ['name', 'use']],
      ['IdentityParticulars', []],
      ['IdentityReach', ['channel', 'detail', 'safe']],
      ['IdentityRelative', ['relation', 'name']],
      ['IdentityScan', ['file']],
    ]);
  });

  it('asks nobody’s gender, origin, belief or body by a field of its own [invariant 12]', async () => {
    const named = (await kindsByFolder()).flatMap(({ noun, fields }) =>
      Object.keys(fields)
        .filter((name) => traits.test(name))
        .map((name) => `${noun}.${name}`),
    );
    expect(named).toEqual([]);
    // Where it matters it is said as what it does to somebody’s danger, of whom, and whether she was asked herself.
    const said = vulnerabilityFactor.items.map(({ code }) => code).filter((code) => traits.test(code));
    expect(said).toEqual(['vul_gender', 'vul_sogiesc', 'vul_ethnicity_religion', 'vul_disability']);
    expect(Object.keys(factorItems.fields)).toEqual(expect.arrayContaining(['whom', 'effect', 'asked']));
    expect(factorItems.needed).toEqual(['factor', 'side']);
  });
});

describe('what a defender’s page can ask of itself [invariants 1, 12]', () => {
  it('is nothing that says who she is in law, where exactly, or what by birth or belief', () => {
    const text = readFileSync(join(rooms, 'request/message.ts'), 'utf8');
    const names = [...text.matchAll(/^ +readonly (\w+)\??:/gm)].map(([, name = '']) => name);
    expect(names).toEqual(expect.arrayContaining(['what', 'callName', 'country', 'danger48h', 'channels']));
    expect(names.filter((name) => identifying.test(name) || traits.test(name))).toEqual([]);
  });
});

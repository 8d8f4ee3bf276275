import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actsAcrossBorders, violationOfAct } from './act-roll-up.ts';
import { countries, isCountry } from './countries.ts';
import { isLanguage, languages } from './languages.ts';
import { type CodeList, isAllowedCode, isCodeOf, itemOf, itemsUnder } from './list.ts';
import * as exported from './lists.ts';
import { vocabularyVersion } from './version.ts';

const lists: readonly CodeList[] = Object.values(exported);
const items = lists.flatMap((list) => list.items.map((item) => ({ list, item })));

it('carries every list that has a file, and each file exactly once', () => {
  const files = readdirSync(new URL('./lists', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
  expect(lists.map((list) => list.name.replaceAll('_', '-')).sort()).toEqual(files.sort());
  expect(lists.length).toBe(70);
  expect(items.length).toBe(1182);
});

it('gives no two things the same code, in the whole vocabulary', () => {
  const codes = items.map(({ item }) => item.code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

it('writes every code so that it can stand in a key of a text catalogue', () => {
  expect(items.map(({ item }) => item.code).filter((code) => !/^[a-z0-9]+(_[a-z0-9]+)+$/.test(code))).toEqual(
    [],
  );
});

it('leaves the prefix of organisations to organisations', () => {
  expect(items.filter(({ item }) => item.code.startsWith('x_'))).toEqual([]);
});

it('says of every value what it means and where it comes from', () => {
  const source = /^(default|default, modelled on https?:\/\/\S+|https?:\/\/\S+)$/;
  expect(items.filter(({ item }) => !source.test(item.source)).map(({ item }) => item.code)).toEqual([]);
  expect(items.filter(({ item }) => item.label === '' || item.definition === '')).toEqual([]);
});

it('puts a value only under a group of its own list, and no group under a group', () => {
  for (const { list, item } of items) {
    if (item.parent === undefined) continue;
    const parent = itemOf(list, item.parent);
    expect(parent, `${item.code} under ${item.parent}`).toBeDefined();
    expect(parent?.parent, item.code).toBeUndefined();
    expect(itemsUnder(list, item.parent)).toContain(item);
  }
});

it('says which edition of the vocabulary this is, and of which day', () => {
  expect(vocabularyVersion.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(new Date(vocabularyVersion.date).toISOString().slice(0, 10)).toBe(vocabularyVersion.date);
});

it('lets an organisation add its own codes where a list is open, and nowhere else', () => {
  expect(isAllowedCode(exported.supportType, 'x_winter_clothes')).toBe(true);
  expect(isAllowedCode(exported.urgency, 'x_yesterday')).toBe(false);
  expect(isAllowedCode(exported.supportType, 'x_')).toBe(false);
  expect(isAllowedCode(exported.supportType, 'x_<script>')).toBe(false);
  expect(isCodeOf(exported.urgency, 'urg_high')).toBe(true);
  expect(isCodeOf(exported.urgency, 'toString')).toBe(false);
});

it('can name every country and every language in English, so that a choice is never a bare code', () => {
  const country = new Intl.DisplayNames('en', { type: 'region' });
  const language = new Intl.DisplayNames('en', { type: 'language' });
  expect(countries.filter((code) => country.of(code) === code)).toEqual([]);
  expect(languages.filter((code) => language.of(code) === code)).toEqual([]);
  expect(new Set(countries).size).toBe(250);
  expect(new Set(languages).size).toBe(languages.length);
  expect(isCountry('XK') && !isCountry('ZZ') && !isCountry('de')).toBe(true);
  expect(isLanguage('my') && !isLanguage('MY')).toBe(true);
});

it('counts every act of an incident as a violation that is asked at intake, or says that it counts as none', () => {
  const acts = exported.actType.items.filter((item) => 'parent' in item).map(({ code }) => code as string);
  expect(Object.keys(violationOfAct).sort()).toEqual([...acts].sort());
  for (const code of Object.values(violationOfAct))
    if (code !== null) expect(isCodeOf(exported.violationType, code), code).toBe(true);
  for (const code of actsAcrossBorders) expect(acts).toContain(code);
});

import { describe, expect, it } from 'vitest';
import { readEntries } from './build/read-entries.ts';
import { cellOf, matrix, overview } from './gaps.ts';
import { needs } from './needs.ts';
import { door, openDoor } from './testing/entries.ts';

const today = '2026-11-21';

describe('where help exists and where it does not', () => {
  it('tells what is meant for a place from what is open to people anywhere', () => {
    const entries = [openDoor, door({ id: 'near', where: [{ basis: 'present', places: ['GE'] }] })];
    expect(cellOf(entries, 'GE', 'money', 'home', today)).toEqual({ near: 1, anywhere: 1, unsure: 0 });
    expect(cellOf(entries, 'SD', 'money', 'home', today)).toEqual({ near: 0, anywhere: 1, unsure: 0 });
  });
  it('counts nothing that is closed, and nothing that only goes part of the way', () => {
    const closed = door({ id: 'closed', state: { is: 'closed', calls: [], since: null } });
    const part = door({ id: 'part', gives: { ...openDoor.gives, services: ['project-money'] } });
    expect(cellOf([closed, part], 'GE', 'money', 'home', today)).toEqual({ near: 0, anywhere: 0, unsure: 0 });
  });
  it('counts for people in exile only what says that it takes them, and as unsure what does not say', () => {
    const entries = [
      door({ id: 'a', exile: 'no' }),
      door({ id: 'b', exile: 'ask' }),
      door({ id: 'c', exile: 'yes' }),
    ];
    expect(cellOf(entries, 'GE', 'money', 'exile', today)).toEqual({ near: 0, anywhere: 1, unsure: 1 });
    expect(cellOf(entries, 'GE', 'money', 'home', today)).toEqual({ near: 0, anywhere: 3, unsure: 0 });
  });
  it('counts a door once in a sub-region, however many of its countries it serves', () => {
    const rows = matrix([door({ where: [{ basis: 'present', places: ['R-CAU'] }] })], 'money', today);
    const row = rows.find((one) => one.subregion === '145');
    expect(row?.cells.home).toEqual({ near: 1, anywhere: 0, unsure: 0 });
    expect(row?.without).toContain('YE');
    expect(row?.without).not.toContain('GE');
  });
  it('says the same for every need at once as for each alone', () => {
    const entries = readEntries();
    for (const whereabouts of ['home', 'exile'] as const) {
      const whole = overview(entries, whereabouts, today);
      expect(Object.keys(whole)).toEqual([...needs]);
      for (const need of ['place', 'search'] as const)
        for (const row of matrix(entries, need, today))
          expect(whole[need][row.subregion], `${need} ${row.subregion}`).toEqual(row.cells[whereabouts]);
    }
  });
  it('names gaps in the shipped set: parts of the world for which no place to stay is meant by name', () => {
    const rows = matrix(readEntries(), 'place', today);
    expect(rows).toHaveLength(22);
    expect(rows.some((row) => row.cells.home.near === 0)).toBe(true);
    expect(rows.some((row) => row.cells.home.near + row.cells.home.unsure > 0)).toBe(true);
  });
});

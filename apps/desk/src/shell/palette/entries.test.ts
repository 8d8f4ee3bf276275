import { describe, expect, it } from 'vitest';
import { type Entry, fitting } from './entries.ts';

const entry = (label: string): Entry => ({ id: label, label, kind: '', run: () => undefined });
const labels = (all: readonly string[], typed: string): readonly string[] =>
  fitting(all.map(entry), typed).map((one) => one.label);

describe('the palette', () => {
  const places = ['Requests', 'Members and teams', 'Lock', 'الطلبات'];

  it('offers everything before anything is typed', () => {
    expect(labels(places, '')).toEqual(places);
  });

  it('finds by the beginning of any word, in any script, and puts first what begins so', () => {
    expect(labels(places, 'mem')).toEqual(['Members and teams']);
    expect(labels(places, 'team')).toEqual(['Members and teams']);
    expect(labels(places, 'طلب')).toEqual(['الطلبات']);
    expect(labels(['A request', 'Requests'], 'req')).toEqual(['Requests', 'A request']);
    expect(labels(places, 'zzz')).toEqual([]);
  });
});

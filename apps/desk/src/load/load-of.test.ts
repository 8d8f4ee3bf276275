import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import { describe, expect, it } from 'vitest';
import { carrierOf, loadOf, wordFor } from './load-of.ts';

let number = 0;
const line = (part: Partial<CaseLine>): CaseLine => {
  number += 1;
  return {
    record: `case ${number}`,
    pseudonym: `Bird ${number}`,
    urgency: 'urg_standard',
    state: 'case_supporting',
    responsible: 'one',
    next: null,
    conversation: null,
    updated: 0,
    second: null,
    offered: null,
    relief: false,
    ...part,
  };
};
const today = '2026-11-21';

describe('who carries how much', () => {
  it('counts open cases by urgency, overdue steps, seconds and offers, and what nobody carries first [invariant 6]', () => {
    const rows = loadOf(
      [
        line({ urgency: 'urg_immediate', next: { text: 'Call', date: '2026-11-20' } }),
        line({ second: 'two', offered: 'two', next: { text: 'Call', date: '2026-11-21' } }),
        line({ state: 'case_closed' }),
        line({ responsible: null }),
      ],
      ['one', 'two'],
      today,
    );
    expect(
      rows.map(({ member, open, overdue, second, offered }) => [member, open, overdue, second, offered]),
    ).toEqual([
      [null, 1, 0, 0, 0],
      ['one', 2, 1, 0, 0],
      ['two', 0, 0, 1, 1],
    ]);
    expect(rows[1]?.byUrgency).toMatchObject({ urg_immediate: 1, urg_standard: 1 });
  });

  it('counts what a colleague carried who has left among what nobody carries', () => {
    const lines = [
      line({ responsible: 'gone', urgency: 'urg_urgent' }),
      line({ second: 'gone', offered: 'gone' }),
    ];
    const rows = loadOf(lines, ['one'], today);
    expect(rows.map(({ member, open, second }) => [member, open, second])).toEqual([
      [null, 1, 0],
      ['one', 1, 0],
    ]);
    expect(lines.map((one) => carrierOf(one, ['one']))).toEqual([null, 'one']);
  });

  it('has a kind word for each, and says plainly when it is too much', () => {
    const carrying = (open: number, late = 0) => {
      const lines = Array.from({ length: open }, (_, at) =>
        line(at < late ? { next: { text: 'Call', date: '2026-01-01' } } : {}),
      );
      const [row] = loadOf(lines, ['one'], today);
      if (row === undefined) throw new Error('no row');
      return wordFor(row);
    };
    expect([carrying(0), carrying(5), carrying(34), carrying(61), carrying(12, 6)]).toEqual([
      'none',
      'light',
      'usual',
      'much',
      'late',
    ]);
  });
});

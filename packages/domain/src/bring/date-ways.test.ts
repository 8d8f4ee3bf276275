import { describe, expect, it } from 'vitest';
import { answerOf, type DateWay, orderIn, readDate } from './date-ways.ts';

/** What is not written plainly is somebody else's: here it is only seen that she was asked. */
const read = (cell: string, way: DateWay = {}) => {
  const found = readDate(cell, way, () => ({ problem: 'not-a-date' }));
  if ('problem' in found) return found.problem;
  const { date } = found;
  return date.kind === 'point' ? `${date.about ? '~' : ''}${date.at}` : date.kind;
};

describe('a date in a cell', () => {
  it('is read as exactly as it stands, and never more', () => {
    expect(read('2021')).toBe('2021');
    expect(read('about 2021-03')).toBe('~2021-03');
    expect(read('٢٠٢١-٠٣-١٤')).toBe('2021-03-14');
    expect(read('၂၀၂၁-၀၃-၁၄')).toBe('2021-03-14');
    expect(read('2021-03-14T10:00:00Z')).toBe('2021-03-14');
  });

  it('that can be read in two ways waits for somebody who knows, also where other cells of the table know', () => {
    expect(read('3/4/2021')).toBe('which-order');
    expect(read('3/4/2021', { order: 'day-first' })).toBe('2021-04-03');
    expect(read('3/4/2021', { order: 'month-first' })).toBe('2021-03-04');
    expect(read('14/4/2021')).toBe('2021-04-14');
    expect(read('31/4/2021', { order: 'day-first' })).toBe('no-such-day');
  });

  it('in a year of another calendar is none of ours', () => {
    expect(read('1399/05/12')).toBe('not-a-date');
    const asked: string[] = [];
    readDate('2012-05-12', { calendar: 'ethiopic' }, (cell) => {
      asked.push(cell);
      return { problem: 'not-a-date' };
    });
    expect(asked).toEqual(['2012-05-12']);
  });

  it('that a spreadsheet left as a number is asked for the year from which it counts', () => {
    expect(read('44270')).toBe('serial');
    expect(read('44270', { serial: '1900' })).toBe('2021-03-15');
    expect(read('42808', { serial: '1904' })).toBe('2021-03-15');
    expect(read('44270.75', { serial: '1900' })).toBe('2021-03-15');
  });

  it('shows in its column what comes first, with the cell that shows it', () => {
    expect(orderIn(['3/4/2021', '14/4/2021'])).toEqual({ order: 'day-first', cell: '14/4/2021' });
    expect(orderIn(['4/14/21', '3/4/21'])).toEqual({ order: 'month-first', cell: '4/14/21' });
    expect(orderIn(['13/4/2021', '4/13/2021'])).toBe('both');
    expect(orderIn(['3/4/2021', 'soon'])).toBeNull();
  });
});

describe('a date as an answer to a question', () => {
  it('is what questions keep, and a month of another calendar is about the one in which its middle lies', () => {
    expect(answerOf({ kind: 'point', at: '2021-03', about: true, said: '' })).toBe('2021-03~');
    expect(answerOf({ kind: 'season', season: 'spring', year: 2021, south: false, said: '' })).toBe(
      '2021-21',
    );
    expect(answerOf({ kind: 'between', from: '2023-07-23', to: '2023-08-22', said: '' })).toBe('2023-08~');
    expect(answerOf({ kind: 'between', from: '2023-03-21', to: '2024-03-19', said: '' })).toBe('2023~');
    expect(answerOf({ kind: 'between', from: null, to: '2024', said: '' })).toBeNull();
  });
});

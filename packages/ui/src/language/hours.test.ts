import { describe, expect, it } from 'vitest';
import { formatDay, formatHour, formatSpan, localTimeIn, zonePlace, zones } from './hours.ts';

const monday2100utc = Date.UTC(2026, 10, 23, 21, 0);

describe('the clock of another place', () => {
  it('has its own day and its own hour', () => {
    expect(localTimeIn('UTC', monday2100utc)).toEqual({ day: 'mon', minute: 21 * 60 });
    expect(localTimeIn('Asia/Kabul', monday2100utc)).toEqual({ day: 'tue', minute: 90 });
    expect(localTimeIn('America/Bogota', monday2100utc)).toEqual({ day: 'mon', minute: 16 * 60 });
  });

  it('is at midnight the beginning of a day, and never hour 24', () => {
    expect(localTimeIn('UTC', Date.UTC(2026, 10, 23))).toEqual({ day: 'mon', minute: 0 });
  });

  it('is unknown where the name of the zone is', () => {
    expect(localTimeIn('Nowhere/Atlantis', monday2100utc)).toBeNull();
    expect(zones()).toContain('UTC');
    expect(zonePlace('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});

describe('days and hours', () => {
  it('are written as the reader writes them', () => {
    expect(formatDay('en', 'mon')).toBe('Monday');
    expect(formatDay('ar', 'fri')).toBe('الجمعة');
    expect(formatHour('en', '20:05')).toBe('20:05');
    expect(formatHour('ar-EG', '20:05')).toContain('٢٠');
    expect(formatHour('en', '24:00')).toBe('00:00');
  });

  it('stand in the order of the week, whatever the order in which they were chosen', () => {
    expect(formatSpan('en', { days: ['fri', 'mon'], from: '20:00', until: '01:00' })).toBe(
      'Mon, Fri 20:00–01:00',
    );
    expect(formatSpan('en', { days: [], from: '20:00', until: '21:00' })).toBe('20:00–21:00');
  });
});

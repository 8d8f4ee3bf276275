import { describe, expect, it } from 'vitest';
import { sayDay } from '../calendar/say-day.ts';
import { formatDate } from './format.ts';

describe('dates of the Persian calendar in Arabic', () => {
  const monthsIn = (locale: string): readonly string[] =>
    Array.from({ length: 12 }, (_, month) => {
      const day = new Date(Date.UTC(2026, 3 + month, 10)).toISOString().slice(0, 10);
      return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.parse(day));
    });

  it('name every month as Persians write it, in a date and in a day with its weekday', () => {
    for (const [month, name] of monthsIn('fa-u-ca-persian').entries()) {
      const day = new Date(Date.UTC(2026, 3 + month, 10)).toISOString().slice(0, 10);
      expect(formatDate('ar-u-ca-persian', `${day}T12:00:00Z`, 'UTC')).toContain(name);
      expect(sayDay('ar', 'persian', day)).toContain(name);
    }
  });

  it('leave every other calendar and language to the platform', () => {
    expect(formatDate('ar', '2026-11-22', 'UTC')).toContain('نوفمبر');
    expect(formatDate('en-GB-u-ca-persian', '2026-11-22', 'UTC')).toContain('Azar');
  });
});

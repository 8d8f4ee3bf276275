import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import {
  formatAgo,
  formatClock,
  formatDate,
  formatDateTime,
  formatDuration,
  formatFileSize,
  formatList,
  formatNumber,
  formatTime,
} from './format.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const instant = '2026-11-21T08:53:00Z';
const now = Date.parse(instant);

describe('times', () => {
  it('are told from now, in the largest unit and never in seconds', () => {
    expect(formatAgo('en', now - 3 * hour, now)).toBe('3 hours ago');
    expect(formatAgo('en', now + 20 * minute, now)).toBe('in 20 minutes');
    expect(formatAgo('en', now - 59_000, now)).toBe('this minute');
    expect(formatAgo('en', now - 12 * day, now)).toBe('12 days ago');
    expect(formatAgo('ar-EG', now - 3 * hour, now)).toBe('قبل ٣ ساعات');
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (away) => {
        expect(formatAgo('en', now + away, now)).not.toMatch(/second|\d\d{4}/);
      }),
      { numRuns: runs(200) },
    );
  });

  it('are rounded down as lengths, so that nobody is shown as having waited longer than they have', () => {
    expect(formatDuration('en', 3 * hour + 59 * minute)).toBe('3 hours');
    expect(formatDuration('en', 59_999)).toBe('0 minutes');
    expect(formatClock('en', hour + 12 * minute)).toBe('1h 12m');
    expect(formatClock('en', 41 * minute)).toBe('41m');
    expect(formatClock('en', 2 * hour)).toBe('2h');
    expect(formatClock('en', 0)).toBe('0m');
    expect(formatClock('en', -5)).toBe('0m');
  });

  it('are dates in the reader’s digits and calendar, from one stored form', () => {
    expect(formatDate('en-GB', instant, 'UTC')).toBe('21 November 2026');
    expect(formatDate('ar-EG', instant, 'UTC')).toBe('٢١ نوفمبر ٢٠٢٦');
    expect(formatDate('fa', instant, 'UTC')).toContain('۱۴۰۵');
    expect(formatDateTime('en-GB', instant, 'UTC')).toBe('21 November 2026 at 08:53');
    expect(formatTime('en-GB', instant, 'Africa/Cairo')).toBe('10:53');
  });

  it('that are no times are shown as they were given instead of stopping the page', () => {
    expect(formatDate('en', 'yesterday, they say')).toBe('yesterday, they say');
    expect(formatAgo('en', 'soon', now)).toBe('soon');
  });
});

describe('amounts', () => {
  it('carry their unit', () => {
    expect(formatFileSize('en', 4_230_000)).toBe('4.2 MB');
    expect(formatFileSize('en', 999)).toBe('999 bytes');
    expect(formatFileSize('en', 52_000)).toBe('52 kB');
    expect(formatFileSize('ar-EG', 4_230_000)).toMatch(/^٤٫٢/);
    expect(formatNumber('en', 10_000)).toBe('10,000');
  });
});

describe('lists', () => {
  it('read as a sentence does', () => {
    expect(formatList('en', ['Arabic', 'English', 'Dari'])).toBe('Arabic, English, and Dari');
    expect(formatList('en', [])).toBe('');
  });

  it('keep a name of the other direction to itself', () => {
    expect(formatList('en', ['العربية', 'English'])).toBe('\u2068العربية\u2069 and English');
  });
});

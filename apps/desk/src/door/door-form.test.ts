import type { DoorView } from '@leeward/workspace/desk/door-contract.ts';
import { describe, expect, it } from 'vitest';
import { doorState, doorTextsOf, emptyDoorForm, silentIn } from './door-form.ts';
import { qrPath } from './qr-path.ts';

const day = 24 * 3_600_000;

describe('the texts of the door', () => {
  it('are what was typed, for the languages that are chosen and no other', () => {
    const form = {
      languages: ['en'],
      name: { en: ' Sample ', ar: 'منظمة' },
      retention: { en: 'Six months.' },
      contacts: {},
      selfCheck: {},
    };
    expect(doorTextsOf(form)).toEqual({
      v: 1,
      languages: ['en'],
      name: { en: 'Sample' },
      retention: { en: 'Six months.' },
      contacts: { en: '' },
    });
  });

  it('are not published without a language', () => {
    expect(doorTextsOf(emptyDoorForm(null))).toBeNull();
  });

  it('come back as they were published', () => {
    const texts = doorTextsOf({
      languages: ['ar'],
      name: { ar: 'ب' },
      retention: {},
      contacts: {},
      selfCheck: { ar: 'أ؟\nلا', ru: 'Нет?' },
    });
    expect(texts?.selfCheck).toEqual({ ar: 'أ؟\nلا' });
    expect(doorTextsOf(emptyDoorForm(texts))).toEqual(texts);
  });
});

describe('a promise', () => {
  it('is missing in every chosen language in which it says nothing, whatever stands in others', () => {
    const form = {
      languages: ['en', 'ar'],
      name: {},
      retention: { en: ' ', ar: 'ستة أشهر', ru: '' },
      contacts: {},
      selfCheck: {},
    };
    expect(silentIn(form, 'retention')).toEqual(['en']);
    expect(silentIn(form, 'name')).toEqual(['en', 'ar']);
  });
});

describe('the state of the door', () => {
  const door = (validUntil: number | null): DoorView => ({
    link: 'http://door.example/#x',
    texts: null,
    validUntil,
    oneAdministrator: false,
    waitingForSecond: false,
  });

  it('is open, closing soon, closed, or not there yet', () => {
    expect(doorState(door(10 * day), 0)).toBe('open');
    expect(doorState(door(2 * day), 0)).toBe('soon');
    expect(doorState(door(day), day)).toBe('closed');
    expect(doorState({ ...door(10 * day), link: null }, 0)).toBe('none');
  });
});

describe('the QR code', () => {
  it('draws every dark square once, inside its edge', () => {
    const { size, path } = qrPath(`http://door.localhost:8700/#${'A'.repeat(98)}`);
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
    expect(runs.map(([text]) => text).join('')).toBe(path);
    for (const [, x, y, length, back] of runs) {
      expect(length).toBe(back);
      expect(Number(x)).toBeGreaterThanOrEqual(4);
      expect(Number(x) + Number(length)).toBeLessThanOrEqual(size - 4);
      expect(Number(y)).toBeLessThan(size - 4);
    }
    expect(runs.length).toBeGreaterThan(100);
  });
});

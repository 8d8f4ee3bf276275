import { describe, expect, it } from 'vitest';
import { keepSettings, readSettings } from './device-settings.ts';

function storage(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
}

describe('the settings of a device', () => {
  it('begin with the reader’s language and a lock after a quarter of an hour', () => {
    expect(readSettings(storage(), ['ar-EG', 'en'])).toEqual({
      locale: 'ar',
      autoLock: 15,
      keys: true,
      blur: false,
      calendar: null,
    });
    expect(readSettings(null, ['ka'])).toEqual({
      locale: 'en',
      autoLock: 15,
      keys: true,
      blur: false,
      calendar: null,
    });
  });

  it('are kept', () => {
    const place = storage();
    keepSettings(place, { locale: 'ar', autoLock: 5, keys: false, blur: true, calendar: 'persian' });
    expect(readSettings(place, ['en'])).toEqual({
      locale: 'ar',
      autoLock: 5,
      keys: false,
      blur: true,
      calendar: 'persian',
    });
  });

  it('take their usual value where what was kept is damaged or not offered', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"locale":"xx","autoLock":0}',
      '{"autoLock":"5"}',
      '{"calendar":"martian"}',
    ])
      expect(readSettings(storage(text), ['en'])).toEqual({
        locale: 'en',
        autoLock: 15,
        keys: true,
        blur: false,
        calendar: null,
      });
  });

  it('do without a browser that keeps nothing', () => {
    const full = {
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() =>
      keepSettings(full, { locale: 'en', autoLock: 5, keys: true, blur: false, calendar: null }),
    ).not.toThrow();
  });
});

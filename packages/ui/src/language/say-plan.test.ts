import { describe, expect, it } from 'vitest';
import { compileCatalogue } from './compile.ts';
import type { DoorKey } from './keys.ts';
import { doorLanguages } from './languages.ts';
import { type Held, sayHeld } from './say-held.ts';
import { sayContact, sayGrace, sayMeasure, sayRhythm } from './say-plan.ts';
import { createTranslator } from './translator.ts';

const speech = (locale: 'en' | 'ar') => ({
  t: createTranslator<DoorKey>(locale, compileCatalogue('door', locale)),
  tag: locale,
});

describe('a plan as she reads it', () => {
  it('says what for, until when, who and what then, and leaves out what nobody wrote', () => {
    const measure = {
      aim: 'reduce_threat',
      by: '2026-12-01',
      who: 'Ana',
      when: '',
      fallback: 'We look again.',
    };
    expect(sayMeasure(measure, speech('en')).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'What for: So that those who threaten you can do less.',
      'Until: December 1, 2026',
      'Who sees to it: Ana',
      'If it does not work: We look again.',
    ]);
    expect(sayMeasure({ aim: 'x_own', by: null, who: '', when: '', fallback: '' }, speech('ar'))).toEqual([]);
  });

  it('says on which occasions somebody is called; an occasion that this page does not know is left out', () => {
    const contact = { how: 'By phone', occasions: ['arrest', 'x_new', 'silence'], tell: '' };
    expect(sayContact(contact, speech('en')).map(({ value }) => value)).toEqual([
      'By phone',
      'if it hears nothing from you and if you are arrested',
    ]);
  });

  it('says to the minute how long is waited before silence means something', () => {
    const { t } = speech('en');
    expect(sayGrace(0, speech('en'))).toBe(t('back.silence'));
    expect(sayGrace(60, speech('en'))).toContain('1 hour ');
    // Rounded to an hour, she would count on the wrong moment.
    expect(sayGrace(90, speech('en'))).toContain('90 minutes ');
    expect(sayRhythm({ every: 12 }, speech('en'))).toBe('Every 12 hours');
    expect(sayRhythm({ times: ['09:00'], zone: 'UTC' }, speech('ar'))).toContain('09:00');
  });
});

describe('a note of what is held about her', () => {
  const held: Held = {
    messages: 2,
    name: 'K',
    country: 'TR',
    languages: ['fa'],
    otherLanguages: 'Hazaragi',
    ways: ['', '0123'],
    never: ['call', 'family'],
    neverOther: '',
    files: 0,
    hasAnswers: true,
    hasCase: true,
    hasPlan: true,
    hasConsents: false,
  };

  it('is composed in her language, in each that a door speaks, and not in that of the desk', () => {
    const english = sayHeld(held, speech('en').t, 'en').map(({ what }) => what);
    expect(english).toHaveLength(9);
    expect(english[2]).toBe('The country: Türkiye');
    for (const { tag } of doorLanguages) {
      const t = createTranslator<DoorKey>(tag, compileCatalogue('door', tag));
      const said = sayHeld(held, t, tag);
      expect(said, tag).toHaveLength(9);
      expect(
        said.every(({ what, why }) => what !== '' && why !== '' && !what.includes('{')),
        tag,
      ).toBe(true);
      expect(
        said[2]?.what.includes(new Intl.DisplayNames([tag], { type: 'region' }).of('TR') ?? '-'),
        tag,
      ).toBe(true);
    }
    expect(sayHeld(held, speech('ar').t, 'ar')[0]?.what).toBe('رسالتان كتبتهما');
  });
});

import { createTranslator, type DoorLocale, doorLanguages } from '@leeward/ui';
import { compilePromise } from '@leeward/ui/language/compile.ts';
import { describe, expect, it } from 'vitest';
import { type DoorForm, emptyDoorForm } from './door-form.ts';
import { isReady, monthChoices, ownWords, type SayPromise, sayPromiseWith, withPromise } from './promise.ts';

const say = (language: DoorLocale): SayPromise =>
  sayPromiseWith(createTranslator(language, compilePromise(language)));
const all = new Map<string, SayPromise>(doorLanguages.map(({ tag }) => [tag, say(tag)]));
const form = (part: Partial<DoorForm>): DoorForm => ({ ...emptyDoorForm(null), ...part });

describe('the promise at the door', () => {
  it('is ready in every language of the door, and names another time in other words', () => {
    for (const { tag } of doorLanguages) {
      const texts = monthChoices.map((months) => say(tag)({ months, earlier: false }));
      expect(new Set(texts).size, tag).toBe(monthChoices.length);
      for (const text of texts) expect(text, tag).not.toMatch(/[{}]/);
      expect(say(tag)({ months: 6, earlier: true }).length, tag).toBeGreaterThan(texts[2]?.length ?? 0);
    }
  });

  it('is put into every chosen language and no other', () => {
    const { retention } = withPromise(form({ languages: ['en', 'ru'] }), { months: 6, earlier: false }, all);
    expect(retention).toEqual({
      en: 'What you write is kept for 6 months after the last message. Then it is destroyed.',
      ru: 'То, что вы напишете, хранится 6 месяцев после последнего сообщения. Затем это уничтожается.',
    });
  });

  it('never takes the place of what somebody wrote, and changes with another choice where nobody did', () => {
    const before = form({
      languages: ['en', 'ar'],
      retention: { en: 'Two weeks, and not a day more.', ar: say('ar')({ months: 6, earlier: true }) },
    });
    const { retention } = withPromise(before, { months: 12, earlier: true }, all);
    expect(retention['en']).toBe('Two weeks, and not a day more.');
    expect(retention['ar']).toBe(say('ar')({ months: 12, earlier: true }));
    expect(ownWords({ ...before, retention }, all)).toEqual(['en']);
  });

  it('leaves a language alone whose sentences are not here', () => {
    const { retention } = withPromise(
      form({ languages: ['en', 'my'] }),
      { months: 1, earlier: false },
      new Map([['en', say('en')]]),
    );
    expect(Object.keys(retention)).toEqual(['en']);
  });

  it('is one’s own as soon as a word of it is changed', () => {
    const ready = say('en')({ months: 6, earlier: true });
    expect(isReady(` ${ready} `, say('en'))).toBe(true);
    expect(isReady(ready.replace('destroyed', 'burnt'), say('en'))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { id } from '../testing/people.ts';
import { landDefender, tellPeople } from '../testing/people-of-a-case.ts';
import { nearKeptAway } from './circles.ts';
import type { PeopleEvent } from './events.ts';

const circle = (number: number, words: string): PeopleEvent => ({
  type: 'BarKept',
  v: 1,
  id: id(number),
  set: { kind: 'must_not_learn', person: null, circle: words, why: 'He works for the mine.' },
  replaces: {},
});
const people = tellPeople([...landDefender, circle(701, 'Her uncle Yusuf Testnamov and his house')]);
const near = (...names: readonly string[]) =>
  nearKeptAway(people, names).map(({ grade, said }) => [grade, said]);

describe('a circle that was named in words', () => {
  it('is found again in another spelling and in another script', () => {
    for (const name of ['Yusuf Testnamov', 'Youssef Testnamov', 'يوسف تستناموف', 'Юсуф Тестнамов'])
      expect(near(name)[0], name).toEqual(['sure', 'Her uncle Yusuf Testnamov and his house']);
  });

  it('says which word was taken for which, and how', () => {
    const [found] = nearKeptAway(people, ['يوسف']);
    expect(found?.words).toMatchObject([{ left: 'yusuf', right: 'يوسف', way: 'script' }]);
  });

  it('is not found in somebody whose name is another one', () => {
    for (const name of ['Maria Beispiel', 'Focal point, north', '张三', '']) expect(near(name)).toEqual([]);
  });

  it('is a question for a person where only a part is alike', () => {
    expect(near('Omar Testnamov')).toEqual([['maybe', 'Her uncle Yusuf Testnamov and his house']]);
  });

  it('holds a person who is kept away against words as well', () => {
    expect(near('Rook')).toEqual([['sure', 'Rook']]);
    expect(near('Рук')[0]?.[1]).toBe('Rook');
  });
});

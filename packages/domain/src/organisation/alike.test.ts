import { describe, expect, it } from 'vitest';
import { isNameTaken, namedAlike } from './alike.ts';

const of = (member: string, name: string, left: number | null = null) => ({ member, name, left });
const alike = (...members: readonly ReturnType<typeof of>[]): readonly string[] => [...namedAlike(members)];

describe('members of one name', () => {
  it('are told apart, both of them: nobody knows which one a colleague means', () => {
    expect(alike(of('1', 'Officer One'), of('2', 'Officer One'), of('3', 'Officer Two'))).toEqual(['1', '2']);
  });

  it('are found where somebody came under a colleague’s name, written so that it only looks the same', () => {
    expect(alike(of('1', 'Officer One'), of('2', 'officer  one\u200b'))).toEqual(['1', '2']);
    expect(alike(of('1', 'ضابط واحد'), of('2', '\u202bضابط واحد'))).toEqual(['1', '2']);
    expect(alike(of('1', 'Officer One'), of('2', 'Ｏｆｆｉｃｅｒ Ｏｎｅ'))).toEqual(['1', '2']);
  });

  it('do not trouble whoever is here alone under her name: only who has left is told apart from her', () => {
    expect(alike(of('1', 'Officer One', 5), of('2', 'Officer One'))).toEqual(['1']);
    expect(alike(of('1', 'Officer One', 5), of('2', 'Officer One', 6))).toEqual(['1', '2']);
  });

  it('are seen before they come: whoever lets somebody in is told that a colleague is called so', () => {
    const members = [of('1', 'Officer One'), of('2', 'Officer Two', 5)];
    expect(isNameTaken(members, 'OFFICER ONE')).toBe(true);
    expect(isNameTaken(members, 'Officer Two')).toBe(false);
    expect(isNameTaken(members, 'Officer Three')).toBe(false);
  });

  it('are not those who have none', () => {
    expect(alike(of('1', ''), of('2', ''), of('3', ' '))).toEqual([]);
  });
});

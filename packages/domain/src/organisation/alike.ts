import type { Member } from './state.ts';

/**
 * Members whose name somebody else has as well: two officers called alike, or somebody who came under the name of a
 * colleague to be taken for her. Screens show their number beside the name. Whoever is here alone under a name keeps it
 * to herself; of those who have left only they are told apart.
 */
export function namedAlike(members: Iterable<Pick<Member, 'member' | 'name' | 'left'>>): ReadonlySet<string> {
  const byName = new Map<string, Pick<Member, 'member' | 'name' | 'left'>[]>();
  for (const member of members) {
    const name = plain(member.name);
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  const alike = new Set<string>();
  for (const same of byName.values()) {
    if (same.length === 1) continue;
    const present = same.filter(({ left }) => left === null);
    for (const { member, left } of same) if (left !== null || present.length > 1) alike.add(member);
  }
  return alike;
}

/** Whether somebody who is here has this name already, or one that looks the same. */
export function isNameTaken(members: Iterable<Pick<Member, 'name' | 'left'>>, name: string): boolean {
  const wanted = plain(name);
  return [...members].some((member) => member.left === null && plain(member.name) === wanted);
}

/** A name as it looks: signs that are not seen, width, case and the number of spaces do not make another one of it. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

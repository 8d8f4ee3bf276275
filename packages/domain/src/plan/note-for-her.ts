import { personAt } from '../consent/voices.ts';
import { mayContact } from '../people/contact.ts';
import { isSamePerson, onePerson, type PeopleState, peopleIn } from '../people/state.ts';
import { valueIn } from '../shared/items.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';

/*
 * A note on her dangers goes to her own page. It says what frightens her most, so it goes to nobody else: not to somebody
 * who applied for her, and not where the file says that she is not to be contacted.
 */

/**
 * Whose dangers a note at a door may speak of: the person who writes there. Null while nobody stands in the file; then
 * whoever writes is whom it is about.
 */
export function mayShowNote(
  people: PeopleState,
  from: string | null,
  conversation: string,
): Result<string | null, Refusal> {
  if (people.persons.size === 0) return ok(null);
  const person = personAt(people, from, conversation);
  if (person === null) return err(refusal('whose_door'));
  return mayContact(people, person).verdict === 'no' ? err(refusal('must_not_contact')) : ok(person);
}

/**
 * Whose labels stand in words that are about to go to somebody: other people of the file. It finds what is written as it
 * stands there and no more, so it helps whoever looks and never stands for looking.
 */
export function othersIn(people: PeopleState, words: string, her: string | null): readonly string[] {
  const text = plain(words);
  const labels = peopleIn(people)
    .filter(({ id }) => her === null || !isSamePerson(people, id, her))
    .flatMap(({ id }) => onePerson(people, id).flatMap((one) => valueIn(one, 'label') ?? []));
  return [...new Set(labels)].filter((label) => isWordIn(text, plain(label)));
}

const plain = (words: string): string => words.normalize('NFC').toLowerCase();

/** Whether a label stands in a text as words of its own, and not within a longer one. */
function isWordIn(text: string, label: string): boolean {
  if (label.trim() === '') return false;
  for (let at = text.indexOf(label); at !== -1; at = text.indexOf(label, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + label.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

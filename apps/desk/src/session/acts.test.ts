import { describe, expect, it } from 'vitest';
import { createActs } from './acts.ts';

/** A button whose acts a test answers by hand. */
function button() {
  const acts = createActs<{ readonly id: string; readonly file?: Blob }, string>();
  const given: { readonly id: string; readonly answer: (words: string) => void }[] = [];
  const press = (id: string, file?: Blob): Promise<string> => {
    const args = file === undefined ? { id } : { id, file };
    return (
      acts.answerTo(args) ??
      acts.give(
        args,
        () => new Promise((answer) => void given.push({ id, answer: (words) => answer(words) })),
      )
    );
  };
  return { acts, given, press };
}
const settled = (): Promise<void> => new Promise((later) => setTimeout(later, 0));

describe('a button', () => {
  it('that is pressed twice for the same gives it once, and both are answered', async () => {
    const { given, press } = button();
    const both = [press('a'), press('a')];
    expect(given.map(({ id }) => id)).toEqual(['a']);
    given[0]?.answer('kept');
    expect(await Promise.all(both)).toEqual(['kept', 'kept']);
    void press('a');
    expect(given).toHaveLength(2);
  });

  it('that is pressed for something else meanwhile gives that too, after the first and with an answer of its own', async () => {
    const { acts, given, press } = button();
    const first = press('a');
    const second = press('b');
    expect([press('b'), press('a')]).toEqual([second, first]);
    expect(given.map(({ id }) => id)).toEqual(['a']);
    expect(acts.isLast()).toBe(false);
    given[0]?.answer('a is kept');
    await settled();
    expect(given.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(acts.isLast()).toBe(true);
    given[1]?.answer('b is kept');
    expect([await first, await second]).toEqual(['a is kept', 'b is kept']);
  });

  it('takes two files of one name for two', () => {
    const { acts, press } = button();
    const file = new Blob(['one']);
    void press('a', file);
    expect(acts.answerTo({ id: 'a', file })).not.toBeNull();
    expect(acts.answerTo({ id: 'a', file: new Blob(['two']) })).toBeNull();
  });
});

import type { Draft } from '@leeward/workspace/desk/contract.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTypedForms, keepAfter } from './typed-forms.ts';

type Asked = { readonly name: string; readonly args: unknown };

/** A session that keeps drafts in a map, and fails as often as it is told. */
function sessionWith(kept: readonly Draft[] = []) {
  const asked: Asked[] = [];
  let fails = false;
  const call = async (name: string, args: unknown): Promise<unknown> => {
    asked.push({ name, args });
    if (fails) return { ok: false, error: { code: 'locked' } };
    return { ok: true, value: name === 'drafts' ? kept : null };
  };
  const session = { call, onChange: () => () => undefined, onProgress: () => () => undefined };
  return {
    session: session as unknown as Session,
    kept: () => asked.filter(({ name }) => name === 'keepDraft').map(({ args }) => args),
    fail: (how: boolean) => {
      fails = how;
    },
  };
}

const note = (form: unknown) => ({ command: 'addNote', record: 'a', form });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is half filled in', () => {
  it('is kept soon after it was typed, also while somebody types without a pause', async () => {
    const { session, kept } = sessionWith();
    const forms = createTypedForms(session);
    for (const text of ['o', 'on', 'one']) {
      forms.type('addNote', 'a', { text });
      await vi.advanceTimersByTimeAsync(keepAfter / 3 + 1);
    }
    expect(kept()).toEqual([note({ text: 'one' })]);
    expect(forms.peek('addNote', 'a')).toEqual({ form: { text: 'one' }, keeping: 'kept' });
  });

  it('says that it is not kept where the device could not, and is still on the screen', async () => {
    const { session, fail } = sessionWith();
    const forms = createTypedForms(session);
    fail(true);
    forms.type('addNote', 'a', { text: 'one' });
    await vi.advanceTimersByTimeAsync(keepAfter);
    expect(forms.peek('addNote', 'a')).toEqual({ form: { text: 'one' }, keeping: 'failed' });
    fail(false);
    await forms.flush();
    expect(forms.peek('addNote', 'a')?.keeping).toBe('kept');
  });

  it('is kept at once before a lock', async () => {
    const { session, kept } = sessionWith();
    const forms = createTypedForms(session);
    forms.type('addNote', 'a', { text: 'one' });
    forms.type('publishDoor', null, { languages: ['en'] });
    await forms.flush();
    expect(kept()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(keepAfter * 2);
    expect(kept()).toHaveLength(2);
  });

  it('goes from this page with a lock, and comes back with the next unlock', async () => {
    const draft: Draft = { command: 'decline', record: 'b', form: { words: 'kind' }, since: 1 };
    const { session } = sessionWith([draft]);
    const forms = createTypedForms(session);
    await forms.load();
    expect(forms.loaded()).toBe(true);
    expect(forms.peek('decline', 'b')).toEqual({ form: { words: 'kind' }, keeping: 'kept' });
    expect(forms.begunIn('b')).toBe(true);
    forms.forget();
    expect(forms.loaded()).toBe(false);
    expect(forms.peek('decline', 'b')).toBeUndefined();
    await forms.load();
    expect(forms.peek('decline', 'b')?.form).toEqual({ words: 'kind' });
  });

  it('does not come back into a page that was locked while the answer was on its way', async () => {
    const draft: Draft = { command: 'decline', record: 'b', form: { words: 'kind' }, since: 1 };
    const { session } = sessionWith([draft]);
    const forms = createTypedForms(session);
    const loading = forms.load();
    forms.forget();
    await loading;
    expect(forms.loaded()).toBe(false);
    expect(forms.peek('decline', 'b')).toBeUndefined();
  });

  it('goes when its command was given', async () => {
    const { session, kept } = sessionWith();
    const forms = createTypedForms(session);
    const form = { text: 'one' };
    forms.type('addNote', 'a', form);
    forms.given('addNote', 'a', form);
    expect(forms.peek('addNote', 'a')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(keepAfter * 2);
    // The session drops its copy with the command itself: a late "keep" would bring it back.
    expect(kept()).toEqual([]);
  });

  it('stays, and is kept again, where more was typed while the command was on its way', async () => {
    const { session, kept } = sessionWith();
    const forms = createTypedForms(session);
    const sent = { text: 'one' };
    forms.type('addNote', 'a', sent);
    await vi.advanceTimersByTimeAsync(keepAfter);
    forms.type('addNote', 'a', { text: 'one two' });
    await vi.advanceTimersByTimeAsync(keepAfter);
    forms.given('addNote', 'a', sent);
    expect(forms.peek('addNote', 'a')?.form).toEqual({ text: 'one two' });
    await vi.advanceTimersByTimeAsync(keepAfter);
    expect(kept().at(-1)).toEqual(note({ text: 'one two' }));
    expect(kept()).toHaveLength(3);
  });

  it('does not come back with the next lock where it was just being kept when its command was answered', async () => {
    const { session, kept } = sessionWith();
    const forms = createTypedForms(session);
    const form = { text: 'one' };
    forms.type('addNote', 'a', form);
    vi.advanceTimersByTime(keepAfter);
    forms.given('addNote', 'a', form);
    await vi.advanceTimersByTimeAsync(keepAfter);
    expect(kept()).toEqual([note(form), note(null)]);
    expect(forms.peek('addNote', 'a')).toBeUndefined();
  });

  it('goes for good when its author throws it away', async () => {
    const { session, kept } = sessionWith();
    const forms = createTypedForms(session);
    forms.type('addNote', 'a', { text: 'one' });
    forms.discard('addNote', 'a');
    await vi.advanceTimersByTimeAsync(keepAfter * 2);
    expect(forms.peek('addNote', 'a')).toBeUndefined();
    expect(kept()).toEqual([note(null)]);
  });
});

import type { Draft, DraftedCommand } from '@leeward/workspace/desk/contract.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';

/** How long after a keystroke a form is kept at the latest, in milliseconds. */
export const keepAfter = 700;

/** Where what was typed is: nowhere but on this screen yet, or kept sealed on this device. */
export type Keeping = 'typing' | 'kept' | 'failed';

/** A form as it stands. The same object until something changes, so that screens can compare it. */
export type TypedForm = { readonly form: unknown; readonly keeping: Keeping };

/** What a form is about. */
export type Place = Pick<Draft, 'command' | 'record'>;

/** What is half filled in while the session is open: it outlives its screen, a lock, a reload and a crash. */
export type TypedForms = {
  /** Fetches what was kept; screens with forms wait for it. */
  readonly load: () => Promise<void>;
  readonly loaded: () => boolean;
  readonly peek: (command: DraftedCommand, record: string | null) => TypedForm | undefined;
  /** Whether anything about this record is half filled in. */
  readonly begunIn: (record: string) => boolean;
  /** Everything that is half filled in. The same object until something begins or ends. */
  readonly begun: () => readonly Place[];
  /** Takes over a form as it is typed, and keeps it soon. */
  readonly type: (command: DraftedCommand, record: string | null, form: unknown) => void;
  /** Throws a form away, because its author says so. */
  readonly discard: (command: DraftedCommand, record: string | null) => void;
  /** The command was given with this form: it goes, unless more was typed meanwhile, which is kept. */
  readonly given: (command: DraftedCommand, record: string | null, form: unknown) => void;
  /** Keeps now what waits, before a lock or when the page is put away. */
  readonly flush: () => Promise<void>;
  /** Drops everything from this page; what is kept on the device stays there. */
  readonly forget: () => void;
  readonly watch: (listener: () => void) => () => void;
};

type Held = Place & { shown: TypedForm; timer: ReturnType<typeof setTimeout> | null; keepings: number };

/** The forms of one session. */
export function createTypedForms(session: Session): TypedForms {
  const held = new Map<string, Held>();
  const listeners = new Set<() => void>();
  let loaded = false;
  /** Counts the times that the desk was locked: an answer from before must not bring anything back. */
  let turn = 0;
  const keyOf = (command: DraftedCommand, record: string | null): string => `${command} ${record ?? ''}`;
  let begun: readonly Place[] = [];
  const tell = (): void => {
    // What is remembered of the first steps is nothing that waits to be finished.
    const places = [...held.values()]
      .filter(({ command }) => command !== 'firstSteps')
      .map(({ command, record }) => ({ command, record }));
    if (JSON.stringify(places) !== JSON.stringify(begun)) begun = places;
    for (const listener of listeners) listener();
  };
  const show = (one: Held, keeping: Keeping): void => {
    if (one.shown.keeping === keeping) return;
    one.shown = { ...one.shown, keeping };
    tell();
  };

  const keep = async (one: Held): Promise<void> => {
    if (one.timer !== null) clearTimeout(one.timer);
    one.timer = null;
    const { form } = one.shown;
    const { command, record } = one;
    one.keepings += 1;
    const answer = await session.call('keepDraft', { command, record, form });
    one.keepings -= 1;
    if (one.shown.form === form) show(one, answer.ok ? 'kept' : 'failed');
  };

  const drop = (key: string): void => {
    const one = held.get(key);
    if (one === undefined) return;
    if (one.timer !== null) clearTimeout(one.timer);
    held.delete(key);
    tell();
  };

  const type: TypedForms['type'] = (command, record, form) => {
    const key = keyOf(command, record);
    const one: Held = held.get(key) ?? {
      command,
      record,
      shown: { form, keeping: 'typing' },
      timer: null,
      keepings: 0,
    };
    held.set(key, one);
    one.shown = { form, keeping: 'typing' };
    // A timer that runs already is left to run: who types without a pause is kept all the same.
    one.timer ??= setTimeout(() => void keep(one), keepAfter);
    tell();
  };

  return {
    load: async () => {
      const begun = turn;
      const answer = await session.call('drafts', {});
      if (begun !== turn) return;
      for (const { command, record, form } of answer.ok ? answer.value : []) {
        const key = keyOf(command, record);
        if (!held.has(key))
          held.set(key, { command, record, shown: { form, keeping: 'kept' }, timer: null, keepings: 0 });
      }
      loaded = true;
      tell();
    },
    loaded: () => loaded,
    peek: (command, record) => held.get(keyOf(command, record))?.shown,
    begun: () => begun,
    begunIn: (record) => [...held.values()].some((one) => one.record === record),
    type,
    discard: (command, record) => {
      drop(keyOf(command, record));
      void session.call('keepDraft', { command, record, form: null });
    },
    given: (command, record, form) => {
      const one = held.get(keyOf(command, record));
      const now = one?.shown.form;
      if (now === form) {
        drop(keyOf(command, record));
        // Being kept while its command was given: it would be there again after the next lock, to be given twice.
        if (one !== undefined && one.keepings > 0)
          void session.call('keepDraft', { command, record, form: null });
      }
      // The session has dropped what it kept of this form, and does not know what was typed since.
      else if (now !== undefined) type(command, record, now);
    },
    flush: async () => {
      await Promise.all([...held.values()].filter((one) => one.shown.keeping !== 'kept').map(keep));
    },
    forget: () => {
      for (const one of held.values()) if (one.timer !== null) clearTimeout(one.timer);
      held.clear();
      loaded = false;
      turn += 1;
      tell();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

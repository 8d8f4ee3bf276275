import type { Answer, Commands, Topic } from '@leeward/workspace/desk/contract.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';
import { keepSame } from './keep-same.ts';

/** Commands that only look. A screen watches them and redraws when the worker says that their topic changed. */
export type ViewName =
  | 'session'
  | 'queue'
  | 'request'
  | 'cases'
  | 'case'
  | 'patterns'
  | 'invitations'
  | 'teams'
  | 'door'
  | 'call'
  | 'passkey'
  | 'devices'
  | 'deviceLinks'
  | 'memberDevices'
  | 'source'
  | 'questions'
  | 'placedQuestions'
  | 'sheetLinks'
  | 'formText'
  | 'openedAnswers'
  | 'compareWords'
  | 'quiet'
  | 'directory'
  | 'mechanismHistory'
  | 'unsettled'
  | 'preparedWords'
  | 'directoryErrands'
  | 'views'
  | 'identity'
  | 'caseForgetting'
  | 'knownElsewhere'
  | 'custody'
  | 'takenOut'
  | 'broughtKeys'
  | 'batches';

/** What screens have asked for, kept so that going back to a list shows it at once. */
export type Views = {
  /** Asks, and asks again at every change of the topic, until the returned function is called. */
  readonly watch: <Name extends ViewName>(
    name: Name,
    args: Commands[Name][0],
    listener: () => void,
  ) => () => void;
  /** The last answer; undefined before the first. The same object until it changes. */
  readonly peek: <Name extends ViewName>(
    name: Name,
    args: Commands[Name][0],
  ) => Answer<Commands[Name][1]> | undefined;
  /** Asks again what is on view, for what no topic announces. */
  readonly refresh: (name: ViewName) => void;
  /** Drops what one view was answered about something: whatever was open there does not stay in this page. */
  readonly drop: <Name extends ViewName>(name: Name, args: Commands[Name][0]) => void;
  /** Drops all that was answered: nothing that was open stays in this page once it is locked. */
  readonly forget: () => void;
};

type Entry = {
  readonly name: ViewName;
  readonly args: Commands[ViewName][0];
  readonly listeners: Set<() => void>;
  answer: Answer<Commands[ViewName][1]> | undefined;
  asking: boolean;
  again: boolean;
};

/** The views of one session. */
export function createViews(session: Session): Views {
  const entries = new Map<string, Entry>();
  const keyOf = (name: ViewName, args: unknown): string => `${name} ${JSON.stringify(args)}`;

  const ask = async (entry: Entry): Promise<void> => {
    if (entry.asking) {
      entry.again = true;
      return;
    }
    entry.asking = true;
    do {
      entry.again = false;
      const told = await session.call(entry.name, entry.args);
      // After every round the session is told anew, and mostly says the same.
      const answer = entry.name === 'session' ? keepSame(entry.answer, told) : told;
      // Forgotten meanwhile: an answer that comes late must not bring back what was locked away.
      if (entries.get(keyOf(entry.name, entry.args)) !== entry) return;
      // A long list of which nothing has changed comes as the very same one: nobody need look at it again.
      if (isSame(entry.answer, answer)) continue;
      entry.answer = answer;
      for (const listener of entry.listeners) listener();
    } while (entry.again);
    entry.asking = false;
  };

  const entryFor = (name: ViewName, args: Commands[ViewName][0]): Entry => {
    const key = keyOf(name, args);
    const known = entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { name, args, listeners: new Set(), answer: undefined, asking: false, again: false };
    entries.set(key, entry);
    return entry;
  };

  session.onChange((topics) => {
    for (const entry of entries.values()) {
      if (entry.listeners.size > 0 && topics.includes(topicOf(entry.name, entry.args))) void ask(entry);
    }
  });

  return {
    watch: (name, args, listener) => {
      const entry = entryFor(name, args);
      entry.listeners.add(listener);
      void ask(entry);
      return () => {
        entry.listeners.delete(listener);
        // What was dropped meanwhile goes on as another entry.
        entries.get(keyOf(name, args))?.listeners.delete(listener);
      };
    },
    peek: <Name extends ViewName>(name: Name, args: Commands[Name][0]) =>
      entries.get(keyOf(name, args))?.answer as Answer<Commands[Name][1]> | undefined,
    refresh: (name) => {
      for (const entry of entries.values())
        if (entry.name === name && entry.listeners.size > 0) void ask(entry);
    },
    drop: (name, args) => {
      const key = keyOf(name, args);
      const entry = entries.get(key);
      if (entry === undefined) return;
      entries.delete(key);
      if (entry.listeners.size === 0) return;
      // Somebody looks at it again already. What was asked before must not answer: it is asked as if for the first time.
      const anew = entryFor(name, args);
      for (const listener of entry.listeners) anew.listeners.add(listener);
      for (const listener of anew.listeners) listener();
      void ask(anew);
    },
    forget: () => {
      for (const [key, entry] of entries) {
        if (entry.name === 'session') continue;
        entry.answer = undefined;
        if (entry.listeners.size === 0) entries.delete(key);
      }
    },
  };
}

const isSame = (before: Answer<unknown> | undefined, now: Answer<unknown>): boolean =>
  before?.ok === true && now.ok && before.value === now.value && now.value !== null;

function topicOf(name: ViewName, args: Commands[ViewName][0]): Topic {
  switch (name) {
    case 'request':
    case 'case':
    case 'sheetLinks':
    case 'openedAnswers':
      return `record:${'record' in args ? args.record : ''}`;
    case 'compareWords':
    case 'quiet':
    case 'teams':
    case 'devices':
    case 'memberDevices':
    case 'source':
    case 'unsettled':
    case 'preparedWords':
    case 'views':
    case 'takenOut':
    case 'identity':
    case 'caseForgetting':
    case 'knownElsewhere':
    case 'custody':
    case 'placedQuestions':
    case 'formText':
      return 'session';
    case 'questions':
      return 'door';
    case 'broughtKeys':
    case 'batches':
    case 'patterns':
      return 'cases';
    case 'mechanismHistory':
    case 'directoryErrands':
      return 'directory';
    default:
      return name;
  }
}

import type { CaseState } from '@leeward/domain/case/state.ts';
import type { DirectoryState } from '@leeward/domain/directory/state.ts';
import type { GuestItem, RequestState } from '@leeward/domain/request/state.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import type { Part, Place } from './contract.ts';
import { passagesOfDanger } from './danger-passages.ts';
import { passagesOfParts } from './part-passages.ts';

/** A text of a record, as it is searched. */
export type Passage = { readonly part: Part; readonly text: string; readonly at: number | null };

export const placeOf: Readonly<Record<Part, Place>> = {
  callName: 'name',
  pseudonym: 'name',
  what: 'hers',
  added: 'hers',
  message: 'hers',
  answer: 'hers',
  contact: 'hers',
  reply: 'ours',
  declined: 'ours',
  reason: 'ours',
  note: 'notes',
  summary: 'notes',
  nextStep: 'notes',
  incident: 'notes',
  actor: 'notes',
  threat: 'notes',
  person: 'notes',
  keptAway: 'notes',
  situation: 'notes',
  measure: 'notes',
  plan: 'notes',
  checkIn: 'notes',
  task: 'notes',
  finding: 'notes',
  source: 'notes',
  argued: 'notes',
  document: 'files',
  stage: 'notes',
  consent: 'notes',
  outcome: 'notes',
  file: 'files',
  proposal: 'directory',
  entry: 'directory',
};

const filled = (passages: readonly Passage[]): readonly Passage[] => {
  const seen = new Set<string>();
  return passages.filter(({ part, text }) => {
    const key = `${part} ${text}`;
    if (text.trim() === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const filesOf = (files: readonly FileNote[], at: number | null): readonly Passage[] =>
  files.map(({ name }) => ({ part: 'file', text: name, at }));

/** What can be searched of a conversation: her words, ours, reasons, ways to reach her, and what attachments are called. */
export function passagesOfRequest(state: RequestState): readonly Passage[] {
  return filled([
    ...state.items.filter((item) => item.verdict !== 'doubled').flatMap(passagesOfItem),
    ...state.heard.flatMap((one) => passagesOfWords(one, one.at, false)),
    ...state.contacts.map(({ words, at }): Passage => ({ part: 'reply', text: words, at })),
    ...state.sent.flatMap((item): readonly Passage[] => [
      { part: item.kind === 'declined' ? 'declined' : 'reply', text: item.text, at: item.claimedTime },
      ...filesOf(item.files, item.claimedTime),
    ]),
    ...state.urgencyHistory.map(
      ({ reason, claimedTime }): Passage => ({ part: 'reason', text: reason, at: claimedTime }),
    ),
    ...(state.declined === null
      ? []
      : [{ part: 'declined' as const, text: state.declined.words, at: state.declined.claimedTime }]),
    ...(state.setAside === null
      ? []
      : [{ part: 'reason' as const, text: state.setAside.reason, at: state.setAside.claimedTime }]),
  ]);
}

/** Texts by the name of their field: whatever else a newer page sends in words is searched as her message. */
const parts: Readonly<Record<string, Part>> = {
  callName: 'callName',
  what: 'what',
  words: 'what',
  from: 'contact',
  text: 'message',
  value: 'answer',
  detail: 'contact',
  safeTimes: 'contact',
  neverOther: 'contact',
};
/** Codes and hashes, which nobody looks for. */
const silent: ReadonlySet<string> = new Set([
  'type',
  'v',
  'locale',
  'question',
  'originalHash',
  'hidden',
  'channel',
  'way',
  'by',
  'entry',
]);

function passagesOfItem({ content, files, claimedTime, admittedTime }: GuestItem): readonly Passage[] {
  const at = claimedTime ?? admittedTime;
  const attached = filesOf(files, at);
  if (content === null) return attached;
  if (content.kind !== 'read') return [{ part: 'message', text: content.raw, at }, ...attached];
  return [...passagesOfWords(content.message, at, content.message.type === 'add'), ...attached];
}

/** Every text in what she said, or in what somebody wrote down of it. */
function passagesOfWords(said: unknown, at: number, later: boolean): readonly Passage[] {
  const found: Passage[] = [];
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      const part = parts[name] ?? 'added';
      if (!isCode.test(value))
        found.push({ part: later && part === 'message' ? 'added' : part, text: value, at });
    } else if (Array.isArray(value)) for (const one of value) walk(one, name);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) if (!silent.has(key)) walk(one, key);
  };
  walk(said, '');
  return found;
}

const isCode = /^(?:[a-z]{2}|[A-Z]{2}|[a-z0-9]+(?:_[a-z0-9]+)+|[0-9a-f]{32,}|yes|no|unsure|self|other|both)$/;

/** What can be searched of a case. Who a person is stands in the identity record, and opening that is an act. */
export function passagesOfCase(state: CaseState): readonly Passage[] {
  return filled([
    ...state.pseudonym.map(
      ({ value, claimedTime }): Passage => ({ part: 'pseudonym', text: value, at: claimedTime }),
    ),
    ...state.notes.map(({ text, claimedTime }): Passage => ({ part: 'note', text, at: claimedTime })),
    ...[...state.summary.values()]
      .flat()
      .map(({ value, claimedTime }): Passage => ({ part: 'summary', text: value, at: claimedTime })),
    ...state.nextStep.map(
      ({ value, claimedTime }): Passage => ({ part: 'nextStep', text: value.text, at: claimedTime }),
    ),
    ...[...state.urgencyHistory, ...state.phaseHistory].map(
      ({ reason, claimedTime }): Passage => ({ part: 'reason', text: reason, at: claimedTime }),
    ),
    ...passagesOfDanger(state),
    ...passagesOfParts(state),
  ]);
}

/** What the organisation wrote about each mechanism: its own entries, and what was proposed. */
export function passagesOfDirectory(state: DirectoryState): ReadonlyMap<string, readonly Passage[]> {
  const found = new Map<string, Passage[]>();
  const add = (mechanism: string, part: Part, value: unknown, at: number | null): void => {
    const list = found.get(mechanism) ?? [];
    found.set(mechanism, list);
    for (const text of textsIn(value)) list.push({ part, text, at });
  };
  for (const one of state.proposals.values()) {
    add(
      one.mechanism,
      'proposal',
      [one.note, one.source, one.changes.map(({ value }) => value)],
      one.claimedTime,
    );
    if (one.decided !== null) add(one.mechanism, 'reason', one.decided.reason, one.decided.claimedTime);
  }
  for (const one of state.local.values())
    for (const { entry } of one.versions) add(one.mechanism, 'entry', entry, null);
  return new Map([...found].map(([mechanism, passages]) => [mechanism, filled(passages)]));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isCode.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

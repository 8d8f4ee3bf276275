import type { Details, FormAnswers, ReachedBy, RequestMessage } from './message.ts';
import type { Heard } from './otherwise.ts';
import { countingItems, type GuestItem, type RequestState } from './state.ts';

/** What she has said so far, all items taken together. */
export type Said = Details & {
  /** The first words, hers or an officer's account of them; empty while the first item is missing. */
  readonly what: string;
  readonly locale: RequestMessage['locale'];
  /** What she added later, in order. */
  readonly added: readonly string[];
  /** Every way that she spoke of, with her last word on it. */
  readonly channels: readonly ReachedBy[];
  readonly never: NonNullable<Details['never']>;
  /** Fields of hers that this version could not understand. */
  readonly unread: readonly string[];
};

/**
 * Reads her request out of all her items, in the order of her numbers. A later word takes the place of an earlier one,
 * except for what must never be done: that only grows, because a later silence does not make anything safe.
 */
export function saidBy(state: RequestState): Said {
  let said: Said = { what: '', locale: 'und', added: [], channels: [], never: [], unread: [] };
  for (const told of inOrder(countingItems(state), state.heard)) {
    if ('way' in told) {
      said = withAccount(said, told);
      continue;
    }
    const { content } = told;
    if (content?.kind !== 'read') continue;
    const unread = [...said.unread, ...content.unread];
    const { message } = content;
    if (message.type === 'request') {
      const { type: _type, v: _version, what, locale, ...details } = message;
      // A second request in one conversation adds to the first.
      const first = said.what === '' ? { what, locale } : { added: [...said.added, what] };
      said = { ...withDetails(said, details), ...first, unread };
    } else if (message.type === 'add') {
      const { type: _type, v: _version, text, ...details } = message;
      const added = text === undefined || text === '' ? said.added : [...said.added, text];
      said = { ...withDetails(said, details), added, unread };
    } else {
      said = { ...said, unread };
    }
  }
  return said;
}

/** Her items in the order of her numbers, and what officers wrote down where the record has it. */
function inOrder(items: readonly GuestItem[], heard: readonly Heard[]): readonly (GuestItem | Heard)[] {
  const told: (GuestItem | Heard)[] = [];
  let next = 0;
  for (const item of items) {
    for (let one = heard[next]; one !== undefined && one.position < item.position; one = heard[next]) {
      told.push(one);
      next += 1;
    }
    told.push(item);
  }
  return [...told, ...heard.slice(next)];
}

function withAccount(said: Said, { words, locale, details }: Heard): Said {
  const first = said.what === '' ? { what: words, locale } : { added: [...said.added, words] };
  return { ...withDetails(said, details), ...first };
}

function withDetails(said: Said, details: Details): Said {
  const neverOther = [said.neverOther, details.neverOther].filter(
    (words) => words !== undefined && words !== '',
  );
  return {
    ...said,
    ...details,
    channels: (details.channels ?? []).reduce(withChannel, said.channels),
    never: [...new Set([...said.never, ...(details.never ?? [])])],
    ...(details.answers === undefined ? {} : { answers: withAnswers(said.answers ?? [], details.answers) }),
    ...(neverOther.length === 0 ? {} : { neverOther: [...new Set(neverOther)].join('\n') }),
  };
}

/** Her last answers to each form; an answer to one takes nothing from another. */
function withAnswers(before: readonly FormAnswers[], given: readonly FormAnswers[]): readonly FormAnswers[] {
  return given.reduce((list, one) => [...list.filter(({ form }) => form !== one.form), one], before);
}

function withChannel(channels: readonly ReachedBy[], spoken: ReachedBy): readonly ReachedBy[] {
  const other = channels.filter(
    (known) => known.channel !== spoken.channel || (known.detail ?? '') !== (spoken.detail ?? ''),
  );
  return [...other, spoken];
}

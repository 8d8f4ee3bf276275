import type { Details, ReachedBy, RequestMessage } from './message.ts';
import { countingItems, type RequestState } from './state.ts';

/** What she has said so far, all items taken together. */
export type Said = Details & {
  /** Her first words; empty while the first item is missing. */
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
  for (const { content } of countingItems(state)) {
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

function withDetails(said: Said, details: Details): Said {
  const neverOther = [said.neverOther, details.neverOther].filter(
    (words) => words !== undefined && words !== '',
  );
  return {
    ...said,
    ...details,
    channels: (details.channels ?? []).reduce(withChannel, said.channels),
    never: [...new Set([...said.never, ...(details.never ?? [])])],
    ...(neverOther.length === 0 ? {} : { neverOther: [...new Set(neverOther)].join('\n') }),
  };
}

function withChannel(channels: readonly ReachedBy[], spoken: ReachedBy): readonly ReachedBy[] {
  const other = channels.filter(
    (known) => known.channel !== spoken.channel || (known.detail ?? '') !== (spoken.detail ?? ''),
  );
  return [...other, spoken];
}

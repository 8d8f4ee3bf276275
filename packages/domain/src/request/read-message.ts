import { err, ok } from '../shared/result.ts';
import {
  flag,
  hash32,
  id16,
  isObject,
  languageTag,
  listOf,
  object,
  oneOf,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';
import { detailShapes } from './details-shape.ts';
import { type GuestMessage, messageLimits } from './message.ts';

/** What a defender's item says, as far as this version can read it. */
export type GuestContent =
  | {
      readonly kind: 'read';
      readonly message: GuestMessage;
      /** Fields that are there and could not be understood: shown as such, so that nothing of hers is silently lost. */
      readonly unread: readonly string[];
    }
  /** Of a type or version that needs a newer Leeward. */
  | { readonly kind: 'newer'; readonly name: string; readonly raw: string }
  /** Not a message at all; the text is shown as it came. */
  | { readonly kind: 'unreadable'; readonly raw: string };

const { text: longest, line } = messageLimits;

const files = listOf(object({ hidden: oneOf('removed', 'kept', 'unknown') }, { originalHash: hash32 }), 64);

/** Any values, because only the form knows them; as many and as deep as an item can hold is enough. */
const values: Shape<Readonly<Record<string, unknown>>> = (json, path) =>
  isObject(json) ? ok(json) : err({ problem: 'wrong', path });

const details = { ...detailShapes, files, answers: listOf(object({ form: hash32, values }), 16) } as const;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type MessageShape = { readonly needed: Fields; readonly optional: Fields };

const messages: Readonly<Record<GuestMessage['type'], MessageShape>> = {
  request: { needed: { what: text(longest) }, optional: { locale: languageTag, ...details } },
  message: { needed: { text: text(longest) }, optional: { files } },
  answer: { needed: { question: text(line), value: textOrEmpty(longest) }, optional: {} },
  add: { needed: {}, optional: { text: textOrEmpty(longest), ...details } },
  consent: {
    needed: { id: id16, asked: hash32, answer: oneOf('given', 'refused', 'withdrawn') },
    optional: { words: textOrEmpty(longest) },
  },
  checkIn: {
    needed: { safe: flag },
    optional: { plan: id16, text: textOrEmpty(longest), word: textOrEmpty(line) },
  },
  plan: {
    needed: { plan: id16, answer: oneOf('accepted', 'declined', 'ended') },
    optional: { text: textOrEmpty(longest) },
  },
  measure: {
    needed: { plan: hash32, measure: id16, answer: oneOf('agreed', 'refused', 'unsure') },
    optional: { text: textOrEmpty(longest) },
  },
  checkInWish: {
    needed: { wants: oneOf('pause', 'end') },
    optional: {
      agreed: id16,
      from: whole(sizes.time),
      until: whole(sizes.time),
      text: textOrEmpty(longest),
    },
  },
  held: {
    needed: { note: id16, wants: oneOf('corrected', 'deleted') },
    optional: { line: whole(255), text: textOrEmpty(longest) },
  },
  close: {
    needed: {},
    optional: { wants: oneOf('keep', 'part', 'destroy'), text: textOrEmpty(longest) },
  },
};

/**
 * Reads what a defender's page wrote. Generous where the events are exact: she may use an old page or a new one, and a
 * field that cannot be understood never costs her the others. Never throws.
 */
export function readGuestMessage(raw: string): GuestContent {
  const json = parse(raw);
  if (!isObject(json)) return { kind: 'unreadable', raw };
  const { type, v, ...fields } = json;
  if (typeof type !== 'string' || typeof v !== 'number') return { kind: 'unreadable', raw };
  if (!Object.hasOwn(messages, type) || v !== 1) return { kind: 'newer', name: type.slice(0, 100), raw };
  const shape = messages[type as GuestMessage['type']];
  const values: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [name, needed] of Object.entries(shape.needed)) {
    const read = needed(fields[name], name);
    if (!read.ok) return { kind: 'unreadable', raw };
    values[name] = read.value;
  }
  for (const [name, value] of Object.entries(fields)) {
    if (Object.hasOwn(shape.needed, name)) continue;
    const read = Object.hasOwn(shape.optional, name) ? shape.optional[name]?.(value, name) : undefined;
    if (read?.ok === true) values[name] = read.value;
    else unread.push(name.slice(0, 100));
  }
  // A page that does not say its language is still a request.
  if (type === 'request' && !Object.hasOwn(values, 'locale')) values['locale'] = 'und';
  return { kind: 'read', message: { type, v, ...values } as unknown as GuestMessage, unread };
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

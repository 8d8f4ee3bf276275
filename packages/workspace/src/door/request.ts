import type { Details, GuestMessage, RequestMessage, SentFile } from '@leeward/domain/request/message.ts';
import { messageLimits, writeMessage } from '@leeward/domain/request/message.ts';
import { utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { fitsItem } from '@leeward/sealed-log/door/boxes.ts';
import type { BlobReference, InMessage } from '@leeward/sealed-log/wire/box.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';

export type { GuestMessage, Never } from '@leeward/domain/request/message.ts';
export { sourceOf } from '@leeward/domain/request/message.ts';
export type { BlobReference as SentReference } from '@leeward/sealed-log/wire/box.ts';

/** What one item of hers will hold. */
export type ItemContent = { readonly message: GuestMessage; readonly blobs: readonly BlobReference[] };

/** A file that the relay has, and what became of the data hidden in it. */
export type SentBlob = { readonly reference: BlobReference; readonly note: SentFile };

/** What she answered before she sends for the first time. */
export type Draft = Omit<Details, 'files' | 'writtenBy'> &
  Pick<RequestMessage, 'what' | 'locale' | 'writtenBy'>;

/** Ways of contact, each as long as it may be and in the widest script, that one item holds for sure. */
const WAYS_IN_ITEM = 8;
/** What a piece of text may take of an item, as it stands in the message, in bytes. */
const TEXT_ROOM = 24_600;
/** A sealing key takes its room in the first item, in bytes. */
const LARGEST_SEALING_KEY = new Uint8Array(1216);

/**
 * The items of a first request: one, and further ones where it is longer than an item holds. Nothing is cut away: what
 * has no room goes on in the next item, each of them padded like the first (section 4).
 */
export function requestItems({ what, locale, ...details }: Draft): readonly ItemContent[] {
  const [first = '', ...more] = pieces(what);
  const whole: RequestMessage = { type: 'request', v: 1, what: first, locale, ...details };
  const continued = more.map((text): GuestMessage => ({ type: 'message', v: 1, text }));
  if (fits(whole, [])) return plain([whole, ...continued]);
  // Long ways of contact in a wide script: her words go first, everything else follows.
  const { danger48h, about, writtenBy, country, ...rest } = details;
  const short = { danger48h, about, writtenBy, country };
  const words = withoutGaps<RequestMessage>({ type: 'request', v: 1, what: first, locale, ...short });
  return plain([words, ...addItems(rest), ...continued]);
}

/** Whether one item of hers holds these answers, however long: asked before she types on in vain. */
export const answersFit = (answers: NonNullable<Details['answers']>): boolean =>
  fits({ type: 'add', v: 1, answers }, []);

/** Answers to questions that were put to her later. They take the place of earlier answers to the same form. */
export function answersItem(answers: NonNullable<Details['answers']>): ItemContent {
  return { message: { type: 'add', v: 1, answers }, blobs: [] };
}

/** The items of a further message of hers, with its files. Empty where there is nothing to say. */
export function messageItems(text: string, files: readonly SentBlob[]): readonly ItemContent[] {
  const texts = pieces(text).filter((piece) => piece.trim() !== '');
  const [last = ''] = texts.slice(-1);
  const before = plain(
    texts.slice(0, -1).map((piece): GuestMessage => ({ type: 'message', v: 1, text: piece })),
  );
  const groups = filesThatFit(files);
  const [first = [], ...others] = groups;
  const notes = first.map(({ note }) => note);
  const message: GuestMessage[] =
    last === ''
      ? []
      : [{ type: 'message', v: 1, text: last, ...(notes.length === 0 ? {} : { files: notes }) }];
  if (message[0] !== undefined && fits(message[0], first)) {
    const blobs = first.map(({ reference }) => reference);
    return [...before, { message: message[0], blobs }, ...others.map(fileItem)];
  }
  const alone: readonly GuestMessage[] = last === '' ? [] : [{ type: 'message', v: 1, text: last }];
  return [...before, ...plain(alone), ...groups.filter((group) => group.length > 0).map(fileItem)];
}

/** A message of hers that fits one item and has no files: an answer, a consent, a sign of life, a closing. */
export const plainItem = (message: GuestMessage): ItemContent => ({ message, blobs: [] });

/** What she adds to her request, or puts right; long words go on in further items. */
export function addingItems(text: string, details: Omit<Details, 'files'>): readonly ItemContent[] {
  const [first = '', ...more] = pieces(text);
  const words = first.trim() === '' ? [] : [plainItem({ type: 'add', v: 1, text: first })];
  const continued = more.map((piece) => plainItem({ type: 'message', v: 1, text: piece }));
  return [...plain(addItems(details)), ...words, ...continued];
}

/** The message as it is sealed. `time`: milliseconds since 1970, as claimed. */
export function sealable(content: ItemContent, time: number, sealingKey: InMessage['sealingKey']): InMessage {
  return { claimedTime: time, sealingKey, message: writeMessage(content.message), blobs: content.blobs };
}

function fits(message: GuestMessage, files: readonly SentBlob[]): boolean {
  const blobs = files.map(({ reference }) => reference);
  const item = sealable({ message, blobs }, 0, LARGEST_SEALING_KEY);
  return utf8(item.message).length < limits.body && fitsItem(item);
}

const plain = (messages: readonly GuestMessage[]): readonly ItemContent[] =>
  messages.map((message) => ({ message, blobs: [] }));

function fileItem(files: readonly SentBlob[]): ItemContent {
  return {
    message: { type: 'add', v: 1, files: files.map(({ note }) => note) },
    blobs: files.map(({ reference }) => reference),
  };
}

/** Files in groups that one item holds. There is always one group, which may be empty. */
function filesThatFit(files: readonly SentBlob[]): readonly (readonly SentBlob[])[] {
  const groups: SentBlob[][] = [[]];
  for (const file of files) {
    const last = groups.at(-1) ?? [];
    const together = [...last, file];
    const item: GuestMessage = { type: 'add', v: 1, files: together.map(({ note }) => note) };
    if (last.length === 0 || (together.length <= 64 && fits(item, together))) last.push(file);
    else groups.push([file]);
  }
  return groups;
}

/** Details in as few items as hold them, field by field; a list that is too long alone is cut into shorter ones. */
function addItems(details: Details): readonly GuestMessage[] {
  const items: (Details & { readonly type: 'add'; readonly v: 1 })[] = [];
  const put = (field: Details): void => {
    const last = items.at(-1);
    const joined = last === undefined ? undefined : { ...last, ...field };
    if (joined !== undefined && fits(joined, [])) items[items.length - 1] = joined;
    else items.push({ type: 'add', v: 1, ...field });
  };
  const { channels, ...others } = details;
  for (const [name, value] of Object.entries(others)) if (value !== undefined) put({ [name]: value });
  // Each group of ways in an item of its own: a later list would take the place of an earlier one.
  for (let at = 0; at < (channels?.length ?? 0); at += WAYS_IN_ITEM)
    items.push({ type: 'add', v: 1, channels: channels?.slice(at, at + WAYS_IN_ITEM) ?? [] });
  return items;
}

function withoutGaps<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

/**
 * A text in pieces that a message takes, cut at the end of a line or a word where there is one, and never inside a
 * letter. Pieces of nothing but spaces are left out: no reader takes a message without a word.
 */
function pieces(text: string): readonly string[] {
  const cut: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const piece = rest.slice(0, endOfPiece(rest));
    cut.push(piece);
    rest = rest.slice(piece.length);
  }
  return cut.filter((piece, index) => index === 0 || piece.trim() !== '');
}

function endOfPiece(text: string): number {
  let room = Math.min(text.length, messageLimits.text);
  while (utf8(JSON.stringify(text.slice(0, room))).length > TEXT_ROOM) room = Math.floor(room / 2);
  if (room === text.length) return room;
  const [line, word] = [text.lastIndexOf('\n', room - 1), text.lastIndexOf(' ', room - 1)];
  if (line > room / 2) return line + 1;
  if (word > room / 2) return word + 1;
  // Without a place to cut, before a letter: never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text.charAt(room - 1)) ? room - 1 : room;
}

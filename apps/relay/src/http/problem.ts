import type { Result } from '@leeward/sealed-log/wire';

/** Everything that can be wrong with a request: code, HTTP status, and a sentence for whoever reads the answer. */
const kinds = {
  malformed: [400, 'The request is not in the form that this relay reads.'],
  'part-altered': [400, 'A part does not match the hash in its header.'],
  'bad-signature': [400, 'A signature does not hold.'],
  'proof-missing': [401, 'The request needs a proof of possession.'],
  'proof-malformed': [401, 'The proof of possession cannot be read.'],
  'challenge-expired': [401, 'The challenge has expired: ask for a new one and repeat the request.'],
  'proof-replayed': [401, 'This proof was used before.'],
  'bad-proof': [401, 'The proof of possession does not hold for this request on this origin.'],
  'not-a-device': [403, 'The key is no live device of this organisation.'],
  'not-the-mailbox': [403, 'The key does not open this mailbox.'],
  'not-allowed': [403, 'The author may not do this.'],
  'bad-token': [403, 'The one-time token is not valid, or was used.'],
  'work-missing': [403, 'A first message needs proof of work.'],
  'nothing-there': [404, 'There is nothing here.'],
  'no-door': [404, 'This organisation has no door here.'],
  'wrong-method': [405, 'This resource does not know that method.'],
  'head-moved': [409, 'Something else was appended first.'],
  'blob-missing': [409, 'An attachment that this names is not complete here.'],
  'part-differs': [409, 'Another content already stands at this place.'],
  'part-missing': [409, 'Parts of the attachment are missing.'],
  'older-descriptor': [409, 'A descriptor with a higher revision is already there.'],
  taken: [409, 'Something was already left under this id.'],
  forgotten: [410, 'This was forgotten for good.'],
  ended: [410, 'This was open for a time, which is over.'],
  'too-large': [413, 'That is more than this relay takes at once.'],
  'wrong-host': [421, 'This host name serves something else.'],
  quota: [429, 'That is more than this relay takes at this rate.'],
  broke: [500, 'The relay failed at this request. Nothing was acknowledged.'],
  'queue-full': [503, 'Too many first messages are waiting. This one was not taken.'],
  busy: [503, 'The relay is busy. Nothing was taken.'],
  damaged: [503, 'The stored log of this organisation does not verify. It can be read, not written to.'],
  unavailable: [503, 'The relay cannot write at present. Nothing was taken.'],
  'no-space': [507, 'The relay has no space left. Nothing was taken.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof kinds;

/** A refusal, with what the code needs: `head`, `reason`, `blob`, `missing`, `limit`, `retryAfter` (seconds). */
export type Problem = {
  readonly code: ProblemCode;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** A refusal as the failure of a `Result`. */
export function refuse(code: ProblemCode, details?: Readonly<Record<string, unknown>>): Refused {
  return { ok: false, error: details === undefined ? { code } : { code, details } };
}

export type Refused = { readonly ok: false; readonly error: Problem };
export type Or<Value> = Result<Value, Problem>;

export const statusOf = (code: ProblemCode): number => kinds[code][0];
export const titleOf = (code: ProblemCode): string => kinds[code][1];
export const problemCodes = Object.keys(kinds) as readonly ProblemCode[];

/** The answer for a refusal: `application/problem+json` (RFC 9457). */
export function problemResponse({ code, details }: Problem): Response {
  const [status, title] = kinds[code];
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  const retryAfter = details?.['retryAfter'];
  if (typeof retryAfter === 'number') headers.set('Retry-After', String(retryAfter));
  const body = { type: `urn:leeward:problem:${code}`, title, status, code, ...details };
  return new Response(JSON.stringify(body), { status, headers });
}

import type { HttpBindings } from '@hono/node-server';
import type { Bytes } from '@leeward/sealed-log/wire';
import {
  decode,
  deviceAt,
  fourBytes,
  fromBase64url,
  mailboxId,
  requestProof,
  signedBytes,
  utf8,
} from '@leeward/sealed-log/wire';
import type { Context } from 'hono';
import { hashOf, hexOf } from '../bytes.ts';
import type { Organisation } from '../log/organisations.ts';
import type { Services } from '../services.ts';
import { type Body, readBody } from './body.ts';
import { bytesParameter } from './parameters.ts';
import { type Or, problemResponse, refuse } from './problem.ts';

/** Who may call a route, and what its handler is given. Handlers answer with a response or with a refusal. */
export type Answer = Promise<Or<Response>>;

export type Plain = { readonly context: Context; readonly body: Bytes };
export type ByKey = Plain & { readonly key: Bytes };
export type ByDevice = ByKey & { readonly organisation: Organisation };
export type ByMailbox = ByKey & { readonly organisation: Organisation; readonly mailbox: Bytes };
export type ByEither = ByKey & {
  readonly organisation: Organisation;
  /** The mailbox in whose name it was signed; null for a device of the team. */
  readonly mailbox: Bytes | null;
};

type Handler = (context: Context) => Promise<Response>;

/** A route without a signature. `limit` is the largest body, in bytes. */
export function unsigned(services: Services, limit: number, answer: (request: Plain) => Answer): Handler {
  return (context) =>
    withBody(services, context, limit, async ({ bytes }) => answer({ context, body: bytes }));
}

/** A route for live devices of `:org` (S). */
export function byDevice(services: Services, limit: number, answer: (request: ByDevice) => Answer): Handler {
  return (context) =>
    withProof(services, context, limit, async (request) => {
      const organisation = namedOrganisation(services, context);
      if (!organisation.ok) return organisation;
      const found = organisation.value;
      if (found === null || !isLiveDevice(found, request.key)) return refuse('not-a-device');
      const over = services.caller.seen(found.org, request.key);
      return answer({ ...request, organisation: found }).finally(over);
    });
}

/** A route for the owner of `:mailbox` (M). */
export function byMailbox(services: Services, answer: (request: ByMailbox) => Answer): Handler {
  return (context) =>
    withProof(services, context, 0, async (request) => {
      const named = bytesParameter(context.req.param('mailbox'));
      const organisation = namedOrganisation(services, context);
      if (!named.ok) return named;
      if (!organisation.ok) return organisation;
      if (organisation.value === null) return refuse('no-door');
      const mailbox = await mailboxId(organisation.value.org, request.key);
      if (hexOf(mailbox) !== hexOf(named.value)) return refuse('not-the-mailbox');
      return answer({ ...request, organisation: organisation.value, mailbox });
    });
}

/** A route for live devices (S), and for the mailbox that the header `Leeward-Mailbox` names (M). */
export function byEither(services: Services, limit: number, answer: (request: ByEither) => Answer): Handler {
  return (context) =>
    withProof(services, context, limit, async (request) => {
      const organisation = namedOrganisation(services, context);
      if (!organisation.ok) return organisation;
      const found = organisation.value;
      if (found === null) return refuse('not-a-device');
      if (isLiveDevice(found, request.key)) return answer({ ...request, organisation: found, mailbox: null });
      const header = context.req.header('leeward-mailbox');
      if (header === undefined) return refuse('not-a-device');
      const named = bytesParameter(header);
      if (!named.ok) return named;
      const mailbox = await mailboxId(found.org, request.key);
      if (hexOf(mailbox) !== hexOf(named.value)) return refuse('not-the-mailbox');
      return answer({ ...request, organisation: found, mailbox });
    });
}

/** A route for devices of `:org`, also those that were ended: for what proves to them that they were (fault 61). */
export function byFormerDevice(
  services: Services,
  limit: number,
  answer: (request: ByDevice) => Answer,
): Handler {
  return (context) =>
    withProof(services, context, limit, async (request) => {
      const organisation = namedOrganisation(services, context);
      if (!organisation.ok) return organisation;
      const found = organisation.value;
      if (found === null || !found.skeleton.devices.has(hexOf(request.key))) return refuse('not-a-device');
      return answer({ ...request, organisation: found });
    });
}

function isLiveDevice({ skeleton }: Organisation, key: Bytes): boolean {
  return deviceAt(skeleton, key, skeleton.hashes.length - 1) !== null;
}

/** The organisation named in the path: null where there is none, which callers must not answer differently from "not yours". */
export function namedOrganisation(services: Services, context: Context): Or<Organisation | null> {
  const org = bytesParameter(context.req.param('org'));
  return org.ok ? { ok: true, value: services.organisations.get(org.value) } : org;
}

async function withBody(
  services: Services,
  context: Context,
  limit: number,
  answer: (body: Body) => Answer,
): Promise<Response> {
  const { incoming } = context.env as HttpBindings;
  const body = await readBody(incoming, limit, services.bodies);
  if (!body.ok) return problemResponse(body.error);
  try {
    const answered = await answer(body.value);
    return answered.ok ? answered.value : problemResponse(answered.error);
  } finally {
    body.value.release();
  }
}

/** Checks the proof of possession in `Leeward-Proof` before the handler sees the request. */
async function withProof(
  services: Services,
  context: Context,
  limit: number,
  answer: (request: ByKey) => Answer,
): Promise<Response> {
  const header = context.req.header('leeward-proof');
  if (header === undefined) return problemResponse({ code: 'proof-missing' });
  const bytes = fromBase64url(header);
  const proof = bytes.ok ? decode(requestProof, bytes.value) : bytes;
  if (!proof.ok) return problemResponse({ code: 'proof-malformed' });
  const { key, challenge, counter, signature } = proof.value;
  const expiry = services.challenges.expiryOf(challenge);
  if (expiry === null) return problemResponse({ code: 'challenge-expired' });
  // The origin is the one that this request arrived at: a proof made for another relay, or another app, does not hold.
  const origin = services.sites.get(context.req.header('host') ?? '')?.origin ?? '';
  return withBody(services, context, limit, async ({ bytes: body }) => {
    const url = new URL(context.req.raw.url);
    const message = signedBytes.request(
      utf8(origin),
      utf8(context.req.method),
      utf8(url.pathname + url.search),
      challenge,
      fourBytes(counter),
      hashOf(body),
    );
    if (!(await services.judge.verify(key, message, signature))) return refuse('bad-proof');
    // Only now: a counter is used up by whoever holds the key, not by whoever has seen it.
    const verdict = services.counters.use(key, challenge, expiry, counter);
    if (verdict !== 'fresh') return refuse(verdict === 'expired' ? 'challenge-expired' : 'proof-replayed');
    const wait = services.rates.take(hexOf(key));
    if (wait > 0)
      return refuse('quota', { retryAfter: wait, limit: services.config.quotas.requestsPerMinute });
    return answer({ context, key, body });
  });
}

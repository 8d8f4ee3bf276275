import type { Bytes } from '@leeward/sealed-log/wire';

/** Answers that routes give. What all of them have in common (no-store and the like) is added in ../app.ts. */

export function bytesAnswer(bytes: Bytes, status: 200 | 201 = 200): { ok: true; value: Response } {
  const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(bytes.length) };
  return { ok: true, value: new Response(bytes, { status, headers }) };
}

export function jsonAnswer(value: unknown, status: 200 | 201 = 200): { ok: true; value: Response } {
  const headers = { 'Content-Type': 'application/json' };
  return { ok: true, value: new Response(JSON.stringify(value), { status, headers }) };
}

export function emptyAnswer(status: 200 | 201 | 204 = 204): { ok: true; value: Response } {
  return { ok: true, value: new Response(null, { status }) };
}

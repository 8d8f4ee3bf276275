import type { Bytes } from '@leeward/sealed-log/wire';
import { fromBase64url } from '@leeward/sealed-log/wire';
import { type Or, refuse } from './problem.ts';

/** What stands in paths, queries and headers. One spelling per value; anything else is malformed. */

/** 32 bytes in base64url. */
export function bytesParameter(text: string | undefined): Or<Bytes> {
  const bytes = fromBase64url(text ?? '');
  return bytes.ok && bytes.value.length === 32 ? bytes : refuse('malformed');
}

/** A whole number from 0, without sign or leading zeros, at most `limit`. */
export function numberParameter(text: string | undefined, limit: number, otherwise?: number): Or<number> {
  if (text === undefined && otherwise !== undefined) return { ok: true, value: otherwise };
  if (!/^(0|[1-9]\d{0,15})$/.test(text ?? '')) return refuse('malformed');
  const value = Number(text);
  return value <= limit ? { ok: true, value } : refuse('malformed');
}

/** A JSON object of exactly these fields, whatever they hold. */
export function jsonObject<const Name extends string>(
  body: Bytes,
  names: readonly Name[],
): Or<Readonly<Record<Name, unknown>>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('malformed');
    const keys = Object.keys(value);
    if (keys.length !== names.length || !names.every((name) => keys.includes(name)))
      return refuse('malformed');
    return { ok: true, value: value as Readonly<Record<Name, unknown>> };
  } catch {
    return refuse('malformed');
  }
}

/** A JSON object of exactly these numbers. */
export function jsonNumbers<const Name extends string>(
  body: Bytes,
  names: readonly Name[],
): Or<Readonly<Record<Name, number>>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (typeof value !== 'object' || value === null) return refuse('malformed');
    const entries = Object.entries(value);
    const known = entries.every(
      ([name, number]) => names.includes(name as Name) && Number.isSafeInteger(number) && number >= 0,
    );
    if (!known || entries.length !== names.length) return refuse('malformed');
    return { ok: true, value: value as Readonly<Record<Name, number>> };
  } catch {
    return refuse('malformed');
  }
}

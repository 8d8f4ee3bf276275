/** What a function returns when something can go wrong by a person's doing, a peer's or the relay's. Bugs throw. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** A success that carries a value. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A failure that carries its code. */
export function err<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

/**
 * The value of a result that cannot be a failure where it stands, such as the decoding of a constant.
 * @throws Error when it is one all the same: that is a bug.
 */
export function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`expected a success, got ${String(result.error)}`);
  return result.value;
}

/*
 * Passkeys, as far as a page has to speak to them: the keys are the authenticator's, and all that is used of it are the
 * bytes that its PRF extension makes from a salt. Nothing is sent to any server: the relay is never told of it.
 */

type PrfResults = {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } };
};

/** Whether this browser has passkeys at all; whether an authenticator can make secrets shows when it is asked. */
export const hasPasskeys = (): boolean => typeof PublicKeyCredential === 'function';

export type NewPasskey = {
  readonly credential: ArrayBuffer;
  readonly salt: ArrayBuffer;
  readonly secret: ArrayBuffer;
};

/**
 * Makes a passkey on this device and asks it for its secret. Null where the person said no, or the authenticator cannot make
 * secrets. `name` is what the device's own list of passkeys shows: it may be seen by others, so it says nothing.
 */
export async function makePasskey(name: string): Promise<NewPasskey | null> {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name, id: window.location.hostname },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        pubKeyCredParams: [
          { type: 'public-key', alg: -8 },
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        attestation: 'none',
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    if (!(made instanceof PublicKeyCredential)) return null;
    const results = made.getClientExtensionResults() as PrfResults;
    if (results.prf?.enabled !== true) return null;
    // Some authenticators give the secret only when they are used, not when they are made.
    const secret = bytesOf(results.prf.results?.first) ?? (await askPasskey(made.rawId, salt.buffer));
    return secret === null ? null : { credential: made.rawId, salt: salt.buffer, secret };
  } catch {
    return null;
  }
}

/** The secret of a passkey for a salt; null where the person said no, or it is not there. */
export async function askPasskey(credential: ArrayBuffer, salt: ArrayBuffer): Promise<ArrayBuffer | null> {
  try {
    const given = await navigator.credentials.get({
      publicKey: {
        rpId: window.location.hostname,
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id: credential }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    if (!(given instanceof PublicKeyCredential)) return null;
    return bytesOf((given.getClientExtensionResults() as PrfResults).prf?.results?.first);
  } catch {
    return null;
  }
}

function bytesOf(source: BufferSource | undefined): ArrayBuffer | null {
  if (source === undefined) return null;
  const view = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  return view.length === 32 ? view.slice().buffer : null;
}

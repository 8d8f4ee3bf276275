/*
 * Trusted Types are enforced (section 8): text can become neither markup nor an address of a script. One kind is
 * allowed, and only here: files of workers, which the build has put on our own origin.
 */

type Policy = { readonly createScriptURL: (address: string) => string };
type PolicyFactory = {
  readonly createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => Policy;
};

/** The name of the policy, which the relay's header must allow. */
const policyName = 'leeward';

let policy: Policy | undefined;

/** The address of a worker's file as the browser wants it. @throws TypeError for any other origin than our own. */
export function scriptAddress(address: string): string {
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory === undefined) return own(address);
  // A name can be given to one policy only.
  policy ??= factory.createPolicy(policyName, { createScriptURL: own });
  return policy.createScriptURL(address);
}

function own(address: string): string {
  const { origin } = new URL(address, globalThis.location.href);
  if (origin !== globalThis.location.origin) throw new TypeError('A script of another origin');
  return address;
}

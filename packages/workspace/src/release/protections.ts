/*
 * The headers without which a page of ours should not be trusted (section 8, fault 67). A proxy in front of the relay
 * may lose them; nothing in the page would look different. Kept small: the door carries it at first paint.
 */

export type ProtectedSite = 'desk' | 'door' | 'files';

const self = "'self'";
const none = "'none'";

/**
 * Which protections are missing from an answer, by the names that an administrator looks for: a header, or a directive
 * of the content policy. Empty when all are in force. `header` gives the value of a header, null where there is none.
 */
export function missingProtections(
  site: ProtectedSite,
  header: (name: string) => string | null,
): readonly string[] {
  const missing: string[] = [];
  const need = (name: string, pattern: RegExp): void => {
    if (!pattern.test(header(name) ?? '')) missing.push(name);
  };
  // Several policies arrive joined by a comma, and all of them are in force: one that is complete is enough.
  const policies = (header('Content-Security-Policy') ?? '').split(',').map((policy) => gaps(site, policy));
  missing.push(...(policies.sort((left, right) => left.length - right.length)[0] ?? []));
  need('Integrity-Policy', /blocked-destinations=\([^)]*\bscript\b/);
  need('Cross-Origin-Opener-Policy', /^same-origin$/);
  need('X-Content-Type-Options', /^nosniff$/);
  need('Referrer-Policy', /^no-referrer$/);
  need('Permissions-Policy', /\bgeolocation=\(\)/);
  return missing;
}

/**
 * Asks for this page once more and looks at its headers. A person behind a proxy that loses them loses them here too.
 * Gives null when the server cannot be reached: that is no finding.
 */
export async function missingHere(site: ProtectedSite): Promise<readonly string[] | null> {
  try {
    const { headers } = await fetch('/', { method: 'HEAD', cache: 'no-store', redirect: 'error' });
    return missingProtections(site, (name) => headers.get(name));
  } catch {
    return null;
  }
}

/** The directives of one policy that are absent, or that allow more than ours. */
function gaps(site: ProtectedSite, policy: string): readonly string[] {
  const directives = new Map(
    policy.split(';').map((text) => {
      const [name = '', ...values] = text.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );
  if (!directives.has('default-src')) return ['Content-Security-Policy'];
  const scripts = site === 'desk' ? [self, "'wasm-unsafe-eval'"] : [self];
  const allowed: Readonly<Record<string, readonly string[]>> = {
    'default-src': [none],
    'base-uri': [none],
    'form-action': [none],
    'script-src': scripts,
    'style-src': [self],
    'connect-src': [self],
    'worker-src': [self],
    'require-trusted-types-for': ["'script'"],
    ...(site === 'files' ? {} : { 'frame-ancestors': [none] }),
  };
  // What is absent falls back to default-src, which allows nothing; these do not fall back.
  const explicit = /^(default-src|base-uri|form-action|frame-ancestors|require-trusted-types-for)$/;
  return Object.entries(allowed)
    .filter(([name, sources]) => {
      const values = directives.get(name);
      if (values === undefined) return explicit.test(name);
      // A hash allows one text that stands in the page itself, such as its import map.
      return (
        values.length === 0 || !values.every((value) => sources.includes(value) || /^'sha256-/.test(value))
      );
    })
    .map(([name]) => `Content-Security-Policy: ${name}`);
}

import { describe, expect, it } from 'vitest';
import { missingProtections, type ProtectedSite } from './protections.ts';
import { goodHeaders } from './testing/server.ts';

const missing = (
  changes: Readonly<Record<string, string | null>>,
  site: ProtectedSite = 'desk',
): readonly string[] =>
  missingProtections(site, (name) =>
    name in changes ? (changes[name] ?? null) : (goodHeaders[name] ?? null),
  );
const policy = goodHeaders['Content-Security-Policy'] ?? '';
const withPolicy = (from: string, to: string): readonly string[] =>
  missing({ 'Content-Security-Policy': policy.replace(from, to) });

describe('the protecting headers', () => {
  it('are complete as the relay sends them', () => {
    expect(missing({})).toEqual([]);
  });

  it('[fault 67] are missed one by one', () => {
    for (const name of Object.keys(goodHeaders)) expect(missing({ [name]: null })).toEqual([name]);
    expect(missing(Object.fromEntries(Object.keys(goodHeaders).map((name) => [name, null])))).toHaveLength(6);
  });

  it('[fault 67] are missed when a policy stands there that allows more than ours', () => {
    expect(withPolicy("script-src 'self'", "script-src 'self' 'unsafe-inline'")).toEqual([
      'Content-Security-Policy: script-src',
    ]);
    expect(withPolicy("script-src 'self'", 'script-src https:')).toEqual([
      'Content-Security-Policy: script-src',
    ]);
    expect(withPolicy("connect-src 'self'", "connect-src 'self' https://collect.example")).toEqual([
      'Content-Security-Policy: connect-src',
    ]);
    expect(withPolicy("default-src 'none'", "default-src 'self'")).toEqual([
      'Content-Security-Policy: default-src',
    ]);
    expect(withPolicy("frame-ancestors 'none'", 'x 1')).toEqual(['Content-Security-Policy: frame-ancestors']);
    expect(withPolicy("require-trusted-types-for 'script'", 'x 1')).toEqual([
      'Content-Security-Policy: require-trusted-types-for',
    ]);
    expect(missing({ 'Integrity-Policy': 'blocked-destinations=(style)' })).toEqual(['Integrity-Policy']);
  });

  it('are in force when a proxy adds a policy of its own beside ours, and when ours forbids by saying nothing', () => {
    expect(missing({ 'Content-Security-Policy': `upgrade-insecure-requests, ${policy}` })).toEqual([]);
    expect(withPolicy("connect-src 'self'; ", '')).toEqual([]);
  });

  it('allow WebAssembly at the desk alone, and let the viewer be framed', () => {
    expect(missing({}, 'door')).toEqual(['Content-Security-Policy: script-src']);
    const viewer = policy
      .replace(" 'wasm-unsafe-eval'", '')
      .replace("frame-ancestors 'none'", 'frame-ancestors http://desk.localhost:8700');
    expect(missing({ 'Content-Security-Policy': viewer }, 'files')).toEqual([]);
    expect(missing({ 'Content-Security-Policy': viewer }, 'door')).toEqual([
      'Content-Security-Policy: frame-ancestors',
    ]);
  });
});

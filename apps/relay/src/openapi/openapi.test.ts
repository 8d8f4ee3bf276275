import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRelay, type TestRelay } from '../../../../tests/support/relay.ts';
import { ask } from '../../../../tests/support/relay-http.ts';
import { apiRoutes } from '../app.ts';
import { problemCodes } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { problemsOf } from './operation.ts';
import { operations } from './operations.ts';

describe('the description of the interface', () => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await startTestRelay();
  });
  afterAll(() => relay.end());

  it('names every route that the server has, and no other', () => {
    const app = new Hono();
    apiRoutes(app, { config: { quotas: {} } } as Services);
    const registered = app.routes.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    );
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect([...new Set(registered)].sort()).toEqual([...described].sort());
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('is served as OpenAPI 3.1', async () => {
    const answer = await ask(relay.address, relay.url('door'), '/v1/openapi.json');
    expect(answer.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Leeward relay' } });
    const { paths } = answer.json() as { paths: Record<string, Record<string, { responses: object }>> };
    expect(Object.keys(paths['/v1/o/{org}/entries']?.['post']?.responses ?? {}).map(Number)).toEqual([
      200, 201, 400, 401, 403, 409, 410, 413, 421, 429, 500, 503, 507,
    ]);
  });

  it('uses every code of a problem somewhere', () => {
    const used = new Set(operations.flatMap((operation) => [...problemsOf(operation)]));
    // For paths and methods that no operation has.
    const outside = ['wrong-method'];
    expect(problemCodes.filter((code) => !used.has(code))).toEqual(outside);
  });
});

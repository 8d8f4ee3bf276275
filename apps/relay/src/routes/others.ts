import { toBase64url } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { jsonAnswer } from '../http/answers.ts';
import { challengeSeconds } from '../http/challenge.ts';
import { openapiDocument } from '../openapi/document.ts';
import type { Services } from '../services.ts';
import { version } from '../version.ts';

/** What needs no organisation: challenges, health, the relay's own key, and where the source of all this is. */
export function otherRoutes(app: Hono, services: Services): void {
  app.get('/v1/challenge', () => {
    const challenge = toBase64url(services.challenges.issue());
    return jsonAnswer({ challenge, expiresIn: challengeSeconds }).value;
  });
  app.get('/v1/openapi.json', () => jsonAnswer(openapiDocument()).value);
  app.get('/v1/health', () => jsonAnswer({ status: 'ok', storage: services.store.health(), version }).value);
  const { source } = services.config;
  app.get('/v1/source', () => jsonAnswer({ license: 'AGPL-3.0-or-later', version, source }).value);
  app.get('/v1/relay', () => jsonAnswer({ key: toBase64url(services.key.publicKey), version }).value);
}

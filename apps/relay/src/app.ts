import { Hono } from 'hono';
import { problemResponse } from './http/problem.ts';
import { sourcePlace } from './logbook.ts';
import { blobRoutes } from './routes/blobs.ts';
import { callRoutes } from './routes/calls.ts';
import { doorRoutes } from './routes/door.ts';
import { endRoutes } from './routes/ends.ts';
import { entryRoutes } from './routes/entries.ts';
import { joinRoutes } from './routes/joins.ts';
import { liveRoutes } from './routes/live.ts';
import { mailboxRoutes } from './routes/mailboxes.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { otherRoutes } from './routes/others.ts';
import { rowRoutes } from './routes/rows.ts';
import type { Services } from './services.ts';
import type { StaticSites } from './static/serve.ts';

/** Everything that the relay answers: the interface under /v1 on desk and door, and each app on its own origin. */
export function relayApp(services: Services, sites: StaticSites, note: (status: number) => void): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    note(context.res.status);
    // The interface hands out sealed things to one asker: nothing between may keep them, and no page may embed them.
    if (context.req.path.startsWith('/v1/')) hardenAnswer(context.res);
  });
  app.use('/v1/*', async (context, next) => {
    const site = services.sites.get(context.req.header('host') ?? '');
    if (site === undefined || site.app === 'files') return problemResponse({ code: 'wrong-host' });
    await next();
    return undefined;
  });
  apiRoutes(app, services);
  app.all('/v1/*', (context) => {
    const known = app.routes.some(({ path, method }) => method !== 'ALL' && matches(path, context.req.path));
    return problemResponse({ code: known ? 'wrong-method' : 'nothing-there' });
  });
  app.all('*', (context) => sites.answer(context));
  app.onError((error) => {
    services.logbook('request-broke', sourcePlace(error));
    return problemResponse({ code: 'broke' });
  });
  return app;
}

/** All routes of the interface, as ./openapi describes them. */
export function apiRoutes(app: Hono, services: Services): void {
  otherRoutes(app, services);
  organisationRoutes(app, services);
  entryRoutes(app, services);
  rowRoutes(app, services);
  liveRoutes(app, services);
  blobRoutes(app, services);
  doorRoutes(app, services);
  mailboxRoutes(app, services);
  endRoutes(app, services);
  joinRoutes(app, services);
  callRoutes(app, services);
}

function hardenAnswer(answer: Response): void {
  answer.headers.set('Cache-Control', 'no-store');
  answer.headers.set('X-Content-Type-Options', 'nosniff');
  answer.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  answer.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  answer.headers.set('Referrer-Policy', 'no-referrer');
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.includes('*') || wanted.length !== given.length) return false;
  return wanted.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]));
}

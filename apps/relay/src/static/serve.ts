import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { problemResponse } from '../http/problem.ts';
import type { Logbook } from '../logbook.ts';
import { type AppName, appNames, type Sites } from '../sites.ts';
import { readFiles, type StaticFile } from './files.ts';
import { landingPage } from './landing.ts';
import { headersOf, type Neighbours } from './policy.ts';

/** Serves each app on its own origin, and nothing of it on another's (section 8). */
export type StaticSites = { readonly answer: (context: Context) => Promise<Response> };

type Served = {
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly headers: Readonly<Record<string, string>>;
};

export function openStaticSites(
  folders: Readonly<Record<AppName, string>>,
  sites: Sites,
  logbook: Logbook,
): StaticSites {
  const neighbours = neighboursOf(sites);
  const served = new Map(
    appNames.map((app) => {
      const files = readFiles(folders[app]);
      if (files.size === 0) logbook('app-missing');
      return [app, { files, headers: headersOf(app, neighbours, readPages(files)) }] as const;
    }),
  );
  return {
    answer: async (context) => {
      const host = context.req.header('host') ?? '';
      const site = sites.get(host);
      if (site === undefined) {
        const [desk = '', door = ''] = [neighbours.desk[0], neighbours.door[0]];
        return isPlainLocal(host) ? landingPage(desk, door) : problemResponse({ code: 'wrong-host' });
      }
      if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
        return problemResponse({ code: 'wrong-method' });
      const found = served.get(site.app);
      if (found === undefined || found.files.size === 0) return notBuilt(site.app);
      return answerFile(context, site.app, found);
    },
  };
}

async function answerFile(context: Context, app: AppName, { files, headers }: Served): Promise<Response> {
  const path = context.req.path === '/' ? '/index.html' : context.req.path;
  // The desk's own addresses all lead to its one page; a missing file is missing.
  const isRoom = app === 'desk' && !/\.\w+$/.test(path);
  const file = files.get(path) ?? (isRoom ? files.get('/index.html') : undefined);
  if (file === undefined) return withHeaders(problemResponse({ code: 'nothing-there' }), headers);
  const all = new Headers(headers);
  all.set('Content-Type', file.type);
  // A page states the hashes of all that it loads. What a worker imports has no place for one, and would be refused.
  if (!file.type.startsWith('text/html')) all.delete('Integrity-Policy');
  all.set('Cache-Control', cachingOf(app, file));
  all.set('Vary', 'Accept-Encoding');
  // What a defender opened must not be kept by her browser; everything else may be asked for again by its tag.
  if (cachingOf(app, file) !== 'no-store') all.set('ETag', file.tag);
  if (context.req.header('if-none-match') === file.tag && all.has('ETag'))
    return new Response(null, { status: 304, headers: all });
  const encoding = acceptedEncoding(context.req.header('accept-encoding') ?? '');
  const packed = encoding === null ? null : await file.encoded(encoding);
  if (packed !== null && encoding !== null) all.set('Content-Encoding', encoding);
  const bytes = packed ?? file.bytes;
  all.set('Content-Length', String(bytes.length));
  return new Response(context.req.method === 'HEAD' ? null : new Uint8Array(bytes), { headers: all });
}

function cachingOf(app: AppName, file: StaticFile): string {
  // All of the door, its scripts too: a file that lies in a browser's store says which page was opened.
  if (app === 'door') return 'no-store';
  return file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Brotli where it is taken, then gzip. An encoding with `q=0` is refused by whoever says so. */
export function acceptedEncoding(header: string): 'br' | 'gzip' | null {
  const taken = new Set<string>();
  for (const one of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = one.split(';').map((part) => part.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) taken.add(name);
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : null;
}

/** What the policy has to know of an app's pages: their import maps, and whether every script states its hash. */
export function readPages(files: ReadonlyMap<string, StaticFile>): {
  readonly inlineMaps: readonly string[];
  readonly scriptsHaveIntegrity: boolean;
} {
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  const texts = pages.map(([, { bytes }]) => bytes.toString('utf8'));
  const maps = texts.flatMap((html) => [
    ...html.matchAll(/<script type="importmap"[^>]*>([\s\S]*?)<\/script>/g),
  ]);
  const scripts = texts
    .flatMap((html) => [...html.matchAll(/<(script|link)\b[^>]*>/g)])
    .map(([tag]) => tag)
    .filter((tag) => /\bsrc=|rel="modulepreload"/.test(tag));
  return {
    inlineMaps: maps.map(([, text = '']) => createHash('sha256').update(text).digest('base64')),
    scriptsHaveIntegrity: scripts.length > 0 && scripts.every((tag) => /\bintegrity=/.test(tag)),
  };
}

function neighboursOf(sites: Sites): Neighbours {
  const origins = (app: AppName): readonly string[] =>
    [...sites.values()].filter((site) => site.app === app).map((site) => site.origin);
  return { desk: origins('desk'), door: origins('door'), files: origins('files') };
}

function isPlainLocal(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}

function notBuilt(app: AppName): Response {
  return new Response(`The ${app} has not been built yet. \`npm start\` builds it.\n`, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

function withHeaders(answer: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

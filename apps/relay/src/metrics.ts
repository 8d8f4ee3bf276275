import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Services } from './services.ts';

/** Requests answered, by the first digit of their status: nothing that says who asked for what. */
export type RequestCounts = { readonly [kind in '2' | '3' | '4' | '5']: number };

/** Counts answers. */
export function openRequestCounts(): {
  readonly note: (status: number) => void;
  readonly counts: () => RequestCounts;
} {
  const counts = { '2': 0, '3': 0, '4': 0, '5': 0 };
  return {
    note: (status) => {
      const kind = String(status)[0];
      if (kind === '2' || kind === '3' || kind === '4' || kind === '5') counts[kind] += 1;
    },
    counts: () => ({ ...counts }),
  };
}

/** Serves metrics in Prometheus' text form, on the loopback interface only. @throws Error when the port is taken. */
export async function startMetrics(
  port: number,
  services: Services,
  counts: () => RequestCounts,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const known = request.method === 'GET' && request.url === '/metrics';
    response.writeHead(known ? 200 : 404, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(known ? metricsText(services, counts()) : 'Only /metrics is here.\n');
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function metricsText({ store, organisations, streams, bodies }: Services, counts: RequestCounts): string {
  const gauges = {
    leeward_storage_writable: store.health() === 'ok' ? 1 : 0,
    leeward_organisations: organisations.all().length,
    leeward_organisations_damaged: organisations.all().filter(({ damaged }) => damaged).length,
    leeward_live_streams: streams.open(),
    leeward_body_bytes: bodies.used,
    leeward_memory_bytes: process.memoryUsage.rss(),
  };
  const lines = Object.entries(gauges).flatMap(([name, value]) => [
    `# TYPE ${name} gauge`,
    `${name} ${value}`,
  ]);
  lines.push('# TYPE leeward_answers_total counter');
  for (const [kind, count] of Object.entries(counts))
    lines.push(`leeward_answers_total{status="${kind}xx"} ${count}`);
  return `${lines.join('\n')}\n`;
}

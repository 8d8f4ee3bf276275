import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';

/*
 * A line as people have it far from cities: 50 KB a second, 400 ms there and back, and one request in twenty lost.
 */

export const line = { bytesPerSecond: 50 * 1024, roundTrip: 400 } as const;

/** Puts a page behind the slow line, for everything that it asks from now on. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.roundTrip,
    downloadThroughput: line.bytesPerSecond,
    uploadThroughput: line.bytesPerSecond,
  });
}

/** What happens to a lost request: it does not arrive, its answer does not, or half of its answer does. */
const losses = ['request', 'answer', 'half'] as const;

export type LossyProxy = {
  readonly origin: string;
  /** Requests so far, and how many of them were lost. */
  readonly count: () => { readonly all: number; readonly lost: number };
  readonly end: () => Promise<void>;
};

/** A proxy before a server that loses one request in `every`, each time in another way. */
export async function startLossyProxy(target: string, every: number): Promise<LossyProxy> {
  const { port, hostname } = new URL(target);
  let [all, lost] = [0, 0];
  const server = createServer((request, response) => {
    all += 1;
    const loss = all % every === 0 ? losses[lost % losses.length] : undefined;
    if (loss !== undefined) lost += 1;
    if (loss === 'request') {
      request.socket.destroy();
      return;
    }
    const { url: path, method, headers } = request;
    const outgoing = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (incoming) => {
      if (loss === 'answer') {
        incoming.resume();
        incoming.on('end', () => request.socket.destroy());
        return;
      }
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('end', () => {
        const body = Buffer.concat(pieces);
        response.writeHead(incoming.statusCode ?? 502, incoming.headers);
        if (loss !== 'half') response.end(body);
        else response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
      });
    });
    outgoing.on('error', () => request.socket.destroy());
    request.pipe(outgoing);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    count: () => ({ all, lost }),
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A photo of about 200 KB, of noise that no packing makes smaller, as a JPEG. */
export async function heavyPhoto(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 400];
    const context = canvas.getContext('2d');
    if (context === null) return [];
    const noise = context.createImageData(canvas.width, canvas.height);
    let state = 1;
    for (let at = 0; at < noise.data.length; at += 1) {
      state = (state * 48271) % 2147483647;
      noise.data[at] = at % 4 === 3 ? 255 : state & 255;
    }
    context.putImageData(noise, 0, 0);
    let best: Blob | null = null;
    for (let quality = 0.95; quality > 0.3; quality -= 0.05) {
      best = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
      if (best !== null && best.size < 210_000) break;
    }
    return best === null ? [] : [...new Uint8Array(await best.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

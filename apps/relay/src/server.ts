import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Quotas } from './quotas.ts';

export type RunningServer = {
  readonly port: number;
  /** Takes no new requests, lets those under way end, then closes what is left. */
  readonly stop: (graceMilliseconds: number) => Promise<void>;
};

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A plain HTTP server that slow and idle clients cannot wear out (fault 21): headers and bodies have a time limit, and
 * beyond the number of connections the one that has been idle longest makes room for the next.
 * @throws Error with code EADDRINUSE when the port is taken.
 */
export async function startServer(
  listen: string,
  port: number,
  quotas: Quotas,
  handler: RequestHandler,
): Promise<RunningServer> {
  const server = createServer(
    {
      headersTimeout: quotas.headerSeconds * 1000,
      requestTimeout: quotas.requestSeconds * 1000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: 16 * 1024,
    },
    handler,
  );
  const sockets = keepRoom(server, quotas.connections);
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end(badRequest);
    else socket.destroy();
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, listen, () => {
      server.off('error', failed);
      done();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: (grace) =>
      new Promise((done) => {
        const timer = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(timer);
          done();
        });
        sockets.endIdle();
      }),
  };
}

const problem = JSON.stringify({
  type: 'urn:leeward:problem:malformed',
  title: 'The request is not in the form that this relay reads.',
  status: 400,
  code: 'malformed',
});
const badRequest = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(problem)}\r\nConnection: close\r\n\r\n${problem}`;

/**
 * Keeps the sockets that nobody would miss first: those without a request under way, then those whose request is still
 * arriving, each list with the one that has been in it longest at its head.
 */
function keepRoom(server: Server, limit: number): { readonly endIdle: () => void } {
  const idle = new Map<Socket, true>();
  const arriving = new Map<Socket, true>();
  let open = 0;
  let ending = false;
  server.on('connection', (socket) => {
    open += 1;
    idle.set(socket, true);
    socket.once('close', () => {
      open -= 1;
      idle.delete(socket);
      arriving.delete(socket);
    });
    // An upload that makes room is resumed later; a client that drips a byte a second is not missed (fault 21).
    if (open > limit) (idle.keys().next().value ?? arriving.keys().next().value)?.destroy();
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    idle.delete(socket);
    arriving.set(socket, true);
    request.once('close', () => arriving.delete(socket));
    response.once('close', () => {
      if (ending) socket.destroy();
      else if (!socket.destroyed) idle.set(socket, true);
    });
  });
  return {
    /** Closes idle sockets, and from now on each one when its request has been answered. */
    endIdle: () => {
      ending = true;
      for (const socket of idle.keys()) socket.destroy();
    },
  };
}

import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on a port of its own, with names and passwords, that shows what it was given. */
export type MailServer = {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** Refuses whatever comes from now on, or takes it again. */
  refuse: (isRefusing: boolean) => void;
  readonly end: () => Promise<void>;
};

export type ReceivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  /** Everything between DATA and the dot, headers included. */
  readonly text: string;
  /** What the sender called itself. */
  readonly greeting: string;
  readonly at: number;
};

const [user, password] = ['notes', 'plainly synthetic 4'];

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let isRefusing = false;
  const server = new SMTPServer({
    logger: false,
    hideSTARTTLS: options.cert === undefined,
    allowInsecureAuth: true,
    ...options,
    onAuth: (auth, _session, done) =>
      auth.username === user && auth.password === password
        ? done(null, { user })
        : done(new Error('wrong name or password')),
    onMailFrom: (_address, _session, done) => done(isRefusing ? new Error('not now') : null),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(pieces).toString('utf8'),
          greeting: String(session.hostNameAppearsAs),
          at: Date.now(),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as AddressInfo;
  const scheme = options.secure === true ? 'smtps' : 'smtp';
  return {
    url: `${scheme}://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    received,
    refuse: (refusing) => {
      isRefusing = refusing;
    },
    end: () => new Promise((closed) => server.close(() => closed())),
  };
}

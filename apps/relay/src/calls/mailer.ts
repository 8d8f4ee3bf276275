import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { MailSettings } from '../config.ts';
import { callWords } from './words.ts';

/** Hands one call to the organisation's own mail server. True when that server has taken it. */
export type Mailer = {
  readonly send: (address: string, language: string) => Promise<boolean>;
  readonly close: () => void;
};

const patience = 30_000;

/** A mailer over SMTP. Outside of this machine the line must be encrypted; the server's certificate is checked. */
export function openMailer({ url, from }: MailSettings): Mailer {
  const server = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname);
  const secure = server.protocol === 'smtps:';
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isHere,
    ...(server.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    // What this machine is called is nobody's business.
    name: 'localhost',
  });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/[>\s]/g, '');
  return {
    send: async (address, language) => {
      const { subject, text } = callWords(language);
      try {
        await transport.sendMail({
          from,
          to: address,
          subject,
          text,
          messageId: `<${randomUUID()}@${domain}>`,
          xMailer: false,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return true;
      } catch {
        return false;
      }
    },
    close: () => transport.close(),
  };
}

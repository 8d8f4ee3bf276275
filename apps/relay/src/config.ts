import { join } from 'node:path';
import type { Result } from '@leeward/sealed-log/wire';
import { err, ok } from '@leeward/sealed-log/wire';
import { defaultQuotas, type Quotas } from './quotas.ts';
import { type AppName, appNames } from './sites.ts';

/** Everything that can be set about a relay. `docs/operations.md` lists it in the same order. */
export type Config = {
  /** Where the database, the blobs and the relay's key live. */
  readonly data: string;
  readonly listen: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** What the address bar says for each app; null: http://<app>.localhost:<port>. */
  readonly origins: Readonly<Record<AppName, readonly string[]>> | null;
  /** `sqlite` (a file in `data`), or the address of a PostgreSQL database. */
  readonly database: string;
  /** The most that the SQLite file may grow to, in bytes; null for no bound but the disk's. */
  readonly databaseMaxBytes: number | null;
  /** A second port on the loopback interface, for metrics; null for none. */
  readonly metricsPort: number | null;
  /** The organisation's own mail server, for calls that say only that something changed; null: nobody is called. */
  readonly mail: MailSettings | null;
  /** Where the operator offers the source of what runs here (the AGPL asks for it); null: nobody has said. */
  readonly source: string | null;
  /** The built apps: a folder each. */
  readonly apps: Readonly<Record<AppName, string>>;
  readonly quotas: Quotas;
};

export type MailSettings = {
  /** `smtps://name:password@host:465`, or `smtp://…` with STARTTLS. */
  readonly url: string;
  /** The neutral sender, such as `notes@example.org`. */
  readonly from: string;
  /** A call goes out after a delay drawn by lot between these, in seconds. */
  readonly delaySeconds: readonly [number, number];
};

/** Long enough that times cannot be put together, short enough for a request that waits two hours at most. */
const usualDelay = [3 * 60, 20 * 60] as const;

const appsFolder = join(import.meta.dirname, '..', '..');

export function defaultConfig(): Config {
  return {
    data: '.data',
    listen: '127.0.0.1',
    port: 8700,
    origins: null,
    database: 'sqlite',
    databaseMaxBytes: null,
    metricsPort: null,
    mail: null,
    source: null,
    apps: {
      desk: join(appsFolder, 'desk', 'dist'),
      door: join(appsFolder, 'door', 'dist'),
      files: join(appsFolder, 'files', 'dist'),
    },
    quotas: defaultQuotas,
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration from the text of a JSON file (null: no file) and from the environment, which wins. Every mistake
 * is reported, in words, and nothing is guessed: an unknown key is one too.
 */
export function readConfig(file: string | null, environment: Environment): Result<Config, readonly string[]> {
  const mistakes: string[] = [];
  const values = new Map<string, unknown>();
  if (file !== null) {
    const parsed = parseObject(file);
    if (parsed === null) mistakes.push('The configuration file is not a JSON object.');
    else for (const [key, value] of Object.entries(parsed)) values.set(key, value);
  }
  for (const [name, key] of Object.entries(environmentNames)) {
    const value = environment[name];
    if (value !== undefined && value !== '') values.set(key, fromEnvironment(key, value));
  }
  let config = defaultConfig();
  for (const [key, value] of values) {
    const read = readers[key];
    const done = read === undefined ? unknownKey(key) : read(value, config);
    if (typeof done === 'string') mistakes.push(done);
    else config = { ...config, ...done };
  }
  const { mail } = config;
  if (mail !== null && (mail.url === '' || mail.from === ''))
    mistakes.push(
      '"mailUrl" and "mailFrom" belong together: a server, and the address that calls come from.',
    );
  return mistakes.length > 0 ? err(mistakes) : ok(config);
}

/** The environment's names for what is set most often. */
export const environmentNames: Readonly<Record<string, string>> = {
  LEEWARD_DATA: 'data',
  LEEWARD_LISTEN: 'listen',
  LEEWARD_PORT: 'port',
  LEEWARD_ORIGINS_DESK: 'deskOrigins',
  LEEWARD_ORIGINS_DOOR: 'doorOrigins',
  LEEWARD_ORIGINS_FILES: 'filesOrigins',
  LEEWARD_DATABASE: 'database',
  LEEWARD_DATABASE_MAX_BYTES: 'databaseMaxBytes',
  LEEWARD_SOURCE: 'source',
  LEEWARD_METRICS_PORT: 'metricsPort',
  LEEWARD_MAIL_URL: 'mailUrl',
  LEEWARD_MAIL_FROM: 'mailFrom',
  LEEWARD_MAIL_DELAY: 'mailDelay',
};

/** Numbers and lists arrive from the environment as text. */
function fromEnvironment(key: string, value: string): unknown {
  if (key.endsWith('Origins')) return value.split(',').map((one) => one.trim());
  return /^\d+$/.test(value) ? Number(value) : value;
}

/** Reads one key into a part of the configuration, or says what is wrong with it. */
type Reader = (value: unknown, before: Config) => Partial<Config> | string;

const readers: Readonly<Record<string, Reader>> = {
  data: (value) =>
    isText(value) ? { data: value } : '"data" must be the path of a folder, such as "/var/lib/leeward".',
  listen: (value) =>
    isText(value) ? { listen: value } : '"listen" must be an address, such as "127.0.0.1" or "::1".',
  port: (value) => (isPort(value) ? { port: value } : '"port" must be a whole number from 0 to 65535.'),
  deskOrigins: (value, before) => readOrigins('desk', value, before),
  doorOrigins: (value, before) => readOrigins('door', value, before),
  filesOrigins: (value, before) => readOrigins('files', value, before),
  database: (value) =>
    value === 'sqlite' || (isText(value) && /^postgres(ql)?:\/\//.test(value))
      ? { database: value }
      : '"database" must be "sqlite" or an address that begins with "postgres://".',
  databaseMaxBytes: (value) =>
    isCount(value) && value >= 65_536
      ? { databaseMaxBytes: value }
      : '"databaseMaxBytes" must be a whole number of bytes, at least 65536.',
  metricsPort: (value) =>
    isPort(value) ? { metricsPort: value } : '"metricsPort" must be a whole number from 0 to 65535.',
  mailUrl: (value, before) =>
    isText(value) && URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol)
      ? { mail: { ...(before.mail ?? noMail), url: value } }
      : '"mailUrl" must be an address such as "smtps://name:password@mail.example.org:465".',
  mailFrom: (value, before) =>
    isText(value) && /^[^\s@<>]+@[^\s@<>]+$/.test(value)
      ? { mail: { ...(before.mail ?? noMail), from: value } }
      : '"mailFrom" must be a neutral address such as "notes@example.org".',
  mailDelay: (value, before) => readDelay(value, before),
  source: (value) =>
    isText(value) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
      ? { source: value }
      : '"source" must be the address of the source of what runs here, such as "https://git.example.org/leeward".',
  quotas: readQuotas,
};

const noMail: MailSettings = { url: '', from: '', delaySeconds: usualDelay };

function readDelay(value: unknown, before: Config): Partial<Config> | string {
  const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(String(value)) ?? [];
  if (from === undefined || to === undefined || Number(from) > Number(to))
    return '"mailDelay" must be a range of seconds, such as "180-1200".';
  return { mail: { ...(before.mail ?? noMail), delaySeconds: [Number(from), Number(to)] } };
}

function unknownKey(key: string): string {
  const known = Object.keys(readers).join(', ');
  return `"${key}" is not a setting. The settings are: ${known}.`;
}

function readOrigins(app: AppName, value: unknown, before: Config): Partial<Config> | string {
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list) || list.length === 0) return `"${app}Origins" must be a list of origins.`;
  for (const one of list)
    if (!isOrigin(one))
      return `"${app}Origins": "${String(one)}" is not an origin. Write scheme, host and port only, such as "https://${app}.example.org".`;
  const none = Object.fromEntries(appNames.map((name) => [name, []])) as unknown as Record<AppName, string[]>;
  return { origins: { ...(before.origins ?? none), [app]: list as string[] } };
}

function readQuotas(value: unknown, before: Config): Partial<Config> | string {
  if (typeof value !== 'object' || value === null) return '"quotas" must be an object of numbers.';
  const quotas: Record<string, number> = { ...before.quotas };
  for (const [key, amount] of Object.entries(value)) {
    if (!(key in defaultQuotas))
      return `"quotas.${key}" is not a setting. The quotas are: ${Object.keys(defaultQuotas).join(', ')}.`;
    if (!isCount(amount)) return `"quotas.${key}" must be a whole number, 0 or more.`;
    quotas[key] = amount;
  }
  return { quotas: quotas as Quotas };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isPort = (value: unknown): value is number => isCount(value) && value <= 65_535;

function isOrigin(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const url = new URL(value);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === value;
}

/**
 * The tables in both dialects. A migration is never changed once released; a later form of the tables is another
 * entry at the end of the list.
 */
export type Dialect = 'sqlite' | 'postgres';

const first = `
create table settings (name text primary key, value text not null);
create table organisations (org BYTES primary key, sequence NUMBER not null, head_position NUMBER not null);
create table heads (
  org BYTES not null, log NUMBER not null, line BYTES not null, position NUMBER not null, head BYTES not null,
  org_position NUMBER not null, forgotten NUMBER not null, primary key (org, log, line)
);
create table rows (
  org BYTES not null, log NUMBER not null, line BYTES not null, position NUMBER not null, hash BYTES not null,
  sequence NUMBER, hour NUMBER not null, form NUMBER not null, signed BYTES not null, signature BYTES not null,
  clear BYTES, body BYTES, primary key (org, log, line, position)
);
create unique index rows_by_sequence on rows (org, sequence);
create unique index rows_by_hash on rows (org, hash);
create table append_keys (
  org BYTES not null, record BYTES not null, epoch BYTES not null, position NUMBER not null,
  append_key BYTES not null, primary key (org, record, epoch)
);
create table blobs (
  org BYTES not null, blob BYTES not null, owner_kind NUMBER not null, owner BYTES not null, mailbox BYTES,
  hour NUMBER not null, bytes NUMBER not null, complete NUMBER not null, referenced NUMBER not null,
  primary key (org, blob)
);
create index blobs_unreferenced on blobs (referenced, hour);
create table blob_parts (
  org BYTES not null, blob BYTES not null, number NUMBER not null, size NUMBER not null, hash BYTES not null,
  primary key (org, blob, number)
);
create table blob_references (
  org BYTES not null, blob BYTES not null, log NUMBER not null, line BYTES not null, position NUMBER not null,
  primary key (org, blob, log, line, position)
);
create index blob_references_by_line on blob_references (org, log, line, position);
create table forgotten (
  org BYTES not null, kind NUMBER not null, id BYTES not null, record BYTES not null, position NUMBER not null,
  primary key (org, kind, id)
);
create table doors (
  org BYTES primary key, revision NUMBER not null, work_bits NUMBER not null, published BYTES not null
);
create table joins (
  org BYTES not null, join_id BYTES not null, slot NUMBER not null, bytes BYTES not null, hour NUMBER not null,
  primary key (org, join_id, slot)
);
create table tokens (hash BYTES primary key, hour NUMBER not null);
create table usage (
  org BYTES not null, kind text not null, subject BYTES not null, period NUMBER not null, amount NUMBER not null,
  primary key (org, kind, subject, period)
);
`;

/** Being called: where, and the times that desks leave, in whole minutes since 1970. */
const second = `
create table calls (
  org BYTES not null, device BYTES not null, address text not null, language text not null, told NUMBER not null,
  primary key (org, device)
);
create table wakes (
  org BYTES not null, device BYTES not null, wake BYTES not null, minute NUMBER not null,
  primary key (org, device, wake)
);
create index wakes_by_time on wakes (minute);
`;

/** Mailboxes that a team has opened for a time only. */
const third = `
create table mailbox_ends (
  org BYTES not null, mailbox BYTES not null, hour NUMBER not null, dropped NUMBER not null,
  primary key (org, mailbox)
);
create index mailbox_ends_by_hour on mailbox_ends (dropped, hour);
`;

/** The last days of replies: what is sealed in them is dropped after it. */
const fourth = `
create table reply_ends (
  org BYTES not null, mailbox BYTES not null, position NUMBER not null, day NUMBER not null,
  primary key (org, mailbox, position)
);
create index reply_ends_by_day on reply_ends (day);
`;

const migrations: readonly string[] = [first, second, third, fourth];

/** The version of the tables that this code works with. */
export const schemaVersion = migrations.length;

/** The statements that bring the tables from `version` (0: nothing there) to the present. */
export function migrationsFrom(version: number, dialect: Dialect): readonly string[] {
  const bytes = dialect === 'sqlite' ? 'blob' : 'bytea';
  const number = dialect === 'sqlite' ? 'integer' : 'bigint';
  return migrations
    .slice(version)
    .flatMap((text) => text.split(';'))
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map((statement) => statement.replaceAll('BYTES', bytes).replaceAll('NUMBER', number))
    .map((statement) =>
      dialect === 'sqlite' && statement.startsWith('create table') ? `${statement} strict` : statement,
    );
}

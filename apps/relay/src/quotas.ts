/** What an operator may set about how much is taken from whom. The limits of the format itself are not among them. */
export type Quotas = {
  /** Sockets open at once; beyond it the one that has been idle longest is closed. */
  readonly connections: number;
  /** How long a client may take to send its headers, and a whole request, in seconds. */
  readonly headerSeconds: number;
  readonly requestSeconds: number;
  /** Bytes of request bodies held in memory at once. */
  readonly bodyBytesAtOnce: number;
  /** Live streams at once, in all and for one device. */
  readonly liveStreams: number;
  readonly liveStreamsPerDevice: number;
  /** Signed requests of one key in a minute. */
  readonly requestsPerMinute: number;
  /** First messages of one door that go straight to its desks, in an hour. */
  readonly firstMessagesPerHour: number;
  /** First messages of one door that wait beyond that. */
  readonly waitingMessages: number;
  /** Items that one known mailbox may send in a day. */
  readonly mailboxItemsPerDay: number;
  /** Bytes of attachments that one mailbox may send in a day. */
  readonly mailboxBytesPerDay: number;
  /** Bytes of attachments of mailboxes that have sent nothing yet, for one door in an hour. */
  readonly newMailboxBytesPerHour: number;
  /** Invitations of one organisation that are answered at the same time. */
  readonly joins: number;
  /** Bytes of disk that attachments must leave free. */
  readonly freeBytes: number;
};

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

export const defaultQuotas: Quotas = {
  connections: 4096,
  headerSeconds: 15,
  requestSeconds: 300,
  bodyBytesAtOnce: 192 * MiB,
  liveStreams: 2048,
  liveStreamsPerDevice: 4,
  requestsPerMinute: 6000,
  firstMessagesPerHour: 60,
  waitingMessages: 500,
  mailboxItemsPerDay: 200,
  mailboxBytesPerDay: 9 * GiB,
  newMailboxBytesPerHour: 9 * GiB,
  joins: 256,
  freeBytes: 256 * MiB,
};

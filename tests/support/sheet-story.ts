import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { SheetTerms } from '@leeward/domain/sheet/events.ts';
import type { SheetAnswerMessage } from '@leeward/domain/sheet/message.ts';
import type { SheetConsent } from '@leeward/domain/sheet/sharing.ts';
import { askOf, yesOf } from '@leeward/domain/testing/consents-of-a-case.ts';
import { personOf, them } from '@leeward/domain/testing/people-of-a-case.ts';
import type { RunningRelay } from '@leeward/relay';
import { createAnswer, type OpenSheet, openSheet } from '@leeward/workspace/door/sheet.ts';
import { createDoorClient } from '@leeward/workspace/transport/door-client.ts';
import { createPatience } from '@leeward/workspace/transport/patience.ts';
import { doorTexts, foundAt, type TestDesk, teamOf } from './desk.ts';
import { type RelayFetch, relayFetch } from './relay-fetch.ts';
import { visit } from './visitor.ts';

/** The story that tests of question sheets tell: a case at a desk, a sheet, and somebody outside who holds its link. */

export const day = 24 * 3600 * 1000;

/** What is asked, for a week from `now`. */
export const asked = (now: number, changes: Partial<SheetTerms> = {}): SheetTerms => ({
  about: null,
  source: null,
  whom: 'The head of the village union',
  from: 'Synthetic Aid',
  language: 'ar',
  questions: [
    { ask: 'know_work', about: 'Synthetic Name' },
    { ask: 'event', about: 'A meeting was broken up in March.' },
  ],
  until: now + 7 * day,
  word: '',
  ...changes,
});

/** On what the sheets of these tests rest: what she agreed to, as an officer heard it. */
export const agreedTo: SheetConsent = {
  purpose: 'con_verify_partner',
  recipient: 'The village union',
  what: 'Name, work and one event.',
};
const herYes: readonly CaseEvent[] = [
  personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
  yesOf(
    askOf(1, {
      purpose: agreedTo.purpose,
      recipient: agreedTo.recipient,
      fields: ['name', 'work', 'story', 'documents'],
    }),
    them.defender,
  ),
];

/** Founds an organisation with an open door and one case, and gives the case's record. */
export async function caseAt(
  desk: TestDesk,
  relay: RunningRelay,
): Promise<{ readonly record: string; readonly doorLink: string; readonly request: string }> {
  const view = await foundAt(desk, relay);
  const door = await desk.call('publishDoor', { texts: doorTexts });
  const visitor = await visit(relay, door.link ?? '');
  await visitor.ask('A request that is nobody else’s.');
  const [line] = await desk.until('queue', {}, (lines) => lines.length === 1);
  const request = line?.record ?? '';
  const opened = await desk.call('openCase', {
    record: request,
    pseudonym: 'Heron 12',
    teams: [teamOf(view, 'protection')],
    urgent: true,
  });
  await desk.until('cases', {}, (cases) => cases.length === 1);
  await desk.call('actOnCase', { record: opened.case, events: herYes, form: null });
  await desk.until('case', { record: opened.case }, (one) => one.pending.length === 0);
  return { record: opened.case, doorLink: door.link ?? '', request };
}

/** Sends a sheet and waits until the server has it. */
export async function sendSheet(
  desk: TestDesk,
  record: string,
  sheet: string,
  terms: SheetTerms,
): Promise<string> {
  const { link } = await desk.call('sendSheet', {
    record,
    sheet,
    terms,
    although: '',
    consent: agreedTo,
    form: 'case:sheet',
  });
  await desk.until('sheetLinks', { record }, (all) => all.some((one) => one.sheet === sheet && one.posted));
  return link;
}

export type ReaderOptions = { readonly fetch?: RelayFetch; readonly now?: () => number };

/** Opens a link as the page does. */
export function readLink(
  relay: Pick<RunningRelay, 'address' | 'url'>,
  link: string,
  options: ReaderOptions = {},
) {
  const now = options.now ?? Date.now;
  const client = createDoorClient({
    origin: relay.url('door'),
    fetch: options.fetch ?? relayFetch(relay.address),
  });
  const patience = createPatience({ first: 20, longest: 100 });
  return {
    open: () => openSheet(link.slice(link.indexOf('#')), { client, now: now() / 1000, builtAt: 0 }),
    answer: (sheet: OpenSheet, answer: Partial<SheetAnswerMessage> = {}) =>
      createAnswer(sheet, { ...someAnswer, ...answer }),
    sending: { client, patience, now },
  };
}

export const someAnswer: Omit<SheetAnswerMessage, 'type' | 'v' | 'sheet'> = {
  answers: [
    { answer: 'yes', words: 'منذ سنوات.' },
    { answer: 'unknown', words: '' },
  ],
  stake: 'none',
  stakeWords: '',
  again: true,
  how: '',
  word: '',
  language: 'ar',
};

/** Opens a link and answers. @throws Error where either is refused. */
export async function answerLink(
  relay: Pick<RunningRelay, 'address' | 'url'>,
  link: string,
  answer: Partial<SheetAnswerMessage> = {},
  options: ReaderOptions = {},
): Promise<void> {
  const reader = readLink(relay, link, options);
  const sheet = await reader.open();
  if (!sheet.ok) throw new Error(`the sheet does not open: ${JSON.stringify(sheet.error)}`);
  const sent = await reader.answer(sheet.value, answer).send(reader.sending);
  if (!sent.ok) throw new Error(`not sent: ${JSON.stringify(sent.error)}`);
}

import { limits } from '@leeward/sealed-log/wire';
import { blobOperations, doorOperations, joinOperations } from './box-operations.ts';
import { json, type Operation, octets, writing } from './operation.ts';

/** Everything that can be asked of a relay. */

const appendLimit = limits.entry + 4096;

const organisations: readonly Operation[] = [
  {
    id: 'foundOrganisation',
    method: 'post',
    path: '/v1/organisations',
    summary: 'Founds an organisation with its genesis entry.',
    caller: 'anybody',
    headers: [{ name: 'Leeward-Token', form: 'text', about: 'The one-time token that the relay printed.' }],
    body: { ...octets('Append with the genesis entry'), limit: appendLimit },
    answers: { 200: octets('Signed HeadStatement: it was there'), 201: octets('Signed HeadStatement') },
    problems: ['bad-token', 'part-altered', 'bad-signature', 'not-allowed', ...writing],
  },
  {
    id: 'appendEntry',
    method: 'post',
    path: '/v1/o/{org}/entries',
    summary: "Appends an entry to the organisation's own log or to a record.",
    caller: 'device',
    body: { ...octets('Append'), limit: appendLimit },
    answers: { 200: octets('Signed HeadStatement: it was there'), 201: octets('Signed HeadStatement') },
    problems: [
      'part-altered',
      'bad-signature',
      'not-allowed',
      'head-moved',
      'blob-missing',
      'forgotten',
      'damaged',
      ...writing,
    ],
  },
  {
    id: 'putBack',
    method: 'put',
    path: '/v1/o/{org}/bodies/{entry}',
    summary: 'Puts back a part that the relay lost, of an entry that it has.',
    caller: 'device',
    body: { ...octets('Entry, whole'), limit: appendLimit },
    answers: { 204: null },
    problems: ['part-altered', 'nothing-there', 'forgotten', ...writing],
  },
  {
    id: 'head',
    method: 'get',
    path: '/v1/o/{org}/heads',
    summary: "The signed head of the organisation's own log, or of a record.",
    caller: 'device',
    query: [
      { name: 'record', form: 'bytes32', about: "The record; without it, the organisation's own log." },
    ],
    answers: { 200: octets('Signed HeadStatement') },
    problems: ['nothing-there'],
  },
  {
    id: 'rows',
    method: 'get',
    path: '/v1/o/{org}/rows',
    summary: 'Rows in the order in which they were committed.',
    caller: 'device',
    query: [
      {
        name: 'after',
        form: 'number',
        about: 'The last sequence number that is already known; 0 without it.',
      },
      {
        name: 'limit',
        form: 'number',
        about: `How many rows at most, up to ${limits.pageItems}; 512 without it.`,
      },
      {
        name: 'log',
        form: 'text',
        about: "`organisation` for the rows of the organisation's own log alone; all rows without it.",
      },
    ],
    answers: { 200: octets('Page') },
    problems: [],
  },
  {
    id: 'live',
    method: 'get',
    path: '/v1/o/{org}/live',
    summary: 'Says up to where there are rows, as they are committed.',
    caller: 'device',
    query: [
      {
        name: 'after',
        form: 'number',
        about: 'The last sequence number that is already known; 0 without it.',
      },
    ],
    answers: {
      200: { type: 'text/event-stream', content: 'Events "rows" with the highest sequence number' },
    },
    problems: ['quota'],
  },
];

const calls: readonly Operation[] = [
  {
    id: 'call',
    method: 'get',
    path: '/v1/o/{org}/call',
    summary: 'Whether this relay can call people, and where the owner of this device wants to be called.',
    caller: 'device',
    answers: { 200: json('{ available, address }') },
    problems: [],
  },
  {
    id: 'setCall',
    method: 'put',
    path: '/v1/o/{org}/call',
    summary: 'Says where the owner of this device wants to be called; an address of null ends it.',
    caller: 'device',
    body: { ...json('{ address, language }'), limit: 1024 },
    answers: { 204: null },
    problems: ['nothing-there', ...writing],
  },
  {
    id: 'testCall',
    method: 'post',
    path: '/v1/o/{org}/call/test',
    summary: 'Sends one call at once, to see what it looks like.',
    caller: 'device',
    answers: { 204: null },
    problems: ['nothing-there', 'unavailable'],
  },
  {
    id: 'setWakes',
    method: 'put',
    path: '/v1/o/{org}/wakes',
    summary:
      'Leaves the times at which the owner of this device wants to be called, in place of those before.',
    caller: 'device',
    body: { ...json('{ wakes: [{ id, minute }] }'), limit: 16 * 1024 },
    answers: { 204: null },
    problems: [...writing],
  },
];

const others: readonly Operation[] = [
  {
    id: 'challenge',
    method: 'get',
    path: '/v1/challenge',
    summary: 'A challenge for signed requests.',
    caller: 'anybody',
    answers: { 200: json('{ challenge, expiresIn }') },
    problems: [],
  },
  {
    id: 'relay',
    method: 'get',
    path: '/v1/relay',
    summary: 'The key with which this relay signs.',
    caller: 'anybody',
    answers: { 200: json('{ key, version }') },
    problems: [],
  },
  {
    id: 'health',
    method: 'get',
    path: '/v1/health',
    summary: 'Whether the relay answers, and whether it can write.',
    caller: 'anybody',
    answers: { 200: json('{ status, storage, version }') },
    problems: [],
  },
  {
    id: 'source',
    method: 'get',
    path: '/v1/source',
    summary: 'Where the operator offers the source of what runs here.',
    caller: 'anybody',
    answers: { 200: json('{ license, version, source }, source null where the operator has not said') },
    problems: [],
  },
  {
    id: 'description',
    method: 'get',
    path: '/v1/openapi.json',
    summary: 'This description.',
    caller: 'anybody',
    answers: { 200: json('OpenAPI 3.1') },
    problems: [],
  },
];

export const operations: readonly Operation[] = [
  ...others,
  ...organisations,
  ...blobOperations,
  ...doorOperations,
  ...joinOperations,
  ...calls,
];

import { limits } from '@leeward/sealed-log/wire';
import { json, type Operation, octets, writing } from './operation.ts';

/** Attachments, the door and invitations. */

const named = [
  {
    name: 'Leeward-Mailbox',
    form: 'bytes32',
    about: 'The mailbox whose key signs, or for which a device uploads.',
  },
] as const;

export const blobOperations: readonly Operation[] = [
  {
    id: 'putPart',
    method: 'put',
    path: '/v1/o/{org}/blobs/{blob}/parts/{number}',
    summary: 'Leaves one part of an attachment.',
    caller: 'either',
    headers: [
      ...named,
      {
        name: 'Leeward-Work',
        form: 'text',
        about: 'Day (4 bytes) and nonce (8 bytes), base64url: proof of work.',
      },
    ],
    body: { ...octets('The sealed part'), limit: limits.part },
    answers: { 200: null, 201: null },
    problems: ['work-missing', 'no-door', 'not-allowed', 'part-differs', 'forgotten', ...writing],
  },
  {
    id: 'blobState',
    method: 'get',
    path: '/v1/o/{org}/blobs/{blob}',
    summary: 'Which parts of an attachment stand.',
    caller: 'either',
    headers: named,
    answers: { 200: json('{ parts: (number | null)[], complete, totalBytes }') },
    problems: [],
  },
  {
    id: 'completeBlob',
    method: 'post',
    path: '/v1/o/{org}/blobs/{blob}/complete',
    summary: 'Closes an attachment, of which every part must stand.',
    caller: 'either',
    headers: named,
    body: { ...json('{ parts, totalBytes }'), limit: 1024 },
    answers: { 200: json('{ parts, complete, totalBytes }') },
    problems: ['not-allowed', 'part-missing', 'forgotten', ...writing],
  },
  {
    id: 'getPart',
    method: 'get',
    path: '/v1/o/{org}/blobs/{blob}/parts/{number}',
    summary: 'One part of an attachment.',
    caller: 'either',
    headers: named,
    answers: { 200: octets('The sealed part') },
    problems: ['nothing-there', 'forgotten'],
  },
];

export const doorOperations: readonly Operation[] = [
  {
    id: 'door',
    method: 'get',
    path: '/v1/d/{org}',
    summary: "What an organisation's door shows.",
    caller: 'anybody',
    answers: { 200: octets('Descriptor') },
    problems: ['no-door'],
  },
  {
    id: 'publishDoor',
    method: 'put',
    path: '/v1/o/{org}/door',
    summary: 'Publishes a descriptor, if it verifies.',
    caller: 'device',
    body: { ...octets('PublishedDescriptor'), limit: 2 * 1024 * 1024 },
    answers: { 204: null },
    problems: ['not-allowed', 'older-descriptor', ...writing],
  },
  {
    id: 'submitItem',
    method: 'post',
    path: '/v1/d/{org}/items',
    summary: 'Takes an item of a defender.',
    caller: 'anybody',
    body: { ...octets('Submission'), limit: limits.item + 8 * 1024 },
    answers: { 200: octets('Signed HeadStatement: it was there'), 201: octets('Signed HeadStatement') },
    problems: [
      'no-door',
      'bad-signature',
      'work-missing',
      'head-moved',
      'blob-missing',
      'quota',
      'queue-full',
      'forgotten',
      ...writing,
    ],
  },
  {
    id: 'mailbox',
    method: 'get',
    path: '/v1/d/{org}/mailboxes/{mailbox}',
    summary: 'Items, receipts and replies of a mailbox.',
    caller: 'mailbox',
    query: [
      { name: 'items', form: 'number', about: 'The first item that is wanted; 0 without it.' },
      { name: 'replies', form: 'number', about: 'The first reply that is wanted; 0 without it.' },
    ],
    answers: { 200: octets('MailboxPage') },
    problems: ['no-door', 'forgotten'],
  },
  {
    id: 'forgottenMailbox',
    method: 'get',
    path: '/v1/d/{org}/mailboxes/{mailbox}/forgotten',
    summary: 'The signed entry that had the mailbox forgotten.',
    caller: 'mailbox',
    answers: { 200: octets('ForgottenMailbox') },
    problems: ['nothing-there'],
  },
  {
    id: 'reply',
    method: 'post',
    path: '/v1/o/{org}/replies',
    summary: 'Takes a reply of the team to a mailbox.',
    caller: 'device',
    headers: [
      {
        name: 'Leeward-Blobs',
        form: 'text',
        about: 'Attachments that it names: base64url ids, with commas.',
      },
    ],
    body: { ...octets('Signed OutItem'), limit: limits.item + 4096 },
    answers: { 200: octets('Signed HeadStatement: it was there'), 201: octets('Signed HeadStatement') },
    problems: ['bad-signature', 'not-allowed', 'head-moved', 'blob-missing', 'forgotten', ...writing],
  },
];

export const joinOperations: readonly Operation[] = [
  {
    id: 'leaveJoin',
    method: 'put',
    path: '/v1/o/{org}/joins/{join}',
    summary: 'Leaves an answer to an invitation, once.',
    caller: 'anybody',
    body: { ...octets('Sealed join request'), limit: 16 * 1024 },
    answers: { 200: null, 201: null },
    problems: ['nothing-there', 'taken', 'quota', ...writing],
  },
  {
    id: 'fetchJoin',
    method: 'get',
    path: '/v1/o/{org}/joins/{join}',
    summary: 'What was left there.',
    caller: 'anybody',
    answers: { 200: octets('Sealed join request') },
    problems: ['nothing-there'],
  },
  {
    id: 'leaveJoinAnswer',
    method: 'put',
    path: '/v1/o/{org}/joins/{join}/answer',
    summary: 'Leaves the way back of an invitation, once.',
    caller: 'device',
    body: { ...octets('Sealed join answer'), limit: 16 * 1024 },
    answers: { 200: null, 201: null },
    problems: ['taken', ...writing],
  },
  {
    id: 'fetchJoinAnswer',
    method: 'get',
    path: '/v1/o/{org}/joins/{join}/answer',
    summary: 'What was left there.',
    caller: 'anybody',
    answers: { 200: octets('Sealed join answer') },
    problems: ['nothing-there'],
  },
];

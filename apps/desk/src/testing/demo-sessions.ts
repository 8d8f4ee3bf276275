import type { FullRelease } from '@leeward/directory/release.ts';
import { hash } from '@leeward/domain/testing/people.ts';
import type { Alert, AlertKind, PendingEdit } from '@leeward/workspace/desk/contract.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';
import { alertTones } from '../shell/alert-words.ts';
import { backStory } from './fake-back-story.ts';
import { withFile } from './fake-case-file.ts';
import { dangerStory } from './fake-danger-story.ts';
import { sampleDirectory } from './fake-directory-story.ts';
import { openedFiles, sampleFiles } from './fake-files.ts';
import { identityStory } from './fake-identity-story.ts';
import { withPeople } from './fake-people.ts';
import { planStory } from './fake-plan-story.ts';
import { junk, naughty, sampleRequests } from './fake-requests.ts';
import { type FakeOptions, fakeSession, words } from './fake-session.ts';
import { withTrust } from './fake-trust-story.ts';
import { day, hour, me, sampleCase, sampleOrganisation, second, talk, teamId } from './fake-world.ts';
import { longForm } from './long-form.ts';

/** The first item that is ever sealed for somebody. */
const firstSent = { mailbox: hash(9000), sequence: 0, prev: hash(0), hash: hash(7000), quoted: null };

/** Made-up sessions by name, for the demonstration page. */
export function demoSession(name: string, release: FullRelease): Session {
  return fakeSession({ ...optionsFor(name, Date.now()), directory: sampleDirectory(name, release) }).session;
}

function optionsFor(name: string, now: number): FakeOptions {
  const organisation = sampleOrganisation('Sample organisation', [
    'Officer one',
    'Officer two',
    'Officer three',
  ]);
  const requests = sampleRequests(now);
  const cases = [
    withFile(sampleCase(1, 'Kestrel', now - 8 * day, requests[2]?.record ?? null)),
    sampleCase(2, 'Basalt', now - 30 * day, null),
  ];
  const open: FakeOptions = { organisation, requests, cases, files: openedFiles, pace: 800 };
  switch (name) {
    case 'empty':
      return { organisation, type: 'empty' };
    case 'bare':
      return { organisation };
    case 'locked':
    case 'elsewhere':
      return { ...open, type: name };
    case 'joining':
      return { organisation, type: 'joining' };
    case 'danger':
      return { ...open, cases: [...dangerStory(), ...cases] };
    case 'identities':
      return { ...open, ...identityStory(cases, now) };
    case 'many':
      return { ...open, requests: [...requests, ...junk(now, 400)] };
    case 'slow':
      return { ...open, thinking: 400 };
    case 'thousands':
      return { ...open, requests: [...requests, ...junk(now, 20_000)] };
    case 'back':
      return {
        ...open,
        requests: [
          ...requests,
          backStory(now),
          talk(21).hers(0, now - hour, {
            type: 'request',
            v: 1,
            what: 'I have lost my words. It is me again.',
            locale: 'en',
          }),
        ],
      };
    case 'people': {
      const back = backStory(now);
      const one = sampleCase(1, 'Heron 12', now - 8 * day, back.record);
      return {
        ...open,
        requests: [...requests, back],
        cases: [{ ...one, state: withPeople(one.state, now) }, sampleCase(2, 'Basalt', now - 30 * day, null)],
      };
    }
    case 'trust':
      return { ...open, cases: cases.map((one, index) => (index === 1 ? withTrust(one) : one)) };
    case 'plan':
      return { ...open, cases: [...cases, planStory(now)] };
    case 'long-form':
      return { ...open, formsInFiles: [longForm] };
    case 'alerts':
      return { ...open, alerts: allAlerts(now, requests[2]?.record ?? '') };
    case 'trouble':
      return {
        ...open,
        connection: 'offline',
        progress: { done: 1200, total: 8400 },
        alerts: [alert('forkNeedsAuthority', now, requests[3]?.record ?? null)],
        stopped: new Map([[requests[3]?.record ?? '', 'fork']]),
        pending: new Map([[requests[2]?.record ?? '', conflict(now)]]),
      };
    case 'door':
      return {
        ...open,
        door: {
          link: `http://door.localhost:8700/#${'0sample'.repeat(18)}`,
          texts: {
            v: 1,
            languages: ['en', 'ar'],
            name: { en: 'Sample organisation', ar: 'منظمة للتجربة' },
            retention: {
              en: 'Requests that we cannot take on are deleted after six months.',
              ar: 'تُحذف بعد ستة أشهر.',
            },
            contacts: { en: 'sample-0000', ar: 'sample-0000' },
          },
          validUntil: now + 12 * day,
          oneAdministrator: true,
          waitingForSecond: false,
        },
        invitations: [
          {
            join: hash(1),
            link: `http://desk.localhost:8700/#join=${'sample'.repeat(20)}`,
            role: 'officer',
            teams: [teamId('intake'), teamId('protection')],
            expires: now + 3 * day,
            opened: null,
          },
          {
            join: hash(2),
            link: '',
            role: 'reader',
            teams: [teamId('research')],
            expires: now + 3 * day,
            opened: { name: 'Officer four', words },
          },
        ],
      };
    case 'files':
    case 'filesReader':
      return {
        organisation:
          name === 'files'
            ? organisation
            : sampleOrganisation('Sample organisation', ['Reader one'], 'reader'),
        requests: [
          talk(9)
            .hers(0, now - day, { type: 'request', v: 1, what: 'Look at these', locale: 'en' }, sampleFiles)
            .ours(now - day, me, { type: 'OpenedNoted', sequence: 0, sent: firstSent }),
        ],
        files: openedFiles,
      };
    case 'naughty':
      return {
        organisation: sampleOrganisation(naughty.slice(0, 200), [
          naughty.slice(0, 100),
          naughty.slice(30, 130),
        ]),
        requests,
        cases: [sampleCase(3, naughty.slice(0, 120), now - day, null)],
      };
    default:
      return open;
  }
}

function alert(kind: AlertKind, since: number, record: string | null): Alert {
  const details = { count: 3, days: 9, duration: 4_000_000, member: second.member, team: teamId('intake') };
  return { id: `${kind}:${record ?? ''}`, kind, since, record, details, dismissable: kind !== 'fork' };
}

function allAlerts(now: number, record: string): readonly Alert[] {
  return (Object.keys(alertTones) as AlertKind[]).map((kind, index) =>
    alert(kind, now - index * day, record),
  );
}

function conflict(now: number): readonly PendingEdit[] {
  const edit = { since: now - 60_000, failure: null };
  return [
    {
      ...edit,
      action: 'a',
      command: 'reply',
      delivery: 'conflict',
      changed: ['conversation'],
      text: 'A lawyer will write to you tonight at eight.',
    },
    { ...edit, action: 'b', command: 'setUrgency', delivery: 'kept', changed: [], text: null },
    {
      ...edit,
      action: 'c',
      command: 'reply',
      delivery: 'refused',
      changed: [],
      text: 'Are you safe?',
      failure: { code: 'refused', refusal: { code: 'claimed_by_other', details: { member: me.member } } },
    },
  ];
}

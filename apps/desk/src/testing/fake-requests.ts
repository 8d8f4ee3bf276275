import { foldRequest } from '@leeward/domain/request/fold.ts';
import { emptyRequest } from '@leeward/domain/request/state.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import { at, hash } from '@leeward/domain/testing/people.ts';
import { day, hour, me, minute, second, type Talk, talk, third } from './fake-world.ts';

const photo: FileNote = {
  blob: hash(91),
  name: 'letter.png',
  mediaType: 'image/png',
  size: 84_200,
  hash: hash(92),
};
const paper: FileNote = {
  blob: hash(93),
  name: 'summons\u202egpj.pdf',
  mediaType: 'application/pdf',
  size: 1_204_000,
  hash: hash(94),
};

/** What a hostile writer might put into every field (fault 66). */
export const naughty = [
  '<script>window.__hit=1</script>',
  '<img src=x onerror="window.__hit=1">',
  '"><svg onload=window.__hit=1>',
  'javascript:window.__hit=1',
  '{{constructor.constructor("window.__hit=1")()}}',
  '$' + "{window.__hit=1}' onmouseover='window.__hit=1",
  '\u202eevil\u2066 https://exаmple.org/@good',
].join('\n');

/** Requests in every state that the screens know; all of them are made up. `now` is milliseconds since 1970. */
export function sampleRequests(now: number): readonly Talk[] {
  return [
    talk(1).hers(0, now - 41 * minute, {
      type: 'request',
      v: 1,
      what: 'أخذوا أخي هذا الصباح وسألوا عني. لا أعرف أين هو الآن. أحتاج إلى مكان لليلتين.',
      locale: 'ar',
      danger48h: 'yes',
      about: 'both',
      never: ['call', 'family'],
      channels: [{ channel: 'chan_e2ee_chat', detail: 'sample-0000', safe: true }],
      safeTimes: 'بعد الثامنة مساءً',
      country: 'TN',
      callName: 'نون',
      languages: ['ar', 'fr'],
    }),
    talk(2)
      .hers(0, now - 5 * hour, {
        type: 'request',
        v: 1,
        what: 'Пишу за коллегу, журналиста. Нужны два места на неделю и юрист.',
        locale: 'ru',
        danger48h: 'no',
        about: 'other',
        relation: 'colleague',
        knows: 'yes',
        country: 'GE',
      })
      .ours(now - 4 * hour, second, {
        type: 'UrgencySet',
        urgency: 'urg_urgent',
        reason: 'A search of the flat was announced for next week.',
      }),
    talk(3)
      .hers(
        0,
        now - 3 * day,
        {
          type: 'request',
          v: 1,
          what: 'I was summoned again. They showed me photos of my children on the way to school.\nI would like to speak with a lawyer, and I need to know what I may say.',
          locale: 'en',
          danger48h: 'unsure',
          about: 'self',
          callName: 'Sample K.',
          never: ['call', 'text', 'employer'],
          neverOther: 'Never write my name in a message.',
          channels: [
            { channel: 'chan_e2ee_chat', detail: 'sample-1111', safe: true },
            { channel: 'chan_plain_mail', safe: false },
          ],
          safeTimes: 'after 20:00 (UTC+3)',
          languages: ['en', 'ka'],
          help: ['sup_legal', 'sup_psychosocial'],
          // One answer to a question that her first answer would not have brought up: forged, or from an altered page.
          answers: [{ form: hash(77), values: { threatened: 'no', how: ['visit'], since: '2021-21~' } }],
          files: [{ hidden: 'removed' }, { hidden: 'unknown' }],
        },
        [photo, paper],
      )
      .ours(now - 3 * day + hour, me, { type: 'RequestClaimed', member: me.member })
      .ours(now - 3 * day + hour, me, {
        type: 'UrgencySet',
        urgency: 'urg_high',
        reason: 'A second summons, and the family is watched.',
      })
      .reply(
        now - 3 * day + 2 * hour,
        me,
        'Thank you for writing. We have read everything.\nA lawyer can write to you here tomorrow. Is that good for you?',
      )
      .hers(1, now - 20 * hour, { type: 'message', v: 1, text: 'Yes, please. In the evening is better.' })
      .hers(2, now - 19.5 * hour, { type: 'answer', v: 1, question: 'check-in', value: 'safe' })
      .ours(now - 19 * hour, me, { type: 'OpenedNoted', sequence: 2, sent: opened(1) })
      .hers(3, now - 2 * hour, {
        type: 'message',
        v: 1,
        text: 'They came to the house. I am with a friend now.',
      }),
    talk(4).hers(0, now - 30 * hour, {
      type: 'request',
      v: 1,
      what: 'We are three people who defend a forest. Two of us cannot sleep at home any more.',
      locale: 'en',
      about: 'both',
    }),
    talk(5)
      .hers(0, now - 9 * day, { type: 'request', v: 1, what: 'A stipend for studies in law.', locale: 'en' })
      .ours(now - 8 * day, me, { type: 'RequestClaimed', member: me.member })
      .ours(now - 8 * day, me, {
        type: 'RequestDeclined',
        reason: 'close_declined_out_of_scope',
        words: 'Thank you for writing to us. What you need is outside what we are allowed to do.',
        alternatives: ['A list of stipends of a university (sample)'],
        noneKnown: false,
        wayBack: { days: 90 },
        sent: opened(0),
      }),
    talk(6)
      .hers(0, now - 26 * hour, {
        type: 'request',
        v: 1,
        what: 'My colleague was arrested at the airport.',
        locale: 'en',
      })
      .hers(3, now - 25 * hour, { type: 'message', v: 1, text: 'Did you get the photos that I sent?' })
      .ours(now - 24 * hour, second, { type: 'RequestClaimed', member: second.member }),
    talk(7)
      .hers(0, now - 2 * day, { type: 'request', v: 1, what: 'Buy cheap watches', locale: 'en' })
      .ours(now - 2 * day + hour, second, { type: 'RequestSetAside', reason: '' }),
    entered(now),
    talk(10)
      .hers(0, now - 2 * day, {
        type: 'request',
        v: 1,
        what: 'I am the cousin of the forest people. They ask me where they are.',
        locale: 'en',
        callName: 'Sample K.',
      })
      .ours(now - 2 * day + hour, second, { type: 'RequestClaimed', member: second.member })
      .ours(now - 2 * day + hour, second, {
        type: 'UrgencySet',
        v: 2,
        urgency: 'urg_standard',
        reason: 'Nobody has threatened so far.',
        replaces: [],
      })
      .ours(now - 2 * day + 2 * hour, third, {
        type: 'UrgencySet',
        v: 2,
        urgency: 'urg_urgent',
        reason: 'A car stood before the house all night.',
        replaces: [],
      })
      .ours(now - 3 * hour, second, { type: 'RequestClaimed', member: me.member }),
    talk(8).hers(0, now - 10 * minute, {
      type: 'request',
      v: 1,
      what: naughty,
      locale: 'en',
      callName: naughty.slice(0, 60),
      safeTimes: naughty,
      neverOther: naughty,
      channels: [{ channel: 'chan_e2ee_chat', detail: naughty.slice(0, 200), safe: true }],
    }),
  ];
}

/** Somebody who called, and was called back. */
function entered(now: number): Talk {
  const account = {
    type: 'RequestEntered',
    v: 1,
    way: 'phone',
    from: 'A partner organisation (sample)',
    at: now - 26 * hour,
    words:
      'A journalist left his country last night and sits at a bus station. He needs a bed and advice on asylum.',
    locale: 'fr',
    details: {
      callName: 'Youssef (sample)',
      country: 'TN',
      danger48h: 'no',
      languages: ['fr'],
      channels: [
        { channel: 'chan_e2ee_chat', detail: 'sample-3333', safe: true },
        { channel: 'chan_phone_call', safe: false },
      ],
    },
  };
  const context = { ...at(1, second), claimedTime: now - 25 * hour, entry: hash(11_001) };
  return talk(11, foldRequest(emptyRequest, account, context), 2)
    .ours(now - 25 * hour, me, { type: 'RequestClaimed', member: me.member })
    .ours(now - 24 * hour, me, {
      type: 'ContactNoted',
      channel: 'chan_e2ee_chat',
      at: now - 24 * hour,
      words: 'A volunteer meets him at noon. A lawyer writes tonight.',
    });
}

/** Junk by the hundred (fault 46). */
export function junk(now: number, count: number): readonly Talk[] {
  return Array.from({ length: count }, (_, index) =>
    talk(1000 + index).hers(0, now - (index + 60) * minute, {
      type: 'request',
      v: 1,
      what: `Made-up junk number ${index + 1}`,
      locale: 'en',
    }),
  );
}

function opened(sequence: number): Readonly<Record<string, unknown>> {
  return {
    mailbox: hash(9000),
    sequence,
    prev: sequence === 0 ? hash(0) : hash(7000 + sequence - 1),
    hash: hash(7000 + sequence),
    quoted: null,
  };
}

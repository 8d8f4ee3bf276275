import { id } from '@leeward/domain/testing/people.ts';
import { day, hour, me, minute, sealedNext, type Talk, talk } from './fake-world.ts';

const ask = (number: number, purpose: string, recipient: string, until: string | null) => ({
  id: id(number),
  purpose,
  recipient,
  fields: ['name', 'contact', 'story'],
  text: 'May we give your name and your story to them, so that they can keep a room for you?',
  version: 1,
  language: 'en',
  until,
});

/** A made-up conversation with everything that somebody can find who comes back; she has just said that she is not safe. */
export function backStory(now: number): Talk {
  const put = (from: Talk, time: number, event: Readonly<Record<string, unknown>>): Talk =>
    from.ours(time, me, { ...event, sent: sealedNext(from.state) });
  let story = talk(20)
    .hers(0, now - 9 * day, {
      type: 'request',
      v: 1,
      what: 'Two cars have stood before my house since Sunday. I can stay with a friend for a week.',
      locale: 'en',
      callName: 'K',
      country: 'GE',
      languages: ['en', 'ka'],
      never: ['family'],
    })
    .ours(now - 9 * day + hour, me, { type: 'RequestClaimed', member: me.member });
  story = put(story, now - 9 * day + 2 * hour, { type: 'OpenedNoted', sequence: 0 }).reply(
    now - 8 * day,
    me,
    'We have read it. We look for a room.',
  );
  story = put(story, now - 8 * day, {
    type: 'NextTold',
    text: 'We speak on Monday evening, here.',
    day: new Date(now + 2 * day).toISOString().slice(0, 10),
    who: 'The night team',
  });
  story = put(story, now - 8 * day, {
    type: 'ConsentAsked',
    ask: ask(1, 'con_share_host', 'The shelter in the hills', null),
  });
  story = put(story, now - 8 * day, {
    type: 'ConsentAsked',
    ask: ask(2, 'con_un_named', 'The special rapporteur', null),
  });
  story = put(story, now - 8 * day, {
    type: 'CheckInProposed',
    plan: {
      id: id(3),
      rhythm: { times: ['08:00', '20:00'], zone: 'Asia/Tbilisi' },
      from: now - 7 * day,
      until: null,
      grace: 60,
      silence: 'After two hours we ring the lawyer, after six we tell the partner in the city.',
      language: 'en',
    },
  });
  story = put(story, now - 8 * day, {
    type: 'HeldTold',
    note: id(4),
    lines: [
      { what: 'The name by which we call you: K', since: '', why: 'To speak to you.', who: '', until: '' },
    ],
  });
  const [first, second] = story.state.comeBack.asks.map(({ hash }) => hash);
  return story
    .hers(1, now - 7 * day, { type: 'plan', v: 1, plan: id(3), answer: 'accepted' })
    .hers(2, now - 7 * day, {
      type: 'consent',
      v: 1,
      id: id(1),
      asked: first,
      answer: 'given',
      words: 'Only this week.',
    })
    .hers(3, now - 2 * day, { type: 'consent', v: 1, id: id(1), asked: first, answer: 'withdrawn' })
    .hers(4, now - 2 * day, { type: 'consent', v: 1, id: id(2), asked: second, answer: 'refused' })
    .hers(5, now - day, {
      type: 'held',
      v: 1,
      note: id(4),
      line: 0,
      wants: 'corrected',
      text: 'Call me L now.',
    })
    .hers(6, now - 20 * minute, {
      type: 'checkIn',
      v: 1,
      safe: false,
      plan: id(3),
      text: 'They are at the door.',
    });
}

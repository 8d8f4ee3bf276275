import { consentsIn } from '@leeward/domain/request/come-back.ts';
import type { HeldLine } from '@leeward/domain/request/reply.ts';
import { sayHeld, sayHeldBy } from '@leeward/ui/language/say-held.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { HerSpeech } from '../language/her-language.ts';

/**
 * What the officer begins with, in the language in which she will read it: every kind of fact that the record holds, field
 * by field. Nothing is sent unread.
 */
export function heldLines(view: RequestView, { t, tag }: HerSpeech, until: string): readonly HeldLine[] {
  const { said, state } = view;
  const first = state.items.at(0);
  const since =
    first === undefined ? '' : new Date(first.claimedTime ?? first.admittedTime).toISOString().slice(0, 10);
  const facts = sayHeld(
    {
      messages: state.items.length,
      name: said.callName ?? '',
      country: said.country ?? null,
      languages: said.languages ?? [],
      otherLanguages: said.otherLanguages ?? '',
      ways: said.channels.map(({ detail = '' }) => detail),
      never: said.never,
      neverOther: said.neverOther ?? '',
      files: state.items.reduce((sum, item) => sum + item.files.length, 0),
      hasAnswers: state.sent.some(({ kind }) => kind === 'reply'),
      hasCase: state.case !== null,
      hasPlan: state.comeBack.shown.length > 0,
      hasConsents: consentsIn(state).some(({ history }) => history.length > 0),
    },
    t,
    tag,
  );
  return facts.map((fact) => ({ ...fact, since, who: sayHeldBy(t), until }));
}

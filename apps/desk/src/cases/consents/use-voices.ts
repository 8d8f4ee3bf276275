import { type DoorConsents, doorsOf, type Voices, voicesOf } from '@leeward/domain/consent/voices.ts';
import { consentsIn } from '@leeward/domain/request/come-back.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { useSession } from '../../session/use-session.tsx';

type Seen = Answer<RequestView> | undefined;

/** Several conversations at once, each asked again when it changes. The same list until one does. */
function useConversations(records: readonly string[]): readonly Seen[] {
  const { views } = useSession();
  const key = records.join(' ');
  const last = useRef<readonly Seen[]>([]);
  const watch = useCallback(
    (listener: () => void) => {
      const stops =
        key === '' ? [] : key.split(' ').map((record) => views.watch('request', { record }, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [views, key],
  );
  const peek = useCallback(() => {
    const now = key === '' ? [] : key.split(' ').map((record) => views.peek('request', { record }));
    const isSame =
      now.length === last.current.length && now.every((one, index) => one === last.current[index]);
    if (!isSame) last.current = now;
    return last.current;
  }, [views, key]);
  return useSyncExternalStore(watch, peek);
}

/** Everything that the consents of a case are read from, with the conversations that this device can open. */
export type UsedVoices = {
  readonly voices: Voices;
  /** The conversations themselves, for asking there. */
  readonly requests: readonly RequestView[];
  /** Not all of them have been looked into yet: nobody should say "may not" before. */
  readonly loading: boolean;
};

/**
 * The consents of a case as they stand now, at its doors and in its file. Whatever shares facts about people asks
 * `mayShare` with these.
 */
export function useVoices(view: CaseView): UsedVoices {
  const { state } = view;
  const conversations = useMemo(() => doorsOf(state), [state]);
  const answers = useConversations(conversations);
  return useMemo(() => {
    const doors = conversations.map((conversation, index): DoorConsents => {
      const answer = answers[index];
      return {
        conversation,
        consents: answer?.ok === true ? consentsIn(answer.value.state) : null,
      };
    });
    return {
      voices: voicesOf(state, doors),
      requests: answers.flatMap((answer) => (answer?.ok === true ? [answer.value] : [])),
      loading: answers.length < conversations.length || answers.some((answer) => answer === undefined),
    };
  }, [state, conversations, answers]);
}

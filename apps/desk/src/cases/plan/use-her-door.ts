import type { DoorWords } from '@leeward/domain/plan/her-word.ts';
import { doorWordsIn } from '@leeward/domain/request/shown-to-her.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { useMemo } from 'react';

const none: DoorWords = new Map();

/** What she wrote at her door on the measures that she was shown; nothing where this desk cannot read it. */
export function useDoorWords(answer: Answer<RequestView> | null | undefined): DoorWords {
  const state = answer?.ok === true ? answer.value.state : null;
  return useMemo(() => (state === null ? none : doorWordsIn(state)), [state]);
}

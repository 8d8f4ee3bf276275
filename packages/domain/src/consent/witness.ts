import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { assurances, type WitnessedYes } from './events.ts';
import { isIrreversible } from './irreversible.ts';

/** Naming her to the public or to the state that she fears: never on spoken words alone. */
const onPaperOnly: ReadonlySet<string> = new Set(['con_public_name', 'con_un_named']);

/** What a trusted person may bring word of: keeping and contacting. Whatever shares her facts waits for her own word. */
const byOthersWord: ReadonlySet<string> = new Set([
  'con_store_case',
  'con_contact',
  'con_interpreter',
  'con_follow_up',
]);

/** What an officer may witness in which way. */
export type Witnessing = {
  /** It may be written down in this way. */
  readonly may: boolean;
  /** Why not: it needs the door or paper; it needs her own word. */
  readonly why: 'door_needed' | 'own_word_needed' | null;
  /** It has an effect only once a second officer has heard it too. */
  readonly second: boolean;
};

/**
 * What an officer may witness, and what needs the door: a yes to being named in public or to a state is signed by her at
 * the door or on paper; a yes that somebody else brings is good for keeping and contacting alone; a click is hers and
 * never an officer's. What cannot be undone is heard by two.
 */
export function witnessing(purpose: string, how: WitnessedYes['how']): Witnessing {
  const second = isIrreversible(purpose);
  const no = (why: Witnessing['why']): Witnessing => ({ may: false, why, second });
  if (how === 'conch_form_click') return no('door_needed');
  if (how === 'conch_via_trusted' && !byOthersWord.has(purpose)) return no('own_word_needed');
  if (onPaperOnly.has(purpose) && how !== 'conch_signed') return no('door_needed');
  return { may: true, why: null, second };
}

/** Whether a yes may stand as it was witnessed. */
export function judgeYes(yes: WitnessedYes): Result<true, Refusal> {
  const { may, why } = witnessing(yes.ask.purpose, yes.how);
  if (!may && why !== null) return err(refusal(why));
  const { ask, on, assured } = yes;
  if (ask.fields.length === 0) return err(refusal('malformed', { path: 'ask.fields', problem: 'empty' }));
  if (ask.until !== null && ask.until < on)
    return err(refusal('malformed', { path: 'ask.until', problem: 'wrong' }));
  const lacks = assurances.find((one) => !assured.includes(one));
  return lacks === undefined ? ok(true) : err(refusal('not_assured', { assurance: lacks }));
}

/*
 * What the team writes to a defender: the message inside an item of her out-box. The door imports this file to read it,
 * so it stays small and imports nothing.
 */

export type TeamMessage =
  | { readonly type: 'reply'; readonly v: 1; readonly text: string }
  /** The team has opened her items up to this number, counted from 0: the only thing that is called arrived (rule 21). */
  | { readonly type: 'opened'; readonly v: 1; readonly sequence: number }
  | {
      readonly type: 'declined';
      readonly v: 1;
      readonly text: string;
      readonly alternatives: readonly string[];
      /** She may write again at least until then: milliseconds since 1970. */
      readonly until: number;
    }
  /** The weekly sign that nothing newer is being held back (rule 20). */
  | { readonly type: 'confirmed'; readonly v: 1 }
  /** Questions of the organisation, sent to her: a form as it is written for ever, and a word about why. */
  | { readonly type: 'questions'; readonly v: 1; readonly text: string; readonly form: string }
  /** This channel is closed; `moved` where a new one was opened for her. */
  | { readonly type: 'closed'; readonly v: 1; readonly moved: boolean };

/** The message as the JSON text that is sealed. */
export function writeTeamMessage(message: TeamMessage): string {
  return JSON.stringify(message);
}

/** Reads what the team wrote; null for what this page is too old for or cannot read. Never throws. */
export function readTeamMessage(json: string): TeamMessage | null {
  let message: unknown;
  try {
    message = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof message !== 'object' || message === null) return null;
  const { type, v, text, form, sequence, alternatives, until, moved } = message as Readonly<
    Record<string, unknown>
  >;
  if (v !== 1) return null;
  if (type === 'reply' && typeof text === 'string') return { type, v, text };
  if (type === 'questions' && typeof text === 'string' && typeof form === 'string')
    return { type, v, text, form };
  if (type === 'opened' && isNumber(sequence)) return { type, v, sequence };
  if (type === 'declined' && typeof text === 'string' && isTexts(alternatives) && isNumber(until)) {
    return { type, v, text, alternatives, until };
  }
  if (type === 'confirmed') return { type, v };
  if (type === 'closed' && typeof moved === 'boolean') return { type, v, moved };
  return null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

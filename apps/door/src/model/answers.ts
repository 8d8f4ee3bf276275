import type { Answers as FormValues } from '@leeward/forms/door.ts';
import type { Span } from '@leeward/ui/language/hours.ts';
import type { ReadyFile } from '@leeward/workspace/door/files.ts';
import type { Draft } from '@leeward/workspace/door/request.ts';

/** What was typed and chosen so far, as it stands in the fields. Lives in memory alone. */
export type Answers = {
  readonly what: string;
  readonly danger48h: Draft['danger48h'];
  readonly about: Draft['about'];
  readonly relation: Draft['relation'];
  readonly knows: Draft['knows'];
  readonly callName: string;
  readonly country: string;
  readonly languages: readonly string[];
  readonly otherLanguages: string;
  /** Other ways than this page that are safe. */
  readonly ways: readonly Way[];
  /** Ways that must never be used. */
  readonly unsafeWays: readonly Way[];
  /** Safe days and hours as far as they are chosen, and whose clock is meant; empty is the clock of this phone. */
  readonly spans: readonly Span[];
  readonly zone: string;
  /** The only person through whom she may be reached, and how; empty where she may be reached herself. */
  readonly through: string;
  readonly codeFromUs: string;
  readonly codeUnderForce: string;
  readonly safeTimes: string;
  readonly never: NonNullable<Draft['never']>;
  readonly neverOther: string;
  readonly files: readonly ChosenFile[];
  /** Answers to the organisation's own questions. */
  readonly own: readonly TypedForm[];
};

export type Channel = NonNullable<Draft['channels']>[number]['channel'];
export type Way = { readonly channel: Channel | ''; readonly detail: string };

/** A file that she chose; `ready` once it is cleaned, or is taken as it is. */
export type ChosenFile = {
  readonly id: number;
  readonly file: File;
  readonly name: string;
  readonly keepHidden: boolean;
  readonly ready: ReadyFile | null;
  readonly problem: 'cannot-clean' | 'file-unreadable' | null;
  /** What she kept of an earlier try to send this file; empty for a new one. */
  readonly ticket: string;
  /** Whether it was recorded on this page: it can be heard before it is sent. */
  readonly isRecording: boolean;
};

/** One form of the organisation: everything that was typed into it, and what of it is asked now and would be sent. */
export type TypedForm = {
  /** Its hash. */
  readonly form: string;
  readonly typed: FormValues;
  readonly asked: FormValues;
};

export type Change = (change: Partial<Answers>) => void;

export const noAnswers: Answers = {
  what: '',
  danger48h: undefined,
  about: undefined,
  relation: undefined,
  knows: undefined,
  callName: '',
  country: '',
  languages: [],
  otherLanguages: '',
  ways: [],
  unsafeWays: [],
  spans: [],
  zone: '',
  through: '',
  codeFromUs: '',
  codeUnderForce: '',
  safeTimes: '',
  never: [],
  neverOther: '',
  files: [],
  own: [],
};

/** Whether something is here that would be lost with the page. */
export const hasAnswers = (answers: Answers): boolean =>
  Object.entries(answers).some(([, value]) => value !== undefined && value.length > 0);

import type { Bytes } from '@leeward/workspace/door/client.ts';
import {
  createKeptDraft,
  type KeptDraft,
  openDraft,
  organisationOf,
} from '@leeward/workspace/door/kept-draft.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answers } from './answers.ts';
import { draftPlace } from './draft-place.ts';
import { readAnswers, writeAnswers } from './kept-answers.ts';

/** How long she may go on typing before it is kept, in milliseconds. */
const PAUSE = 700;

/** What is kept on this phone, and what she can do about it. */
export type Kept = {
  /** A draft of an earlier visit lies here, closed. */
  readonly isFound: boolean;
  /** This visit keeps what is typed. */
  readonly isOn: boolean;
  /** When it was last put down; null before the first time. */
  readonly at: number | null;
  readonly hasFailed: boolean;
  /** She has just deleted it. */
  readonly isDeleted: boolean;
  /** From now on, under these words. */
  readonly begin: (entropy: Bytes) => void;
  /** The answers of an earlier visit, if these words open them; from then on it is kept under them. */
  readonly openWith: (entropy: Bytes) => Promise<Partial<Answers> | null>;
  readonly remove: () => void;
  /** Without a word on the screen: the server has it now. */
  readonly removeQuietly: () => void;
};

/** Keeps the answers of this visit on the phone, if she asked for it (fault 40). Nothing is looked for or made before. */
export function useKept(answers: Answers): Kept {
  const [isFound, setFound] = useState(false);
  const [draft, setDraft] = useState<KeptDraft | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [isDeleted, setDeleted] = useState(false);
  const newest = useRef(answers);
  newest.current = answers;

  useEffect(() => {
    draftPlace.holds().then(setFound, () => undefined);
  }, []);

  const keep = async (into: KeptDraft): Promise<void> => {
    const kept = await into.keep(writeAnswers(newest.current));
    setFailed(!kept.ok);
    if (kept.ok) setAt(Date.now());
  };
  useEffect(() => {
    // Also what she has taken back: the phone must not hold more than the page.
    if (draft === null) return;
    const timer = setTimeout(() => void keep(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, answers]);
  useEffect(() => {
    if (draft === null) return;
    // The page is put aside, or closed: there may be no later.
    const now = (): void => {
      if (document.visibilityState === 'hidden') void keep(draft);
    };
    document.addEventListener('visibilitychange', now);
    return () => document.removeEventListener('visibilitychange', now);
  }, [draft]);

  const begin = (entropy: Bytes): void => {
    const org = organisationOf(location.hash);
    if (org === null) return;
    const made = createKeptDraft(draftPlace, entropy, org);
    setDraft(made);
    setDeleted(false);
    setFound(false);
    void keep(made);
  };
  const removeQuietly = (): void => {
    void (draft === null ? draftPlace.remove() : draft.remove()).catch(() => setFailed(true));
    setDraft(null);
    setFound(false);
    setAt(null);
  };
  return {
    isFound,
    isOn: draft !== null,
    at,
    hasFailed,
    isDeleted,
    begin,
    openWith: async (entropy) => {
      const org = organisationOf(location.hash);
      const sealed = await draftPlace.read().catch(() => null);
      if (org === null || sealed === null) return null;
      const opened = await openDraft(entropy, org, sealed);
      if (!opened.ok) return null;
      begin(entropy);
      return readAnswers(opened.value);
    },
    remove: () => {
      removeQuietly();
      setDeleted(true);
    },
    removeQuietly,
  };
}

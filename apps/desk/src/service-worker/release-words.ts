import type { DeskKey, Translator } from '@leeward/ui';
import { formatDate } from '@leeward/ui';
import type { ReleaseFacts, Trouble } from '@leeward/workspace/release/guard-messages.ts';
import type { ReleaseView } from './release-watch.ts';

/** What stands above every screen: an offer, or a warning with what happened, what is safe and what to do. */
export type ReleaseNote = {
  readonly kind: 'newer' | 'missing' | 'refused' | 'unchecked' | 'replaced' | 'stranger';
  readonly tone: 'accent' | 'warn' | 'danger';
  readonly title: string;
  /** What happened, what is safe, what to do, as far as there is something to say. */
  readonly lines: readonly string[];
};

/** The notes for what is known, the gravest first. */
export function releaseNotes(
  t: Translator<DeskKey>,
  numbers: string,
  view: ReleaseView,
): readonly ReleaseNote[] {
  const notes: ReleaseNote[] = [];
  const say = (
    kind: 'missing' | 'refused' | 'unchecked' | 'replaced' | 'stranger',
    happened: string,
  ): void => {
    const tone = kind === 'unchecked' && view.guard === 'unsupported' ? 'warn' : 'danger';
    const lines = [happened, t(`release.${kind}.safe`), t(`release.${kind}.do`)];
    notes.push({ kind, tone, title: t(`release.${kind}.title`), lines });
  };
  if (view.replaced) say('replaced', t('release.replaced.happened'));
  if (view.missing.length > 0)
    say('missing', t('release.missing.happened', { names: view.missing.join('; ') }));
  if (view.guard === 'failed') say('unchecked', troubleWords(t, view.refused));
  else if (view.guard === 'unsupported') say('unchecked', t('release.unchecked.unsupported'));
  else if (view.refused !== null) say('refused', troubleWords(t, view.refused));
  if (view.stranger) say('stranger', t('release.stranger.happened'));
  if (view.offered !== null) {
    const { version, date } = view.offered;
    const values = { version, date: formatDate(numbers, date * 1000) };
    notes.push({
      kind: 'newer',
      tone: 'accent',
      title: t('release.newer.title'),
      lines: [t('release.newer.text', values)],
    });
  }
  return notes;
}

/** Which release this page is from, in one line; what it is called depends on whose key has signed it. */
export function releaseLine(t: Translator<DeskKey>, numbers: string, facts: ReleaseFacts): string {
  const values = { version: facts.version, date: formatDate(numbers, facts.date * 1000) };
  return t(`release.kind.${facts.kind}`, values);
}

function troubleWords(t: Translator<DeskKey>, trouble: Trouble | null): string {
  const names = trouble?.details.join('; ') ?? '';
  switch (trouble?.code) {
    case 'file-differs':
      return t('release.why.file', { names });
    case 'headers-missing':
      return t('release.missing.happened', { names });
    case 'older':
    case 'lesser-kind':
      return t('release.why.older');
    case 'conflict':
      return t('release.why.conflict');
    case 'unknown-key':
    case 'wrong-kind':
    case 'key-expired':
      return t('release.why.key');
    case 'bad-signature':
    case 'malformed':
      return t('release.why.signature');
    default:
      return t('release.why.none');
  }
}

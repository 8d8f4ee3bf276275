import { formatAgo, formatFileSize } from '@leeward/ui/language/format.ts';
import type { RelayProblem } from '@leeward/workspace/door/client.ts';
import { MAX_FILE } from '@leeward/workspace/door/files.ts';
import type { FileView, PostView } from '@leeward/workspace/door/post.ts';
import type { Language } from '../model/language.ts';

/** Why something is not sent, and that nothing is lost. */
export function relayWords({ code, retryAfter }: RelayProblem, { t, tag }: Language): string {
  switch (code) {
    case 'unreachable':
    case 'aborted':
      return t('error.connection');
    case 'unreadable-response':
    case 'too-large-response':
      return t('error.receipt');
    case 'quota':
      return t('error.tooFast', { when: formatAgo(tag, Date.now() + (retryAfter ?? 60) * 1000, Date.now()) });
    case 'queue-full':
    case 'no-space':
      return t('error.serverFull');
    case 'busy':
    case 'unavailable':
      return t('problem.server.happened');
    default:
      return t('error.refused');
  }
}

/** Why nothing could be read. Reading loses nothing, so that all there is to say is to try again. */
export const unreadWords = ({ t }: Language): string =>
  `${t('problem.server.happened')} ${t('problem.server.do')}`;

/** Whether her words are with the server, and only files still have to go. */
const areOnlyFiles = ({ items, files }: PostView): boolean =>
  files.length > 0 && items.length > 0 && items.every(({ state }) => state === 'stored');

/** What is waited for. Where only a file is held up, it must not sound as if her words were. */
export function waitingWords(view: PostView, problem: RelayProblem, language: Language): string {
  const isLine = problem.code === 'unreachable' || problem.code === 'aborted';
  return isLine && areOnlyFiles(view) ? language.t('error.connectionFile') : relayWords(problem, language);
}

/** Why the words of a post are not sent; null while nothing is wrong. */
export function postWords(view: PostView, language: Language): string | null {
  const { problem, step } = view;
  if (step === 'stopped') return language.t(areOnlyFiles(view) ? 'send.stoppedFile' : 'send.stopped');
  if (problem === null) return null;
  return problem.code === 'relay' ? relayWords(problem.problem, language) : language.t('error.receipt');
}

/** Why a file is not sent; null while nothing is wrong. */
export function fileWords({ problem, name, size }: FileView, language: Language): string | null {
  const { t, tag } = language;
  if (problem === null) return null;
  switch (problem.code) {
    case 'file-too-large':
      return t('error.fileTooLarge', {
        name,
        size: formatFileSize(tag, size),
        limit: formatFileSize(tag, MAX_FILE),
      });
    case 'file-unreadable':
    case 'file-changed':
      return t('error.fileUnreadable', { name });
    case 'ticket-differs':
      return t('send.ticketDiffers', { name });
    case 'relay': {
      const { code } = problem.problem;
      return code === 'quota' || code === 'no-space'
        ? t('error.attachmentsWait')
        : relayWords(problem.problem, language);
    }
    default:
      return t('error.refused');
  }
}

import type { DeskKey, Translator } from '@leeward/ui';
import type { ViewerWords } from './viewer-port.ts';

/** Everything that the viewer may have to say, in the reader's language: it has no catalogue of its own. */
export function viewerWords(t: Translator<DeskKey>): ViewerWords {
  return {
    hidden: t('request.filesHidden'),
    show: t('request.fileShow'),
    hide: t('request.fileHide'),
    notOpened: t('request.fileNotOpened'),
    damaged: t('request.fileNotReadable'),
    locked: t('viewer.locked'),
    notLoaded: t('viewer.notLoaded'),
    pageNotDrawn: t('viewer.pageNotDrawn'),
    // The numbers are known only there, and stay as {page} and {pages} until then.
    pageOf: t('viewer.pageOf', { page: '{page}', pages: '{pages}' }),
    firstPages: t('viewer.firstPages', { pages: '{pages}' }),
    previousPage: t('viewer.previousPage'),
    nextPage: t('viewer.nextPage'),
    larger: t('viewer.larger'),
    smaller: t('viewer.smaller'),
    turn: t('viewer.turn'),
    blackOut: t('viewer.blackOut'),
    blackOutHint: t('viewer.blackOutHint'),
    addBox: t('viewer.addBox'),
    box: t('viewer.box', { number: '{number}' }),
    undo: t('viewer.undo'),
    removeBox: t('viewer.removeBox'),
    makeCopy: t('viewer.makeCopy'),
    noBox: t('viewer.noBox'),
    notCopied: t('viewer.notCopied'),
    copyMade: t('viewer.copyMade'),
    cancel: t('common.cancel'),
  };
}

import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { addressOf } from '../router/route.ts';

export type Outcome = {
  readonly brought: number;
  readonly known: number;
  readonly identities: number;
  readonly unknownPeople: number;
};

/** What an import has done. */
export function Done({ done }: { readonly done: Outcome }): ReactNode {
  const { t } = useSpeech();
  return (
    <p className="note" role="status">
      {t('bring.done', { count: done.brought })}{' '}
      {done.known === 0 ? '' : t('bring.left', { count: done.known })}{' '}
      {done.identities === 0 ? '' : t('bring.identitiesDone', { count: done.identities })}{' '}
      {done.unknownPeople === 0 ? '' : t('bring.unknownPeople', { count: done.unknownPeople })}{' '}
      <a href={addressOf({ name: 'cases' })}>{t('cases.title')}</a>
    </p>
  );
}

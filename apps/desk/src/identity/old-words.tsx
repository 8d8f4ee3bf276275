import type { IdentityState } from '@leeward/domain/identity/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';

/** What was kept of her before names, facts and contacts were things of their own: read as it stands. */
export function OldWords({ state }: { readonly state: IdentityState }): ReactNode {
  const { t } = useSpeech();
  const names = state.names.flatMap(({ value }) => [
    value.call,
    ...(value.legal === null ? [] : [value.legal]),
    ...value.others,
    ...value.scripts.map(({ name }) => name),
  ]);
  const facts = [...state.facts].flatMap(([fact, field]) => field.map(({ value }) => `${fact}: ${value}`));
  const contacts = [...state.contacts.values()].flatMap((field) => field.map(({ value }) => value.detail));
  const all = [...names, ...facts, ...contacts].filter((one) => one.trim() !== '');
  if (all.length === 0) return null;
  return (
    <section className="card stack tight" aria-label={t('identity.keptBefore')}>
      <h2>{t('identity.keptBefore')}</h2>
      {all.map((one) => (
        <Words key={one} text={one} />
      ))}
    </section>
  );
}

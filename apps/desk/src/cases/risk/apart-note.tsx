import { conflictsOf, type Item, type Values } from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';

/** What two people wrote apart in one thing: both are shown; who opens it, puts it right and saves has chosen. */
export function ApartNote<V extends Values>({ item }: { readonly item: Item<V> }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const names = conflictsOf(item);
  if (names.length === 0) return null;
  return (
    <div className="note warn stack tight" data-apart={names.join(' ')}>
      <strong>{t('danger.apart')}</strong>
      {names.flatMap((name) =>
        (item.fields[name] ?? []).map((written) => (
          <div key={`${name} ${written.at.entry} ${written.at.index}`}>
            <b className="small">
              <bdi>{nameOf(written.by)}</bdi>
            </b>{' '}
            <Words inline text={wordsOf(written.value)} />
          </div>
        )),
      )}
    </div>
  );
}

/** Whatever somebody typed in a value: words as they are, codes and dates as they are written down. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(' · ');
  if (typeof value !== 'object' || value === null) return value === null ? '–' : String(value);
  return Object.values(value).map(wordsOf).filter(Boolean).join(' · ');
}

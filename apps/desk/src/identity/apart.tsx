import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';
import { baseOf, conflictsOf, editOf, type Item, type ItemKind } from '@leeward/domain/shared/items.ts';
import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';

/** Versions of one field that two colleagues wrote apart: both are shown, and a person chooses. */
export function Apart<Noun extends string, V extends object>({
  record,
  kind,
  item,
  mayEdit,
}: {
  readonly of: PersonInCase;
  readonly record: string;
  readonly kind: ItemKind<Noun, V>;
  readonly item: Item<V>;
  readonly mayEdit: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const action = useAction('actOnIdentity');
  return (
    <div className="note warn stack tight">
      <strong>{t('identity.apart')}</strong>
      {conflictsOf(item).flatMap((name) =>
        (item.fields[name] ?? []).map((written) => (
          <div key={`${name} ${written.at.entry} ${written.at.index}`} className="bar">
            <span>
              <Words inline text={plainly(written.value)} />{' '}
              <span className="small quiet">
                {nameOf(written.by)} <Ago at={written.claimedTime} />
              </span>
            </span>
            {mayEdit ? (
              <button
                type="button"
                className="button small"
                onClick={() => {
                  const event = editOf(kind, baseOf(item, item.id), {
                    [name]: written.value,
                  } as unknown as Partial<V>);
                  if (event !== null)
                    void action.run({ record, events: [event as unknown as SheetEvent], form: null });
                }}
              >
                {t('case.chooseThis')}
              </button>
            ) : null}
          </div>
        )),
      )}
      <FailureNote failure={action.failure} />
    </div>
  );
}

/** A value as plain words: of dates and lists what was typed. */
function plainly(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainly).join(' · ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([name, one]) => name !== 'kind' && name !== 'about' && one !== '' && one !== null)
    .map(([, one]) => plainly(one))
    .join(' – ');
}

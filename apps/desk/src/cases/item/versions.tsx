import type { Field } from '@leeward/domain/shared/field.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { useMemberName } from '../../session/organisation.tsx';

/** Versions of one field that were written apart: all are shown, and a person chooses. Nothing where there is one. */
export function Versions<Value>({
  label,
  field,
  say,
  onChoose,
}: {
  /** What the field is called. */
  readonly label: string;
  readonly field: Field<Value> | undefined;
  readonly say: (value: Value) => ReactNode;
  /** Null where this person may not choose. */
  readonly onChoose: ((value: Value) => void) | null;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  if (field === undefined || field.length < 2) return null;
  return (
    <div className="note warn stack tight">
      <strong>{t('item.apart', { field: label })}</strong>
      {field.map((written) => (
        <div key={`${written.at.entry} ${written.at.index}`} className="stack tight">
          <div>{say(written.value)}</div>
          <span className="small quiet">
            {nameOf(written.by)} <Ago at={written.claimedTime} />
          </span>
          {onChoose === null ? null : (
            <button type="button" className="button" onClick={() => onChoose(written.value)}>
              {t('case.chooseThis')}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

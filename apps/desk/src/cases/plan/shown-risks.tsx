import { labelOf } from '@leeward/domain/people/state.ts';
import { mayShowNote, othersIn } from '@leeward/domain/plan/note-for-her.ts';
import type { ShownNote } from '@leeward/domain/request/shown-plan.ts';
import { formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { TextBox } from '../../request/back-fields.tsx';
import { refusalWords } from '../../session/failure.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { newId } from '../new-id.ts';

/**
 * The note on her dangers in the form that shows her the plan: what to look out for and what to do, about her alone. Who
 * sends it is asked whether it speaks of anybody else, and is told which labels of others stand in it.
 */
export function ShownRisks({
  view,
  request,
  note,
  language,
  checked,
  onChange,
  onCheck,
}: {
  readonly view: CaseView;
  readonly request: RequestView;
  readonly note: ShownNote | null;
  readonly language: string;
  readonly checked: boolean;
  readonly onChange: (note: ShownNote | null) => void;
  readonly onCheck: (checked: boolean) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const { people } = view.state.parts;
  const may = mayShowNote(people, view.state.opened?.fromConversation ?? null, request.record);
  if (!may.ok)
    return (
      <div className="note stack tight">
        <p>
          <b>{t('show.risks')}</b>: {refusalWords(t, may.error, nameOf).title}
        </p>
        {note === null ? null : (
          <div>
            <button type="button" className="button quiet small" onClick={() => onChange(null)}>
              {t('show.risksTakeOut')}
            </button>
          </div>
        )}
      </div>
    );
  const name = (may.value === null ? undefined : labelOf(people, may.value)) ?? t('show.risksHers');
  const { look, act } = note ?? { look: '', act: '' };
  const set = (part: Partial<ShownNote>): void => {
    const next = { id: note?.id ?? newId(), look, act, ...part };
    onChange(next.look === '' && next.act === '' ? null : next);
  };
  const others = othersIn(people, `${look}\n${act}`, may.value);
  return (
    <fieldset className="card facts stack tight" data-note="risks">
      <legend className="visually-hidden">{t('show.risks')}</legend>
      <TextBox
        label={t('show.risks')}
        hint={t('show.risksOf', { name })}
        rows={3}
        lang={language}
        value={look}
        onChange={(words) => set({ look: words })}
      />
      <TextBox
        label={t('show.risksAct')}
        rows={3}
        lang={language}
        value={act}
        onChange={(words) => set({ act: words })}
      />
      {others.length === 0 ? null : (
        <p className="note danger" role="status">
          {t('show.risksOthers', { names: formatList(numbers, [...others]) })}
        </p>
      )}
      {look.trim() === '' ? null : (
        <label className="option">
          <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.target.checked)} />
          {t('show.risksChecked', { name })}
        </label>
      )}
    </fieldset>
  );
}

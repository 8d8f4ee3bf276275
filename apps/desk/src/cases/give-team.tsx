import { teamsMoved } from '@leeward/domain/readers/part.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useGivableTeams, useTeamName } from '../session/team-name.ts';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

const command = 'case:giveTeam';

/** Giving the case to a further team, of those that one is in. */
export function GiveTeam({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const teamName = useTeamName();
  const action = useAction('giveCase');
  const draft = useForm(command, view.record, () => ({ team: '', reason: '' }));
  const [open, setOpen] = useState(false);
  const box = useId();
  const readers = new Set(
    view.access.filter(({ type, ended }) => type === 'team' && ended === null).map(({ id }) => id),
  );
  const given = new Set(teamsMoved(view.state.parts.readers, 'in'));
  const teams = useGivableTeams().filter(({ team }) => !readers.has(team) && !given.has(team));
  if (teams.length === 0) return null;
  if (!open && draft.keeping === null)
    return (
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {t('giveTeam.open')}
      </button>
    );
  const { team, reason } = draft.form;
  const give = async (): Promise<void> => {
    if (team === '') return;
    const answer = await action.run({ record: view.record, team, reason });
    if (!answer.ok) return;
    draft.given({ team: '', reason: '' });
    setOpen(false);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div className="field">
        <label htmlFor={box}>{t('giveTeam.team')}</label>
        <span className="hint">{t('giveTeam.hint')}</span>
        <select id={box} value={team} onChange={(event) => draft.change({ team: event.target.value })}>
          <option value="">{t('giveTeam.choose')}</option>
          {teams.map((one) => (
            <option key={one.team} value={one.team}>
              {teamName(one)}
            </option>
          ))}
        </select>
      </div>
      <LineBox label={t('giveTeam.why')} value={reason} onChange={(next) => draft.change({ reason: next })} />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || team === ''}>
          {t('giveTeam.now')}
        </button>
        {draft.keeping === null ? (
          <button type="button" className="button quiet" onClick={() => setOpen(false)}>
            {t('common.cancel')}
          </button>
        ) : null}
        <Kept of={draft} onDiscard={() => setOpen(false)} />
      </div>
    </form>
  );
}

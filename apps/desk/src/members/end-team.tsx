import { canEndTeam } from '@leeward/domain/organisation/rules.ts';
import type { Team } from '@leeward/domain/organisation/state.ts';
import type { TeamView } from '@leeward/workspace/desk/teams-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { refusalWords } from '../session/failure.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import { useActor } from '../session/use-actor.ts';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

/** Ending a team: what it stops, what stays readable to whom, and what is to be done before. */
export function EndTeamForm({
  team,
  view,
  onClose,
}: {
  readonly team: Team;
  readonly view: TeamView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const notice = useNotice();
  const nameOf = useMemberName();
  const teamName = useTeamName();
  const { organisation } = useOpenSession();
  const action = useAction('endTeam');
  const draft = useForm('endTeam', team.team, () => ({ reason: '' }));
  const reason = draft.form.reason.trim();
  const name = teamName(team);
  const allowed = canEndTeam(organisation, actor, team.team, reason === '' ? '-' : reason);
  const end = async (): Promise<void> => {
    if (reason === '') return;
    const answer = await action.run({ team: team.team, reason });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('teams.isEnded', { name }) });
    onClose();
  };
  return (
    <Dialog title={t('teams.endTitle', { name })} onClose={onClose}>
      {allowed.ok ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void end();
          }}
        >
          <p>{t('teams.endStops')}</p>
          <p className="note">{t('teams.endKeeps')}</p>
          {view.cases === 0 ? null : (
            <p className="note danger">
              {view.cases === null ? t('teams.endCasesUnknown') : t('teams.endCases', { count: view.cases })}
            </p>
          )}
          <LineBox
            label={t('teams.endWhy')}
            value={draft.form.reason}
            onChange={(value) => draft.change({ reason: value })}
          />
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button type="submit" className="button danger" disabled={action.busy || reason === ''}>
              {t('teams.endNow')}
            </button>
            <button type="button" className="button quiet" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <Kept of={draft} />
          </div>
        </form>
      ) : (
        <Problem words={refusalWords(t, allowed.error, nameOf)} />
      )}
    </Dialog>
  );
}

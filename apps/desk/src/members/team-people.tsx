import { presentMembers, type Team } from '@leeward/domain/organisation/state.ts';
import { formatDate } from '@leeward/ui';
import type { TeamView } from '@leeward/workspace/desk/teams-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import { useBegun } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { EndTeamForm } from './end-team.tsx';
import { DescribeTeamForm } from './team-form.tsx';

/** Who is in a team; whoever may lets people in and out, renames it and ends it. */
export function TeamPeople({ team, view }: { readonly team: Team; readonly view: TeamView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { me, administrator } = useOpenSession();
  const nameOf = useMemberName();
  const people = useId();
  const [out, setOut] = useState<string | null>(null);
  const renaming = useBegun('describeTeam', team.team);
  const [doing, setDoing] = useState<'rename' | 'end' | null>(null);
  const close = (): void => setDoing(null);
  const isOwn = team.purpose === 'own' && team.ended === null;
  return (
    <>
      {team.ended === null ? null : (
        <p className="note">
          {t('teams.endedBy', {
            name: nameOf(team.ended.by),
            date: formatDate(numbers, team.ended.claimedTime),
          })}{' '}
          <Words inline text={team.ended.reason} />
        </p>
      )}
      {view.isStale ? <p className="note">{t('teams.newKey')}</p> : null}
      {view.members.length === 0 ? (
        <p className="note danger">{t('teams.nobody')}</p>
      ) : (
        <ul className="plain">
          {view.members.map((member) => (
            <li key={member} className="cluster">
              <bdi id={`${people}${member}`}>{nameOf(member)}</bdi>
              {member === me.member ? <span className="chip accent">{t('members.you')}</span> : null}
              {view.members.length > 1 && (view.mayTakeOut || member === me.member) ? (
                <button
                  type="button"
                  className="button quiet"
                  id={`${people}${member}out`}
                  aria-labelledby={`${people}${member}out ${people}${member}`}
                  onClick={() => setOut(member)}
                >
                  {t(member === me.member ? 'teams.leave' : 'teams.takeOut')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {team.ended !== null ? null : view.mayPutIn ? (
        <PutIn team={team} view={view} />
      ) : (
        <p className="hint">{t('teams.whoPutsIn')}</p>
      )}
      {!isOwn || !administrator ? null : renaming || doing === 'rename' ? (
        <DescribeTeamForm team={team} onDone={close} />
      ) : (
        <div className="cluster">
          <button type="button" className="button" onClick={() => setDoing('rename')}>
            {t('teams.rename')}
          </button>
          <button type="button" className="button" onClick={() => setDoing('end')}>
            {t('teams.end')}
          </button>
        </div>
      )}
      {doing === 'end' ? <EndTeamForm team={team} view={view} onClose={close} /> : null}
      {out === null ? null : <TakeOut team={team} member={out} onClose={() => setOut(null)} />}
    </>
  );
}

function PutIn({ team, view }: { readonly team: Team; readonly view: TeamView }): ReactNode {
  const { t } = useSpeech();
  const { organisation } = useOpenSession();
  const nameOf = useMemberName();
  const notice = useNotice();
  const action = useAction('putInTeam');
  const box = useId();
  const others = presentMembers(organisation).filter(({ member }) => !view.members.includes(member));
  const [chosen, setChosen] = useState('');
  if (others.length === 0) return <p className="hint">{t('teams.allIn')}</p>;
  const put = async (): Promise<void> => {
    if (chosen === '') return;
    const answer = await action.run({ team: team.team, member: chosen });
    if (!answer.ok) return;
    notice({ text: t('teams.isIn', { name: nameOf(chosen) }) });
    setChosen('');
  };
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <div className="field">
        <label htmlFor={box}>{t('teams.putIn')}</label>
        <span className="hint">{t('teams.putInHint')}</span>
        <div className="cluster">
          <select
            id={box}
            className="auto"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{t('teams.choose')}</option>
            {others.map(({ member }) => (
              <option key={member} value={member}>
                {nameOf(member)}
              </option>
            ))}
          </select>
          <button type="submit" className="button" disabled={chosen === '' || action.busy}>
            {t('teams.putInNow')}
          </button>
        </div>
      </div>
      <FailureNote failure={action.failure} />
    </form>
  );
}

function TakeOut({
  team,
  member,
  onClose,
}: {
  readonly team: Team;
  readonly member: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const teamName = useTeamName();
  const notice = useNotice();
  const action = useAction('takeOutOfTeam');
  const words = { name: nameOf(member), team: teamName(team) };
  const take = async (): Promise<void> => {
    const answer = await action.run({ team: team.team, member });
    if (!answer.ok) return;
    notice({ text: t('teams.isOut', words) });
    onClose();
  };
  return (
    <Dialog
      title={t(member === me.member ? 'teams.leaveTitle' : 'teams.takeOutTitle', words)}
      onClose={onClose}
    >
      <div className="stack">
        <p>{t('teams.outMeans')}</p>
        <p className="note">{t('teams.outKeeps')}</p>
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="button" className="button danger" disabled={action.busy} onClick={() => void take()}>
            {t(member === me.member ? 'teams.leave' : 'teams.takeOut')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

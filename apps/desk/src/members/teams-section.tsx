import type { Team } from '@leeward/domain/organisation/state.ts';
import type { TeamView } from '@leeward/workspace/desk/teams-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import { useBegun } from '../session/use-form.ts';
import { useView } from '../session/use-session.tsx';
import { FoundTeamForm } from './team-form.tsx';
import { TeamPeople } from './team-people.tsx';

/** The teams: what each is for and who is in it; an administrator founds more, with names of the organisation's own. */
export function TeamsSection(): ReactNode {
  const { t } = useSpeech();
  const { organisation, administrator } = useOpenSession();
  const answer = useView('teams', {});
  const views = new Map((answer?.ok === true ? answer.value : []).map((view) => [view.team, view]));
  const begun = useBegun('foundTeam', null);
  const [founding, setFounding] = useState(false);
  const teams = [...organisation.teams.values()].filter(({ purpose }) => purpose !== 'everyone');
  const ended = teams.filter((team) => team.ended !== null);
  const list = (some: readonly Team[]): ReactNode => (
    <ul className="plain card rows">
      {some.map((team) => (
        <TeamRow key={team.team} team={team} view={views.get(team.team)} />
      ))}
    </ul>
  );
  return (
    <section className="stack tight" aria-labelledby="teams">
      <h2 id="teams">{t('members.teams')}</h2>
      {list(teams.filter((team) => team.ended === null))}
      {ended.length === 0 ? null : (
        <details>
          <summary>{t('teams.endedOnes', { count: ended.length })}</summary>
          {list(ended)}
        </details>
      )}
      {!administrator ? null : founding || begun ? (
        <FoundTeamForm onDone={() => setFounding(false)} />
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setFounding(true)}>
            {t('teams.found')}
          </button>
        </div>
      )}
    </section>
  );
}

function TeamRow({ team, view }: { readonly team: Team; readonly view: TeamView | undefined }): ReactNode {
  const { t } = useSpeech();
  const teamName = useTeamName();
  const [open, setOpen] = useState(false);
  const id = useId();
  const [panel, title, button] = [`${id}panel`, `${id}title`, `${id}button`];
  return (
    <li className="row">
      <span>
        <b id={title}>
          <bdi>{teamName(team)}</bdi>
        </b>
        <span className="hint">
          {team.purpose === 'own' ? (
            <Words inline text={team.aim} />
          ) : (
            t(`members.purpose.${team.purpose as 'intake'}`)
          )}
        </span>
      </span>
      {view === undefined ? null : (
        <span className="cluster">
          <span className="quiet">{t('teams.people', { count: view.members.length })}</span>
          <button
            type="button"
            className="button quiet"
            aria-expanded={open}
            aria-controls={panel}
            id={button}
            aria-labelledby={`${button} ${title}`}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'teams.close' : 'teams.open')}
          </button>
        </span>
      )}
      {open && view !== undefined ? (
        <div id={panel} className="row-more stack">
          <TeamPeople team={team} view={view} />
        </div>
      ) : null}
    </li>
  );
}

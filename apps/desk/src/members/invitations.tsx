import { isNameTaken } from '@leeward/domain/organisation/alike.ts';
import { type Role, roles } from '@leeward/domain/organisation/permissions.ts';
import { liveTeams } from '@leeward/domain/organisation/state.ts';
import { formatDateTime } from '@leeward/ui';
import type { InvitationView } from '@leeward/workspace/desk/members-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { CopyField } from '../parts/copy-field.tsx';
import { Begun, Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { usePlace } from '../parts/use-place.ts';
import { Words } from '../parts/words.tsx';
import { placeIn } from '../router/route.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import { useBegun, useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { CheckWords } from './check-words.tsx';
import { useLooking } from './use-looking.ts';

/** Inviting somebody: a link that works once, then six words compared by voice, then a confirmation. */
export function Invitations(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('invitations', {});
  // Somebody who was led here to invite a second administrator has said that already.
  const [second] = useState(() => placeIn(window.location.hash) === 'second');
  const [asking, setAsking] = useState(second);
  const place = usePlace('second');
  const begun = useBegun('invite', null);
  const open = answer?.ok === true ? answer.value : [];
  const waiting = open.some((invitation) => invitation.opened === null);
  useLooking('invitations', waiting);
  return (
    <section className="stack tight" aria-labelledby="invite">
      <h2 id="invite" ref={place} tabIndex={-1}>
        {t('invite.title')}
      </h2>
      {open.map((invitation) => (
        <Invitation key={invitation.join} invitation={invitation} />
      ))}
      {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
      {asking ? (
        <InviteForm first={second ? 'administrator' : 'officer'} onDone={() => setAsking(false)} />
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {t('invite.title')}
          </button>
          <Begun begun={begun} />
        </div>
      )}
    </section>
  );
}

function InviteForm({
  first,
  onDone,
}: {
  /** The role that is chosen at first. */
  readonly first: Role;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const { organisation } = useOpenSession();
  const teamName = useTeamName();
  const action = useAction('invite');
  const teams = liveTeams(organisation).filter((team) => team.purpose !== 'everyone');
  const draft = useForm<{ readonly role: string; readonly teams: readonly string[] }>('invite', null, () => ({
    role: first,
    teams: teams
      .filter((team) => team.purpose === 'intake' || team.purpose === 'protection')
      .map((team) => team.team),
  }));
  const { role, teams: chosen } = draft.form;
  const [roleBox, roleHint] = [useId(), useId()];
  const known = roles.find((one) => one === role) ?? 'officer';

  const make = async (): Promise<void> => {
    const answer = await action.run({ role, teams: chosen });
    if (!answer.ok) return;
    draft.given();
    onDone();
  };

  return (
    <form
      className="card form-card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div className="field">
        <label htmlFor={roleBox}>{t('invite.role')}</label>
        <span className="hint" id={roleHint}>
          {t(`members.roleHint.${known}`)}
        </span>
        <select
          id={roleBox}
          className="auto"
          aria-describedby={roleHint}
          value={role}
          onChange={(event) => draft.change({ role: event.target.value })}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`members.role.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="field">
        <legend>{t('invite.teams')}</legend>
        <div className="options columns">
          {teams.map((team) => (
            <label key={team.team} className="option">
              <input
                type="checkbox"
                checked={chosen.includes(team.team)}
                onChange={(event) =>
                  draft.change({
                    teams: event.target.checked
                      ? [...chosen, team.team]
                      : chosen.filter((other) => other !== team.team),
                  })
                }
              />
              {teamName(team)}
            </label>
          ))}
        </div>
      </fieldset>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('invite.make')}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          {t('common.cancel')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}

function Invitation({ invitation }: { readonly invitation: InvitationView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { organisation } = useOpenSession();
  const teamName = useTeamName();
  const notice = useNotice();
  const confirm = useAction('confirmInvitation');
  const cancel = useAction('cancelInvitation');
  const [different, setDifferent] = useState(false);
  const now = useNow();
  const { join, opened } = invitation;
  const role = roles.find((one) => one === invitation.role);
  const teams = invitation.teams.flatMap((id) => {
    const team = organisation.teams.get(id);
    return team === undefined ? [] : [teamName(team)];
  });
  const title = [role === undefined ? invitation.role : t(`members.role.${role}`), ...teams].join(' · ');

  return (
    <article className="card form-card stack tight">
      <p className="quiet small">{title}</p>
      {opened === null ? (
        <>
          <CopyField label={t('invite.link')} value={invitation.link} />
          <p className="hint">
            {t('invite.linkHint', { date: formatDateTime(numbers, invitation.expires) })}
          </p>
          <p className="hint">{t('invite.wordsHint')}</p>
          {invitation.expires <= now ? (
            <p className="note warn">{t('invite.expired')}</p>
          ) : (
            <p className="state kept" role="status">
              {t('invite.waitingAnyone')}
            </p>
          )}
        </>
      ) : (
        <section className="stack tight" aria-label={t('invite.words')}>
          <p>
            <strong>
              <Words inline text={opened.name} />
            </strong>{' '}
            {t('invite.openedCompare')}
          </p>
          {isNameTaken(organisation.members.values(), opened.name) ? (
            <p className="note warn">{t('invite.nameTaken', { name: opened.name })}</p>
          ) : null}
          <CheckWords words={opened.words} label={t('invite.words')} />
          <div className="cluster">
            <button
              type="button"
              className="button primary"
              disabled={confirm.busy}
              onClick={() =>
                void confirm.run({ join }).then((answer) => {
                  if (answer.ok) notice({ text: t('invite.confirmed', { name: opened.name }) });
                })
              }
            >
              {t('invite.confirmSame')}
            </button>
            <button
              type="button"
              className="button danger"
              disabled={cancel.busy}
              onClick={() =>
                void cancel.run({ join }).then((answer) => {
                  if (answer.ok) setDifferent(true);
                })
              }
            >
              {t('invite.different')}
            </button>
          </div>
        </section>
      )}
      {different ? <Problem tone="danger" words={{ title: t('invite.differentText') }} /> : null}
      <FailureNote failure={confirm.failure ?? cancel.failure} />
      {opened === null ? (
        <div>
          <button
            type="button"
            className="button quiet"
            disabled={cancel.busy}
            onClick={() =>
              void cancel.run({ join }).then((answer) => {
                if (answer.ok) notice({ text: t('invite.cancelled') });
              })
            }
          >
            {t('invite.cancel')}
          </button>
        </div>
      ) : null}
    </article>
  );
}

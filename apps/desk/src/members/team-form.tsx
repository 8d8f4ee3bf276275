import { canDescribeTeam, canFoundTeam, isTeamNameTaken } from '@leeward/domain/organisation/rules.ts';
import { liveTeams, presentMembers, type Team } from '@leeward/domain/organisation/state.ts';
import { sizes } from '@leeward/domain/shared/shape.ts';
import type { ReactNode } from 'react';
import { newId } from '../cases/new-id.ts';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useTeamName } from '../session/team-name.ts';
import { useActor } from '../session/use-actor.ts';
import { type UsedForm, useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

type Words = { readonly name: string; readonly aim: string };

/** Founding a team: a name, what it is for, and who is in it from the start. */
export function FoundTeamForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useSpeech();
  const { organisation, me } = useOpenSession();
  const actor = useActor();
  const nameOf = useMemberName();
  const notice = useNotice();
  const action = useAction('foundTeam');
  const draft = useForm<Words & { readonly team: string; readonly members: readonly string[] }>(
    'foundTeam',
    null,
    () => ({ team: newId(), name: '', aim: '', members: [me.member] }),
  );
  const { form, change } = draft;
  const { members } = form;
  const isTaken = useIsTaken(form.team, form.name);
  const own = { team: form.team, name: form.name.trim(), aim: form.aim.trim() };
  const ready = members.length > 0 && !isTaken && canFoundTeam(organisation, actor, own).ok;
  const people = presentMembers(organisation);
  const noAdministrator = !people.some(
    ({ member, role }) => role === 'administrator' && members.includes(member),
  );
  const found = async (): Promise<void> => {
    if (!ready) return;
    const answer = await action.run({ ...own, members });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('teams.isFounded', { name: own.name }) });
    onDone();
  };
  return (
    <form
      className="card form-card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void found();
      }}
    >
      <h3>{t('teams.found')}</h3>
      <TeamWords draft={draft} taken={isTaken} />
      <fieldset className="field">
        <legend>{t('teams.who')}</legend>
        <div className="options columns">
          {people.map(({ member }) => (
            <label key={member} className="option">
              <input
                type="checkbox"
                checked={members.includes(member)}
                onChange={(event) =>
                  change({
                    members: event.target.checked
                      ? [...members, member]
                      : members.filter((other) => other !== member),
                  })
                }
              />
              <bdi>{nameOf(member)}</bdi>
            </label>
          ))}
        </div>
        {members.length === 0 ? <span className="error">{t('teams.someone')}</span> : null}
      </fieldset>
      {members.length > 0 && noAdministrator ? <p className="note">{t('teams.noAdministrator')}</p> : null}
      <FailureNote failure={action.failure} />
      <FormEnd draft={draft} label={t('teams.foundNow')} disabled={action.busy || !ready} onDone={onDone} />
    </form>
  );
}

/** Another name for a team of one's own, or other words about what it is for. */
export function DescribeTeamForm({
  team,
  onDone,
}: {
  readonly team: Team;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const { organisation } = useOpenSession();
  const actor = useActor();
  const action = useAction('describeTeam');
  const draft = useForm<Words>('describeTeam', team.team, () => ({ name: team.name, aim: team.aim }));
  const own = { team: team.team, name: draft.form.name.trim(), aim: draft.form.aim.trim() };
  const isTaken = useIsTaken(team.team, own.name);
  const ready = !isTaken && canDescribeTeam(organisation, actor, own).ok;
  const save = async (): Promise<void> => {
    if (!ready || !(await action.run(own)).ok) return;
    draft.given(own);
    onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TeamWords draft={draft} taken={isTaken} />
      <FailureNote failure={action.failure} />
      <FormEnd draft={draft} label={t('teams.renameNow')} disabled={action.busy || !ready} onDone={onDone} />
    </form>
  );
}

/** The button of a form; a way out while nothing is kept, and after that what is kept. */
function FormEnd<Form extends Words>({
  draft,
  label,
  disabled,
  onDone,
}: {
  readonly draft: UsedForm<Form>;
  readonly label: string;
  readonly disabled: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <div className="cluster">
      <button type="submit" className="button primary" disabled={disabled}>
        {label}
      </button>
      {draft.keeping === null ? (
        <button type="button" className="button quiet" onClick={onDone}>
          {t('common.cancel')}
        </button>
      ) : null}
      <Kept of={draft} onDiscard={onDone} />
    </div>
  );
}

function TeamWords<Form extends Words>({
  draft: { form, change },
  taken,
}: {
  readonly draft: UsedForm<Form>;
  readonly taken: boolean;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <LineBox
        label={t('teams.name')}
        hint={t('teams.nameHint')}
        required
        value={form.name}
        onChange={(name) => change({ name: name.slice(0, sizes.name) } as Partial<Form>)}
      />
      {taken ? <span className="error">{t('refusal.name_taken')}</span> : null}
      <LineBox
        label={t('teams.aim')}
        hint={t('teams.aimHint')}
        required
        value={form.aim}
        onChange={(aim) => change({ aim: aim.slice(0, sizes.line) } as Partial<Form>)}
      />
    </>
  );
}

/** Whether another team is called so, in the organisation's words or in those of the screen. */
function useIsTaken(team: string, name: string): boolean {
  const { organisation } = useOpenSession();
  const teamName = useTeamName();
  const typed = name.trim().toLowerCase();
  if (typed === '') return false;
  return (
    isTeamNameTaken(organisation, { team, name }) ||
    liveTeams(organisation).some((one) => one.team !== team && teamName(one).toLowerCase() === typed)
  );
}

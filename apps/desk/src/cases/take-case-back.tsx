import { lastMove } from '@leeward/domain/readers/part.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

const command = 'case:takeBack';

/** Taking the case back from one of several teams that read it: what it has read cannot be taken back, and it says so. */
export function TakeCaseBack({
  view,
  team,
  name,
}: {
  readonly view: CaseView;
  readonly team: string;
  readonly name: string;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('takeCaseBack');
  // One draft for each case: it is given up where another team is meant.
  const draft = useForm(command, view.record, () => ({ team: '', reason: '' }));
  if (lastMove(view.state.parts.readers, team)?.way === 'out')
    return <p className="small quiet">{t('giveTeam.takenSoon')}</p>;
  if (draft.form.team !== team)
    return (
      <button
        type="button"
        className="button small quiet"
        aria-label={`${t('giveTeam.take')} ${name}`}
        onClick={() => draft.change({ team })}
      >
        {t('giveTeam.take')}
      </button>
    );
  const take = async (): Promise<void> => {
    const answer = await action.run({ record: view.record, ...draft.form });
    if (answer.ok) draft.given({ team: '', reason: '' });
  };
  return (
    <form
      className="stack"
      aria-label={`${t('giveTeam.take')} ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <p className="note">{t('giveTeam.takeHint', { team: name })}</p>
      <LineBox
        label={t('giveTeam.why')}
        value={draft.form.reason}
        onChange={(reason) => draft.change({ reason })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button danger" disabled={action.busy}>
          {t('giveTeam.takeNow')}
        </button>
        {draft.form.reason === '' ? (
          <button type="button" className="button quiet" onClick={draft.discard}>
            {t('common.cancel')}
          </button>
        ) : (
          <Kept of={draft} />
        )}
      </div>
    </form>
  );
}

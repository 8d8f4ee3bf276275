import { may } from '@leeward/domain/organisation/permissions.ts';
import { type ReactNode, useState } from 'react';
import { QuietMark } from '../care/quiet-mark.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useMemberName, useMembers, useOpenSession } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';
import { useAction } from '../session/use-session.tsx';
import { useDay } from '../today/use-day.ts';

/** Many cases at once: offered to a colleague, or taken over. Nobody is asked why. */
export function CaseBulkActs({
  chosen,
  done,
}: {
  readonly chosen: readonly string[];
  readonly done: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const { organisation, me } = useOpenSession();
  const actor = useActor();
  const nameOf = useMemberName();
  const members = useMembers();
  const notice = useNotice();
  const action = useAction('handOverCases');
  const load = useDay()?.load ?? [];
  const [asking, setAsking] = useState(false);
  const [to, setTo] = useState('');
  if (!may(actor.role, 'case.edit', actor.permissions).ok) return null;
  const give = async (member: string | null): Promise<void> => {
    const answer = await action.run({ records: chosen, to: member });
    if (!answer.ok) return;
    const { done: count, refused } = answer.value;
    setAsking(false);
    notice({
      text:
        refused.length === 0
          ? t(member === null ? 'carry.manyTaken' : 'carry.manyOffered', { count })
          : t('carry.manyRefused', { count, refused: refused.length }),
    });
    done();
  };
  const officers = members.filter(
    ({ member, role }) => member !== me.member && may(role, 'case.edit', organisation.permissions).ok,
  );
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={chosen.length === 0 || action.busy}
        onClick={() => setAsking(true)}
      >
        {t('carry.manyHandOver')}
      </button>
      <button
        type="button"
        className="button"
        disabled={chosen.length === 0 || action.busy}
        onClick={() => void give(null)}
      >
        {t('carry.manyTakeOver')}
      </button>
      <FailureNote failure={action.failure} />
      {asking ? (
        <Dialog title={t('carry.manyTitle', { count: chosen.length })} onClose={() => setAsking(false)}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (to !== '') void give(to);
            }}
          >
            <fieldset className="field">
              <legend>{t('handOver.to')}</legend>
              <div className="options">
                {officers.map(({ member }) => {
                  const carries = load.find((one) => one.member === member);
                  return (
                    <label key={member} className="option">
                      <input type="radio" name="to" checked={to === member} onChange={() => setTo(member)} />
                      <span>
                        <bdi>{nameOf(member)}</bdi> <QuietMark member={member} />
                        {carries === undefined ? null : (
                          <span className="hint num">
                            {t('handOver.carries', { requests: carries.requests, cases: carries.cases })}
                          </span>
                        )}
                      </span>
                    </label>
                  );
                })}
              </div>
            </fieldset>
            <p className="small quiet">{t('carry.manyHint')}</p>
            <FailureNote failure={action.failure} />
            <div className="cluster">
              <button type="submit" className="button primary" disabled={to === '' || action.busy}>
                {t('carry.offer')}
              </button>
              <button type="button" className="button quiet" onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}

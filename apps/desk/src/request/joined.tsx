import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { ClockFace } from '../queue/clock-face.tsx';
import { addressOf } from '../router/route.ts';
import { useAction } from '../session/use-session.tsx';
import { useDone } from './undo.ts';

/** Other requests of the same person: each keeps its own conversation, its own channel and its own clock. */
export function Joined({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const done = useDone();
  const unjoin = useAction('unjoinRequest');
  const join = useAction('joinRequests');
  const { record, joined } = view;
  if (joined.length === 0) return null;
  const first = joined[0]?.record;

  const part = async (): Promise<void> => {
    const answer = await unjoin.run({ record });
    if (!answer.ok || first === undefined) return;
    done(t('joined.parted'), () => join.run({ record, with: first }));
  };

  return (
    <section className="card joined stack tight" aria-label={t('joined.others')}>
      <div className="bar">
        <h2>{t('joined.others')}</h2>
        <button
          type="button"
          className="button quiet"
          disabled={unjoin.busy || view.stopped !== null}
          onClick={() => void part()}
        >
          {t('joined.part')}
        </button>
      </div>
      <ul className="plain">
        {joined.map((line) => (
          <li key={line.record} className="joined-line">
            {line.here ? (
              <>
                <a href={addressOf({ name: 'request', record: line.record, part: 'talk' })}>
                  {line.callName === null ? t('request.title') : <Words inline text={line.callName} />}
                </a>
                <Words text={line.excerpt} lang={line.locale} className="excerpt quiet one-line" />
                <span className="line-meta">
                  {line.phase === null ? null : (
                    <span className="chip">{t(`joined.phase.${line.phase}`)}</span>
                  )}
                  {line.unread > 0 ? (
                    <span className="chip accent num">{t('queue.unread', { count: line.unread })}</span>
                  ) : null}
                  {line.since === null ? null : (
                    <span className="small quiet">
                      <Ago at={line.since} />
                    </span>
                  )}
                  <ClockFace line={line} />
                </span>
              </>
            ) : (
              <span className="quiet">{t('joined.notHere')}</span>
            )}
          </li>
        ))}
      </ul>
      <FailureNote failure={unjoin.failure} />
    </section>
  );
}

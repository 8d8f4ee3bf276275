import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { MatchList } from '../enter/match-list.tsx';
import { useChosenMatch, useMatches } from '../enter/use-matches.ts';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { useAction } from '../session/use-session.tsx';
import { useDone } from './undo.ts';

/** Saying that another request is of the same person. It begins with whom this one may be. */
export function JoinDialog({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const done = useDone();
  const join = useAction('joinRequests');
  const unjoin = useAction('unjoinRequest');
  const { record, said } = view;
  const [name, setName] = useState(said.callName ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const box = useId();
  const known = new Set(view.joined.map((line) => line.record));
  const sought = useMatches({
    callName: name,
    words: said.what,
    reach: said.channels.flatMap(({ detail }) => detail ?? []),
    country: said.country ?? '',
    except: record,
  });
  const matches = useChosenMatch(sought, chosen, () => setChosen(null)).filter(
    (match) => match.kind === 'request' && !known.has(match.record),
  );

  const give = async (): Promise<void> => {
    if (chosen === null) return;
    const answer = await join.run({ record, with: chosen });
    if (!answer.ok) return;
    onClose();
    done(t('joined.done'), () => unjoin.run({ record }));
  };

  return (
    <Dialog title={t('joined.title')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <p className="quiet">{t('joined.hint')}</p>
        <div className="field">
          <label htmlFor={box}>{t('joined.search')}</label>
          <input
            id={box}
            type="search"
            dir={typedDirection(name)}
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <p role="status" className="small quiet">
          {matches.length === 0 ? t('joined.nobody') : t('enter.matchCount', { count: matches.length })}
        </p>
        <MatchList matches={matches} chosen={chosen} onChoose={setChosen} />
        <FailureNote failure={join.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={join.busy || chosen === null}>
            {t('joined.submit')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

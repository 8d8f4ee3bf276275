import { pin } from 'virtual:leeward-directory';
import { useEffect, useState } from 'preact/hooks';
import { type Kept, keepCopy, keptCopy, removeCopy } from '../model/kept-copy.ts';
import { useWords } from '../model/words.ts';

type Doing = 'nothing' | 'working' | 'failed' | 'not-removed';

/** The list on this device for days without a line: only when she asks, with what that leaves behind said first. */
export function Keep() {
  const { d } = useWords();
  const [kept, setKept] = useState<Kept | null>(null);
  const [doing, setDoing] = useState<Doing>('nothing');
  useEffect(() => {
    keptCopy(pin).then(setKept, () => setKept('impossible'));
  }, []);
  const act = async (isKeeping: boolean): Promise<void> => {
    setDoing('working');
    const done = isKeeping ? await keepCopy(pin) : await removeCopy();
    setKept(await keptCopy(pin));
    setDoing(done ? 'nothing' : isKeeping ? 'failed' : 'not-removed');
  };
  if (kept === null) return null;
  const isThere = kept === 'yes' || kept === 'older';
  const busy = doing === 'working';
  return (
    <details class="card padded screen-only keep">
      <summary>{d(isThere ? 'screen.kept' : 'screen.keep')}</summary>
      <div class="stack tight">
        <p role="status">{busy ? d('screen.keep.working') : isThere ? d('screen.kept.is') : ''}</p>
        {kept === 'older' ? <p class="note warn">{d('screen.kept.older')}</p> : null}
        <p>{d('screen.keep.what')}</p>
        <p class="note warn">{d('screen.keep.trace')}</p>
        <p class="small quiet">{d('screen.keep.remove')}</p>
        {kept === 'impossible' ? <p class="note">{d('screen.keep.impossible')}</p> : null}
        {doing === 'failed' || doing === 'not-removed' ? (
          <p class="note warn" role="alert">
            {d(doing === 'failed' ? 'screen.keep.failed' : 'screen.kept.notRemoved')}
          </p>
        ) : null}
        <div class="go">
          {kept === 'no' || kept === 'older' ? (
            <button class="button wide" type="button" disabled={busy} onClick={() => void act(true)}>
              {d(kept === 'no' ? 'screen.keep.do' : 'screen.kept.replace')}
            </button>
          ) : null}
          {isThere ? (
            <button class="button wide" type="button" disabled={busy} onClick={() => void act(false)}>
              {d('screen.kept.remove')}
            </button>
          ) : null}
        </div>
      </div>
    </details>
  );
}

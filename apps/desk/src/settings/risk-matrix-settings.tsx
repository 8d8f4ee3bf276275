import {
  type Band,
  bandBy,
  bands,
  defaultMatrix,
  impacts,
  likelihoods,
  matrixProblem,
  withCell,
} from '@leeward/domain/risk/matrix.ts';
import { type ReactNode, useState } from 'react';
import { dangerWord } from '../cases/risk/danger-words.ts';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';

/** By which matrix the organisation reads likelihood and harm together: a choice with its reason, never a falling one. */
export function RiskMatrixSettings(): ReactNode {
  const { t } = useSpeech();
  const { organisation, administrator } = useOpenSession();
  const stands = organisation.riskMatrix?.cells ?? defaultMatrix.cells;
  const [cells, setCells] = useState(stands);
  const [reason, setReason] = useState('');
  const action = useAction('setRiskMatrix');
  if (!administrator) return null;
  const falls = matrixProblem(cells) !== null;
  return (
    <details className="card more-detail">
      <summary>{t('danger.matrix.own')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void action.run({ cells, reason: reason.trim() }).then((answer) => {
            if (answer.ok) setReason('');
          });
        }}
      >
        <p className="quiet small">{t('danger.matrix.ownHint')}</p>
        {likelihoods.toReversed().map((row) => (
          <fieldset key={row} className="field">
            <legend>{dangerWord(t, 'likelihood', row)}</legend>
            <div className="options many">
              {impacts.map((column) => (
                <label key={column} className="field">
                  <span className="small">{dangerWord(t, 'impact', column)}</span>
                  <select
                    value={bandBy(cells, row, column)}
                    onChange={({ target }) => setCells(withCell(cells, row, column, target.value as Band))}
                  >
                    {bands.map((band) => (
                      <option key={band} value={band}>
                        {dangerWord(t, 'band', band)}
                      </option>
                    ))}
                  </select>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        {falls ? <p className="note warn">{t('danger.matrix.falls')}</p> : null}
        <LineBox label={t('danger.matrix.why')} required value={reason} onChange={setReason} />
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button
            type="submit"
            className="button"
            disabled={action.busy || falls || reason.trim() === '' || cells === stands}
          >
            {t('danger.matrix.set')}
          </button>
          <button type="button" className="button quiet" onClick={() => setCells(defaultMatrix.cells)}>
            {t('danger.matrix.default')}
          </button>
        </div>
      </form>
    </details>
  );
}

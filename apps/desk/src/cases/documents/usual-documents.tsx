import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { askedItems } from '@leeward/domain/document-asked/events.ts';
import { missingIn } from '@leeward/domain/document-asked/state.ts';
import { type UsualDocument, usualDocuments, usualDue } from '@leeward/domain/document-asked/usual.ts';
import { editOf, valueIn } from '@leeward/domain/shared/items.ts';
import { type StageCode, stageCodes } from '@leeward/domain/stage/events.ts';
import { openStages } from '@leeward/domain/stage/state.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { newId } from '../new-id.ts';

type Form = { readonly ids: readonly string[]; readonly chosen: readonly string[] };
const command = 'case:DocumentAsked:usual';

/** What is usually needed at a step: chosen by a tick, written down in one go, each with its day. */
export function UsualDocuments({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const action = useAction('actOnCase');
  const draft = useForm<Form>(command, view.record, () => ({ ids: usualDocuments.map(newId), chosen: [] }));
  const [opened, setOpened] = useState(false);
  const { asked, stages } = view.state.parts;
  const { ids, chosen } = draft.form;
  const title = ({ code }: UsualDocument): string => t(`asked.usual.${code}`);
  const there = new Set(missingIn(asked).map((one) => valueIn(one, 'title') ?? ''));
  const running = new Set(openStages(stages).map((stage) => valueIn(stage, 'stage')));
  const stageOf = (one: UsualDocument): StageCode =>
    one.stages.find((stage) => running.has(stage)) ?? one.stages[0] ?? 'verification';
  if (!opened && draft.keeping === null)
    return (
      <button type="button" className="button" data-act="ask-usual" onClick={() => setOpened(true)}>
        {t('asked.askUsual')}
      </button>
    );
  const save = async (): Promise<void> => {
    const events = usualDocuments.flatMap((one, index) => {
      const id = ids[index];
      if (id === undefined || !chosen.includes(one.code)) return [];
      const set = { title: title(one), stage: stageOf(one), due: usualDue(one, today), from: '', came: null };
      return editOf(askedItems, { id, values: {}, seen: {} }, set) ?? [];
    });
    const answer = await action.run({
      record: view.record,
      events: events as unknown as readonly CaseEvent[],
      form: command,
    });
    if (!answer.ok) return;
    draft.given();
    setOpened(false);
  };
  // The steps that are under way come first: what they need is asked for today.
  const groups = stageCodes
    .map((stage) => ({ stage, all: usualDocuments.filter((one) => stageOf(one) === stage) }))
    .filter(({ all }) => all.length > 0)
    .toSorted((left, right) => Number(running.has(right.stage)) - Number(running.has(left.stage)));
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t('asked.askUsual')}</h3>
      <p className="note">{t('documents.identityHint')}</p>
      {groups.map(({ stage, all }) => (
        <fieldset key={stage} className="field">
          <legend>{t(`stage.${stage}`)}</legend>
          <div className="options many">
            {all.map((one) => (
              <label key={one.code} className="option">
                <input
                  type="checkbox"
                  disabled={there.has(title(one))}
                  checked={chosen.includes(one.code)}
                  onChange={({ target }) =>
                    draft.change({
                      chosen: target.checked
                        ? [...chosen, one.code]
                        : chosen.filter((code) => code !== one.code),
                    })
                  }
                />
                <span>
                  {title(one)}{' '}
                  <span className="small quiet num">
                    {there.has(title(one))
                      ? t('asked.already')
                      : t('asked.by', { date: formatDate(numbers, usualDue(one, today), 'UTC') })}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || chosen.length === 0}>
          {t('asked.askThese', { count: chosen.length })}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}

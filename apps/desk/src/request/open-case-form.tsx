import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { CaseList } from '../cases/case-list.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { addressOf, goFromHere } from '../router/route.ts';
import { useGivableTeams, useTeamName } from '../session/team-name.ts';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { matches } from '../shell/search.ts';
import { isTaken, suggestPseudonym, wordsIn } from './pseudonym.ts';

type Form = { readonly pseudonym: string; readonly teams: readonly string[]; readonly urgent: boolean };

/** Opening a case: search first, then a pseudonym that points to nobody, and who may read it. */
export function OpenCaseForm({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const teamName = useTeamName();
  const cases = useView('cases', {});
  const action = useAction('openCase');
  const lines = cases?.ok === true ? cases.value : [];
  const taken = lines.map((line) => line.pseudonym);
  const words = wordsIn(t('openCase.words'));
  const teams = useGivableTeams();
  const draft = useForm<Form>('openCase', view.record, () => ({
    pseudonym: suggestPseudonym(words, taken),
    teams: teams
      .filter((team) => team.purpose === 'protection' || team.purpose === 'intake')
      .map((team) => team.team),
    urgent: false,
  }));
  const { form, change } = draft;
  const [query, setQuery] = useState('');
  const [search, box, hint] = [useId(), useId(), useId()];
  const found = lines.filter((line) => matches(query, [line.pseudonym, line.next?.text]));
  const isDouble = isTaken(form.pseudonym, taken);

  if (view.state.case !== null) {
    return (
      <p className="note">
        <a href={addressOf({ name: 'case', record: view.state.case })}>{t('request.toCase')}</a>
      </p>
    );
  }

  const save = async (): Promise<void> => {
    const pseudonym = form.pseudonym.trim();
    if (pseudonym === '' || isDouble || form.teams.length === 0) return;
    const onward = goFromHere();
    const answer = await action.run({
      record: view.record,
      pseudonym,
      teams: form.teams,
      urgent: form.urgent,
    });
    if (!answer.ok) return;
    draft.given();
    onward({ name: 'case', record: answer.value.case });
  };

  return (
    <form
      className="form stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {lines.length === 0 ? null : (
        <div className="field">
          <label htmlFor={search}>{t('openCase.searchFirst')}</label>
          <input
            id={search}
            type="search"
            dir={typedDirection(query)}
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
          {query.trim() === '' ? null : found.length === 0 ? (
            <span className="hint">{t('search.nothing')}</span>
          ) : (
            <CaseList lines={found} />
          )}
        </div>
      )}
      <div className="field">
        <label htmlFor={box}>{t('openCase.pseudonym')}</label>
        <span className="hint" id={hint}>
          {t('openCase.pseudonymHint')}
        </span>
        <div className="cluster">
          <input
            id={box}
            className="grow"
            dir={typedDirection(form.pseudonym)}
            autoComplete="off"
            spellCheck={false}
            required
            maxLength={200}
            aria-describedby={hint}
            aria-invalid={isDouble}
            value={form.pseudonym}
            onChange={(event) => change({ pseudonym: event.target.value })}
          />
          <button
            type="button"
            className="button"
            onClick={() => change({ pseudonym: suggestPseudonym(words, [...taken, form.pseudonym]) })}
          >
            {t('openCase.pseudonymSuggest')}
          </button>
        </div>
        {isDouble ? <span className="error">{t('openCase.pseudonymTaken')}</span> : null}
      </div>
      <fieldset className="field">
        <legend>{t('openCase.teams')}</legend>
        <div className="options columns">
          {teams.map((team) => (
            <label key={team.team} className="option">
              <input
                type="checkbox"
                checked={form.teams.includes(team.team)}
                onChange={(event) =>
                  change({
                    teams: event.target.checked
                      ? [...form.teams, team.team]
                      : form.teams.filter((other) => other !== team.team),
                  })
                }
              />
              {teamName(team)}
            </label>
          ))}
        </div>
        <span className="hint">{t('openCase.teamsHint')}</span>
        {form.teams.length === 0 ? <span className="error">{t('openCase.teamsNeeded')}</span> : null}
      </fieldset>
      <div className="note">
        <p>{t('openCase.identityNote')}</p>
        <p>{t('openCase.identityDelay', { hours: 24 })}</p>
        <label className="option">
          <input
            type="checkbox"
            checked={form.urgent}
            onChange={(event) => change({ urgent: event.target.checked })}
          />
          {t('openCase.identityNow')}
        </label>
      </div>
      {cases?.ok === false ? <Problem words={{ title: t('failure.notHere') }} /> : null}
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('openCase.submit')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}

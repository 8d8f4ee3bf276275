import {
  type Answers,
  events,
  hurries,
  needs,
  parties,
  profiles,
  type ShortQuestion,
  statuses,
} from '@leeward/directory';
import { type CodeList, labelOf } from '@leeward/directory/say/index.ts';
import { countries, countryName } from '@leeward/ui';
import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useLanguages } from '../edit/choices.ts';
import { useSpeaker } from '../speaker.tsx';
import { Checklist, type Choice } from './checklist.tsx';
import { Count, Day, OneOf } from './short-fields.tsx';

type Props = {
  readonly answers: Answers;
  /** What the request held. */
  readonly given: Answers;
  readonly onChange: (part: Partial<Answers>) => void;
};

const nothing = 'nothing';

/** The short questions. None must be answered; each answer makes the lists truer. */
export function Questions({ answers, given, onChange }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const speaker = useSpeaker();
  const ask = (question: ShortQuestion): string => t(`directory.ask.${question}`);
  const lands = useMemo(() => countries(numbers), [numbers]);
  const tongues = useLanguages();
  const coded = (list: CodeList, codes: readonly string[]): readonly Choice[] =>
    codes.map((code) => ({ code, name: labelOf(speaker, list, code) }));
  const many =
    (key: 'needs' | 'work' | 'origin' | 'languages') =>
    (chosen: readonly string[]): void =>
      onChange({ [key]: chosen.length === 0 ? undefined : chosen } as Partial<Answers>);
  const { happened, present, origin } = answers;
  return (
    <div className="questions stack">
      <Checklist
        label={ask('needs')}
        choices={coded('need', needs)}
        chosen={answers.needs ?? []}
        given={given.needs ?? []}
        onChange={many('needs')}
      />
      <Checklist
        label={ask('present')}
        choices={lands}
        chosen={present === undefined ? [] : [present]}
        given={given.present === undefined ? [] : [given.present]}
        single
        onChange={([code]) => onChange({ present: code as Answers['present'] })}
      />
      <Checklist label={ask('origin')} choices={lands} chosen={origin ?? []} onChange={many('origin')} />
      {present !== undefined && origin === undefined ? (
        <button
          type="button"
          className="button quiet small same"
          onClick={() => onChange({ origin: [present] })}
        >
          {t('directory.alsoOrigin', { country: countryName(numbers, present) })}
        </button>
      ) : null}
      <Checklist
        label={ask('work')}
        choices={coded(
          'profile',
          profiles.filter((code) => code !== 'anybody'),
        )}
        chosen={answers.work ?? []}
        onChange={many('work')}
      />
      <Checklist
        label={ask('happened')}
        choices={[{ code: nothing, name: t('directory.nothingHappened') }, ...coded('event', events)]}
        chosen={happened === undefined ? [] : happened.length === 0 ? [nothing] : happened}
        onChange={(chosen) => {
          const last = chosen.at(-1);
          if (last === undefined) onChange({ happened: undefined, happenedOn: undefined });
          else if (last === nothing) onChange({ happened: [], happenedOn: undefined });
          else onChange({ happened: chosen.filter((code) => code !== nothing) as Answers['happened'] });
        }}
      />
      {happened !== undefined && happened.length > 0 ? (
        <Day
          label={ask('happenedOn')}
          value={answers.happenedOn}
          onChange={(happenedOn) => onChange({ happenedOn })}
        />
      ) : null}
      <OneOf
        label={ask('party')}
        choices={coded('party', parties)}
        value={answers.party}
        onChange={(party) => onChange({ party: party as Answers['party'] })}
      />
      <OneOf
        label={ask('soon')}
        hint={
          given.soon !== undefined && given.soon === answers.soon ? t('directory.fromRequest') : undefined
        }
        choices={coded('hurry', hurries)}
        value={answers.soon}
        onChange={(soon) => onChange({ soon: soon as Answers['soon'] })}
      />
      <details className="pick">
        <summary>{t('directory.moreQuestions')}</summary>
        <div className="pick-body stack">
          <OneOf
            label={ask('status')}
            choices={coded('status', statuses)}
            value={answers.status}
            onChange={(status) => onChange({ status: status as Answers['status'] })}
          />
          <Day label={ask('leftOn')} value={answers.leftOn} onChange={(leftOn) => onChange({ leftOn })} />
          <OneOf
            label={ask('canReturn')}
            choices={coded('canReturn', ['yes', 'no', 'unsure'])}
            value={answers.canReturn}
            onChange={(canReturn) => onChange({ canReturn: canReturn as Answers['canReturn'] })}
          />
          <Count label={ask('months')} value={answers.months} onChange={(months) => onChange({ months })} />
          <Count label={ask('atMost')} value={answers.atMost} onChange={(atMost) => onChange({ atMost })} />
          <Checklist
            label={ask('languages')}
            choices={tongues}
            chosen={answers.languages ?? []}
            given={given.languages ?? []}
            onChange={many('languages')}
          />
          <Count label={ask('age')} value={answers.age} onChange={(age) => onChange({ age })} />
        </div>
      </details>
    </div>
  );
}

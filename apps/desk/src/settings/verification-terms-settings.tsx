import { usualQuestions } from '@leeward/domain/verification/picture.ts';
import {
  isSameTerms,
  monthsAtMost,
  type Term,
  termFor,
  usualTerms,
  type VerificationTerms,
} from '@leeward/domain/verification/terms.ts';
import { type ReactNode, useState } from 'react';
import { NumberField } from '../cases/verification/fields.tsx';
import { useVerifyNames } from '../cases/verification/names.ts';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';
import { OrganisationChoice } from './organisation-choice.tsx';

/** How long what a verification found holds, question by question: a choice of the organisation, with its reason. */
export function VerificationTermsSettings(): ReactNode {
  const { t } = useSpeech();
  const names = useVerifyNames();
  const { organisation, administrator } = useOpenSession();
  const own = organisation.verificationTerms;
  const stands = own?.terms ?? usualTerms;
  const [terms, setTerms] = useState<VerificationTerms>(stands);
  const action = useAction('setVerificationTerms');
  if (!administrator) return null;
  const isWhole = [terms.usual, ...Object.values(terms.by)].every(
    ({ months }) => months > 0 && months <= monthsAtMost,
  );
  return (
    <OrganisationChoice
      title={t('verify.terms.title')}
      hint={t('verify.terms.hint')}
      canSet={isWhole && !isSameTerms(terms, stands)}
      set={t('verify.terms.set')}
      usual={t('verify.terms.default')}
      action={action}
      onSet={(reason) => action.run({ terms, reason })}
      onUsual={() => setTerms(usualTerms)}
    >
      <p className="note small">
        {own === null ? t('verify.terms.source') : t('verify.terms.own', { reason: own.reason })}
      </p>
      {usualQuestions.map((question) => (
        <TermFields
          key={question}
          label={names.question(question)}
          term={termFor(terms, question)}
          onChange={(term) => setTerms({ ...terms, by: { ...terms.by, [question]: term } })}
        />
      ))}
      <TermFields
        label={t('verify.terms.others')}
        term={terms.usual}
        onChange={(usual) =>
          setTerms({
            usual,
            // What follows the others today and is a question by itself keeps what is shown beside it.
            by: {
              ...Object.fromEntries(usualQuestions.map((one) => [one, termFor(terms, one)])),
              ...terms.by,
            },
          })
        }
      />
      {isWhole ? null : <p className="note warn">{t('verify.terms.range')}</p>}
    </OrganisationChoice>
  );
}

function TermFields({
  label,
  term,
  onChange,
}: {
  readonly label: string;
  readonly term: Term;
  readonly onChange: (term: Term) => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="options many">
        <NumberField
          label={t('verify.terms.months')}
          value={term.months === 0 ? null : term.months}
          onChange={(months) => onChange({ ...term, months: months ?? 0 })}
        />
        <label className="option">
          <input
            type="checkbox"
            checked={term.opens}
            onChange={(event) => onChange({ ...term, opens: event.target.checked })}
          />
          <span>{t('verify.terms.opens')}</span>
        </label>
      </div>
    </fieldset>
  );
}

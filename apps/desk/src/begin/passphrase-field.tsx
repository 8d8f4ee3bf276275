import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { type Strength, shortest, strengthOf } from './strength.ts';

const words = {
  weak: 'create.strengthWeak',
  fair: 'create.strengthFair',
  good: 'create.strengthGood',
  strong: 'create.strengthStrong',
} as const satisfies Record<Exclude<Strength, 'short'>, string>;

const steps: Readonly<Record<Strength, number>> = { short: 0, weak: 1, fair: 2, good: 3, strong: 4 };

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Choosing a passphrase: what makes a good one, how strong this one is, and a way to see what one types. */
export function NewPassphraseField({ value, onChange }: Props): ReactNode {
  const { t } = useSpeech();
  const strength = strengthOf(value);
  const [box, hint, mark] = [useId(), useId(), useId()];
  return (
    <div className="field">
      <label htmlFor={box}>{t('create.passphrase')}</label>
      <span className="hint" id={hint}>
        {t('create.passphraseHint', { minimum: shortest })}
      </span>
      <SecretInput id={box} value={value} onChange={onChange} describedBy={`${hint} ${mark}`} isNew />
      <span className="strength" id={mark} role="status">
        {value === '' ? null : (
          <>
            <meter
              min={0}
              max={4}
              low={2}
              high={3}
              optimum={4}
              value={steps[strength]}
              aria-label={t('create.strength')}
            />
            <span className="small">
              {strength === 'short' ? t('create.passphraseShort', { minimum: shortest }) : t(words[strength])}
            </span>
          </>
        )}
      </span>
      <span className="hint">{t('create.passphraseLost')}</span>
    </div>
  );
}

/** A passphrase that is known already. */
export function PassphraseField({
  value,
  onChange,
  focus = false,
}: Props & { readonly focus?: boolean }): ReactNode {
  const { t } = useSpeech();
  const box = useId();
  return (
    <div className="field">
      <label htmlFor={box}>{t('unlock.passphrase')}</label>
      <SecretInput id={box} value={value} onChange={onChange} focus={focus} />
    </div>
  );
}

/**
 * A field that a browser takes for a password is kept by it: Chromium writes the name beside it into its own store of
 * logins, in clear, before anybody has said yes (fault 60). Where letters can be masked without that, they are.
 */
const canMask: boolean = typeof CSS !== 'undefined' && CSS.supports('-webkit-text-security', 'disc');

type InputProps = Props & {
  readonly id: string;
  readonly describedBy?: string;
  readonly isNew?: boolean;
  readonly focus?: boolean;
};

function SecretInput({
  id,
  value,
  onChange,
  describedBy,
  isNew = false,
  focus = false,
}: InputProps): ReactNode {
  const { t } = useSpeech();
  const [seen, setSeen] = useState(false);
  return (
    <div className="copy">
      <input
        id={id}
        className={seen ? 'secret' : 'secret masked'}
        type={seen || canMask ? 'text' : 'password'}
        dir={typedDirection(value)}
        required
        // biome-ignore lint/a11y/noAutofocus: the one thing that this screen asks for
        autoFocus={focus}
        autoComplete={canMask ? 'off' : isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <button type="button" className="button" aria-pressed={seen} onClick={() => setSeen(!seen)}>
        {seen ? t('create.passphraseHide') : t('create.passphraseShow')}
      </button>
    </div>
  );
}

import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { DeskKey, Translator } from '@leeward/ui';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import type { ProblemWords } from '../parts/problem.tsx';

type Speak = Translator<DeskKey>;

/** Kinds of trouble that have all three sentences in the catalogue, under `problem.<kind>`. */
type Kind =
  | 'server'
  | 'full'
  | 'deviceFull'
  | 'refused'
  | 'unexpected'
  | 'browser'
  | 'busy'
  | 'locked'
  | 'invitations';

/** What a failed command says to a person. Nothing that was typed is lost: the screen still holds it. */
export function failureWords(
  t: Speak,
  failure: Failure,
  nameOf: (member: string) => string = (member) => member,
): ProblemWords {
  switch (failure.code) {
    case 'refused':
      return { ...refusalWords(t, failure.refusal, nameOf), safe: t('failure.typedKept') };
    case 'locked':
      return threeWords(t, 'locked');
    case 'wrong-passphrase':
      return { title: t('unlock.wrong') };
    case 'wrong-passkey':
      return { title: t('passkey.wrong') };
    case 'wait':
      return { title: t('unlock.wait'), safe: t('unlock.waitSafe') };
    case 'wrong-recovery-code':
      return { title: t('recovery.wrongCode') };
    case 'broken-file':
      return { title: t('recovery.wrongFile') };
    case 'broken-link':
      return { title: t('join.broken') };
    case 'weak-passphrase':
      return {
        title:
          failure.why === 'too-short'
            ? t('create.passphraseShort', { minimum: 12 })
            : t('create.passphraseCommon'),
      };
    case 'offline':
      return threeWords(t, 'server');
    case 'bad-token':
      return { title: t('create.tokenWrong') };
    case 'no-space':
      return threeWords(t, 'deviceFull');
    case 'not-here':
      return { title: t('failure.notHere'), safe: t('failure.typedKept') };
    case 'stopped':
      return { title: t('failure.stoppedUpload'), safe: t('failure.typedKept') };
    case 'invitation-used':
      return { title: t('join.used') };
    case 'invitation-expired':
      return { title: t('join.expired') };
    case 'invitations-full':
      return threeWords(t, 'invitations');
    case 'relay':
      return relayWords(t, failure.problem);
    case 'writing-stopped':
      return { title: t('failure.stopped'), safe: t('failure.typedKept'), do: t('failure.stoppedDo') };
    case 'needs-confirmation':
      return {
        title: t('failure.needsConfirmation', { days: failure.days }),
        safe: t('failure.typedKept'),
        do: t('failure.needsConfirmationDo'),
      };
    case 'only-device':
      return { title: t('members.onlyDevice') };
    case 'too-many-devices':
      return { title: t('devices.full', { limit: failure.limit }) };
    case 'too-long':
      return {
        title: t('field.tooLong', { limit: failure.limit, count: failure.length }),
        safe: t('failure.typedKept'),
      };
    case 'file-too-large':
      return {
        title: t('failure.fileTooLarge', { limit: Math.floor(failure.limit / 1_000_000) }),
        safe: t('failure.typedKept'),
      };
    case 'unsupported':
      return /^[\w.-]{1,40}$/.test(failure.missing)
        ? { ...threeWords(t, 'browser'), title: t('failure.unsupported', { name: failure.missing }) }
        : unexpected(t, failure.missing);
  }
}

/** Why the rules said no. */
export function refusalWords(
  t: Speak,
  refusal: Refusal,
  nameOf: (member: string) => string = (member) => member,
): ProblemWords {
  const { code, details = {} } = refusal;
  if (code === 'role') return { title: t('problem.notAllowed.title'), do: t('problem.notAllowed.do') };
  const member = details['member'];
  const name = typeof member === 'string' ? nameOf(member) : '';
  return { title: t(`refusal.${code}`, { ...details, name }) };
}

function relayWords(t: Speak, problem: string): ProblemWords {
  if (problem === 'no-space') return threeWords(t, 'full');
  if (problem === 'not-a-device' || problem === 'not-allowed' || problem === 'bad-proof') {
    return threeWords(t, 'refused');
  }
  if (problem === 'quota' || problem === 'too-many') return threeWords(t, 'busy');
  return unexpected(t, problem);
}

function threeWords(t: Speak, kind: Exclude<Kind, 'unexpected'>): ProblemWords {
  return { title: t(`problem.${kind}.title`), safe: t(`problem.${kind}.safe`), do: t(`problem.${kind}.do`) };
}

/** Something that should not happen: said with what helps to find it. */
export function unexpected(t: Speak, code: string): ProblemWords {
  return {
    title: t('problem.unexpected.title'),
    safe: t('problem.unexpected.safe'),
    do: t('problem.unexpected.do', { code: code.slice(0, 200) }),
  };
}

import { urgencies } from '@leeward/domain/request/events.ts';
import type { SetUrgency } from '@leeward/domain/request/judgement.ts';
import type { Never } from '@leeward/domain/request/message.ts';
import { type Account, type WayIn, waysIn } from '@leeward/domain/request/otherwise.ts';
import type { DeskKey } from '@leeward/ui';
import { isCountry } from '@leeward/vocabulary/countries.ts';
import { isLanguage } from '@leeward/vocabulary/languages.ts';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { type SafeChannel, safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import type { EnteredRequest } from '@leeward/workspace/desk/requests-contract.ts';

/** One way to reach somebody, as it is typed. */
export type ReachRow = { readonly channel: string; readonly detail: string; readonly safe: boolean };

/** What an officer types of somebody who was heard. Codes are text until they are read. */
export type AccountForm = {
  readonly way: string;
  readonly from: string;
  /** `2026-11-21` and `14:30`, by this device's clock. */
  readonly date: string;
  readonly time: string;
  readonly words: string;
  readonly danger: string;
  readonly callName: string;
  readonly country: string;
  readonly language: string;
  readonly about: string;
  readonly reach: readonly ReachRow[];
  readonly never: readonly Never[];
};

export type EnterForm = AccountForm & {
  readonly urgency: string;
  readonly reason: string;
  readonly claim: boolean;
  readonly answered: string;
  readonly answeredBy: string;
  readonly joinWith: string | null;
};

export const emptyAccount = (now: number): AccountForm => ({
  way: 'phone',
  from: '',
  ...momentOf(now),
  words: '',
  danger: '',
  callName: '',
  country: '',
  language: '',
  about: '',
  reach: [],
  never: [],
});

export const emptyEnterForm = (now: number): EnterForm => ({
  ...emptyAccount(now),
  urgency: '',
  reason: '',
  claim: true,
  answered: '',
  answeredBy: '',
  joinWith: null,
});

/** Day and time of day by this device's clock. */
export function momentOf(now: number): Pick<AccountForm, 'date' | 'time'> {
  const date = new Date(now);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return {
    date: `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`,
    time: `${pad(date.getHours())}:${pad(date.getMinutes())}`,
  };
}

/** When that was; null where the form says no moment. */
export function atOf({ date, time }: Pick<AccountForm, 'date' | 'time'>): number | null {
  const at = new Date(`${date}T${time === '' ? '00:00' : time}`).getTime();
  return Number.isNaN(at) || at < 0 ? null : at;
}

/** What is missing in an account, as the key of its sentence; null when nothing is. */
export function accountProblem(
  form: AccountForm,
  now: number,
): Extract<DeskKey, `enter.need.${string}`> | null {
  if (form.words.trim() === '') return 'enter.need.words';
  const at = atOf(form);
  if (at === null) return 'enter.need.when';
  if (at > now + 60_000) return 'enter.need.past';
  return form.reach.some((row) => row.channel === '') ? 'enter.need.channel' : null;
}

/** What is missing before the request can be entered. */
export function enterProblem(form: EnterForm, now: number): Extract<DeskKey, `enter.need.${string}`> | null {
  const problem = accountProblem(form, now);
  if (problem !== null) return problem;
  if (form.urgency !== '' && form.reason.trim() === '') return 'enter.need.reason';
  return form.answered.trim() !== '' && form.answeredBy === '' ? 'enter.need.answeredBy' : null;
}

const isWay = (value: string): value is WayIn => waysIn.some((way) => way === value);
const isChannel = (value: string): value is SafeChannel => isCodeOf(safeChannel, value);

/** The account as it is kept. Only of a form without a problem. */
export function accountOf(form: AccountForm): Account {
  const { way, from, words, danger, callName, country, language, about, never } = form;
  const channels = form.reach.flatMap(({ channel, detail, safe }) =>
    isChannel(channel) ? [{ channel, safe, ...(detail.trim() === '' ? {} : { detail: detail.trim() }) }] : [],
  );
  return {
    way: isWay(way) ? way : 'other',
    from: from.trim(),
    at: atOf(form) ?? 0,
    words: words.trim(),
    locale: isLanguage(language) ? language : 'und',
    details: {
      ...(danger === 'yes' || danger === 'no' || danger === 'unsure' ? { danger48h: danger } : {}),
      ...(about === 'self' || about === 'other' || about === 'both' ? { about } : {}),
      ...(callName.trim() === '' ? {} : { callName: callName.trim() }),
      ...(isCountry(country) ? { country } : {}),
      ...(isLanguage(language) ? { languages: [language] } : {}),
      ...(channels.length === 0 ? {} : { channels }),
      ...(never.length === 0 ? {} : { never }),
    },
  };
}

/** The whole request as the session takes it. Only of a form without a problem. */
export function enteredOf(form: EnterForm): EnteredRequest {
  const urgency: SetUrgency | undefined = urgencies.items.find((item) => item.code === form.urgency)?.code;
  const { answeredBy } = form;
  const answered = form.answered.trim();
  return {
    account: accountOf(form),
    answered: answered !== '' && isChannel(answeredBy) ? { channel: answeredBy, words: answered } : null,
    judged: urgency === undefined ? null : { urgency, reason: form.reason.trim() },
    claim: form.claim,
    joinWith: form.joinWith,
  };
}

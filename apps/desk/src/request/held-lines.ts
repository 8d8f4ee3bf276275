import type { HeldLine } from '@leeward/domain/request/reply.ts';
import { countryName, type DeskKey, formatList, languageName, type Translator } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/contract.ts';

/** What the officer begins with: every kind of fact that the record holds, field by field. Nothing is sent unread. */
export function heldLines(
  view: RequestView,
  t: Translator<DeskKey>,
  numbers: string,
  given: { readonly who: string; readonly until: string },
): readonly HeldLine[] {
  const { said, state } = view;
  const first = state.items.at(0);
  const began =
    first === undefined ? '' : new Date(first.claimedTime ?? first.admittedTime).toISOString().slice(0, 10);
  const files = state.items.reduce((sum, item) => sum + item.files.length, 0);
  const ways = said.channels.map(({ detail = '' }) => detail).filter((detail) => detail !== '');
  const languages = [
    ...(said.languages ?? []).map((tag) => languageName(numbers, tag)),
    said.otherLanguages ?? '',
  ];
  const facts: readonly (readonly [words: string, why: DeskKey])[] = [
    [state.items.length === 0 ? '' : t('held.what.words', { count: state.items.length }), 'held.why.words'],
    [said.callName === undefined ? '' : t('held.what.name', { value: said.callName }), 'held.why.name'],
    [
      said.country === undefined ? '' : t('held.what.country', { value: countryName(numbers, said.country) }),
      'held.why.country',
    ],
    [
      languages.every((one) => one === '')
        ? ''
        : t('held.what.languages', {
            value: formatList(
              numbers,
              languages.filter((one) => one !== ''),
            ),
          }),
      'held.why.languages',
    ],
    [ways.length === 0 ? '' : t('held.what.ways', { value: formatList(numbers, ways) }), 'held.why.ways'],
    [
      said.never.length === 0 && (said.neverOther ?? '') === ''
        ? ''
        : t('held.what.never', {
            value: formatList(numbers, [
              ...said.never.map((never) => t(`request.never.${never}`)),
              ...((said.neverOther ?? '') === '' ? [] : [said.neverOther ?? '']),
            ]),
          }),
      'held.why.never',
    ],
    [files === 0 ? '' : t('held.what.files', { count: files }), 'held.why.files'],
    [state.sent.some(({ kind }) => kind === 'reply') ? t('held.what.ours') : '', 'held.why.ours'],
    [state.case === null ? '' : t('held.what.case'), 'held.why.case'],
  ];
  return facts
    .filter(([what]) => what !== '')
    .map(([what, why]) => ({ what, since: began, why: t(why), who: given.who, until: given.until }));
}

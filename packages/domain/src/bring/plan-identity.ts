import {
  type DocumentValues,
  identityDocuments,
  identityNames,
  identityParticulars,
  identityReaches,
  type NameUse,
  type ParticularsValues,
  type SheetEvent,
  theParticulars,
} from '../identity/sheet.ts';
import type { InexactDate } from '../shared/inexact-date.ts';
import { baseOf, editOf, type ItemKind, type Values } from '../shared/items.ts';
import { sizes } from '../shared/shape.ts';
import type { IdentityTarget } from './mapping.ts';
import type { PlanTools, Where } from './plan-tools.ts';
import { severalIn } from './read-cell.ts';

/** A cell whose words go into the identity record of the person, under its own key, and never into the case. */
export type IdentityCell = Where & { readonly target: IdentityTarget; readonly cell: string };

/** What planning an identity borrows from planning its row. */
export type IdentityMeans = {
  readonly newId: (what: string) => string;
  readonly date: (where: Where, cell: string) => InexactDate | null;
  readonly country: (where: Where, cell: string) => string | null;
  readonly complain: (where: Where, code: 'too-long', cell: string) => null;
  /** What is noted beside a way to reach her that nobody has called safe. */
  readonly reason: string;
};

/** Borrows it, for somebody of the row: `who` sets what is hers apart from what is others'. */
export function identityMeans(
  { newId, dated, coded, complain, words }: PlanTools,
  who: string,
): IdentityMeans {
  return {
    newId: (what) => newId(`${who}${what}`),
    date: dated,
    country: (where, cell) => coded(where, cell, words.countries),
    complain,
    reason: words.reason,
  };
}

const uses: Readonly<Partial<Record<IdentityTarget, NameUse>>> = {
  callName: 'call',
  legalName: 'documents',
  penName: 'pen',
  otherName: 'other',
};

/** What the cells of one row become in an identity record. A way to reach her is unsafe until she has called it safe. */
export function planIdentity(cells: readonly IdentityCell[], means: IdentityMeans): readonly SheetEvent[] {
  const events: SheetEvent[] = [];
  const make = <Noun extends string, V extends Values>(
    kind: ItemKind<Noun, V>,
    values: Partial<V>,
    id: string,
  ): void => {
    const event = editOf(kind, baseOf<V>(undefined, id), values);
    if (event !== null) events.push(event as unknown as SheetEvent);
  };
  /** The cell where it fits; what is too long is said and mended, never cut. */
  const fits = (one: IdentityCell, limit: number): string =>
    one.cell.length <= limit ? one.cell : (means.complain(one, 'too-long', one.cell) ?? '');
  const all = (target: IdentityTarget): readonly IdentityCell[] =>
    cells.filter((one) => one.target === target && one.cell !== '');
  const first = (target: IdentityTarget, limit: number): string =>
    all(target)
      .map((one) => fits(one, limit))
      .find((one) => one !== '') ?? '';

  const name = (text: string, use: NameUse, what: string): void => {
    if (text !== '')
      make(identityNames, { name: text, use, script: '', note: '' }, means.newId(`name:${what}`));
  };
  const given = [...all('givenName'), ...all('familyName')].map((one) => fits(one, sizes.name / 2));
  name(given.filter((one) => one !== '').join(' '), 'documents', 'parts');
  for (const [target, use] of Object.entries(uses) as [IdentityTarget, NameUse][])
    for (const one of all(target)) name(fits(one, sizes.name), use, `${target}:${one.column}`);

  const particulars: { -readonly [Name in keyof ParticularsValues]?: ParticularsValues[Name] } = {};
  for (const one of all('born')) {
    const date = means.date(one, one.cell);
    if (date !== null) particulars.born = date;
  }
  const nationalities = all('identityNationality').flatMap((one) =>
    severalIn(one.cell).flatMap((country) => means.country(one, country) ?? []),
  );
  if (nationalities.length > 0) particulars.nationalities = [...new Set(nationalities)].slice(0, 8);
  const [birthPlace, address] = [first('birthPlace', sizes.line), first('address', sizes.line)];
  if (birthPlace !== '') particulars.birthPlace = birthPlace;
  if (address !== '') particulars.address = address;
  const note = all('identityNote')
    .map(({ column, cell }) => `${column}: ${cell}`)
    .join('\n');
  const noted = all('identityNote').at(0);
  if (note.length > 2000 && noted !== undefined) means.complain(noted, 'too-long', noted.cell);
  else if (note !== '') particulars.note = note;
  if (Object.keys(particulars).length > 0) make(identityParticulars, particulars, theParticulars);

  const until = all('passportUntil').map((one) => means.date(one, one.cell));
  const paper = (kind: DocumentValues['kind'], target: IdentityTarget, last: InexactDate | null): void => {
    for (const one of all(target)) {
      const number = fits(one, sizes.name);
      if (number === '') continue;
      const values = { kind, number, holder: 'unknown' as const, ...(last === null ? {} : { until: last }) };
      make(identityDocuments, values, means.newId(`paper:${target}:${one.column}`));
    }
  };
  const ends = until.find((one) => one !== null) ?? null;
  paper('doc_passport', 'passport', ends);
  // A passport of which only the end is known is a passport all the same.
  if (ends !== null && all('passport').length === 0)
    make(
      identityDocuments,
      { kind: 'doc_passport', until: ends, holder: 'unknown' },
      means.newId('paper:ends'),
    );
  paper('doc_national_id', 'nationalId', null);
  paper('doc_other', 'otherPaper', null);

  const reach = (channel: 'chan_phone_call' | 'chan_plain_mail', target: IdentityTarget): void => {
    for (const one of all(target)) {
      const detail = fits(one, sizes.line);
      if (detail === '') continue;
      const values = { channel, detail, safe: false, note: means.reason.slice(0, sizes.line) };
      make(identityReaches, values, means.newId(`reach:${target}:${one.column}`));
    }
  };
  reach('chan_phone_call', 'phone');
  reach('chan_plain_mail', 'mail');
  return events;
}

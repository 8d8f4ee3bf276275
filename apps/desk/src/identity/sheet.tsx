import {
  type DocumentValues,
  identityDocuments,
  identityNames,
  identityParticulars,
  identityReaches,
  identityRelatives,
  type NameValues,
  type ParticularsValues,
  type ReachValues,
  type RelativeValues,
} from '@leeward/domain/identity/sheet.ts';
import type { IdentityState } from '@leeward/domain/identity/state.ts';
import { awayIn, together } from '@leeward/domain/identity/together.ts';
import type { InexactDate } from '@leeward/domain/shared/inexact-date.ts';
import { conflictsOf, type Item, type ItemKind, valueIn } from '@leeward/domain/shared/items.ts';
import { countryName, languageName } from '@leeward/ui';
import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import { type ComponentType, Fragment, type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { DateWords } from '../parts/inexact-date-words.tsx';
import { Words } from '../parts/words.tsx';
import { Apart } from './apart.tsx';
import {
  DocumentForm,
  type FormProps,
  NameForm,
  ParticularsForm,
  ReachForm,
  RelativeForm,
} from './forms.tsx';
import { OldWords } from './old-words.tsx';
import { AwayThings, PutAwayThing } from './put-away.tsx';
import { Scans } from './scans.tsx';
import { useCodeWords } from './words.ts';

export type SheetProps = {
  readonly of: PersonInCase;
  /** The records that are of this person; new things are written in the first. */
  readonly records: readonly { readonly record: string; readonly state: IdentityState }[];
  readonly mayEdit: boolean;
};

/** What is known of the person: every thing by itself, with what two colleagues wrote apart side by side. */
export function Sheet({ of, records, mayEdit }: SheetProps): ReactNode {
  const { t } = useSpeech();
  const first = records[0]?.record ?? '';
  const read = records.map(({ record, state }) => ({ identity: record, state }));
  const shared = { of, first, several: records.length > 1, mayEdit };
  const particulars = together(read, 'particulars');
  return (
    <div className="identity-sheet screen-only">
      <Things
        {...shared}
        title={t('identity.names')}
        empty={t('identity.namesEmpty')}
        add={t('identity.addName')}
        things={together(read, 'names')}
        away={awayIn(read, 'names')}
        kind={identityNames}
        Form={NameForm}
        Say={NameWords}
      />
      <Things
        {...shared}
        title={t('identity.particulars')}
        empty={t('identity.particularsEmpty')}
        add={particulars.some(({ identity }) => identity === first) ? null : t('identity.addParticulars')}
        things={particulars}
        away={awayIn(read, 'particulars')}
        kind={identityParticulars}
        Form={ParticularsForm}
        Say={ParticularsWords}
      />
      <Things
        {...shared}
        title={t('identity.documents')}
        empty={t('identity.documentsEmpty')}
        add={t('identity.addDocument')}
        things={together(read, 'documents')}
        away={awayIn(read, 'documents')}
        kind={identityDocuments}
        Form={DocumentForm}
        Say={DocumentWords}
      />
      <Scans of={of} records={read} mayEdit={mayEdit} />
      <Things
        {...shared}
        title={t('identity.reaches')}
        empty={t('identity.reachesEmpty')}
        add={t('identity.addReach')}
        things={together(read, 'reaches')}
        away={awayIn(read, 'reaches')}
        kind={identityReaches}
        Form={ReachForm}
        Say={ReachWords}
      />
      <Things
        {...shared}
        title={t('identity.relatives')}
        empty={t('identity.relativesEmpty')}
        add={t('identity.addRelative')}
        things={together(read, 'relatives')}
        away={awayIn(read, 'relatives')}
        kind={identityRelatives}
        Form={RelativeForm}
        Say={RelativeWords}
      />
      {records.map(({ record, state }) => (
        <OldWords key={record} state={state} />
      ))}
    </div>
  );
}

type ThingsProps<Noun extends string, V extends object> = {
  readonly of: PersonInCase;
  readonly first: string;
  readonly several: boolean;
  readonly mayEdit: boolean;
  readonly title: string;
  readonly empty: string;
  /** What the button says that adds one; null where there is one at most. */
  readonly add: string | null;
  readonly things: readonly {
    readonly identity: string;
    readonly item: Item<V>;
    readonly alsoIn: readonly string[];
  }[];
  /** What was put away, with the way back. */
  readonly away: readonly { readonly identity: string; readonly item: Item<V> }[];
  readonly kind: ItemKind<Noun, V>;
  readonly Form: ComponentType<FormProps<V>>;
  readonly Say: ComponentType<{ readonly item: Item<V> }>;
};

function Things<Noun extends string, V extends object>({
  of,
  first,
  several,
  mayEdit,
  title,
  empty,
  add,
  things,
  away,
  kind,
  Form,
  Say,
}: ThingsProps<Noun, V>): ReactNode {
  const { t } = useSpeech();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      {things.length === 0 && opened === null ? <p className="quiet">{empty}</p> : null}
      {things.length === 0 ? null : (
        <ul className="plain stack">
          {things.map(({ identity, item, alsoIn }) => {
            const key = `${identity} ${item.id}`;
            return (
              <li key={key} className="identity-thing">
                {opened === key ? (
                  <Form of={of} record={identity} item={item} onDone={() => setOpened(null)} />
                ) : (
                  <>
                    <Say item={item} />
                    {several ? (
                      <p className="small quiet">
                        {alsoIn.length > 0 || identity === first
                          ? alsoIn.length > 0
                            ? t('identity.inBoth')
                            : t('identity.inThis')
                          : t('identity.inOther')}
                      </p>
                    ) : null}
                    {conflictsOf(item).length > 0 ? (
                      <Apart of={of} record={identity} kind={kind} item={item} mayEdit={mayEdit} />
                    ) : null}
                    {mayEdit ? (
                      <div className="cluster">
                        <button type="button" className="button quiet small" onClick={() => setOpened(key)}>
                          {t('identity.change')}
                        </button>
                        <PutAwayThing of={of} record={identity} kind={kind} item={item} />
                      </div>
                    ) : null}
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <AwayThings of={of} kind={kind} things={away} mayEdit={mayEdit} say={(item) => <Say item={item} />} />
      {!mayEdit || add === null ? null : opened === 'new' ? (
        <Form of={of} record={first} item={undefined} onDone={() => setOpened(null)} />
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setOpened('new')}>
            {add}
          </button>
        </div>
      )}
    </section>
  );
}

function NameWords({ item }: { readonly item: Item<NameValues> }): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <div className="bar">
        <Words inline text={valueIn(item, 'name') ?? ''} className="identity-name" />
        <span className="chip">{t(`identity.use.${valueIn(item, 'use') ?? 'other'}`)}</span>
      </div>
      <Note text={valueIn(item, 'note')} />
    </>
  );
}

function Note({ text = '' }: { readonly text: string | undefined }): ReactNode {
  return text === '' ? null : <Words text={text} className="small quiet" />;
}

/** Label and value, line after line; what nobody filled in is left out. */
function Facts({ lines }: { readonly lines: readonly (readonly [string, ReactNode])[] }): ReactNode {
  const shown = lines.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="facts">
      {shown.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

const inWords = (text: string | undefined): ReactNode =>
  text === undefined || text === '' ? null : <Words inline text={text} />;

const inDates = (date: InexactDate | null): ReactNode => (date === null ? null : <DateWords date={date} />);

function ParticularsWords({ item }: { readonly item: Item<ParticularsValues> }): ReactNode {
  const { t, numbers } = useSpeech();
  const born = valueIn(item, 'born') ?? null;
  const countries = valueIn(item, 'nationalities') ?? [];
  const languages = valueIn(item, 'languages') ?? [];
  return (
    <Facts
      lines={[
        [t('identity.born'), inDates(born)],
        [t('identity.birthPlace'), inWords(valueIn(item, 'birthPlace'))],
        [t('identity.nationalities'), countries.map((code) => countryName(numbers, code)).join(' · ')],
        [t('identity.statelessShort'), valueIn(item, 'stateless') === true ? t('identity.yes') : null],
        [t('identity.languages'), languages.map((code) => languageName(numbers, code)).join(' · ')],
        [t('identity.address'), inWords(valueIn(item, 'address'))],
        [t('identity.note'), inWords(valueIn(item, 'note'))],
      ]}
    />
  );
}

function DocumentWords({ item }: { readonly item: Item<DocumentValues> }): ReactNode {
  const { t, numbers } = useSpeech();
  const words = useCodeWords();
  const [from, until] = [valueIn(item, 'from') ?? null, valueIn(item, 'until') ?? null];
  const country = valueIn(item, 'country') ?? null;
  const holder = valueIn(item, 'holder') ?? 'unknown';
  return (
    <>
      <div className="bar">
        <b>{words('identity.doc', valueIn(item, 'kind') ?? 'doc_other')}</b>
        <span className={holder === 'herself' || holder === 'us' ? 'chip' : 'chip warn'}>
          {t(`identity.holder.${holder}`)}
        </span>
      </div>
      <Facts
        lines={[
          [t('identity.documentNumber'), inWords(valueIn(item, 'number'))],
          [t('identity.documentName'), inWords(valueIn(item, 'name'))],
          [t('identity.documentCountry'), country === null ? null : countryName(numbers, country)],
          [t('identity.documentPlace'), inWords(valueIn(item, 'place'))],
          [t('identity.documentFrom'), inDates(from)],
          [t('identity.documentUntil'), inDates(until)],
        ]}
      />
      <Note text={valueIn(item, 'note')} />
    </>
  );
}

function ReachWords({ item }: { readonly item: Item<ReachValues> }): ReactNode {
  const { t } = useSpeech();
  const channel = valueIn(item, 'channel') ?? 'chan_none_now';
  return (
    <>
      <div className="bar">
        <Words inline text={valueIn(item, 'detail') ?? ''} className="num" />
        <span className="cluster">
          <span className="chip">
            {channel.startsWith('x_') ? channel : t(`request.channel.${channel as 'chan_phone_call'}`)}
          </span>
          <span className={valueIn(item, 'safe') === true ? 'chip good' : 'chip danger'}>
            {valueIn(item, 'safe') === true ? t('enter.safe') : t('enter.unsafe')}
          </span>
        </span>
      </div>
      <Note text={valueIn(item, 'note')} />
    </>
  );
}

function RelativeWords({ item }: { readonly item: Item<RelativeValues> }): ReactNode {
  const words = useCodeWords();
  const born = valueIn(item, 'born') ?? null;
  return (
    <>
      <div className="bar">
        <Words inline text={valueIn(item, 'name') ?? ''} className="identity-name" />
        <span className="chip">{words('people.tie', valueIn(item, 'relation') ?? 'fam_other_relative')}</span>
      </div>
      {born === null ? null : (
        <p className="small quiet">
          <DateWords date={born} />
        </p>
      )}
      <Note text={valueIn(item, 'note')} />
    </>
  );
}

import type { Mechanism } from '@leeward/directory';
import {
  namesOf,
  sayClock,
  sayGate,
  sayHostedIn,
  sayKnowledge,
  sayLabel,
  sayLength,
  saySpeed,
  saySum,
  sayWhere,
} from '@leeward/directory/say/index.ts';
import { defang } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Remarked } from '../parts.tsx';
import { useSpeaker } from '../speaker.tsx';

type Row = readonly [label: string, value: ReactNode];

/** Everything that is written of a mechanism, for people who keep it up: with sources and with what was mended. */
export function EntryFacts({ entry }: { readonly entry: Mechanism }): ReactNode {
  const speaker = useSpeaker();
  const { t } = useSpeech();
  const label = (name: string): string => sayLabel(speaker, name);
  const lines = (texts: readonly string[]): ReactNode =>
    texts.length === 1 ? (
      texts[0]
    ) : (
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    );
  const row = (name: string, texts: readonly string[]): readonly Row[] =>
    texts.length === 0 ? [] : [[label(name), lines(texts)]];
  const hosted = sayHostedIn(speaker, entry.gives);
  const { contact, speed } = entry;
  const groups: readonly (readonly [title: string, rows: readonly Row[]])[] = [
    [
      label('gives'),
      [
        ...row('gives', [
          entry.gives.services.length === 0
            ? label('givesUnseen')
            : speaker.capital(namesOf(speaker, 'service', entry.gives.services)),
        ]),
        ...row(
          'sums',
          entry.gives.sums.map((sum) => saySum(speaker, sum)),
        ),
        ...row('length', [sayLength(speaker, entry.gives.months), ...(hosted === undefined ? [] : [hosted])]),
        ...(entry.gives.notCovered.length === 0
          ? []
          : row('notCovered', [speaker.capital(namesOf(speaker, 'notCovered', entry.gives.notCovered))])),
      ],
    ],
    [
      label('who'),
      [
        ...row('who', [speaker.capital(namesOf(speaker, 'profile', entry.who, 'or'))]),
        ...row('where', sayWhere(speaker, entry)),
        ...row('exile', [speaker.text(`exile.${entry.exile}`)]),
        ...(entry.parties === null
          ? []
          : row('parties', [speaker.capital(namesOf(speaker, 'party', entry.parties, 'or'))])),
        ...row('family', [speaker.text(`family.${entry.family}`)]),
        ...row('return', [speaker.text(`return.${entry.return}`)]),
        ...row(
          'gates',
          entry.gates.map((gate) => sayGate(speaker, gate)),
        ),
        ...row(
          'wishes',
          entry.wishes.map((wish) => sayGate(speaker, wish)),
        ),
        ...row(
          'clocks',
          entry.clocks.map((clock) => sayClock(speaker, clock)),
        ),
      ],
    ],
    [
      label('application'),
      [
        ...row(
          'dangers',
          entry.dangers.map((danger) => speaker.text(`danger.${danger}`)),
        ),
        ...row('openers', [
          entry.openers.length === 0
            ? label('openersUnseen')
            : speaker.capital(namesOf(speaker, 'opener', entry.openers, 'or')),
        ]),
        ...(entry.application === null
          ? []
          : [[label('application'), <Remarked key="a" remark={entry.application} />] as const]),
        ...(entry.asks.length === 0
          ? []
          : row('asks', [speaker.capital(namesOf(speaker, 'ask', entry.asks))])),
        [
          label('contact'),
          <div key="c" className="stack tight">
            <span>
              {contact.ways.length === 0
                ? label('contactUnseen')
                : speaker.capital(namesOf(speaker, 'contact', contact.ways, 'or'))}
            </span>
            <span>{speaker.text(`secure.${contact.secure}`)}</span>
            {contact.words === null ? null : <Remarked remark={contact.words} />}
          </div>,
        ],
        [
          label('link'),
          <span key="l">
            <bdi className="code address">{defang(entry.link.url)}</bdi>{' '}
            <span className="small quiet">{speaker.text(entry.link.own ? 'link.own' : 'link.about')}</span>
          </span>,
        ],
        ...(entry.languages.length === 0
          ? []
          : row('languages', [namesOf(speaker, 'language', entry.languages)])),
        ...row('speed', saySpeed(speaker, speed)),
        ...(speed.words === null ? [] : [['', <Remarked key="s" remark={speed.words} />] as const]),
        ...(entry.sameForm === null ? [] : ([['', label('sameForm')]] as const)),
      ],
    ],
    [
      label('knowledge'),
      [
        ...row('knowledge', sayKnowledge(speaker, entry)),
        ...(entry.sourceDated.words === null
          ? []
          : ([[t('directory.sourceWords'), <bdi key="w">{entry.sourceDated.words}</bdi>]] as const)),
        [
          t('directory.sources'),
          <ul key="u">
            {entry.sources.map((source) => (
              <li key={source}>
                <bdi className="code address">{defang(source)}</bdi>
              </li>
            ))}
          </ul>,
        ],
        ...(entry.otherNames.length === 0 ? [] : row('otherNames', entry.otherNames)),
        ...(entry.remarks.length === 0
          ? []
          : ([
              [
                label('remarks'),
                <ul key="r">
                  {entry.remarks.map((remark) => (
                    <li key={remark.text}>
                      <Remarked remark={remark} />
                    </li>
                  ))}
                </ul>,
              ],
            ] as const)),
        ...(entry.mended.length === 0
          ? []
          : ([
              [
                t('directory.mended'),
                <ul key="m">
                  {entry.mended.map((one) => (
                    <li key={`${one.field} ${one.was}`}>
                      <span className="code">{one.field}</span> {t('directory.mendedWas', { was: one.was })}{' '}
                      <bdi>{one.why}</bdi>
                    </li>
                  ))}
                </ul>,
              ],
            ] as const)),
      ],
    ],
  ];
  return (
    <>
      {groups.map(([title, rows]) => (
        <section key={title} className="card facts entry-facts" aria-label={title}>
          <h2>{title}</h2>
          <dl>
            {rows.map(([name, value], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one entry never change places
              <div key={index}>
                <dt className={name === title ? 'visually-hidden' : undefined}>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

import type { Entry } from '@leeward/directory/entry.ts';
import type { Remark } from '@leeward/directory/mechanism.ts';
import {
  type CodeList,
  labelOf,
  type Speaker,
  sayClock,
  sayGate,
  sayHostedIn,
  sayLabel,
  sayLength,
  sayRemark,
  saySpeed,
  sayState,
  saySum,
  sayWhere,
} from '@leeward/directory/say/index.ts';

/** A line of facts; `language` and `mark` where it stays in the words of its source. */
export type FactLine = { readonly text: string; readonly language?: string; readonly mark?: string };
export type Fact = { readonly label: string; readonly lines: readonly FactLine[] };

/** What is known of an entry, under its headings, in the order in which somebody decides: what, for whom, how. */
export function factsOf(speaker: Speaker, entry: Entry): readonly Fact[] {
  const { gives, contact } = entry;
  const codes = (list: CodeList, all: readonly string[]): readonly string[] =>
    all.map((code) => labelOf(speaker, list, code));
  const remarks = (...all: readonly (Remark | null)[]): readonly FactLine[] =>
    all.flatMap((one) => (one === null ? [] : [sayRemark(speaker, one)]));
  const hosted = sayHostedIn(speaker, gives);
  const facts: readonly Fact[] = [
    fact('what', [...remarks(entry.summary)]),
    fact('state', sayState(speaker, entry.state)),
    fact('gives', gives.servicesSeen ? codes('service', gives.services) : [sayLabel(speaker, 'givesUnseen')]),
    fact(
      'sums',
      gives.sums.map((sum) => saySum(speaker, sum)),
    ),
    fact('length', [sayLength(speaker, gives.months), ...(hosted === undefined ? [] : [hosted])]),
    fact('notCovered', codes('notCovered', gives.notCovered)),
    fact(
      'who',
      entry.who.map((code) => speaker.capital(speaker.text(`profile.${code}.of`))),
    ),
    fact('where', [...sayWhere(speaker, entry), speaker.text(`exile.${entry.exile}`)]),
    fact('parties', codes('party', entry.parties ?? [])),
    fact('family', [speaker.text(`family.${entry.family}`)]),
    fact('return', entry.return === 'unknown' ? [] : [speaker.text(`return.${entry.return}`)]),
    fact(
      'gates',
      entry.gates.map((gate) => sayGate(speaker, gate)),
    ),
    fact(
      'wishes',
      entry.wishes.map((wish) => sayGate(speaker, wish)),
    ),
    fact(
      'clocks',
      entry.clocks.map((clock) => sayClock(speaker, clock)),
    ),
    fact(
      'openers',
      entry.openers.length === 0 ? [sayLabel(speaker, 'openersUnseen')] : codes('opener', entry.openers),
    ),
    fact('application', remarks(entry.application)),
    fact('asks', codes('ask', entry.asks)),
    fact('contact', [
      ...(contact.ways.length === 0 ? [sayLabel(speaker, 'contactUnseen')] : codes('contact', contact.ways)),
      speaker.text(`secure.${contact.secure}`),
      ...remarks(contact.words),
    ]),
    fact('languages', codes('language', entry.languages)),
    fact('speed', [...saySpeed(speaker, entry.speed), ...remarks(entry.speed.words)]),
    fact('otherNames', entry.otherNames),
    fact('remarks', remarks(...entry.remarks)),
  ];
  return facts.filter(({ lines }) => lines.length > 0);

  function fact(name: string, lines: readonly (string | FactLine)[]): Fact {
    return {
      label: sayLabel(speaker, name),
      lines: lines.map((line) => (typeof line === 'string' ? { text: speaker.capital(line) } : line)),
    };
  }
}

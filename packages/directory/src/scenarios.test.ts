import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { readEntries } from './build/read-entries.ts';
import type { ReasonCode } from './finding.ts';
import { reason } from './reason.ts';
import { day, people } from './testing/people.ts';

const entries = readEntries();

type Expected = {
  /** In "fits", in any place. */
  readonly fits: readonly string[];
  /** In "ask first", with a question that must be among those asked. */
  readonly ask: Readonly<Record<string, string>>;
  /** In "not for you", with a reason that must be among those given. */
  readonly not: Readonly<Record<string, ReasonCode>>;
};

function hold(answers: Answers, expected: Expected): void {
  const verdicts = reason(entries, answers, day);
  const fits = new Set(verdicts.fits.map((one) => one.id));
  const ask = new Map(
    verdicts.ask.map((one) => [one.id, one.questions.map((question) => question.code as string)]),
  );
  const not = new Map(
    verdicts.not.map((one) => [
      one.id,
      one.findings.filter((found) => found.truth === 'no').map((found) => found.code),
    ]),
  );
  expect(
    [...expected.fits].filter((id) => !fits.has(id)),
    'fits',
  ).toEqual([]);
  for (const [id, question] of Object.entries(expected.ask))
    expect(ask.get(id) ?? `${id} is not in this list`, id).toContain(question);
  for (const [id, code] of Object.entries(expected.not))
    expect(not.get(id) ?? `${id} is not in this list`, id).toContain(code);
}

describe('the few that fit, argued from the entries', () => {
  it('for a Belarusian journalist in Georgia with two children, who needs a place for over six months', () => {
    hold(people.belarusianJournalistInGeorgia, {
      // Journalists anywhere, in exile too; it pays what a way out costs.
      fits: ['rsf-individual-support'],
      ask: {
        // Two years, for writers and journalists; nobody has seen whether children may come, nor whether it is open.
        'icorn-residency': 'takes-families',
        // Proposals only; she needs somebody who puts her forward.
        'pen-germany-writers-in-exile': 'has-referrer',
        // In the city where she is; whether it takes somebody who has left her country was not seen.
        'tbilisi-shelter-city': 'takes-people-in-exile',
      },
      not: {
        'shelter-city-netherlands': 'length-too-short', // three months, and one goes back
        'hamburg-foundation-guest': 'return-expected', // a year, then home: she cannot
        'mfrr-jir-milan': 'length-too-short',
        'bysol-evacuation': 'exile-excluded', // brings people out of Belarus; she is out
        'maison-des-journalistes-paris': 'region-not-yours', // for who is in France already
      },
    });
  });

  it('for an exhausted woman land defender in Guatemala, who can leave her children for two weeks only', () => {
    hold(people.exhaustedWomanInGuatemala, {
      fits: [],
      ask: {
        'casa-la-serena-oaxaca': 'belongs-to-network', // ten days, for women of the network in her region
        'im-defensoras': 'is-open-now',
        'colmenas-que-abrigan': 'long-enough',
      },
      not: {
        'shelter-city-netherlands': 'length-too-long', // three months
        'basque-protection-programme': 'length-too-long', // six months
        'catalan-protection-programme': 'length-too-long',
        'york-cahr-protective-fellowship': 'length-too-long',
      },
    });
  });

  it('for a Russian visual artist in Yerevan without a host', () => {
    hold(people.russianArtistInYerevan, {
      fits: [],
      ask: {
        'artists-at-risk-residencies': 'takes-people-in-exile',
        'swan-emergency-residencies-sweden': 'takes-people-in-exile',
        'kovcheg-ark': 'is-open-now', // shelters in Armenia and Turkey for Russians against the war
        'iie-artist-protection-fund': 'is-open-now',
      },
      not: {
        'martin-roth-initiative-germany': 'condition', // host and artist apply together: she has none
        'pause-france': 'opener-needed',
        'tikhoe-mesto-adjara': 'closed',
        'academy-in-exile-artist-residence': 'closed',
        'atelier-des-artistes-en-exil': 'region-not-yours', // for who is in France
      },
    });
  });

  it('for a Honduran land defender threatened this week, who needs USD 3,000 for the security of the house in 48 hours', () => {
    hold(people.landDefenderInHonduras, {
      fits: [],
      ask: {
        'protectdefenders-emergency-grants': 'urgent',
        'fld-protection-grants': 'cost-not-yet-paid', // pays nothing that is paid already
        'agir-ensemble-emergency-fund': 'fast-enough', // answers in three days at best
        'ddp-incident-emergency-fund': 'fast-enough', // "at most two weeks" may be two days
        'honduras-sistema-proteccion': 'fast-enough', // the state's own, and the warning says so
      },
      not: {
        'lifeline-emergency': 'for-bodies-only',
        'freedom-house-eap': 'closed',
        'mexico-mecanismo-federal': 'region-not-yours',
        'rpt-crisis-fund': 'paused',
      },
    });
    const state = reason(entries, people.landDefenderInHonduras, day).ask.find(
      (one) => one.id === 'honduras-sistema-proteccion',
    );
    expect(state?.warnings).toContainEqual({ code: 'danger', danger: 'run-by-her-state' });
  });

  it('for an exiled Azerbaijani lawyer under an Interpol notice', () => {
    hold(people.azerbaijaniLawyerUnderNotice, {
      fits: ['rights-in-exile-directory'],
      ask: {
        'interpol-ccf': 'valid-identity-paper', // many requests fail on an expired paper
        'lawyers-for-lawyers': 'takes-people-in-exile',
        'aba-justice-defenders': 'is-open-now',
      },
      not: {
        'fld-protection-grants': 'exile-excluded', // said on the grant page itself
        'basque-protection-programme': 'return-expected',
        'maison-des-journalistes-paris': 'for-other-work',
      },
    });
  });

  it('for a Sudanese lecturer in Cairo for two and a half years, with wife and child', () => {
    hold(people.sudaneseLecturerInCairo, {
      fits: [],
      ask: {
        'iie-scholar-rescue-fund': 'takes-families', // the only thing that is not known
        'scholars-at-risk-placement': 'takes-families',
        'cara-fellowship-programme': 'takes-people-in-exile',
        'pause-france': 'has-university-host', // thirty months away is within its three years
        'philipp-schwartz-initiative': 'doctorate', // within five years; the institution applies
      },
      not: {
        'safe-fellowships-eu': 'closed', // by arithmetic: no stay of a year can begin any more
        'nias-scholars-at-risk-fellowship': 'length-too-short', // ten months
        'ubuntu-hub-cities': 'return-expected',
        'british-academy-researchers-at-risk': 'closed',
      },
    });
  });

  it('for an Afghan judge in Iran without papers, with her family', () => {
    hold(people.afghanJudgeInIran, {
      fits: [],
      ask: {
        'canada-global-hrd-stream': 'has-referrer', // nobody applies to Canada directly
        'brazil-humanitarian-visa-afghans': 'has-sponsor',
        'germany-section-22-2': 'has-referrer',
      },
      not: {
        'germany-afghan-federal-admission': 'closed',
        'canada-afghan-hrd-stream': 'closed',
        'ireland-irpp-afghan-hrd-2021': 'closed',
      },
    });
  });

  it('for an LGBTIQ defender in Uganda attacked ten days ago, who can be away for six months', () => {
    hold(people.lgbtiqDefenderInUganda, {
      fits: ['nchrd-uganda', 'fld-emergency-hotline'],
      ask: {
        'defenddefenders-protection': 'fast-enough',
        'defenddefenders-relocation': 'long-enough',
        'shelter-city-netherlands': 'is-open-now',
        'rainbow-railroad': 'persecuted-as-lgbtiq',
      },
      not: { 'freedom-house-eap': 'closed', 'york-extended-fellowship': 'return-impossible' },
    });
  });

  it('for the mother of somebody who disappeared in Mexico two weeks ago', () => {
    hold(people.motherOfDisappearedInMexico, {
      fits: ['un-wgeid'], // families may write themselves; urgent cases are passed on in one or two days
      ask: {
        'un-ced-urgent-action': 'disappearance-convention-in-force',
        'iachr-precautionary-measures': 'irreparable-harm',
      },
      not: { 'un-wgad': 'danger-required', 'mexico-mecanismo-federal': 'for-other-work' },
    });
  });

  it('for a media outlet of Myanmar in Thailand', () => {
    hold(people.myanmarOutletInThailand, {
      fits: [],
      ask: { 'rsf-media-ngo-support': 'takes-people-in-exile', 'jx-fund-exiled-media': 'country-in-call' },
      not: { 'ddp-sustainable-protection-fund': 'closed' },
    });
  });

  it('for a Syrian survivor of torture in Berlin', () => {
    hold(people.syrianSurvivorInBerlin, {
      fits: [],
      ask: {
        'zentrum-ueberleben-berlin': 'is-open-now', // in her city; only that is not known
        'irct-member-centres': 'is-open-now',
        'un-fund-torture-victims': 'has-local-organisation', // pays organisations, not people
      },
      not: { 'fld-protection-grants': 'exile-excluded', 'center-for-victims-of-torture': 'region-not-yours' },
    });
  });

  it('for a Nicaraguan in Costa Rica whose nationality was taken away', () => {
    hold(people.denationalisedNicaraguanInCostaRica, {
      fits: [],
      ask: {
        'spain-nationality-denationalised-nicaraguans': 'is-open-now',
        'spain-resettlement-nicaraguan-defenders': 'recognised-refugee',
        'canada-global-hrd-stream': 'wants-resettlement',
      },
      not: { 'shelter-city-costa-rica': 'return-expected' },
    });
  });

  it('for a Turkish academic in Germany two days after the removal order', () => {
    hold(people.turkishAcademicBeforeRemoval, {
      fits: [],
      ask: { 'ecthr-rule-39': 'irreparable-harm', 'fld-emergency-hotline': 'rights-work' },
      not: { 'un-wgad': 'danger-required', 'fld-protection-grants': 'exile-excluded' },
    });
  });

  it('for a union leader in Colombia who needs protection for the house, or a way out with the family', () => {
    hold(people.unionLeaderInColombia, {
      fits: ['fld-emergency-hotline'],
      ask: { 'colombia-unp': 'risk-above-ordinary', 'asturian-programme-pav-ddhh': 'has-referrer' },
      not: { 'york-extended-fellowship': 'return-impossible', 'canada-global-hrd-stream': 'abroad-required' },
    });
  });

  it('for a journalist in Egypt whose accounts are under attack since yesterday', () => {
    hold(people.journalistUnderAttackInEgypt, {
      fits: ['access-now-helpline', 'security-in-a-box', 'civicert-dfak'],
      ask: { 'fpu-reporters-respond': 'two-sources', 'smex-helpdesk': 'fast-enough' },
      not: { 'rpt-crisis-fund': 'paused', 'jhr-exile-journalists': 'abroad-required' },
    });
  });

  it('puts the fund that gives all she needs before those that go part of the way', () => {
    const { fits } = reason(entries, people.journalistUnderAttackInEgypt, day);
    expect(fits.map((one) => one.standing.reach)).toEqual(
      [...fits.map((one) => one.standing.reach)].sort((a, b) => b - a),
    );
  });
});

describe('the shipped set', () => {
  it('holds 291 mechanisms that the form allows', () => {
    expect(entries).toHaveLength(291);
  });
  it('shows no address of a source as a door, and no mirror by number', () => {
    for (const entry of entries)
      expect(entry.link.url, entry.id).not.toMatch(/^https?:\/\/\d+\.\d+\.\d+\.\d+/);
  });
  it('is old by the summer after it was read: by then nothing is a fit that nobody has checked', () => {
    for (const answers of Object.values(people))
      expect(reason(entries, answers, '2027-11-01').fits).toEqual([]);
  });
  it('says of every closed door that it is closed, whatever is asked', () => {
    const closed = new Set(entries.filter((entry) => entry.state.is === 'closed').map((entry) => entry.id));
    for (const answers of Object.values(people)) {
      const { fits, ask } = reason(entries, answers, day);
      expect([...fits, ...ask].filter((one) => closed.has(one.id))).toEqual([]);
    }
  });
});

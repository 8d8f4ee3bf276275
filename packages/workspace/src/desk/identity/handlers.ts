import { accessUntil } from '@leeward/domain/custody/rules.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import { identitiesOf } from '@leeward/domain/team/custody.ts';
import type { Answer, DraftedCommand } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { actorOf } from '../engine.ts';
import { change, keep, type NewItem } from '../outbox.ts';
import { openRecord } from '../records.ts';
import type { Handlers } from '../rpc.ts';
import type { GivenForm, IdentityCommands } from './contract.ts';
import { custodyTeam } from './custody-team.ts';
import { custodyView } from './custody-view.ts';
import { findKnown } from './find-known.ts';
import { caseForgetting } from './forget.ts';
import { likenessOf } from './known.ts';
import { answerItem, endItems, grantItems } from './let-in.ts';
import { comingIdentities, identityItems } from './make.ts';
import { closeNow, openFromNow, openUntil } from './opened.ts';
import { scanItem } from './scans.ts';
import { comingOf, identityView, meantBy, reachOf, recordOfGrant } from './view.ts';

/** What the session lends to the commands about identities. */
export type IdentityTools = {
  readonly opened: <T>(work: (engine: Engine, sync: () => void) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
  readonly act: (items: (engine: Engine) => Promise<Answer<readonly NewItem[]>>) => Promise<Answer<null>>;
  readonly given: <T>(
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<T>>,
  ) => Promise<Answer<T>>;
};

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const refused = (code: Refusal['code']): Answer<never> => ({
  ok: false,
  error: { code: 'refused', refusal: { code } },
});
const notHere: Answer<never> = { ok: false, error: { code: 'not-here' } };

/** Answers the commands of `contract.ts`. */
export function identityHandlers(tools: IdentityTools): Pick<Handlers, keyof IdentityCommands> {
  const { opened, inOrder, act } = tools;
  /** What was kept of a form goes once its command is given, and never before. */
  const given = <T>(form: GivenForm['form'], answer: Promise<Answer<T>>): Promise<Answer<T>> =>
    form === null ? answer : tools.given(form.command, form.record, answer);
  return {
    caseForgetting: ({ caseRecord }) =>
      opened(async (engine) => yes(await caseForgetting(engine, caseRecord))),
    identity: (person) => opened(async (engine) => yes(await identityView(engine, person))),

    makeIdentity: ({ caseRecord, person, urgent }) =>
      act(async (engine) => {
        const custody = await custodyTeam(engine);
        if (custody === null) return refused('not_custody');
        const of = { caseRecord, person };
        const { records } = await reachOf(engine, of);
        if (records.length > 0) return refused('exists');
        return yes(await identityItems(engine, caseRecord, person, urgent));
      }),
    makeIdentityNow: ({ caseRecord, person }) =>
      opened(async (engine, sync) => {
        const records = comingOf(engine, await meantBy(engine, { caseRecord, person }));
        const isOf = (item: Engine['outbox'][number]): boolean =>
          records.includes(item.record) ||
          [item.args['identity'], item.args['listed']].some(
            (one) => typeof one === 'string' && records.includes(one),
          );
        await inOrder(async () => {
          for (const item of engine.outbox) if (isOf(item)) await change(engine, item, { notBefore: 0 });
        });
        sync();
        return yes(null);
      }),

    openIdentity: ({ caseRecord, person, reason, form }) =>
      given(
        form,
        opened(async (engine, sync) => {
          if (reason.trim() === '') return refused('malformed');
          const { records } = await reachOf(engine, { caseRecord, person });
          if (records.length === 0) return notHere;
          const coming = new Map(comingIdentities(engine).map((one) => [one.record, one.at]));
          const notes = records
            .filter(({ view }) => openUntil(engine, view.id) === null)
            .map(
              ({ view }): NewItem => ({
                record: view.id,
                command: 'noteAccess',
                args: { reason },
                // Not to be taken back, and behind whatever the record waits for.
                silent: true,
                notBefore: coming.get(view.id) ?? 0,
              }),
            );
          // Kept on this device before anything is shown: it goes out with the next round, whatever happens.
          await inOrder(() => keep(engine, notes));
          for (const { view } of records) openFromNow(engine, view.id);
          engine.announce('session', `record:${caseRecord}`);
          sync();
          return yes(null);
        }),
      ),
    closeIdentity: ({ caseRecord, person }) =>
      opened(async (engine) => {
        const { records } = await reachOf(engine, { caseRecord, person });
        for (const { view } of records) closeNow(engine, view.id);
        engine.announce('session', `record:${caseRecord}`);
        return yes(null);
      }),

    actOnIdentity: ({ record, events, form }) => {
      const answer = act(async (engine) => {
        // What is closed is not changed unseen; who was let in reads.
        if (openUntil(engine, record) === null) return notHere;
        const notBefore = comingIdentities(engine).find((one) => one.record === record)?.at ?? 0;
        return yes([{ record, command: 'actOnIdentity', args: { events }, notBefore }]);
      });
      return given(form, answer);
    },

    keepIdentityScan: ({ record, id, paper, note, file, form }) =>
      given(
        form,
        act(async (engine) => {
          const item = await scanItem(engine, record, id, { paper, note, madeFrom: null }, file);
          return item.ok ? yes([item.value]) : item;
        }),
      ),

    answerIdentityQuestion: ({ caseRecord, question, granted, until, reason, form }) =>
      given(
        form,
        act(async (engine) => {
          const custody = await custodyTeam(engine);
          if (custody === null) return refused('not_custody');
          const found = await openRecord(engine, caseRecord);
          const asked =
            found.folded.kind === 'case' ? found.folded.state.parts.custody.get(question) : undefined;
          if (asked === undefined) return notHere;
          if (asked.withdrawn !== null) return refused('ended');
          if (asked.answer !== null) return refused('exists');
          if (asked.asked.by === actorOf(engine).member) return refused('not_oneself');
          if (!granted) return yes([answerItem(caseRecord, question, false, 0, reason)]);
          const meant = await meantBy(engine, { caseRecord, person: asked.person });
          const [identity] = meant.flatMap((one) => identitiesOf(custody.state.custody, one));
          if (identity === undefined) return refused('not_begun');
          return yes(
            grantItems(custody, identity, caseRecord, {
              grant: question,
              member: asked.asked.by,
              until: accessUntil(until, engine.now()),
              reason,
            }),
          );
        }),
      ),
    endIdentityAccess: ({ grant, reason, form }) =>
      given(
        form,
        act(async (engine) => {
          const record = recordOfGrant(engine, grant);
          if (record === null) return notHere;
          const custody = await custodyTeam(engine);
          const caseRecord = caseOfGrant(engine, grant);
          const how = custody === null ? 'returned' : 'ended';
          closeNow(engine, record);
          return yes(endItems(custody, record, caseRecord, grant, how, reason));
        }),
      ),

    knownElsewhere: (person) =>
      opened(async (engine) => {
        const { custody, records } = await reachOf(engine, person);
        if (custody === null) return refused('not_custody');
        const open = records.filter(({ view }) => openUntil(engine, view.id) !== null);
        if (open.length === 0) return notHere;
        const states = open.map(({ state }) => likenessOf(state));
        const mine = {
          names: states.flatMap(({ names }) => names),
          born: states.flatMap(({ born }) => born),
          nationalities: [...new Set(states.flatMap(({ nationalities }) => nationalities))],
          reaches: states.flatMap(({ reaches }) => reaches),
          papers: states.flatMap(({ papers }) => papers),
          relatives: states.flatMap(({ relatives }) => relatives),
        };
        return yes(
          findKnown(
            engine,
            custody,
            records.map(({ view }) => view.id),
            mine,
          ),
        );
      }),
    comparePersons: ({ form, ...said }) => given(form, inLog(act, 'comparePersons', said)),
    withdrawComparison: ({ form, ...args }) => given(form, inLog(act, 'withdrawComparison', args)),
    custody: () => opened(async (engine) => yes(await custodyView(engine))),
  };
}

/** An act in custody's log. */
const inLog = (act: IdentityTools['act'], command: string, args: NewItem['args']): Promise<Answer<null>> =>
  act(async (engine) => {
    const custody = await custodyTeam(engine);
    if (custody === null) return refused('not_custody');
    return yes([{ record: custody.log, command, args, creates: { kind: 'team', teams: [custody.team] } }]);
  });

/** The case in which a grant was asked for, among those that this device reads. */
function caseOfGrant(engine: Engine, grant: string): string | null {
  for (const [record, summary] of engine.summaries)
    if (summary.kind === 'case' && (summary.line.identityGranted ?? []).includes(grant)) return record;
  return null;
}

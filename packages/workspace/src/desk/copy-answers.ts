import { isBoxed } from '@leeward/domain/answers/events.ts';
import { aboutOf, formOf } from '@leeward/domain/answers/state.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import type { PlainJson } from '@leeward/domain/copy/content.ts';
import type { Team } from '@leeward/domain/organisation/state.ts';
import { labelOf } from '@leeward/domain/people/state.ts';
import { standing } from '@leeward/domain/shared/items.ts';
import { readFileAnswer } from '@leeward/forms';
import { answerLines, chosenWords } from '../copy/answer-lines.ts';
import { audienceOf, compiledForm } from './answer-boxes.ts';
import type { Engine } from './engine.ts';
import { organisationNow } from './engine.ts';

/**
 * The case with every answer in a box that its form keeps for some teams: what this person wrote and did not send yet
 * lies in none, and is none the less not for whoever gets the copy.
 */
export async function withoutSealed(engine: Engine, state: CaseState): Promise<CaseState> {
  const answers = new Map(state.parts.answers);
  for (const [id, sheet] of answers) {
    const compiled = await compiledForm(engine, formOf(sheet));
    if (compiled === null || compiled.nodes.every(({ audience }) => audience === null)) continue;
    const fields = Object.fromEntries(
      Object.entries(sheet.fields).map(([path, field]) => {
        const audience = audienceOf(compiled, path, '');
        if (audience === null || path.startsWith('@')) return [path, field];
        return [path, field?.map((one) => ({ ...one, value: { for: audience, sealed: '' } }))];
      }),
    );
    answers.set(id, { ...sheet, fields });
  }
  return { ...state, parts: { ...state.parts, answers } };
}

/** A team as a copy names it: its code where every organisation has it, else its name. */
const teamInWords = (team: Team | undefined): string | undefined =>
  team?.purpose === 'own' ? team.name : team?.purpose;

/** A file as a copy names it: what it is called, how long it is, and its hash. The file itself is not in the copy. */
function fileInWords(value: unknown): PlainJson | null {
  const file = readFileAnswer(value);
  if (file === null) return null;
  const { name, mediaType, size, hash } = file;
  return { file: { name, mediaType, bytes: size, sha256: hash } };
}

/**
 * Answers to the organisation's own questions with the words that were asked, for a copy that is read without Leeward.
 * What is sealed for some colleagues stays out of it, and the copy says so.
 */
export async function answersInWords(
  engine: Engine,
  state: CaseState,
  nameOf: (member: string) => string,
): Promise<PlainJson> {
  const { teams } = organisationNow(engine);
  const sheets: PlainJson[] = [];
  for (const sheet of standing(state.parts.answers)) {
    const compiled = await compiledForm(engine, formOf(sheet));
    const [kind = '', id = ''] = aboutOf(sheet).split(':');
    const answers = answerLines(compiled, sheet).map(({ path, node, within, versions }): PlainJson => {
      const said = versions.map(({ value, by, claimedTime }) => ({
        ...(isBoxed(value)
          ? { sealedFor: value.for.map((team) => teamInWords(teams.get(team)) ?? team) }
          : {
              answer: fileInWords(value) ?? value,
              ...(node === null || chosenWords(node, value) === null
                ? {}
                : { inWords: (chosenWords(node, value) ?? []).map((texts) => ({ ...texts })) }),
            }),
        by: nameOf(by),
        at: new Date(claimedTime).toISOString(),
      }));
      const [only] = said;
      return {
        question: node === null ? path : { ...node.question.label },
        ...(within.length === 0
          ? {}
          : { within: within.map(({ label, turn }) => ({ of: { ...label }, number: turn })) }),
        ...(only !== undefined && said.length === 1 ? only : { versions: said }),
      };
    });
    sheets.push({
      form: compiled === null ? formOf(sheet) : { ...compiled.form.title },
      about: kind === 'person' ? (labelOf(state.parts.people, id) ?? aboutOf(sheet)) : aboutOf(sheet),
      answers,
    });
  }
  return sheets;
}

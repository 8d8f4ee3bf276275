/** Why somebody writes, in the sample organisation. Each is a kind of request that helplines and funds describe. */
export const sampleScenarios = [
  'journalistAbroad',
  'landThreatened',
  'hiding',
  'lawyerCharged',
  'familyWithChildren',
  'respite',
  'forColleague',
  'followedAbroad',
  'equipmentTaken',
  'phoneWatched',
  'notForUs',
] as const;
export type SampleScenario = (typeof sampleScenarios)[number];

/** What people write and read in one language of the sample. Made up; nobody is meant. */
export type SampleTexts = {
  readonly language: string;
  /** Names to be called by: words for things of nature, so that nobody takes them for people. */
  readonly names: readonly string[];
  /** Her first words, for each reason to write. */
  readonly first: Readonly<Record<SampleScenario, string>>;
  /** What she adds later. */
  readonly more: readonly string[];
  readonly thanks: string;
  /** What the team answers: at first, then a question, then why not. */
  readonly answer: string;
  readonly question: string;
  readonly sorry: string;
};

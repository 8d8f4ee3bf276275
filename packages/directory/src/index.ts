export {
  type Answers,
  type DetailCode,
  type Hurry,
  hurries,
  questions,
  type ShortQuestion,
  type YesNo,
} from './answers.ts';
export * from './codes.ts';
export { type Condition, type ConditionFact, conditions } from './conditions/index.ts';
export {
  type Finding,
  type Question,
  type ReasonCode,
  type ReasonDetails,
  reasonCodes,
  type Truth,
} from './finding.ts';
export type { Gate, SingleGate } from './gate.ts';
export type { Mechanism, Remark } from './mechanism.ts';
export { type Need, needs, servicesFor } from './needs.ts';
export { isPlace, isWithin, type Place, type RegionCode, regions } from './places.ts';
export { type Standing, weights } from './rank.ts';
export { judge, type ListName, lists, reason, type Verdict, type Verdicts } from './reason.ts';
export type { Warning } from './warnings.ts';

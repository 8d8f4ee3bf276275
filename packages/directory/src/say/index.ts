/** The directory in sentences. Everything here is a pure function of a `Speaker` and of codes. */
export { type Judged, sayMechanismAsText } from './as-text.ts';
export { sayFinding } from './finding.ts';
export { sayAge, sayGate } from './gate.ts';
export { type CodeList, labelOf, nameOf, namesOf, sayField, sayGapLabel, sayLabel } from './label.ts';
export { sayClock, sayDays, sayHours, sayLength, sayMonths, saySpeed, sayUnits } from './length.ts';
export { sayHelp, sayQuestion } from './question.ts';
export { type SaidRemark, sayRemark } from './remark.ts';
export { sayKnowledge } from './source.ts';
export type { Speaker } from './speaker.ts';
export { sayHowOrdered, sayStanding } from './standing.ts';
export { sayState } from './state.ts';
export { saySum } from './sum.ts';
export { sayWarning } from './warning.ts';
export { sayHostedIn, sayPlace, sayPlaces, sayWhere } from './where.ts';

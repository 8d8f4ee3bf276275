export * from './codes.ts';
export { type Condition, type ConditionFact, conditions } from './conditions/index.ts';
export { type Gate, gateSchema, type SingleGate } from './gate.ts';
export { type Mechanism, mechanismSchema, type Remark } from './mechanism.ts';
export { isPlace, isWithin, type Place, type RegionCode, regions } from './places.ts';
export { type Flaw, type Validated, validate } from './validate.ts';

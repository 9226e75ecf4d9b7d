// The door of facts: what is known about an organisation, and the rules and forms over it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from './actions/book.ts'

export { createFactBook, type FactBook, type NewStatement } from './actions/book.ts'
export { profileFacts } from './actions/profile.ts'
export { type Cell, type Condition, conditionSchema, isMet, type Met, type Ternary } from './condition.ts'
export {
  type Decision,
  type DecisionTable,
  decide,
  decisionTableSchema,
  factKeysOf,
  isInForce,
  type Row,
  strictestOf,
} from './decision-table.ts'
export {
  type FactGroup,
  type FactKey,
  type FactShape,
  type FactSource,
  type FactValue,
  factGroups,
  factKeyPattern,
  isValueOf,
} from './fact-key.ts'
export {
  type AskedQuestion,
  type Form,
  type FormQuestion,
  faultsOfForm,
  formSchema,
  nextQuestion,
  questionsOf,
} from './form.ts'
export type { LiveSource } from './live-source.ts'
export {
  type CurrentFact,
  type Facts,
  factsOf,
  knownValue,
  type Statement,
} from './statement.ts'
export { readFactKeys } from './store/dictionary.ts'
export { faultsOfTable } from './table-check.ts'
export { type Texts, textIn, textsSchema } from './texts.ts'

export function createFacts(_context: Context, _facts: FactBook): Capability {
  return { name: 'facts', permissions: {}, routes: [], pages: [], subscriptions: [], jobs: [], menu: [] }
}

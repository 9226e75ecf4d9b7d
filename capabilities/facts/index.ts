// The door of facts: what is known about an organisation, and the rules and forms over it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from './actions/book.ts'
import { factPages } from './pages/fact.tsx'
import { formPages, type OfferedForm } from './pages/form.tsx'
import { listPage } from './pages/list.tsx'

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
export { measuredBy } from './live-source.ts'
export type { OfferedForm } from './pages/form.tsx'
export {
  type CurrentFact,
  type Facts,
  factsOf,
  knownValue,
  type Statement,
} from './statement.ts'
export { readFactKeys } from './store/dictionary.ts'
export { readForms } from './store/forms.ts'
export { faultsOfTable } from './table-check.ts'
export { type Texts, textIn, textsSchema } from './texts.ts'
export { type AnswerFault, readAnswer } from './typed.ts'
export { sourceText, valueText } from './words.ts'

/** `forms`: those that people are asked one question to a page, each with the page that follows. */
export function createFacts(context: Context, book: FactBook, forms: readonly OfferedForm[]): Capability {
  return {
    name: 'facts',
    permissions: {
      'facts:read': ['reader', 'responder', 'lead'],
      'facts:state': ['responder', 'lead'],
    },
    routes: [],
    pages: [listPage(context, book), ...factPages(context, book), ...formPages(context, book, forms)],
    subscriptions: [],
    jobs: [],
    menu: [],
  }
}

// xAPI 1.0.3 out: statements on completed courses, without a person in them.
// SPDX-License-Identifier: EUPL-1.2
export { faultsOfStatement, type StatementFault } from './shape.ts'
export {
  type Experience,
  jsonLines,
  type LanguageMap,
  type Statement,
  statementOf,
  type Verb,
  xapiVersion,
} from './statement.ts'

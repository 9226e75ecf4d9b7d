// What the check is made of: the form of the questions and the measures that the figures are counted over.
// SPDX-License-Identifier: EUPL-1.2
import type { Form } from '../facts/index.ts'
import type { Measure } from './score.ts'

export interface Content {
  readonly form: Form
  readonly measures: readonly Measure[]
}

/** Read when it is first needed; a test brings its own. */
export type ContentSource = () => Content

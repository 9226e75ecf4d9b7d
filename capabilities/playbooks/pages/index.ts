// The screens of the library, and the pieces from which others make the screens of a run.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import { importPages } from './import.tsx'
import { listPage } from './list.tsx'
import { playbookPages } from './playbook.tsx'

export { PlaybookFacts, PlaybookRemarks, RunHead } from './head.tsx'
export { listPath, playbookHref } from './paths.ts'
export { StepCard, StepList } from './step.tsx'
export { answerWord, dueWord, stateWord } from './words.ts'

export function libraryPages(context: Context): readonly Page[] {
  return [listPage(context), ...importPages(context), ...playbookPages(context)]
}

// Says on every page and paper of an exercise that nothing of it is real.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import { Note } from '../../../web/kit/index.ts'

export function ExerciseNote({
  realm,
  translator,
}: {
  readonly realm: 'real' | 'exercise'
  readonly translator: Translator
}) {
  return realm === 'exercise' ? <Note tone="unknown">{translator.tr('shell.exercise')}</Note> : null
}

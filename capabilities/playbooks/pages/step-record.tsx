// Who took a step, who finished it and how, what was noted; and on paper a line to write the same by hand.
// SPDX-License-Identifier: EUPL-1.2
import type { StepView } from '../step-view.ts'
import { instant, type Reader, resultWord } from './words.ts'

export function StepRecord({
  step,
  reader,
}: {
  readonly step: StepView
  readonly reader: Pick<Reader, 'translator' | 'timeZone'>
}) {
  const { translator } = reader
  const { t } = translator
  const { standing } = step
  const done = standing?.done
  const taken = standing?.state === 'open' ? standing.taken : null
  return (
    <>
      {taken && (
        <p class="s-small">
          {t('playbooks.step.taken', { who: taken.by.name, moment: instant(taken.at, reader) })}
        </p>
      )}
      {done && (
        <p class="s-small">
          {t('playbooks.step.done', {
            result: resultWord(step, done.result, translator),
            who: done.by.name,
            moment: instant(done.at, reader),
          })}
          {done.note && (
            <>
              {' '}
              <q>{done.note}</q>
            </>
          )}
        </p>
      )}
      {standing?.notes.map(({ by, at, note }, index) => (
        <p class="s-small" key={index}>
          {t('playbooks.step.note', { who: by.name, moment: instant(at, reader) })} <q>{note}</q>
        </p>
      ))}
      {!done && standing?.state !== 'skipped' && (
        <p class="s-printonly s-small">{t('playbooks.paper.line')}</p>
      )}
    </>
  )
}

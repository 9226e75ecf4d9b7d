// The columns of what was compared with an asset: the advisory, the answer, and what decided it with every step.
// SPDX-License-Identifier: EUPL-1.2
import { type Column, Details, StateWord } from '../../../web/kit/index.ts'
import type { AdvisorySummary } from '../../advisories/index.ts'
import type { Explained, ExplanationStep } from '../../matching/index.ts'
import { sayStep } from './explain.ts'
import type { Reader } from './words.ts'

export interface ConsideredRow {
  readonly explained: Explained
  readonly summary: AdvisorySummary | null
  readonly alertId: number | null
  /** By the hospital's own document. */
  readonly isExempt: boolean
}

export function consideredColumns(
  organisationId: number,
  { translator }: Reader,
): readonly Column<ConsideredRow>[] {
  const { t } = translator
  return [
    {
      label: t('alerts.considered.column.advisory'),
      kind: 'head',
      phoneLabel: null,
      cell: ({ summary, alertId }) => {
        const title = summary ? `${summary.title} (${summary.trackingId})` : ''
        return alertId === null ? title : <a href={`/o/${organisationId}/alerts/${alertId}`}>{title}</a>
      },
    },
    {
      label: t('alerts.considered.column.answer'),
      cell: ({ explained, isExempt }) => {
        const answer = isExempt ? 'not_affected' : explained.answer
        return <StateWord state={stateOfAnswer[answer]}>{t(`alerts.considered.answer.${answer}`)}</StateWord>
      },
    },
    {
      label: t('alerts.considered.column.because'),
      cell: ({ explained, isExempt }) => {
        const steps = stepsOf(explained)
        const deciding = decidingStep(steps)
        return (
          <>
            {isExempt ? (
              <a href={`/o/${organisationId}/vex`}>{t('alerts.exempted.title')}</a>
            ) : (
              deciding && sayStep(deciding, translator)
            )}
            <Details summary={t('alerts.why.steps')}>
              <ol>
                {steps.map((step, index) => (
                  <li key={index}>{sayStep(step, translator)}</li>
                ))}
              </ol>
            </Details>
          </>
        )
      },
    },
  ]
}

const stateOfAnswer = {
  affected: 'new',
  cannot_tell: 'unknown',
  not_affected: 'done',
  no_match: 'done',
} as const

const telling: ReadonlySet<ExplanationStep['code']> = new Set<ExplanationStep['code']>([
  'version',
  'model-compared',
  'patch-named',
  'remedy-contradicts',
  'excluded-product',
  'platform',
  'alias',
  'identifier-differs',
  'name',
])

/** The last thing that was compared. */
function decidingStep(steps: readonly ExplanationStep[]): ExplanationStep | undefined {
  return steps.findLast((step) => telling.has(step.code))
}

/** The document in front is shown with the alert. */
function stepsOf({ explanation }: Explained): readonly ExplanationStep[] {
  return (explanation as readonly (ExplanationStep | { readonly code: 'document' })[]).filter(
    (step): step is ExplanationStep => step.code !== 'document',
  )
}

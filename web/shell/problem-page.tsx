// The page of a problem: what happened, what is kept, one way on, code and number at the end.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Translator } from '../../platform/i18n/index.ts'
import { ButtonLink } from '../kit/button.tsx'
import { Kept } from '../kit/kept.tsx'
import { type PageOptions, renderPage } from './page.tsx'

export interface ProblemOptions extends Omit<PageOptions, 'title' | 'heading' | 'content' | 'width'> {
  readonly problem: ShownProblem
}

export interface ShownProblem {
  /** What happened in this case: "This alert was already acknowledged". */
  readonly title: string
  readonly detail: ComponentChildren
  /** Every field that does not fit, in English as the reader of the input says it. */
  readonly faults?: readonly { readonly pointer: string; readonly detail: string }[]
  /** What the person had entered, or what has been stored all the same. */
  readonly kept?: ComponentChildren
  /** What to do now, as a sentence. */
  readonly remedy: string
  /** The one button that does it. */
  readonly action?: { readonly label: string; readonly href: string }
  readonly otherActions?: ComponentChildren
  /** `alerts/already-acknowledged`. */
  readonly code: string
  /** To read out; without it the number is left out. */
  readonly reference?: string
}

export function renderProblemPage({ problem, ...options }: ProblemOptions): string {
  const { translator, phone } = options
  const title = translator.t('shell.problem.titlePrefix', { title: problem.title })
  return renderPage({
    ...options,
    title,
    width: 'narrow',
    content: <Problem problem={problem} translator={translator} phone={phone ?? null} />,
  })
}

function Problem({
  problem,
  translator,
  phone,
}: {
  readonly problem: ShownProblem
  readonly translator: Translator
  readonly phone: string | null
}) {
  const { t, tr } = translator
  return (
    <>
      <h1>{problem.title}</h1>
      <div class="s-stack s-above-s">
        <p class="s-lead">{problem.detail}</p>
        {problem.faults && problem.faults.length > 0 && (
          <ul class="govuk-list govuk-list--bullet" lang="en">
            {problem.faults.map((fault) => (
              <li>
                <code>{fault.pointer}</code> {fault.detail}
              </li>
            ))}
          </ul>
        )}
        <p>{problem.remedy}</p>
        {problem.kept && (
          <div class="s-stack">
            <h2 class="s-dense">{t('shell.problem.kept')}</h2>
            <Kept>{problem.kept}</Kept>
          </div>
        )}
        {(problem.action || problem.otherActions) && (
          <div class="s-actions">
            {problem.action && <ButtonLink href={problem.action.href}>{problem.action.label}</ButtonLink>}
            {problem.otherActions}
          </div>
        )}
        <p class="s-small s-quiet s-above-l">
          {tr('shell.problem.code', { problem: problem.code })}{' '}
          {problem.reference && tr('shell.problem.reference', { reference: problem.reference })}{' '}
          {phone && t('shell.problem.phone', { phone })}
        </p>
      </div>
    </>
  )
}

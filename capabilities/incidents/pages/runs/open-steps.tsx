// The open steps of a run by who does them, so that each finds their own at a glance.
// SPDX-License-Identifier: EUPL-1.2

import { Facts, StateWord } from '../../../../web/kit/index.ts'
import { dueWord, type RunView, type StepView } from '../../../playbooks/index.ts'
import type { Reader } from '../room/place.ts'

export interface OpenStepsProps {
  readonly view: RunView
  readonly reader: Reader
  /** Comes first. */
  readonly mine: string | null
  /** Address of the run; null on paper. An empty one leads within the page. */
  readonly href: string | null
}

export function OpenSteps({ view, reader, mine, href }: OpenStepsProps) {
  const { t } = reader.translator
  const open = openSteps(view, mine)
  if (open.length === 0) return <p class="s-dense s-quiet">{t('runs.open.none')}</p>
  const byRole = [...Map.groupBy(open, ({ role }) => role).values()]
  const facts = byRole.map((steps) => ({
    term: (
      <>
        {steps[0]?.roleName} {steps[0]?.role === mine && <span class="s-sub">{t('runs.open.mine')}</span>}
      </>
    ),
    value: (
      <ul class="s-stack">
        {steps.map((step) => (
          <li key={step.id}>
            <OpenStep step={step} reader={reader} href={href} />
          </li>
        ))}
      </ul>
    ),
  }))
  return view.language === reader.translator.locale ? (
    <Facts facts={facts} />
  ) : (
    <div lang={view.language}>
      <Facts facts={facts} />
    </div>
  )
}

function OpenStep({
  step,
  reader,
  href,
}: Pick<OpenStepsProps, 'reader' | 'href'> & { readonly step: StepView }) {
  const { t } = reader.translator
  const title = `${step.number}. ${step.title}`
  const isLate = step.standing?.isLate === true
  const taken = step.standing?.taken
  return (
    <>
      {href === null ? title : <a href={`${href}#step-${step.id}`}>{title}</a>}{' '}
      <span class="s-sub">
        {isLate && <StateWord state="late">{t('playbooks.state.late')}</StateWord>} {dueWord(step, reader)}
        {taken && ` · ${t('runs.open.taken', { who: taken.by.name })}`}
      </span>
    </>
  )
}

/** One's own first, then the one that is due first. */
export function openSteps({ steps }: Pick<RunView, 'steps'>, mine: string | null): readonly StepView[] {
  const due = ({ standing }: StepView) => standing?.dueAt?.getTime() ?? Number.MAX_VALUE
  const others = (step: StepView) => (step.role === mine ? 0 : 1)
  return steps
    .filter(({ standing }) => standing?.state === 'open')
    .toSorted((a, b) => others(a) - others(b) || due(a) - due(b) || a.number - b.number)
}

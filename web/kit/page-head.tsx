// The head of a page: way to it, tags, title, lead, and the reason on the right.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { ReasonLine } from './reason-line.tsx'

export interface PageHeadProps {
  /** States the result: "496 of 500 rows are in. 4 need you." */
  readonly title: ComponentChildren
  readonly wayTo?: {
    readonly label: string
    readonly steps: readonly { readonly label: string; readonly href: string }[]
  }
  /** Above the title: tags, date, case number. */
  readonly meta?: ComponentChildren
  readonly lead?: ComponentChildren
  readonly because?: ComponentChildren
  /** Instead of a reason on the right, such as a clock. */
  readonly side?: ComponentChildren
}

export function PageHead({ title, wayTo, meta, lead, because, side }: PageHeadProps) {
  const right = because ? <ReasonLine>{because}</ReasonLine> : side
  const left = (
    <>
      {meta && <div class="s-meta s-quiet">{meta}</div>}
      <h1>{title}</h1>
      {lead && <p class="s-lead">{lead}</p>}
    </>
  )
  return (
    <>
      {wayTo && <WayTo {...wayTo} />}
      {right ? (
        <div class="s-headpair">
          <div class="s-measure">{left}</div>
          {right}
        </div>
      ) : (
        <div class="s-head">{left}</div>
      )}
    </>
  )
}

function WayTo({ label, steps }: NonNullable<PageHeadProps['wayTo']>) {
  return (
    <nav class="s-crumb" aria-label={label}>
      <ol>
        {steps.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

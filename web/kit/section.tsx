// A part of a page with its heading: white paper for the matter itself, plain ground for everything else.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface SectionProps {
  readonly id: string
  readonly heading: ComponentChildren
  /** Right of the heading: date, source, a link. */
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
  /** For tables, needs and forms, which bring their own edge. */
  readonly flush?: boolean
}

/** The matter at hand; few per page. */
export function Sheet(props: SectionProps) {
  return part('s-sheet', props)
}

/** Everything beside the matter at hand, under one dark rule. */
export function Plain(props: SectionProps) {
  return part('s-plain', props)
}

function part(
  className: 's-sheet' | 's-plain',
  { id, heading, aside, children, flush = false }: SectionProps,
) {
  return (
    <section class={className} aria-labelledby={id}>
      <div class="s-sheet__head">
        <h2 id={id}>{heading}</h2>
        {aside && <div class="s-small s-quiet">{aside}</div>}
      </div>
      {flush ? children : <div class="s-sheet__body s-stack">{children}</div>}
    </section>
  )
}

// What is known, fact by fact, each with where it comes from.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface Fact {
  readonly term: ComponentChildren
  readonly value: ComponentChildren
  readonly source?: ComponentChildren
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="s-facts">
      {facts.map(({ term, value, source }, index) => [
        <dt key={`t${index}`}>{term}</dt>,
        <dd key={`d${index}`}>
          {value}
          {source && <span class="s-sub">{source}</span>}
        </dd>,
      ])}
    </dl>
  )
}

// How much of what is asked now is known: one box a fact; the sentence beside it carries the meaning.
// SPDX-License-Identifier: EUPL-1.2

/** Solid, dashed, and marked with "!". For filings only, never as a score of a hospital. */
export type KnownState = 'known' | 'missing' | 'clash'

export interface KnownFactsProps {
  readonly facts: readonly KnownState[]
  /** "4 of 6 facts that are asked now are known". */
  readonly label: string
}

export function KnownFacts({ facts, label }: KnownFactsProps) {
  return (
    <p class="s-known">
      <span class="s-known__boxes" aria-hidden="true">
        {facts.map((state, index) => (
          <span key={index} class={state === 'known' ? 's-known__box' : `s-known__box is-${state}`}>
            {state === 'clash' ? '!' : ''}
          </span>
        ))}
      </span>{' '}
      <span>{label}</span>
    </p>
  )
}

// How much of what is asked now is known: one box a fact, and the sentence that carries the meaning.
// SPDX-License-Identifier: EUPL-1.2
import { KnownFacts, type KnownState } from '../../../../web/kit/index.ts'
import { type RenderedField, renderedFields } from '../../filings/render.ts'
import type { FilingProps } from './place.ts'

/** `label` says it in words: how many of how many, and whether that is enough. */
export function KnownBoxes({ view, label }: Pick<FilingProps, 'view'> & { readonly label: string }) {
  if (!view.draft) return null
  const { rendered, open } = view.draft
  const clashing = new Set<string>(open.map(({ key }) => key))
  const asked = renderedFields(rendered).filter(({ need }) => need === 'required')
  return <KnownFacts label={label} facts={asked.map((field) => stateOf(field, clashing))} />
}

function stateOf({ key, state, satisfiedBy }: RenderedField, clashing: ReadonlySet<string>): KnownState {
  if (clashing.has(key)) return 'clash'
  return state === 'known' || satisfiedBy !== null ? 'known' : 'missing'
}

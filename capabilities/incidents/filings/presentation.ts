// A filing as pages, print, PDF and the clipboard show it: sections, rows and sentences in one language, nothing of markup.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, formatList } from '../../../platform/i18n/index.ts'
import type { FieldKey, Need } from './field-map.ts'
import type { FilingNote } from './frozen.ts'
import type { AppliedMap } from './maps.ts'
import { type FieldState, type RenderedField, type RenderedFiling, renderedFields } from './render.ts'
import { labelOf, type Reader, valueText } from './value-text.ts'

export interface PresentedFiling {
  readonly title: string
  readonly article: string
  /** "Nobody has verified …"; null once somebody has. */
  readonly unverified: string | null
  /** "4 of 6 known. Enough to send now; the rest may follow." */
  readonly summary: string
  readonly sections: readonly PresentedSection[]
  /** What the portal asks besides, in its own words and language. */
  readonly alsoAsked: AppliedMap['alsoAsked']
}

export interface PresentedSection {
  readonly key: string
  readonly label: string
  readonly rows: readonly PresentedRow[]
}

export interface PresentedRow {
  readonly key: FieldKey
  readonly label: string
  /** Null where nothing is known; `hint` then says how much it matters. */
  readonly text: string | null
  readonly state: FieldState
  readonly need: Need
  readonly hint: string | null
  /** "Records office, Sat 21 Nov 2026, 11:20, counted"; null for the profile. */
  readonly source: string | null
  readonly note: string | null
}

export function presentFiling(
  map: AppliedMap,
  rendered: RenderedFiling,
  notes: readonly FilingNote[],
  reader: Reader,
): PresentedFiling {
  const { t } = reader.translator
  return {
    title: titleOf(rendered.duty, reader),
    article: map.article,
    unverified: map.verifiedBy === null ? t('filings.unverified') : null,
    summary: summaryOf(rendered, reader),
    sections: rendered.sections.map(({ key, fields }) => ({
      key,
      label: t(`filings.section.${key}`),
      rows: fields.map((field) => rowOf(field, notes, reader)),
    })),
    alsoAsked: map.alsoAsked,
  }
}

/** One text per field to paste into a portal, in the order of the map; only what is known. */
export function copyFields(
  rendered: RenderedFiling,
  reader: Reader,
): readonly { readonly key: FieldKey; readonly label: string; readonly text: string }[] {
  return renderedFields(rendered).flatMap(({ key, value, fact }) =>
    value === null
      ? []
      : [{ key, label: labelOf(key, reader), text: valueText(key, value, fact?.isAtLeast ?? false, reader) }],
  )
}

/** The whole filing as plain text, for a mail or to be read out on the telephone. */
export function plainText(presented: PresentedFiling): string {
  const sections = presented.sections.map(({ label, rows }) =>
    [
      label,
      ...rows
        .filter(({ need, text }) => text !== null || need === 'required')
        .flatMap((row) => [
          `${row.label}: ${row.text ?? row.hint ?? ''}`,
          ...(row.note ? [`  ${row.note}`] : []),
        ]),
    ].join('\n'),
  )
  return [presented.title, presented.article, ...sections].join('\n\n')
}

export function titleOf(duty: string, { translator }: Reader): string {
  return translator.find(`filings.title.${duty}`) ?? duty
}

function summaryOf(rendered: RenderedFiling, reader: Reader): string {
  const { t } = reader.translator
  const { known, asked, saidUnknown, verdict, blocking } = rendered
  const fields = formatList(
    blocking.map((key) => labelOf(key, reader)),
    reader.translator,
  )
  return [
    t('filings.known', { known, asked }),
    ...(saidUnknown > 0 ? [t('filings.saidUnknown', { count: saidUnknown })] : []),
    verdict === 'not-enough' ? t('filings.verdict.not-enough', { fields }) : t(`filings.verdict.${verdict}`),
  ].join(' ')
}

function rowOf(field: RenderedField, notes: readonly FilingNote[], reader: Reader): PresentedRow {
  const { key, need, state, value, fact } = field
  return {
    key,
    label: labelOf(key, reader),
    text: value === null ? null : valueText(key, value, fact?.isAtLeast ?? false, reader),
    state,
    need,
    hint: value === null ? hintOf(field, reader) : null,
    source: fact ? sourceOf(fact, reader) : null,
    note: notes.find((note) => note.key === key)?.text ?? null,
  }
}

function hintOf({ need, state, satisfiedBy }: RenderedField, reader: Reader): string {
  const { t } = reader.translator
  if (state === 'unreadable') return t('filings.hint.unreadable')
  if (satisfiedBy) return t('filings.hint.satisfied', { field: labelOf(satisfiedBy, reader) })
  return t(`filings.hint.${need}`)
}

function sourceOf(fact: NonNullable<RenderedField['fact']>, { translator, timeZone }: Reader): string {
  const at = formatInstant(new Date(fact.recordedAt), { translator, timeZone, style: 'instant-year' })
  const confidence = translator.find(`filings.confidence.${fact.confidence}`) ?? fact.confidence
  return translator.t('filings.source', { source: fact.source, at, confidence })
}

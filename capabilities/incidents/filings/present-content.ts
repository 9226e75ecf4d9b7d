// The content of a filing, drafted or frozen long ago, as pages, mail and PDF show it: what stands in the text and nothing else.
// SPDX-License-Identifier: EUPL-1.2
import { type FieldKey, fieldKey, fieldsOf, type MapSection } from './field-map.ts'
import type { FilingContent } from './frozen.ts'
import { type AppliedMap, mapFor } from './maps.ts'
import { type PresentedFiling, presentFiling } from './presentation.ts'
import type { RenderedField, RenderedFiling } from './render.ts'
import { saysUnknown } from './value.ts'
import type { Reader } from './value-text.ts'

/** `at`: the day whose map gives the order; of what was sent, the moment of sending. */
export function presentContent(content: FilingContent, at: Date, reader: Reader): PresentedFiling {
  const map = mapOf(content, content.sending ? new Date(content.sending.sentAt) : at)
  // Keys of a content were checked against the vocabulary when it was made.
  const notes = content.notes.map(({ key, text }) => ({ key, text })) as Parameters<typeof presentFiling>[2]
  const shown = presentFiling(map, renderedOf(content, map), notes, reader)
  // Read outside of the hospital: what is missing says what its reader may expect.
  const hint = reader.translator.t('filing-pages.follows')
  const sections = shown.sections.map(({ rows, ...section }) => ({
    ...section,
    rows: rows.map((row) => (row.text === null ? { ...row, hint } : row)),
  }))
  return { ...shown, sections }
}

function mapOf(content: FilingContent, at: Date): AppliedMap {
  const map = mapFor(content.duty, content.map.country, at)
  if (!map) throw new Error(`there is no field map for ${content.duty}`)
  return {
    ...map,
    article: content.map.article,
    verifiedBy: content.map.isVerified ? (map.verifiedBy ?? content.map.article) : null,
  }
}

function renderedOf(content: FilingContent, map: AppliedMap): RenderedFiling {
  const known = new Set(fieldsOf(map).map(fieldKey))
  const left = [...content.fields.map(({ key }) => key), ...content.missing].filter(
    (key) => !known.has(key as FieldKey),
  )
  const sections = map.sections.map((section) => ({
    key: section.key,
    fields: section.fields.flatMap((one) => fieldOf(content, fieldKey(one), one.need)),
  }))
  // What an older map asked for and the present one does not is shown all the same.
  const older = {
    key: 'what' as MapSection['key'],
    fields: left.flatMap((key) => fieldOf(content, key, 'welcome')),
  }
  const all = [...sections, older].filter(({ fields }) => fields.length > 0)
  const required = all.flatMap(({ fields }) => fields).filter(({ need }) => need === 'required')
  return {
    duty: content.duty,
    chain: content.chain,
    mapVersion: content.map.version,
    sections: all,
    asked: required.length,
    known: required.filter(({ state }) => state === 'known').length,
    saidUnknown: required.filter(({ state }) => state === 'said-unknown').length,
    missing: content.missing as readonly FieldKey[],
    blocking: [],
    verdict: content.missing.length > 0 ? 'enough' : 'complete',
  }
}

function fieldOf(content: FilingContent, key: string, need: RenderedField['need']): readonly RenderedField[] {
  // As above: written by us from the vocabulary.
  const own = key as FieldKey
  const field = content.fields.find((one) => one.key === key)
  if (!field)
    return content.missing.includes(key)
      ? [{ key: own, need: 'required', state: 'missing', value: null, fact: null, satisfiedBy: null }]
      : []
  const { value, recordedAt, source, confidence = '', isAtLeast } = field
  const isOrganisation = key.startsWith('organisation.')
  return [
    {
      key: own,
      need,
      state: !isOrganisation && saysUnknown(own as never, value) ? 'said-unknown' : 'known',
      value,
      fact:
        recordedAt === undefined || source === undefined
          ? null
          : { recordedAt, source, confidence, ...(isAtLeast ? { isAtLeast } : {}) },
      satisfiedBy: null,
    },
  ]
}

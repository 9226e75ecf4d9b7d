// Makes one inventory item of one row, and notes what in it was not understood.
// SPDX-License-Identifier: EUPL-1.2
import { parseCpe } from '../cpe/index.ts'
import { parsePurl } from '../purl/index.ts'
import { readUdi } from '../udi/index.ts'
import { isFailedFormula, isShortenedNumber } from './cell.ts'
import { clinicalRoleOf, networkExposureOf } from './closed-words.ts'
import type { InventoryField } from './heading-words.ts'
import type { InventoryItem } from './item.ts'

export type CellRemark =
  | 'failed-formula'
  | 'number-shortened'
  | 'role-not-known'
  | 'exposure-not-known'
  | 'udi-not-read'
  | 'purl-not-read'
  | 'cpe-not-read'
  | 'version-is-date'

export type Remark = (remark: CellRemark, field: InventoryField, text: string) => void

export type RowTexts = Readonly<Partial<Record<InventoryField, string>>>

/** Fields by which the same device is recognised; a number that lost its digits would join two devices. */
const identifying: readonly InventoryField[] = ['externalId', 'serial', 'udiDi']

export function itemOfRow(place: string, said: RowTexts, remark: Remark): InventoryItem {
  const texts = leaveUnusable(said, remark)
  const udi = texts.udiDi === undefined ? null : readUdi(texts.udiDi)
  if (texts.udiDi !== undefined && udi === null) remark('udi-not-read', 'udiDi', texts.udiDi)
  if (texts.purl !== undefined && parsePurl(texts.purl) === null) remark('purl-not-read', 'purl', texts.purl)
  if (texts.cpe !== undefined && parseCpe(texts.cpe) === null) remark('cpe-not-read', 'cpe', texts.cpe)
  if (/^\d{4}-\d{2}-\d{2}$/.test(texts.version ?? ''))
    remark('version-is-date', 'version', texts.version ?? '')
  return {
    place,
    externalId: texts.externalId ?? null,
    name: texts.name ?? null,
    vendor: texts.vendor ?? null,
    product: texts.product ?? null,
    model: texts.model ?? null,
    version: texts.version ?? null,
    serial: texts.serial ?? udi?.serial ?? null,
    udiDi: udi?.udiDi ?? texts.udiDi ?? null,
    purl: texts.purl ?? null,
    cpe: texts.cpe ?? null,
    site: texts.site ?? null,
    networkExposure: closedWord(texts, 'networkExposure', networkExposureOf, 'exposure-not-known', remark),
    clinicalRole: closedWord(texts, 'clinicalRole', clinicalRoleOf, 'role-not-known', remark),
    environment: texts.environment ?? null,
  }
}

function leaveUnusable(said: RowTexts, remark: Remark): RowTexts {
  const kept: Partial<Record<InventoryField, string>> = {}
  for (const [key, text] of Object.entries(said)) {
    // The keys of RowTexts are fields; `Object.entries` only says string.
    const field = key as InventoryField
    if (isFailedFormula(text)) remark('failed-formula', field, text)
    else if (identifying.includes(field) && isShortenedNumber(text)) remark('number-shortened', field, text)
    else kept[field] = text
  }
  return kept
}

function closedWord<T>(
  texts: RowTexts,
  field: InventoryField,
  read: (text: string) => T | null,
  unknown: CellRemark,
  remark: Remark,
): T | null {
  const text = texts[field]
  if (text === undefined) return null
  const value = read(text)
  if (value === null) remark(unknown, field, text)
  return value
}

// Addresses of this capability's screens, and the words for facts, faults and days.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { formatInstant, type InstantStyle, type Translator } from '../../../platform/i18n/index.ts'
import type { AssetFacts, FactName } from '../asset.ts'

/** Who reads, and what every form of theirs carries. */
export interface Reader {
  readonly translator: Translator
  readonly timeZone: string
  readonly csrfToken: string | null
  readonly organisationId: number
  /** Their role includes changing the inventory. */
  readonly mayWrite: boolean
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  return {
    translator: context.translator(request.locale),
    timeZone: request.membership?.timeZone ?? 'UTC',
    csrfToken: request.caller?.csrfToken ?? null,
    organisationId: request.organisationId,
    mayWrite: request.membership?.role !== 'reader',
  }
}

export function actorOf(request: AnyRequest): string {
  return `person:${personOf(request).id}`
}

export const hrefs = {
  list: (organisationId: number) => `/o/${organisationId}/assets`,
  asset: (organisationId: number, assetId: number) => `/o/${organisationId}/assets/${assetId}`,
  newAsset: (organisationId: number) => `/o/${organisationId}/assets/new`,
  upload: (organisationId: number) => `/o/${organisationId}/assets/import`,
  import: (organisationId: number, importId: number) => `/o/${organisationId}/assets/imports/${importId}`,
}

export function dayOf(instant: Date, { translator, timeZone }: Reader, style: InstantStyle = 'day'): string {
  return formatInstant(instant, { translator, timeZone, style })
}

/** Words of closed lists in the reader's language, everything else as it stands. */
export function factText(facts: Partial<AssetFacts>, name: FactName, { t }: Translator): string | null {
  if (name === 'clinicalRole') return facts.clinicalRole ? t(`assets.role.${facts.clinicalRole}`) : null
  if (name === 'networkExposure')
    return facts.networkExposure ? t(`assets.exposure.${facts.networkExposure}`) : null
  return facts[name] ?? null
}

export interface FaultText {
  readonly why: string
  readonly whatToDo: string
  /** Set where there are no words in the reader's language. */
  readonly lang: 'en' | undefined
}

/** English names the very case; the other languages say what kind of fault it is. */
export function faultText(fault: Fault, { find, locale }: Translator): FaultText {
  const key = `assets.fault.${fault.code.replace('/', '.')}`
  const why = locale === 'en' ? undefined : find(`${key}.why`)
  const whatToDo = find(`${key}.do`)
  if (why && whatToDo) return { why, whatToDo, lang: undefined }
  return { why: fault.detail, whatToDo: fault.remedy, lang: locale === 'en' ? undefined : 'en' }
}

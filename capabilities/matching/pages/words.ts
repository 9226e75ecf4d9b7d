// The words for pairs of names, why they wait and what was decided, and how a page knows its reader.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { AnyRequest } from '../../../platform/http/endpoint.ts'
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import type { State } from '../../../web/kit/index.ts'
import type { AliasAnswer, WrittenName } from '../alias.ts'
import type { RecordedDecision, ReviewPair } from '../store.ts'

export interface Reader {
  readonly translator: Translator
  readonly timeZone: string
  readonly csrfToken: string | null
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  return {
    translator: context.translator(request.locale),
    timeZone: request.membership?.timeZone ?? 'UTC',
    csrfToken: request.caller?.csrfToken ?? null,
  }
}

export function instant(at: Date, { translator, timeZone }: Reader): string {
  return formatInstant(at, { translator, timeZone, style: 'instant-year' })
}

const maxNameShown = 160

/** Foreign text, bounded: vendor, product and model in a row, each word once where the product repeats the vendor. */
export function nameText({ vendor, product, model }: WrittenName): string {
  const rest = [product, model].filter((part) => part !== null && part !== '').join(' ')
  const repeats = vendor !== null && rest.toLowerCase().startsWith(vendor.toLowerCase())
  return clip(repeats || vendor === null ? rest : `${vendor} ${rest}`)
}

export function clip(text: string, characters = maxNameShown): string {
  return text.length > characters ? `${text.slice(0, characters)}…` : text
}

export function answerWord(answer: RecordedDecision['answer'], { translator: { t } }: Reader): string {
  return t(`matching.answer.${answer === 'taken-back' ? 'takenBack' : answer}`)
}

/** Decided is decided, whichever way; red is for what is late or attacked. */
export const answerLooks: Readonly<Record<AliasAnswer | 'taken-back', State>> = {
  same: 'done',
  member: 'done',
  different: 'done',
  'taken-back': 'new',
}

/** Why somebody has to look at it. */
export function whyWord(pair: ReviewPair, { translator: { t } }: Reader): string {
  const found = pair.foundAs === null ? [] : [t(`matching.found.${pair.foundAs}`)]
  const proposed = pair.proposals > 0 ? [t('matching.found.proposed', { count: pair.proposals })] : []
  return [...proposed, ...found].join(' · ')
}

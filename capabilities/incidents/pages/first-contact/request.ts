// In which language a night page is said, and what stands around it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { Request } from '../../../../platform/http/endpoint.ts'
import type { Translator } from '../../../../platform/i18n/index.ts'
import { readFact } from '../../../../platform/installation/facts.ts'
import type { NightQuery } from '../../contract/first-contact.ts'
import type { NightFrame } from './frame.tsx'

/** The language that was chosen on the page, else the person's or the phone's. */
export function translatorOf(
  context: Pick<Context, 'translator'>,
  request: Pick<Request<unknown, NightQuery, unknown>, 'locale' | 'query'>,
  chosen: string | null = null,
): Translator {
  return context.translator(chosen ?? request.query.language ?? request.locale)
}

export async function frameOf(context: Context, translator: Translator): Promise<NightFrame> {
  const example = await context.database.asIdentity((scope) => readFact<string>(scope, 'example'))
  return { translator, phone: context.config.centrePhone, isExample: example !== null }
}

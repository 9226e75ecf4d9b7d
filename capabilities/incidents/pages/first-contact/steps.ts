// Shows what to do next in a case and records what was done; whoever holds the address may, and nobody else.
// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import type { PageReply, Request } from '../../../../platform/http/endpoint.ts'
import { markStep, readNight } from '../../actions/first-steps.ts'
import { readCaseKey } from '../../case-key.ts'
import type { casePath, NightQuery, stepForm } from '../../contract/first-contact.ts'
import { addressIn } from './frame.tsx'
import { nextActionPage } from './next-action.tsx'
import { frameOf, translatorOf } from './request.ts'

type CaseRequest<Body> = Request<z.output<typeof casePath>, NightQuery, Body>

/** An address that is none of ours leads to the questions, where nothing is lost but a click. */
export async function showCase(context: Context, request: CaseRequest<unknown>): Promise<PageReply> {
  const { token, caseKey } = request.params
  const translator = translatorOf(context, request)
  const numbers = readCaseKey(context.secret, caseKey)
  const night = numbers && (await readNight(context, numbers))
  if (!night) return { redirect: addressIn(`/now/${encodeURIComponent(token)}`, translator.locale) }
  return nextActionPage({
    ...(await frameOf(context, translator)),
    path: pathOf(request),
    csrfToken: request.caller?.csrfToken ?? null,
    night,
    now: request.now,
  })
}

export async function mark(
  context: Context,
  request: CaseRequest<z.output<typeof stepForm>>,
): Promise<PageReply> {
  const { step, outcome } = request.body
  const numbers = readCaseKey(context.secret, request.params.caseKey)
  const night = numbers && (await readNight(context, numbers))
  if (night && step && outcome) {
    // The room reads the note in the language in which the case was told.
    const { t } = context.translator(night.incident.language)
    const text = t(`night.note.${outcome}`, { step: t(`night.step.${step}.title`) })
    const name = night.incident.openedByName
    await markStep(context, numbers, { step, outcome, text, name }, request.now)
  }
  return { redirect: addressIn(pathOf(request), translatorOf(context, request).locale) }
}

function pathOf({ params }: CaseRequest<unknown>): string {
  return `/now/${encodeURIComponent(params.token)}/${encodeURIComponent(params.caseKey)}`
}

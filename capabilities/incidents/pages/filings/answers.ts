// The form posts of a filing: check, settle, correct, and what came back; faults return to the page with what was typed.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { Refusal } from '../../../../platform/http/problem.ts'
import type { Translator } from '../../../../platform/i18n/index.ts'
import { checkFiling, settleFinding } from '../../actions/filings/check.ts'
import {
  type AnswerCommand,
  enterReceipt,
  recordArrival,
  recordFailure,
  recordRefusal,
  recordVoid,
} from '../../actions/filings/outcome.ts'
import { prepareCorrection } from '../../actions/filings/prepare.ts'
import { settlementWays } from '../../filings/settlement.ts'
import type { Door } from '../doors.ts'
import { showFiling } from './filing.tsx'
import { enterFiling, filingParams } from './place.ts'

const maxTyped = 10_000
const typed = z.string().max(maxTyped).default('')
const settleForm = z.object({ finding: typed, way: typed, reason: typed, typed })
const answerForm = z.object({ text: typed, at: typed })

export function answerPages(context: Context, door: Door): readonly Page[] {
  const path = `${door.path}/filings/:filingId`
  const post = { method: 'POST', permission: door.write, params: filingParams, query: nothing } as const
  return [
    definePage({
      ...post,
      path: `${path}/check`,
      body: nothing,
      async handle(request) {
        const access = await door.access(context, request)
        const { filingId } = request.params
        const open = await checkFiling(context, access, filingId, request.now)
        if (open > 0) return showFiling(context, door, request, { isChecked: true })
        return { redirect: `${door.base(request.params)}/filings/${filingId}/send` }
      },
    }),
    definePage({
      ...post,
      path: `${path}/settle`,
      body: settleForm,
      async handle(request) {
        const access = await door.access(context, request)
        const { filingId } = request.params
        const { body } = request
        const way = settlementWays.find((one) => one === body.way)
        const translator = context.translator(request.locale)
        const again = (faults: Readonly<Record<string, string>>) =>
          showFiling(context, door, request, { clash: { ...body, faults } })
        if (!way) return again({ way: translator.t('filing-pages.clash.choose') })
        try {
          await settleFinding(context, access, { filingId, ...body, way }, request.now)
        } catch (error) {
          return again(faultsOf(error, translator))
        }
        return { redirect: `${door.base(request.params)}/filings/${filingId}` }
      },
    }),
    definePage({
      ...post,
      path: `${path}/correct`,
      body: nothing,
      async handle(request) {
        const access = await door.access(context, request)
        const id = await prepareCorrection(context, access, request.params.filingId, request.now)
        return { redirect: `${door.base(request.params)}/filings/${id}` }
      },
    }),
    ...(Object.keys(answers) as (keyof typeof answers)[]).map((form) => answerPage(context, door, form)),
  ]
}

const answers = {
  receipt: enterReceipt,
  refused: recordRefusal,
  void: recordVoid,
  failed: recordFailure,
  arrived: recordArrival,
} as const

function answerPage(context: Context, door: Door, form: keyof typeof answers): Page {
  return definePage({
    method: 'POST',
    path: `${door.path}/filings/:filingId/${form}`,
    permission: door.write,
    params: filingParams,
    query: nothing,
    body: answerForm,
    async handle(request): Promise<PageReply> {
      const { view } = await enterFiling(context, door, request)
      const { filingId } = request.params
      const command: AnswerCommand = { filingId, ...request.body, timeZone: view.organisation.timeZone }
      try {
        await answers[form](context, view.access, command, request.now)
      } catch (error) {
        const faults = faultsOf(error, context.translator(request.locale))
        return showFiling(context, door, request, { after: { form, typed: request.body, faults } })
      }
      return { redirect: `${door.base(request.params)}/filings/${filingId}` }
    },
  })
}

/** Each fault in words, by field; what is no fault of the form goes on as it is. */
export function faultsOf(error: unknown, translator: Translator): Readonly<Record<string, string>> {
  if (!(error instanceof Refusal) || error.code !== 'incidents/filing-incomplete') throw error
  return Object.fromEntries(
    error.faults.map(({ pointer, detail }) => [pointer, faultText(detail, translator)]),
  )
}

function faultText(detail: string, { find, t }: Translator): string {
  return (
    find(`filing-pages.fault.${detail}`) ??
    find(`filings.settle.${detail}`) ??
    t('filing-pages.fault.missing')
  )
}

// One pair of names: both side by side, what speaks for and against, and the form in which a person decides.
// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { ErrorSummary, PageHead, Rail, Sheet, StateWord } from '../../../web/kit/index.ts'
import { decideAlias, type PairView, viewPair } from '../actions.ts'
import { decisionForm, maxReasonCharacters, pairPath, undoForm } from '../contract.ts'
import { Compared } from './compared.tsx'
import { DecisionForm, type Faults, Standing } from './decide.tsx'
import { Alike, Concerned, Made, Proposals, WhyAsked } from './evidence.tsx'
import { queuePath } from './paths.ts'
import { answerLooks, answerWord, nameText, type Reader, readerOf } from './words.ts'

type Typed = Partial<z.output<typeof decisionForm>>

export function pairPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${queuePath}/:pairId`,
      permission: 'review:read',
      params: pairPath,
      query: nothing,
      body: nothing,
      handle: (request) => showPair(context, request, request.params.pairId, {}, {}),
    }),
    definePage({
      method: 'POST',
      path: `${queuePath}/:pairId`,
      permission: 'review:decide',
      params: pairPath,
      query: nothing,
      body: decisionForm,
      async handle(request) {
        const { body, params, now } = request
        const { answer, reason, standing } = body
        const faults = faultsOf(context, request, reason, answer === undefined)
        if (answer === undefined || Object.keys(faults).length > 0)
          return showPair(context, request, params.pairId, body, faults)
        const person = personOf(request)
        await decideAlias(context, { pairId: params.pairId, answer, reason, standing, person }, now)
        return { redirect: `${queuePath}?done=decided` }
      },
    }),
    definePage({
      method: 'POST',
      path: `${queuePath}/:pairId/undo`,
      permission: 'review:decide',
      params: pairPath,
      query: nothing,
      body: undoForm,
      async handle(request) {
        const { body, params, now } = request
        const faults = faultsOf(context, request, body.reason, false)
        if (Object.keys(faults).length > 0) return showPair(context, request, params.pairId, body, faults)
        const command = { pairId: params.pairId, answer: 'taken-back' as const, ...body }
        await decideAlias(context, { ...command, person: personOf(request) }, now)
        return { redirect: `${queuePath}?done=taken-back` }
      },
    }),
  ]
}

function faultsOf(context: Context, request: AnyRequest, reason: string, isAnswerMissing: boolean): Faults {
  const { t } = context.translator(request.locale)
  const reasonFault =
    reason === ''
      ? t('matching.decide.reason.missing')
      : reason.length > maxReasonCharacters
        ? t('matching.decide.reason.long', { most: maxReasonCharacters })
        : null
  return {
    ...(isAnswerMissing ? { answer: t('matching.decide.answer.missing') } : {}),
    ...(reasonFault ? { reason: reasonFault } : {}),
  }
}

async function showPair(
  context: Context,
  request: AnyRequest,
  pairId: number,
  typed: Typed,
  faults: Faults,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const view = await context.database.asCentre((scope) => viewPair(scope, pairId))
  const title = reader.translator.t('matching.pair.title', {
    own: nameText(view.pair.inventoryName),
    stated: nameText(view.pair.statedName),
  })
  const content = <PairContent view={view} title={title} typed={typed} faults={faults} reader={reader} />
  const html = await context.render(request, { title, content, current: queuePath })
  return Object.keys(faults).length > 0 ? { html, status: 422 } : { html }
}

function PairContent(props: {
  readonly view: PairView
  readonly title: string
  readonly typed: Typed
  readonly faults: Faults
  readonly reader: Reader
}) {
  const { view, title, typed, faults, reader } = props
  const { t, tr } = reader.translator
  const { pair, standing } = view
  const counts = { members: pair.members, advisories: view.advisoryCount, exploited: view.exploitedCount }
  const texts = Object.entries(faults).map(([fieldId, text]) => ({ fieldId, text }))
  return (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: texts.length })} faults={texts} />
      <PageHead
        title={title}
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: t('matching.menu'), href: queuePath }] }}
        meta={
          standing ? (
            <StateWord state={answerLooks[standing.answer]}>{answerWord(standing.answer, reader)}</StateWord>
          ) : (
            <StateWord state="unknown">{t('matching.pair.waiting')}</StateWord>
          )
        }
        because={tr('matching.because', counts)}
      />
      <Rail
        first={
          <Sheet id="compared" heading={t('matching.compared.title')} flush>
            <Compared pair={pair} evidence={view.evidence} reader={reader} />
          </Sheet>
        }
        sideLabel={t('matching.decide.title')}
        side={
          standing ? (
            <Standing standing={standing} typed={typed} faults={faults} reader={reader} />
          ) : (
            <DecisionForm pairId={pair.id} typed={typed} faults={faults} reader={reader} />
          )
        }
      >
        <div class="s-stack-l">
          <Proposals view={view} reader={reader} />
          <WhyAsked view={view} reader={reader} />
          <Concerned view={view} reader={reader} />
          <Alike view={view} reader={reader} />
          <Made view={view} reader={reader} />
        </div>
      </Rail>
    </>
  )
}

// The way into a course without an account: the code from the sheet, then what it is about and who sees what.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { createCounter } from '../../../platform/http/flood.ts'
import { nothing } from '../../../platform/http/input.ts'
import { networkOf } from '../../../platform/http/network.ts'
import { Actions, Button, ErrorSummary, PageHead, TextField } from '../../../web/kit/index.ts'
import { floodLimits } from '../actions/flood.ts'
import { beginTry, classOfCode } from '../actions/learn.ts'
import { readClassCode } from '../class-code.ts'
import { codePath, enterQuery } from '../contract/forms.ts'
import type { Courses } from '../course.ts'
import { learnerCookie, learnerCookieSeconds } from '../learner-token.ts'
import { Intro } from './intro.tsx'
import { learningOf } from './learning.ts'
import { checkHref, learnBase, learnHref, lessonHref } from './paths.ts'
import { readerOf } from './reader.ts'

type CodeFault = 'shape' | 'unknown' | 'wait'

export function enterPages(context: Context, courses: Courses): readonly Page[] {
  const wrongCodes = createCounter(floodLimits.codesFromRemote)
  const tries = createCounter(floodLimits.triesFromRemote)
  return [
    definePage({
      method: 'GET',
      path: learnBase,
      permission: 'public',
      params: nothing,
      query: enterQuery,
      body: nothing,
      async handle(request) {
        const { now, query } = request
        if (query.code === undefined) return enter(context, request, '', null)
        const network = networkOf(request.remoteAddress)
        if (!wrongCodes.allows(network, now)) return enter(context, request, query.code, 'wait')
        const code = readClassCode(query.code)
        const opened = code && (await classOfCode(context, courses, code, now))
        if (opened) return { redirect: learnHref(opened.trainingClass.code) }
        wrongCodes.count(network, now)
        return enter(context, request, query.code, code ? 'unknown' : 'shape')
      },
    }),
    definePage({
      method: 'GET',
      path: `${learnBase}/:code`,
      permission: 'public',
      params: codePath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const { now } = request
        const network = networkOf(request.remoteAddress)
        const code = readClassCode(request.params.code)
        if (!wrongCodes.allows(network, now)) return enter(context, request, request.params.code, 'wait')
        const learning = await learningOf(context, courses, request)
        if (!learning) {
          wrongCodes.count(network, now)
          return enter(context, request, request.params.code, code ? 'unknown' : 'shape')
        }
        const { translator } = learning.reader
        const title = learning.course.title[translator.locale]
        const content = <Intro learning={learning} />
        return { html: await context.render(learning.request, { title, content, width: 'narrow' }) }
      },
    }),
    definePage({
      method: 'POST',
      path: `${learnBase}/:code/begin`,
      permission: 'public',
      params: codePath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const network = networkOf(request.remoteAddress)
        // Only a code that is one begins a course, so wrong ones count here too, or this would be the way to try them out.
        if (!wrongCodes.allows(network, request.now))
          return enter(context, request, request.params.code, 'wait')
        const learning = await learningOf(context, courses, request)
        if (!learning) wrongCodes.count(network, request.now)
        if (!learning || learning.isOver)
          return { redirect: learnHref(encodeURIComponent(request.params.code)) }
        if (!tries.allows(network, request.now)) return busy(context, learning.request)
        tries.count(network, request.now)
        const value = await beginTry(context, learning, request.now)
        return {
          redirect: lessonHref(learning.code, 1),
          cookies: [{ name: learnerCookie, value, maxAgeSeconds: learnerCookieSeconds }],
        }
      },
    }),
  ]
}

async function enter(
  context: Context,
  request: AnyRequest,
  typed: string,
  fault: CodeFault | null,
): Promise<PageReply> {
  const { t } = readerOf(context, request).translator
  const error = fault ? t(`training.enter.${fault}`) : undefined
  const title = t('training.enter.title')
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error ? [{ fieldId: 'code', text: error }] : []}
      />
      <PageHead title={title} lead={t('training.enter.lead')} />
      <form class="s-stack" method="get" action={learnBase}>
        <TextField
          name="code"
          label={t('training.enter.code')}
          hint={t('training.enter.code.hint')}
          value={typed}
          maxLength={40}
          autoComplete="off"
          error={error}
        />
        <Actions>
          <Button>{t('training.enter.open')}</Button>
        </Actions>
      </form>
      <p class="s-above-l">
        <a href={checkHref}>{t('training.enter.check')}</a>
      </p>
    </>
  )
  const status = fault === 'wait' ? 429 : fault === 'unknown' ? 404 : fault === 'shape' ? 422 : 200
  return { html: await context.render(request, { title, content, width: 'narrow' }), status }
}

async function busy(context: Context, request: AnyRequest): Promise<PageReply> {
  const { t } = readerOf(context, request).translator
  const title = t('training.busy.title')
  const content = <PageHead title={title} lead={t('training.busy.text')} />
  return { html: await context.render(request, { title, content, width: 'narrow' }), status: 429 }
}

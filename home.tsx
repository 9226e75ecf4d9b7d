// The addresses that belong to no capability: the first page, help, accessibility, privacy, source, health.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from './platform/context.ts'
import type { Capability } from './platform/http/capability.ts'
import { type AnyRequest, definePage, type PageReply } from './platform/http/endpoint.ts'
import { nothing } from './platform/http/input.ts'
import { databaseGone } from './platform/http/problem.ts'
import type { TranslationKey } from './platform/i18n/index.ts'
import { PageHead, Plain } from './web/kit/index.ts'

export function createHome(context: Context): Capability {
  const text = (path: string, title: TranslationKey, content: (request: AnyRequest) => PageTexts) =>
    definePage({
      method: 'GET',
      path,
      permission: 'public',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) => showTexts(context, request, title, content(request)),
    })
  return {
    name: 'home',
    permissions: {},
    routes: [],
    jobs: [],
    subscriptions: [],
    menu: [],
    pages: [
      definePage({
        method: 'GET',
        path: '/',
        permission: 'public',
        params: nothing,
        query: nothing,
        body: nothing,
        handle: async (request) => ({ redirect: firstPageOf(request) }),
      }),
      definePage({
        method: 'GET',
        path: '/health',
        permission: 'public',
        params: nothing,
        query: nothing,
        body: nothing,
        handle: () => health(context),
      }),
      definePage({
        method: 'GET',
        path: '/problems/:area/:name',
        permission: 'public',
        params: z.object({ area: z.string().max(40), name: z.string().max(60) }),
        query: nothing,
        body: nothing,
        handle: (request) => showProblem(context, request, `${request.params.area}/${request.params.name}`),
      }),
      text('/help', 'app.help', (request) => helpTexts(context, request)),
      text('/accessibility', 'app.accessibility', (request) =>
        plainTexts(context, request, 'app.accessibility.lead', 'app.accessibility.text'),
      ),
      text('/privacy', 'app.privacy', (request) =>
        plainTexts(context, request, 'app.privacy.lead', 'app.privacy.text'),
      ),
      text('/source', 'app.source', (request) => plainTexts(context, request, 'app.source.lead', null)),
    ],
  }
}

/** Where a person's work begins: the centre's board, or Today of the own hospital. */
function firstPageOf(request: AnyRequest): string {
  const memberships = request.caller?.memberships ?? []
  if (memberships.some((membership) => membership.organisationKind === 'centre')) return '/centre/board'
  const [first] = memberships
  if (first) return `/o/${first.organisationId}`
  return request.caller ? '/account' : '/sign-in'
}

async function health(context: Context): Promise<PageReply> {
  if (!(await context.database.isReachable())) throw databaseGone()
  return { html: 'ok' }
}

interface PageTexts {
  readonly lead: string
  readonly sections: readonly { readonly title: string; readonly text: string }[]
}

function plainTexts(
  context: Context,
  request: AnyRequest,
  lead: TranslationKey,
  text: TranslationKey | null,
): PageTexts {
  const { find } = context.translator(request.locale)
  return { lead: find(lead) ?? '', sections: text ? [{ title: '', text: find(text) ?? '' }] : [] }
}

function helpTexts(context: Context, request: AnyRequest): PageTexts {
  const { t } = context.translator(request.locale)
  const phone = context.config.centrePhone
  return {
    lead: t('app.help.lead'),
    sections: [
      { title: t('app.help.answer.title'), text: t('app.help.answer.text') },
      { title: t('app.help.unsure.title'), text: t('app.help.unsure.text') },
      { title: t('app.help.assets.title'), text: t('app.help.assets.text') },
      {
        title: t('app.help.call.title'),
        text: phone ? t('app.help.call.text', { phone }) : t('app.help.call.none'),
      },
    ],
  }
}

async function showTexts(
  context: Context,
  request: AnyRequest,
  titleKey: TranslationKey,
  texts: PageTexts,
): Promise<PageReply> {
  const title = context.translator(request.locale).find(titleKey) ?? ''
  const content = (
    <>
      <PageHead title={title} lead={texts.lead} />
      {texts.sections.map(({ title: heading, text }, index) =>
        heading ? (
          <Plain id={`part-${index}`} heading={heading} key={heading}>
            <p class="s-measure">{text}</p>
          </Plain>
        ) : (
          <p class="s-measure" key={text}>
            {text}
          </p>
        ),
      )}
    </>
  )
  return { html: await context.render(request, { title, content }) }
}

async function showProblem(context: Context, request: AnyRequest, code: string): Promise<PageReply> {
  const { t, find } = context.translator(request.locale)
  const key = `problems.${code.replace('/', '.')}`
  const title = find(`${key}.title`) ?? code
  const content = (
    <>
      <PageHead title={title} lead={t('app.problem.lead', { code })} />
      <p class="s-measure">{find(`${key}.detail`) ?? t('app.problem.none')}</p>
      <p class="s-measure">{find(`${key}.remedy`, { reference: '' })}</p>
    </>
  )
  return { html: await context.render(request, { title, content }) }
}

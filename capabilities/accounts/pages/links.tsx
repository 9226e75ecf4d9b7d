// Asking for a one-time link by mail, and using it; opening the link shows a button and changes nothing.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Actions, Button, PageHead, TextField } from '../../../web/kit/index.ts'
import { describeLink, requestSignInLink, signInWithLink } from '../actions/links.ts'
import { tokenParam, typedText } from '../contract.ts'
import type { LinkState } from '../link.ts'
import { normalEmail } from '../person.ts'
import { enter, tokenOf } from './sign-in.tsx'
import { Faults, FormSheet, SignInNote } from './sign-in-forms.tsx'
import { minutesUntil } from './wait.ts'

export function linkPages(context: Context) {
  return [
    definePage({
      method: 'GET',
      path: '/sign-in/link',
      permission: 'public',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) => showRequest(context, request, {}),
    }),
    definePage({
      method: 'POST',
      path: '/sign-in/link',
      permission: 'public',
      params: nothing,
      query: nothing,
      body: z.object({ email: typedText }),
      handle: (request) => ask(context, request, request.body.email),
    }),
    definePage({
      method: 'GET',
      path: '/sign-in/link/:token',
      permission: 'public',
      params: tokenParam,
      query: nothing,
      body: nothing,
      handle: (request) => showLink(context, request, request.params.token),
    }),
    definePage({
      method: 'POST',
      path: '/sign-in/link/:token',
      permission: 'public',
      params: tokenParam,
      query: nothing,
      body: nothing,
      handle: async (request) => {
        const given = { token: request.params.token, previousToken: tokenOf(request) }
        const result = await signInWithLink(context, given, request.now)
        if (result.outcome === 'signed-in') return enter(result, '/')
        return showUnusable(context, request, result.outcome)
      },
    }),
  ]
}

async function ask(context: Context, request: AnyRequest, email: string): Promise<PageReply> {
  const { t } = context.translator(request.locale)
  if (!normalEmail(email))
    return showRequest(context, request, { email, fault: t('accounts.email.wrong') }, 422)
  const given = { email, remoteAddress: request.remoteAddress, origin: context.origin() }
  const result = await requestSignInLink(context, given, request.now)
  if (result.outcome === 'too-many') {
    const minutes = minutesUntil(result.tryAgainAt, request.now)
    return showRequest(context, request, { email, fault: t('accounts.tooMany', { minutes }) }, 429)
  }
  const title = t('accounts.link.asked.title')
  const content = (
    <SignInNote title={title} text={t('accounts.link.asked.text')} back={t('accounts.backToSignIn')} />
  )
  return { html: await context.render(request, { title, content, width: 'narrow' }) }
}

async function showRequest(
  context: Context,
  request: AnyRequest,
  shown: { readonly email?: string; readonly fault?: string },
  status = 200,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { t } = translator
  const title = t('accounts.link.title')
  const content = (
    <>
      <Faults translator={translator} fieldId="email" fault={shown.fault} />
      <PageHead title={title} lead={t('accounts.link.lead')} />
      <FormSheet action="/sign-in/link" csrfToken={request.caller?.csrfToken ?? null}>
        <TextField
          name="email"
          type="email"
          label={t('accounts.email')}
          autoComplete="username"
          value={shown.email}
          error={shown.fault}
        />
        <Actions>
          <Button>{t('accounts.link.button')}</Button>
          <a href="/sign-in">{t('accounts.backToSignIn')}</a>
        </Actions>
      </FormSheet>
    </>
  )
  return { html: await context.render(request, { title, content, width: 'narrow' }), status }
}

async function showLink(context: Context, request: AnyRequest, token: string): Promise<PageReply> {
  const { state, link } = await describeLink(context, token, request.now)
  if (!link || state !== 'usable')
    return showUnusable(context, request, state === 'usable' ? 'unknown' : state)
  const { t } = context.translator(request.locale)
  const recovers = link.purpose === 'recover-second-factor'
  const title = recovers ? t('accounts.recover.title') : t('accounts.link.confirm.title')
  const lead = recovers
    ? t('accounts.recover.confirm', { email: link.email })
    : t('accounts.link.confirm.lead', { email: link.email })
  const content = (
    <>
      <PageHead title={title} lead={lead} />
      <FormSheet action={`/sign-in/link/${token}`} csrfToken={request.caller?.csrfToken ?? null}>
        <Actions>
          <Button>{recovers ? t('accounts.recover.button') : t('accounts.signIn.button')}</Button>
        </Actions>
      </FormSheet>
    </>
  )
  return { html: await context.render(request, { title, content, width: 'narrow' }) }
}

const statusOf = { used: 410, expired: 410, unknown: 404, 'needs-password': 409 } as const

async function showUnusable(
  context: Context,
  request: AnyRequest,
  because: Exclude<LinkState, 'usable'> | 'needs-password',
): Promise<PageReply> {
  const { t } = context.translator(request.locale)
  const texts = {
    used: t('accounts.link.used'),
    expired: t('accounts.link.expired'),
    unknown: t('accounts.link.unknown'),
    'needs-password': t('accounts.recover.needsPassword'),
  }
  const title = t('accounts.link.unusable.title')
  const content = <SignInNote title={title} text={texts[because]} back={t('accounts.backToSignIn')} />
  return {
    html: await context.render(request, { title, content, width: 'narrow' }),
    status: statusOf[because],
  }
}

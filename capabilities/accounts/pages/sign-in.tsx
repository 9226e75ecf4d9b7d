// Signing in with a password, the code from the phone, and signing out.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, type Cookie, definePage, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import type { OpenedSession } from '../actions/open-session.ts'
import { giveCode, requestRecoveryLink } from '../actions/second-factor.ts'
import { signInWithPassword, signOut } from '../actions/sign-in.ts'
import { codeField, passwordField, pathField, typedText } from '../contract.ts'
import { safePath } from '../safe-path.ts'
import { secondFactorWaitMs, sessionAbsoluteMs, sessionCookieName } from '../session.ts'
import { CodeForm, SignInForm, SignInNote } from './sign-in-forms.tsx'
import { minutesUntil } from './wait.ts'

const to = z.object({ to: pathField })

export function signInPages(context: Context) {
  return [
    definePage({
      method: 'GET',
      path: '/sign-in',
      permission: 'public',
      params: nothing,
      query: to,
      body: nothing,
      handle: async (request) =>
        request.caller
          ? { redirect: safePath(request.query.to) }
          : showSignIn(context, request, request.query),
    }),
    definePage({
      method: 'POST',
      path: '/sign-in',
      permission: 'public',
      params: nothing,
      query: nothing,
      body: z.object({ email: typedText, password: passwordField, to: pathField }),
      handle: async (request) => {
        const { email, password } = request.body
        const given = {
          email,
          password,
          remoteAddress: request.remoteAddress,
          previousToken: tokenOf(request),
        }
        const result = await signInWithPassword(context, given, request.now)
        if (result.outcome === 'signed-in') return enter(result, request.body.to)
        const { t } = context.translator(request.locale)
        const fault =
          result.outcome === 'wrong'
            ? t('accounts.signIn.wrong')
            : t('accounts.tooMany', { minutes: minutesUntil(result.tryAgainAt, request.now) })
        return showSignIn(context, request, { email, to: request.body.to, fault }, result.outcome)
      },
    }),
    definePage({
      method: 'GET',
      path: '/sign-in/code',
      permission: 'public',
      params: nothing,
      query: to,
      body: nothing,
      handle: (request) => showCode(context, request, request.query),
    }),
    definePage({
      method: 'POST',
      path: '/sign-in/code',
      permission: 'public',
      params: nothing,
      query: nothing,
      body: z.object({ code: codeField, to: pathField }),
      handle: async (request) => {
        const result = await giveCode(
          context,
          { code: request.body.code, token: tokenOf(request) },
          request.now,
        )
        if (result.outcome === 'signed-in') return enter(result, request.body.to)
        if (result.outcome === 'start-again') return { redirect: startAgain(request.body.to) }
        const { t } = context.translator(request.locale)
        const fault =
          result.outcome === 'wrong'
            ? t('accounts.code.wrong')
            : t('accounts.tooMany', { minutes: minutesUntil(result.tryAgainAt, request.now) })
        return showCode(context, request, { to: request.body.to, fault }, result.outcome)
      },
    }),
    definePage({
      method: 'POST',
      path: '/sign-in/recover',
      permission: 'public',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) => recover(context, request),
    }),
    definePage({
      method: 'POST',
      path: '/sign-out',
      permission: 'public',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: async (request) => {
        await signOut(context, tokenOf(request), request.now)
        return { redirect: '/sign-in', cookies: [{ name: sessionCookieName, value: null, maxAgeSeconds: 0 }] }
      },
    }),
  ]
}

export function tokenOf(request: AnyRequest): string | undefined {
  return request.cookies[sessionCookieName]
}

/** To where the person wanted to go, by way of the second factor where one is owed. */
export function enter(opened: OpenedSession, wanted: string | undefined): PageReply {
  const path = safePath(wanted)
  return {
    redirect: opened.awaitsTotp ? `/sign-in/code?to=${encodeURIComponent(path)}` : path,
    cookies: [sessionCookie(opened)],
  }
}

function sessionCookie({ token, awaitsTotp }: OpenedSession): Cookie {
  const lifeMs = awaitsTotp ? secondFactorWaitMs : sessionAbsoluteMs
  return { name: sessionCookieName, value: token, maxAgeSeconds: lifeMs / 1000 }
}

function startAgain(wanted: string | undefined): string {
  return `/sign-in?to=${encodeURIComponent(safePath(wanted))}`
}

interface Shown {
  readonly email?: string
  readonly to?: string | undefined
  readonly fault?: string
}

const statusOf = { wrong: 422, 'too-many': 429 } as const

async function showSignIn(
  context: Context,
  request: AnyRequest,
  shown: Shown,
  outcome?: keyof typeof statusOf,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const form = { translator, csrfToken: request.caller?.csrfToken ?? null, ...shown, to: safePath(shown.to) }
  const html = await context.render(request, {
    title: translator.t('accounts.signIn.title'),
    content: <SignInForm {...form} phone={context.config.centrePhone} />,
    width: 'narrow',
  })
  return { html, status: outcome ? statusOf[outcome] : 200 }
}

async function showCode(
  context: Context,
  request: AnyRequest,
  shown: Shown,
  outcome?: keyof typeof statusOf,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const form = { translator, csrfToken: request.caller?.csrfToken ?? null, ...shown, to: safePath(shown.to) }
  const html = await context.render(request, {
    title: translator.t('accounts.code.title'),
    content: <CodeForm {...form} />,
    width: 'narrow',
  })
  return { html, status: outcome ? statusOf[outcome] : 200 }
}

async function recover(context: Context, request: AnyRequest): Promise<PageReply> {
  const given = { token: tokenOf(request), origin: context.origin() }
  const result = await requestRecoveryLink(context, given, request.now)
  if (result.outcome === 'start-again') return { redirect: '/sign-in' }
  const { t } = context.translator(request.locale)
  const texts = {
    asked: () => t('accounts.recover.asked'),
    'needs-password': () => t('accounts.recover.needsPassword'),
    'too-many': () =>
      t('accounts.tooMany', {
        minutes: result.outcome === 'too-many' ? minutesUntil(result.tryAgainAt, request.now) : 1,
      }),
  }
  const title = t('accounts.recover.title')
  const content = (
    <SignInNote title={title} text={texts[result.outcome]()} back={t('accounts.backToSignIn')} />
  )
  return { html: await context.render(request, { title, content, width: 'narrow' }) }
}

// A person's own account: name, language, appearance, password, second factor, sessions.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type PageReply, personOf } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { locales } from '../../../platform/i18n/index.ts'
import {
  changePassword,
  changePreferences,
  needsCurrentPassword,
  readAccount,
  readSession,
} from '../actions/account.ts'
import {
  confirmSecondFactor,
  prepareSecondFactor,
  removeSecondFactor,
  type SecondFactorChange,
  secondFactorState,
} from '../actions/second-factor.ts'
import { signOutEverywhere } from '../actions/sign-in.ts'
import { codeField, nameMaxLength, passwordField, typedText } from '../contract.ts'
import { languageCookieName, languageCookieSeconds } from '../locale.ts'
import { passwordMinLength } from '../password.ts'
import { themes } from '../person.ts'
import { sessionCookieName } from '../session.ts'
import { type AccountFaults, AccountForms } from './account-forms.tsx'
import { tokenOf } from './sign-in.tsx'
import { minutesUntil } from './wait.ts'

const accomplishments = ['saved', 'password', 'second-factor-on', 'second-factor-off'] as const

export function accountPages(context: Context) {
  const post = <B extends z.ZodType>(
    path: string,
    body: B,
    act: (request: AnyRequest, body: z.output<B>) => Promise<PageReply>,
  ) =>
    definePage({
      method: 'POST',
      path,
      permission: 'signed-in',
      params: nothing,
      query: nothing,
      body,
      // The body was parsed by this same schema.
      handle: (request) => act(request, request.body as z.output<B>),
    })
  return [
    definePage({
      method: 'GET',
      path: '/account',
      permission: 'signed-in',
      params: nothing,
      query: z.object({ done: z.enum(accomplishments).optional().catch(undefined) }),
      body: nothing,
      handle: (request) => showAccount(context, request, {}, request.query.done),
    }),
    post(
      '/account/preferences',
      z.object({ name: typedText, language: z.enum(locales), theme: z.enum(themes) }),
      async (request, body) => {
        const name = body.name.trim()
        const { t } = context.translator(request.locale)
        if (name === '' || name.length > nameMaxLength)
          return showAccount(context, request, { name: t('accounts.name.wrong') })
        await changePreferences(context, personOf(request).id, { ...body, name })
        const cookie = {
          name: languageCookieName,
          value: body.language,
          maxAgeSeconds: languageCookieSeconds,
        }
        return { redirect: '/account?done=saved', cookies: [cookie] }
      },
    ),
    post('/account/password', z.object({ current: passwordField, next: passwordField }), (request, body) =>
      setPassword(context, request, body),
    ),
    post('/account/second-factor/start', nothing, async (request) => {
      await prepareSecondFactor(context, personOf(request).id)
      return { redirect: '/account#second-factor' }
    }),
    post('/account/second-factor/confirm', z.object({ code: codeField }), async (request, { code }) => {
      const given = { personId: personOf(request).id, code, token: tokenOf(request) }
      const result = await confirmSecondFactor(context, given, request.now)
      return afterCode(context, request, result, 'second-factor-on')
    }),
    post('/account/second-factor/remove', z.object({ code: codeField }), async (request, { code }) => {
      const result = await removeSecondFactor(context, { personId: personOf(request).id, code }, request.now)
      return afterCode(context, request, result, 'second-factor-off')
    }),
    post('/account/sign-out-everywhere', nothing, async (request) => {
      await signOutEverywhere(context, personOf(request).id, request.now)
      return { redirect: '/sign-in', cookies: [{ name: sessionCookieName, value: null, maxAgeSeconds: 0 }] }
    }),
  ]
}

async function setPassword(
  context: Context,
  request: AnyRequest,
  body: { readonly current: string; readonly next: string },
): Promise<PageReply> {
  const given = { personId: personOf(request).id, ...body, token: tokenOf(request) }
  const result = await changePassword(context, given, request.now)
  if (result.outcome === 'done') return { redirect: '/account?done=password' }
  const { t } = context.translator(request.locale)
  if (result.outcome === 'unacceptable')
    return showAccount(context, request, {
      next: t('accounts.password.rule', { length: passwordMinLength }),
    })
  const current =
    result.outcome === 'wrong-current'
      ? t('accounts.password.wrongCurrent')
      : t('accounts.tooMany', { minutes: minutesUntil(result.tryAgainAt, request.now) })
  return showAccount(context, request, { current })
}

function afterCode(
  context: Context,
  request: AnyRequest,
  result: SecondFactorChange,
  done: (typeof accomplishments)[number],
): Promise<PageReply> | PageReply {
  if (result.outcome === 'done') return { redirect: `/account?done=${done}` }
  const { t } = context.translator(request.locale)
  const code =
    result.outcome === 'wrong'
      ? t('accounts.code.wrong')
      : t('accounts.tooMany', { minutes: minutesUntil(result.tryAgainAt, request.now) })
  return showAccount(context, request, { code })
}

async function showAccount(
  context: Context,
  request: AnyRequest,
  faults: AccountFaults,
  done?: (typeof accomplishments)[number],
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const account = await readAccount(context, personOf(request).id)
  const session = await readSession(context, tokenOf(request))
  const content = (
    <AccountForms
      translator={translator}
      csrfToken={request.caller?.csrfToken ?? null}
      account={account}
      secondFactor={secondFactorState(context, account)}
      asksCurrentPassword={needsCurrentPassword(account, session, request.now)}
      faults={faults}
      done={done ? doneText(translator, done) : null}
    />
  )
  const html = await context.render(request, { title: translator.t('accounts.account.title'), content })
  return { html, status: Object.keys(faults).length > 0 ? 422 : 200 }
}

function doneText({ t }: ReturnType<Context['translator']>, done: (typeof accomplishments)[number]): string {
  return {
    saved: t('accounts.done.saved'),
    password: t('accounts.done.password'),
    'second-factor-on': t('accounts.done.secondFactorOn'),
    'second-factor-off': t('accounts.done.secondFactorOff'),
  }[done]
}

// Accepting an invitation; opening it shows a form and changes nothing.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { isLocale, locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import { Actions, Button, ErrorSummary, PageHead, SelectField, TextField } from '../../../web/kit/index.ts'
import { acceptInvitation, type DescribedInvitation, describeInvitation } from '../actions/invitations.ts'
import { nameMaxLength, passwordField, tokenParam, typedText } from '../contract.ts'
import type { InvitationState } from '../invitation.ts'
import { isAcceptablePassword, passwordMinLength } from '../password.ts'
import { roleNames } from '../role-names.ts'
import { enter, tokenOf } from './sign-in.tsx'
import { FormSheet, SignInNote } from './sign-in-forms.tsx'

const body = z.object({ name: typedText, language: typedText, password: passwordField })
type Typed = z.output<typeof body>
type Faults = Partial<Record<'name' | 'password', string>>

export function invitationPages(context: Context) {
  return [
    definePage({
      method: 'GET',
      path: '/invitation/:token',
      permission: 'public',
      params: tokenParam,
      query: nothing,
      body: nothing,
      handle: async (request) => {
        const described = await describeInvitation(context, request.params.token, request.now)
        const typed = { name: '', language: request.locale, password: '' }
        return showInvitation(context, request, described, typed, {})
      },
    }),
    definePage({
      method: 'POST',
      path: '/invitation/:token',
      permission: 'public',
      params: tokenParam,
      query: nothing,
      body,
      handle: (request) => accept(context, request, request.params.token, request.body),
    }),
  ]
}

async function accept(
  context: Context,
  request: AnyRequest,
  token: string,
  typed: Typed,
): Promise<PageReply> {
  const described = await describeInvitation(context, token, request.now)
  const faults = described.hasAccount ? {} : faultsOf(context, request, typed)
  if (described.state !== 'open' || Object.keys(faults).length > 0)
    return showInvitation(context, request, described, typed, faults, 422)
  const language = isLocale(typed.language) ? typed.language : request.locale
  const newPerson = described.hasAccount
    ? null
    : { name: typed.name.trim(), language, password: typed.password }
  const result = await acceptInvitation(
    context,
    { token, newPerson, previousToken: tokenOf(request) },
    request.now,
  )
  if (result.outcome === 'signed-in') return enter(result, '/')
  if (result.outcome === 'joined') return { redirect: request.caller ? '/' : '/sign-in' }
  return showInvitation(context, request, { ...described, state: 'unknown' }, typed, {})
}

function faultsOf(context: Context, request: AnyRequest, typed: Typed): Faults {
  const { t } = context.translator(request.locale)
  const name = typed.name.trim()
  return {
    ...(name === '' || name.length > nameMaxLength ? { name: t('accounts.name.wrong') } : {}),
    ...(isAcceptablePassword(typed.password)
      ? {}
      : { password: t('accounts.password.rule', { length: passwordMinLength }) }),
  }
}

async function showInvitation(
  context: Context,
  request: AnyRequest,
  described: DescribedInvitation,
  typed: Typed,
  faults: Faults,
  status: 200 | 422 = 200,
): Promise<PageReply> {
  const { state, invitation, organisation } = described
  if (state !== 'open' || !invitation || !organisation) return showOver(context, request, state)
  const translator = context.translator(request.locale)
  const { t } = translator
  const title = t('accounts.invitation.title', { organisation: organisation.name })
  const texts = Object.entries(faults).map(([fieldId, text]) => ({ fieldId, text }))
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: texts.length })} faults={texts} />
      <PageHead
        title={title}
        lead={t('accounts.invitation.lead', {
          email: invitation.email,
          role: roleNames(translator)[invitation.role],
        })}
      />
      <FormSheet action={request.path.split('?')[0] ?? ''} csrfToken={request.caller?.csrfToken ?? null}>
        {!described.hasAccount && <NewPersonFields translator={translator} typed={typed} faults={faults} />}
        <Actions>
          <Button>{t('accounts.invitation.button')}</Button>
        </Actions>
      </FormSheet>
    </>
  )
  return { html: await context.render(request, { title, content, width: 'narrow' }), status }
}

function NewPersonFields(props: {
  readonly translator: ReturnType<Context['translator']>
  readonly typed: Typed
  readonly faults: Faults
}) {
  const { t } = props.translator
  return (
    <>
      <TextField
        name="name"
        label={t('accounts.name')}
        autoComplete="name"
        value={props.typed.name}
        error={props.faults.name}
      />
      <SelectField
        name="language"
        label={t('shell.language')}
        options={locales.map((locale) => ({ value: locale, label: nameOfLocale(locale) }))}
        value={props.typed.language}
      />
      <TextField
        name="password"
        type="password"
        label={t('accounts.password.new')}
        hint={t('accounts.password.hint', { length: passwordMinLength })}
        autoComplete="new-password"
        error={props.faults.password}
      />
    </>
  )
}

async function showOver(context: Context, request: AnyRequest, state: InvitationState): Promise<PageReply> {
  const { t } = context.translator(request.locale)
  const texts = {
    open: t('accounts.invitation.unknown'),
    unknown: t('accounts.invitation.unknown'),
    accepted: t('accounts.invitation.accepted'),
    withdrawn: t('accounts.invitation.withdrawn'),
    expired: t('accounts.invitation.expired'),
  }
  const title = t('accounts.invitation.over.title')
  const content = <SignInNote title={title} text={texts[state]} back={t('accounts.backToSignIn')} />
  const status = state === 'unknown' || state === 'open' ? 404 : 410
  return { html: await context.render(request, { title, content, width: 'narrow' }), status }
}

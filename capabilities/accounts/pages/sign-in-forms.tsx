// What the pages for strangers look like: sign-in, code, and a remark with the way back.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Note,
  PageHead,
  TextField,
} from '../../../web/kit/index.ts'

export interface StrangerFormProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly to: string
  readonly email?: string
  readonly fault?: string
}

export function SignInForm(props: StrangerFormProps & { readonly phone: string | null }) {
  const { translator, csrfToken, to, email, fault, phone } = props
  const { t, tr } = translator
  return (
    <>
      <Faults translator={translator} fieldId="email" fault={fault} />
      <PageHead title={t('accounts.signIn.title')} />
      <div class="s-stack-l">
        <FormSheet action="/sign-in" csrfToken={csrfToken} to={to}>
          <TextField
            name="email"
            type="email"
            label={t('accounts.email')}
            autoComplete="username"
            value={email}
            error={fault}
          />
          <TextField
            name="password"
            type="password"
            label={t('accounts.password')}
            autoComplete="current-password"
          />
          <div class="s-stack">
            <Actions>
              <Button>{t('accounts.signIn.button')}</Button>
              <a href="/sign-in/link">{t('accounts.signIn.linkInstead')}</a>
            </Actions>
            <p class="s-small s-quiet">{t('accounts.signIn.thenCode')}</p>
          </div>
        </FormSheet>
        {phone && (
          <Note tone="now">
            {tr('accounts.signIn.emergency', { phone: <a href={`tel:${phone}`}>{phone}</a> })}
          </Note>
        )}
      </div>
    </>
  )
}

export function CodeForm({ translator, csrfToken, to, fault }: StrangerFormProps) {
  const { t } = translator
  return (
    <>
      <Faults translator={translator} fieldId="code" fault={fault} />
      <PageHead title={t('accounts.code.title')} lead={t('accounts.code.lead')} />
      <div class="s-stack-l">
        <FormSheet action="/sign-in/code" csrfToken={csrfToken} to={to}>
          <TextField
            name="code"
            label={t('accounts.code.label')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            error={fault}
          />
          <Actions>
            <Button>{t('accounts.code.button')}</Button>
          </Actions>
        </FormSheet>
        <form class="s-stack" method="post" action="/sign-in/recover">
          <CsrfField token={csrfToken} />
          <p class="s-small s-quiet">{t('accounts.code.lost')}</p>
          <LinkButton>{t('accounts.code.recover')}</LinkButton>
        </form>
      </div>
    </>
  )
}

export function FormSheet(props: {
  readonly action: string
  readonly csrfToken: string | null
  readonly to?: string
  readonly children: ComponentChildren
}) {
  return (
    <form class="s-sheet" method="post" action={props.action}>
      <div class="s-sheet__body">
        <CsrfField token={props.csrfToken} />
        {props.to && <input type="hidden" name="to" value={props.to} />}
        {props.children}
      </div>
    </form>
  )
}

export function Faults(props: {
  readonly translator: Translator
  readonly fieldId: string
  readonly fault: string | undefined
}) {
  const { translator, fieldId, fault } = props
  return fault ? (
    <ErrorSummary
      title={translator.t('shell.errors.title', { count: 1 })}
      faults={[{ fieldId, text: fault }]}
    />
  ) : null
}

export function SignInNote(props: { readonly title: string; readonly text: string; readonly back: string }) {
  return (
    <>
      <PageHead title={props.title} />
      <p class="s-lead">{props.text}</p>
      <p>
        <a href="/sign-in">{props.back}</a>
      </p>
    </>
  )
}

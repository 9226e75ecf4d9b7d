// What the account page looks like: one form for each thing that can be changed.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { locales, nameOfLocale, type Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  Facts,
  Halves,
  Note,
  PageHead,
  Plain,
  RadioField,
  SelectField,
  Sheet,
  StateWord,
  TextField,
} from '../../../web/kit/index.ts'
import type { SecondFactorState } from '../actions/second-factor.ts'
import { passwordMinLength } from '../password.ts'
import type { Account } from '../person.ts'

export type AccountFaults = Partial<Record<'name' | 'current' | 'next' | 'code', string>>

export interface AccountFormsProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly account: Account
  readonly secondFactor: SecondFactorState
  readonly asksCurrentPassword: boolean
  readonly faults: AccountFaults
  readonly done: string | null
}

export function AccountForms(props: AccountFormsProps) {
  const { translator, account, faults, done } = props
  const { t } = translator
  const texts = Object.entries(faults).map(([fieldId, text]) => ({ fieldId, text }))
  return (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: texts.length })} faults={texts} />
      {done && (
        <Note tone="done" announce>
          {done}
        </Note>
      )}
      <PageHead title={t('accounts.account.title')} lead={account.email} />
      <div class="s-stack-l">
        <Preferences {...props} />
        <Halves>
          <Password {...props} />
          <SecondFactor {...props} />
        </Halves>
        <Plain id="sessions" heading={t('accounts.sessions.heading')}>
          <p>{t('accounts.sessions.text')}</p>
          <Form action="/account/sign-out-everywhere" csrfToken={props.csrfToken}>
            <Button kind="secondary">{t('accounts.sessions.button')}</Button>
          </Form>
        </Plain>
      </div>
    </>
  )
}

function Preferences({ translator, csrfToken, account, faults }: AccountFormsProps) {
  const { t } = translator
  return (
    <Sheet id="preferences" heading={t('accounts.preferences.heading')}>
      <Form action="/account/preferences" csrfToken={csrfToken}>
        <TextField
          name="name"
          label={t('accounts.name')}
          autoComplete="name"
          value={account.name}
          error={faults.name}
        />
        <SelectField
          name="language"
          label={t('shell.language')}
          options={locales.map((locale) => ({ value: locale, label: nameOfLocale(locale) }))}
          value={account.language}
        />
        <RadioField
          name="theme"
          label={t('shell.theme')}
          choices={[
            { value: 'device', label: t('shell.theme.device') },
            { value: 'light', label: t('shell.theme.light') },
            { value: 'dark', label: t('shell.theme.dark') },
          ]}
          value={account.theme}
        />
        <Actions>
          <Button>{t('accounts.preferences.button')}</Button>
        </Actions>
      </Form>
    </Sheet>
  )
}

function Password({ translator, csrfToken, account, asksCurrentPassword, faults }: AccountFormsProps) {
  const { t } = translator
  return (
    <Plain id="password" heading={t('accounts.password')}>
      {!account.passwordHash && <p>{t('accounts.password.none')}</p>}
      <Form action="/account/password" csrfToken={csrfToken}>
        {asksCurrentPassword && (
          <TextField
            name="current"
            type="password"
            label={t('accounts.password.current')}
            autoComplete="current-password"
            error={faults.current}
          />
        )}
        <TextField
          name="next"
          type="password"
          label={t('accounts.password.new')}
          hint={t('accounts.password.hint', { length: passwordMinLength })}
          autoComplete="new-password"
          error={faults.next}
        />
        <Button kind="secondary">{t('accounts.password.button')}</Button>
      </Form>
    </Plain>
  )
}

function SecondFactor({ translator, csrfToken, secondFactor, faults }: AccountFormsProps) {
  const { t } = translator
  const code = (
    <TextField
      name="code"
      label={t('accounts.code.label')}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={10}
      error={faults.code}
    />
  )
  const heading = t('accounts.secondFactor.heading')
  if (secondFactor.state === 'on')
    return (
      <Plain id="second-factor" heading={heading}>
        <p>
          <StateWord state="done">{t('accounts.secondFactor.on')}</StateWord>
        </p>
        <Form action="/account/second-factor/remove" csrfToken={csrfToken}>
          {code}
          <Button kind="secondary">{t('accounts.secondFactor.remove')}</Button>
        </Form>
      </Plain>
    )
  if (secondFactor.state === 'off')
    return (
      <Plain id="second-factor" heading={heading}>
        <p>{t('accounts.secondFactor.off')}</p>
        <Form action="/account/second-factor/start" csrfToken={csrfToken}>
          <Button kind="secondary">{t('accounts.secondFactor.start')}</Button>
        </Form>
      </Plain>
    )
  return (
    <Plain id="second-factor" heading={heading}>
      <p>{t('accounts.secondFactor.pending')}</p>
      <Facts
        facts={[
          { term: t('accounts.secondFactor.secret'), value: <code>{inFours(secondFactor.secret)}</code> },
          {
            term: t('accounts.secondFactor.onThisPhone'),
            value: <a href={secondFactor.uri}>{t('accounts.secondFactor.open')}</a>,
          },
        ]}
      />
      <Form action="/account/second-factor/confirm" csrfToken={csrfToken}>
        {code}
        <Button kind="secondary">{t('accounts.secondFactor.confirm')}</Button>
      </Form>
    </Plain>
  )
}

/** Typed by hand into a phone, so in groups that can be kept in mind. */
function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}

function Form(props: {
  readonly action: string
  readonly csrfToken: string | null
  readonly children: ComponentChildren
}) {
  return (
    <form class="s-stack" method="post" action={props.action}>
      <CsrfField token={props.csrfToken} />
      {props.children}
    </form>
  )
}

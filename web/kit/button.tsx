// Buttons that say what happens, links that look like them, and the blocked button with its reason.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { ReasonLine } from './reason-line.tsx'

/** One `primary` a page; `warning` only for what cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'warning'

export interface ButtonProps {
  readonly kind?: ButtonKind
  readonly name?: string
  readonly value?: string
  /** For a button outside its form. */
  readonly form?: string
  /** Height of a thumb, for the night pages. */
  readonly big?: boolean
  readonly describedBy?: string
  readonly children: ComponentChildren
}

export function Button({
  kind = 'primary',
  name,
  value,
  form,
  big = false,
  describedBy,
  children,
}: ButtonProps) {
  return (
    <button
      class={buttonClass(kind, big)}
      type="submit"
      name={name}
      value={value}
      form={form}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  )
}

export interface ButtonLinkProps {
  readonly kind?: ButtonKind
  readonly href: string
  readonly big?: boolean
  readonly children: ComponentChildren
}

export function ButtonLink({ kind = 'primary', href, big = false, children }: ButtonLinkProps) {
  return (
    <a class={buttonClass(kind, big)} href={href}>
      {children}
    </a>
  )
}

export interface BlockedButtonProps {
  readonly id: string
  /** "<b>Not yet, because</b> one contradiction is open." */
  readonly because: ComponentChildren
  readonly children: ComponentChildren
}

/** The button stays, disabled, and says why. */
export function BlockedButton({ id, because, children }: BlockedButtonProps) {
  return (
    <div class="s-stack">
      <button class={buttonClass('primary', false)} type="button" disabled aria-describedby={`${id}-because`}>
        {children}
      </button>
      <ReasonLine id={`${id}-because`}>{because}</ReasonLine>
    </div>
  )
}

export interface LinkButtonProps {
  readonly name?: string
  readonly value?: string
  readonly lang?: string
  readonly children: ComponentChildren
}

/** Changes something, so it is a button, but no main step, so it reads as a link. */
export function LinkButton({ name, value, lang, children }: LinkButtonProps) {
  return (
    <button class="s-linkbutton" type="submit" name={name} value={value} lang={lang}>
      {children}
    </button>
  )
}

function buttonClass(kind: ButtonKind, big: boolean): string {
  return ['govuk-button', kind !== 'primary' && `govuk-button--${kind}`, big && 's-big']
    .filter(Boolean)
    .join(' ')
}

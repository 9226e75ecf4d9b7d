// What all fields share: a label that cannot be left out, a hint, an error tied to the control.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface FieldProps {
  readonly name: string
  /** Of the first control, and so the target of the error summary; the name unless given. */
  readonly id?: string
  readonly label: string
  /** The label is only heard, where a heading or a column already says it. */
  readonly hideLabel?: boolean
  readonly hint?: ComponentChildren
  /** Says what to do: "Give a number, such as 240". */
  readonly error?: string | undefined
}

/** The ids that describe a control, in the order in which they should be heard. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldProps, 'hint' | 'error'>,
): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

export function Hint({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div class="govuk-hint" id={`${id}-hint`}>
      {children}
    </div>
  )
}

export function FieldError({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <p class="govuk-error-message" id={`${id}-error`}>
      {children}
    </p>
  )
}

export interface FieldFrameProps extends FieldProps {
  readonly children: ComponentChildren
}

/** For one control; choices and dates have several and use FieldGroup. */
export function FieldFrame({ name, id = name, label, hideLabel, hint, error, children }: FieldFrameProps) {
  return (
    <div class={formGroupClass(error)}>
      <label class={hideLabel ? 's-hide' : 'govuk-label govuk-label--s'} for={id}>
        {label}
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </div>
  )
}

export interface FieldGroupProps extends FieldFrameProps {
  /** The question is the title of the page. */
  readonly isTitle?: boolean
}

export function FieldGroup({
  name,
  id = name,
  label,
  hideLabel,
  hint,
  error,
  isTitle = false,
  children,
}: FieldGroupProps) {
  const legendClass = hideLabel
    ? 's-hide'
    : `govuk-fieldset__legend${isTitle ? '' : ' govuk-fieldset__legend--s'}`
  return (
    <div class={formGroupClass(error)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, { hint, error })}>
        <legend class={legendClass}>{isTitle ? <h1>{label}</h1> : label}</legend>
        {hint && <Hint id={id}>{hint}</Hint>}
        {error && <FieldError id={id}>{error}</FieldError>}
        {children}
      </fieldset>
    </div>
  )
}

function formGroupClass(error: string | undefined): string {
  return error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'
}

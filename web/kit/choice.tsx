// One box or button with its label, as radios and checkboxes share it.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: ComponentChildren
  /** "Our suggestion, from your list of 11 Nov": marks what we chose beforehand as ours. */
  readonly suggestion?: string
}

/** `thumb`: the large boxes of the night pages. */
export type ChoiceLook = 'small' | 'large' | 'thumb' | 'thumb-pairs'

export interface ChoicesProps {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly look: ChoiceLook
}

export function Choices(props: ChoicesProps) {
  return props.look === 'thumb' || props.look === 'thumb-pairs' ? (
    <ThumbChoices {...props} />
  ) : (
    <ListChoices {...props} />
  )
}

function ListChoices({ type, id, name, choices, chosen, look }: ChoicesProps) {
  const part = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  return (
    <div class={look === 'small' ? `${part} ${part}--small` : part}>
      {choices.map((choice, index) => {
        const choiceId = idOf(id, index)
        const remark = choice.hint ?? choice.suggestion
        return (
          <div class={`${part}__item`} key={choice.value}>
            <input
              class={`${part}__input`}
              type={type}
              id={choiceId}
              name={name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              aria-describedby={remark ? `${choiceId}-hint` : undefined}
            />
            <label class={`govuk-label ${part}__label`} for={choiceId}>
              {choice.label}
            </label>
            {remark && (
              <div class={`govuk-hint ${part}__hint`} id={`${choiceId}-hint`}>
                {choice.suggestion && <span class="s-suggestion">{choice.suggestion}</span>}
                {choice.hint}
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}

function ThumbChoices({ type, id, name, choices, chosen, look }: ChoicesProps) {
  return (
    <div class={look === 'thumb-pairs' ? 's-thumb s-thumb--2' : 's-thumb'}>
      {choices.map((choice, index) => (
        <label key={choice.value} for={idOf(id, index)}>
          <input
            type={type}
            id={idOf(id, index)}
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  )
}

// The first control carries the field's own id, so that the error summary can lead to it.
function idOf(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`
}

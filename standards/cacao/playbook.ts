// A CACAO 2.0 playbook as values: what people and the runner need by name, everything else kept as it was.
// SPDX-License-Identifier: EUPL-1.2

/** Fields without a place of their own, by their name in the document; written back unchanged. */
export type Rest = Readonly<Record<string, unknown>>

/** CACAO 2.0, section 3.1. Instants are RFC 3339 texts as the author wrote them. */
export interface CacaoPlaybook {
  /** `playbook--` and a UUID. */
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly playbookTypes: readonly string[]
  readonly createdBy: string
  readonly created: string
  readonly modified: string
  readonly revoked: boolean
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly labels: readonly string[]
  readonly markings: readonly CacaoMarking[]
  readonly signatures: readonly CacaoSignature[]
  readonly workflowStart: string
  readonly workflowException: string | null
  /** In the order of the document. */
  readonly steps: readonly CacaoStep[]
  readonly agents: readonly CacaoAgent[]
  readonly targets: readonly CacaoAgent[]
  readonly other: Rest
}

/** Section 9. `tlp` and `statement` are null where the marking is of another kind. */
export interface CacaoMarking {
  readonly id: string
  readonly tlp: string | null
  readonly statement: string | null
}

/** Section 10.10: who says to have signed; nothing here was checked. */
export interface CacaoSignature {
  readonly id: string
  readonly signee: string
  readonly algorithm: string
  readonly created: string
}

/** Section 7: an agent that acts, or a target that is acted on. */
export interface CacaoAgent {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly description: string | null
  readonly other: Rest
}

/** Section 5: one thing to do. `text` is the command; `encoded` its base64 form. */
export interface CacaoCommand {
  readonly type: string
  readonly description: string | null
  readonly text: string | null
  readonly encoded: string | null
  readonly other: Rest
}

interface StepBase {
  readonly id: string
  readonly name: string | null
  readonly description: string | null
  readonly onCompletion: string | null
  readonly onSuccess: string | null
  readonly onFailure: string | null
  readonly other: Rest
}

/** Section 4. A branch runs to its own `end` step; then the step that opened it goes on. */
export type CacaoStep = StepBase &
  (
    | { readonly type: 'start' }
    | { readonly type: 'end' }
    | {
        readonly type: 'action'
        readonly commands: readonly CacaoCommand[]
        readonly agent: string
        readonly targets: readonly string[]
      }
    | { readonly type: 'playbook-action'; readonly playbookId: string }
    | { readonly type: 'parallel'; readonly nextSteps: readonly string[] }
    | {
        readonly type: 'if-condition'
        readonly condition: string
        readonly onTrue: string
        readonly onFalse: string | null
      }
    | { readonly type: 'while-condition'; readonly condition: string; readonly onTrue: string }
    | {
        readonly type: 'switch-condition'
        readonly switch: string
        readonly cases: readonly (readonly [value: string, step: string])[]
      }
  )

export type CacaoStepType = CacaoStep['type']

export const stepTypes = [
  'start',
  'end',
  'action',
  'playbook-action',
  'parallel',
  'if-condition',
  'while-condition',
  'switch-condition',
] as const satisfies readonly CacaoStepType[]

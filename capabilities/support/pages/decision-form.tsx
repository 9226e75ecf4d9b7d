// The form by which a step of the chain says yes or no: who, in which role, on which mandate, with which receipt.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  BlockedButton,
  Button,
  CsrfField,
  RadioField,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import type { Deciding } from '../actions/endorse.ts'
import type { TypedDecision } from '../contract/forms.ts'
import { type ChainStep, chainSteps, decisions } from '../dossier/chain.ts'
import type { ItemKey } from '../dossier/items.ts'
import { type Faults, type Read, Reading } from '../typed.ts'
import type { Reader } from './reader.ts'
import { faultText } from './words.ts'

const maxNameLength = 200
const maxMandateLength = 500
const maxReceiptLength = 100
const maxTextLength = 4000

export type DecisionFault = 'decision' | 'name' | 'role' | 'mandate' | 'receiptNumber' | 'text'

export const noDecision: TypedDecision = {
  step: '',
  decision: '',
  name: '',
  role: '',
  mandate: '',
  receiptNumber: '',
  text: '',
  sha256: '',
}

/** The hospital's own step is a yes; whoever refuses says why. */
export function readDecision(typed: TypedDecision): Read<Deciding, DecisionFault> {
  const reading = new Reading<DecisionFault>()
  // A step that is none is refused later, as one whose turn it is not.
  const step = chainSteps.find((one) => one === typed.step) ?? 'reserve'
  const decision = step === 'hospital' ? 'endorsed' : reading.choice('decision', typed.decision, decisions)
  return reading.result({
    step,
    decision,
    name: reading.text('name', typed.name, maxNameLength),
    role: reading.text('role', typed.role, maxNameLength),
    mandate: reading.text('mandate', typed.mandate, maxMandateLength),
    receiptNumber: reading.optional('receiptNumber', typed.receiptNumber, maxReceiptLength),
    text:
      typed.decision === 'refused'
        ? reading.text('text', typed.text, maxTextLength)
        : reading.optional('text', typed.text, maxTextLength),
    sha256: typed.sha256,
  })
}

export function decisionLabels({ translator: { t } }: Reader): Readonly<Record<DecisionFault, string>> {
  return {
    decision: t('support.decide.decision'),
    name: t('support.decide.name'),
    role: t('support.decide.role'),
    mandate: t('support.decide.mandate'),
    receiptNumber: t('support.decide.receipt'),
    text: t('support.decide.text'),
  }
}

export interface DecisionFormProps {
  readonly reader: Reader
  readonly step: ChainStep
  readonly action: string
  readonly typed: TypedDecision
  readonly faults: Faults<DecisionFault>
  /** Of the dossier as it is shown on this page. */
  readonly sha256: string
  /** What nobody can judge without; the hospital's step only. */
  readonly lacking: readonly ItemKey[]
}

export function DecisionForm({ reader, step, action, typed, faults, sha256, lacking }: DecisionFormProps) {
  const { translator, csrfToken } = reader
  const { t, tr } = translator
  const labels = decisionLabels(reader)
  const isHospital = step === 'hospital'
  const button = isHospital ? t('support.decide.hand-over') : t('support.decide.send')
  const names = lacking.map((key) => t(`support.item.${key}`)).join(', ')
  const text = (name: DecisionFault, hint?: string) => (
    <TextField
      name={name}
      label={labels[name]}
      {...(hint === undefined ? {} : { hint })}
      value={typed[name]}
      error={faultText(faults[name], translator)}
    />
  )
  return (
    <Sheet id="decide" heading={t(`support.decide.heading.${step}`)}>
      {lacking.length > 0 ? (
        <BlockedButton id="hand-over" because={tr('support.decide.lacking', { items: names })}>
          {button}
        </BlockedButton>
      ) : (
        <form class="s-stack" method="post" action={action}>
          <CsrfField token={csrfToken} />
          <input type="hidden" name="step" value={step} />
          <input type="hidden" name="sha256" value={sha256} />
          {!isHospital && (
            <RadioField
              name="decision"
              label={labels.decision}
              choices={decisions.map((value) => ({ value, label: t(`support.decide.${value}`) }))}
              value={typed.decision || undefined}
              error={faultText(faults.decision, translator)}
            />
          )}
          {text('name')}
          {text('role')}
          {text('mandate', t('support.decide.mandate.hint'))}
          {!isHospital && text('receiptNumber')}
          <TextArea
            name="text"
            label={labels.text}
            {...(isHospital ? {} : { hint: t('support.decide.text.hint') })}
            rows={3}
            value={typed.text}
            error={faultText(faults.text, translator)}
          />
          <Actions>
            <Button>{button}</Button>
          </Actions>
        </form>
      )}
    </Sheet>
  )
}

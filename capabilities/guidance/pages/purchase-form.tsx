// The form of a purchase: its name, what is bought, from whom, and what it touches; "not known" is an answer.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CheckboxField,
  CsrfField,
  RadioField,
  Sheet,
  TextField,
} from '../../../web/kit/index.ts'
import { purchases as purchaseKinds } from '../../catalogue/index.ts'
import type { TypedPurchase } from '../contract/forms.ts'
import { type Purchase, type PurchaseFacts, type TouchAnswer, touchAnswers, touches } from '../purchase.ts'
import { type Faults, type Read, Reading } from '../typed.ts'
import type { Reader } from './reader.ts'
import { faultText } from './words.ts'

const maxNameLength = 200

export type PurchaseFault = 'name' | 'kinds' | 'supplier'

export function readPurchase(typed: TypedPurchase): Read<PurchaseFacts, PurchaseFault> {
  const reading = new Reading<PurchaseFault>()
  const touch = (value: string): TouchAnswer => touchAnswers.find((one) => one === value) ?? 'unknown'
  return reading.result({
    name: reading.text('name', typed.name, maxNameLength),
    kinds: reading.several('kinds', typed.kinds, purchaseKinds),
    supplier: reading.optional('supplier', typed.supplier, maxNameLength),
    touches: {
      'patient-data': touch(typed['touch-patient-data']),
      network: touch(typed['touch-network']),
      'remote-access': touch(typed['touch-remote-access']),
      'clinical-service': touch(typed['touch-clinical-service']),
    },
  })
}

export function typedOf(purchase: Purchase | null, formToken: string): TypedPurchase {
  const touch = (name: keyof Purchase['touches']) => purchase?.touches[name] ?? ''
  return {
    name: purchase?.name ?? '',
    kinds: [...(purchase?.kinds ?? [])],
    supplier: purchase?.supplier ?? '',
    'touch-patient-data': touch('patient-data'),
    'touch-network': touch('network'),
    'touch-remote-access': touch('remote-access'),
    'touch-clinical-service': touch('clinical-service'),
    formToken,
  }
}

export function purchaseLabels({ t }: Translator): Readonly<Record<PurchaseFault, string>> {
  return {
    name: t('guidance.purchase.name'),
    kinds: t('guidance.purchase.kinds'),
    supplier: t('guidance.purchase.supplier'),
  }
}

export interface PurchaseFormProps {
  readonly reader: Reader
  readonly action: string
  readonly typed: TypedPurchase
  readonly faults: Faults<PurchaseFault>
  readonly submit: string
}

export function PurchaseForm({ reader, action, typed, faults, submit }: PurchaseFormProps) {
  const { translator, csrfToken } = reader
  const { t } = translator
  const labels = purchaseLabels(translator)
  const error = (field: PurchaseFault) => faultText(faults[field], translator)
  return (
    <form class="s-stack" method="post" action={action}>
      <CsrfField token={csrfToken} />
      <input type="hidden" name="formToken" value={typed.formToken} />
      <Sheet id="what" heading={t('guidance.purchase.what')}>
        <TextField
          name="name"
          label={labels.name}
          hint={t('guidance.purchase.name.hint')}
          value={typed.name}
          error={error('name')}
        />
        <CheckboxField
          name="kinds"
          label={labels.kinds}
          choices={purchaseKinds.map((kind) => ({
            value: kind,
            label: t(`guidance.kind.${kind}`),
            hint: t(`guidance.kind.${kind}.hint`),
          }))}
          values={typed.kinds}
          error={error('kinds')}
        />
        <TextField
          name="supplier"
          label={labels.supplier}
          hint={t('guidance.purchase.supplier.hint')}
          value={typed.supplier}
          error={error('supplier')}
        />
      </Sheet>
      <Sheet id="touches" heading={t('guidance.purchase.touches')}>
        <p>{t('guidance.purchase.touches.lead')}</p>
        {touches.map((touch) => (
          <RadioField
            key={touch}
            name={`touch-${touch}`}
            label={t(`guidance.touch.${touch}.question`)}
            choices={touchAnswers.map((answer) => ({
              value: answer,
              label: t(`guidance.touch.answer.${answer}`),
            }))}
            value={typed[`touch-${touch}`] || undefined}
          />
        ))}
      </Sheet>
      <Actions>
        <Button>{submit}</Button>
      </Actions>
    </form>
  )
}

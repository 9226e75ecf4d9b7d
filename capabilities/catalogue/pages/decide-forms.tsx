// The forms by which a house decides about an item: the plan open, everything else folded.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { dayOf } from '../../../platform/time/zone.ts'
import {
  Actions,
  Button,
  CsrfField,
  DateField,
  Details,
  Plain,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import type { ChoiceKind, ItemChoice } from '../choice.ts'
import type { TypedChoice } from '../contract/forms.ts'
import type { FailedChoice } from './decide.tsx'
import { decideHref } from './paths.ts'
import type { Reader } from './reader.ts'
import { faultText } from './words.ts'

interface FormsProps {
  readonly reader: Reader
  readonly organisationId: number
  readonly itemKey: string
  /** `2026-12-01`: the day that the plan begins with. */
  readonly suggested: string
  readonly failed: FailedChoice | null
  /** As it is planned now; null where it is not. */
  readonly planned: ItemChoice | null
}

export function DecideForms(props: FormsProps) {
  const { reader, failed } = props
  const suggested =
    props.planned?.until && props.planned.until > reader.now
      ? dayOf(props.planned.until, reader.timeZone)
      : props.suggested
  const { t } = reader.translator
  const [year = '', month = '', day = ''] = suggested.split('-')
  const planned = {
    'until-day': String(Number(day)),
    'until-month': String(Number(month)),
    'until-year': year,
  }
  return (
    <>
      <Sheet id="plan" heading={t('catalogue.decide.plan')}>
        <ChoiceForm {...props} choice="planned" button={t('catalogue.decide.plan.button')} isMain>
          <DayField {...props} choice="planned" typed={{ ...planned, reason: '', who: '' }} />
          <WhoField {...props} />
        </ChoiceForm>
      </Sheet>
      <Plain id="other" heading={t('catalogue.decide.other')}>
        <Details summary={t('catalogue.decide.done')}>
          <ChoiceForm {...props} choice="done" button={t('catalogue.decide.done.button')}>
            <p>{t('catalogue.decide.done.text')}</p>
          </ChoiceForm>
        </Details>
        <Details summary={t('catalogue.decide.put-off')} open={failed?.choice === 'put-off'}>
          <ChoiceForm {...props} choice="put-off" button={t('catalogue.decide.put-off.button')}>
            <DayField {...props} choice="put-off" typed={null} />
            <ReasonField {...props} choice="put-off" hint={t('catalogue.decide.reason.hint')} />
          </ChoiceForm>
        </Details>
        <Details summary={t('catalogue.decide.not-for-us')} open={failed?.choice === 'not-for-us'}>
          <ChoiceForm {...props} choice="not-for-us" button={t('catalogue.decide.not-for-us.button')}>
            <ReasonField {...props} choice="not-for-us" hint={t('catalogue.decide.not-for-us.hint')} />
          </ChoiceForm>
        </Details>
      </Plain>
    </>
  )
}

function ChoiceForm({
  reader,
  organisationId,
  itemKey,
  choice,
  button,
  isMain = false,
  children,
}: FormsProps & {
  readonly choice: ChoiceKind
  readonly button: string
  readonly isMain?: boolean
  readonly children: ComponentChildren
}) {
  return (
    <form class="s-stack" method="post" action={`${decideHref(organisationId, itemKey)}/${choice}`}>
      <CsrfField token={reader.csrfToken} />
      {children}
      <Actions>
        <Button kind={isMain ? 'primary' : 'secondary'}>{button}</Button>
      </Actions>
    </form>
  )
}

type FieldProps = FormsProps & { readonly choice: 'planned' | 'put-off' | 'not-for-us' }

function DayField({
  reader,
  failed,
  choice,
  typed,
}: FieldProps & { readonly choice: 'planned' | 'put-off'; readonly typed: TypedChoice | null }) {
  const { translator } = reader
  const { t } = translator
  const isPlan = choice === 'planned'
  const own = failed?.choice === choice ? failed : null
  const shown = own?.typed ?? typed
  return (
    <DateField
      id={`${choice}-until`}
      name="until"
      label={isPlan ? t('catalogue.decide.plan.until') : t('catalogue.decide.put-off.until')}
      hint={isPlan ? t('catalogue.decide.plan.hint') : t('catalogue.decide.put-off.hint')}
      partLabels={{
        day: t('catalogue.date.day'),
        month: t('catalogue.date.month'),
        year: t('catalogue.date.year'),
      }}
      value={
        shown
          ? { day: shown['until-day'], month: shown['until-month'], year: shown['until-year'] }
          : undefined
      }
      error={faultText(own?.faults.until, translator)}
    />
  )
}

/** A name, because not everybody who does something has an account: a supplier, a caretaker. */
function WhoField({ reader, failed, planned }: FormsProps) {
  const { translator } = reader
  const own = failed?.choice === 'planned' ? failed : null
  return (
    <TextField
      id="planned-who"
      name="who"
      label={translator.t('catalogue.decide.plan.who')}
      hint={translator.t('catalogue.decide.plan.who.hint')}
      value={own?.typed.who ?? planned?.who ?? ''}
      error={faultText(own?.faults.who, translator)}
    />
  )
}

function ReasonField({ reader, failed, choice, hint }: FieldProps & { readonly hint: string }) {
  const { translator } = reader
  const own = failed?.choice === choice ? failed : null
  return (
    <TextArea
      id={`${choice}-reason`}
      name="reason"
      rows={2}
      label={translator.t('catalogue.decide.reason')}
      hint={hint}
      value={own?.typed.reason ?? ''}
      error={faultText(own?.faults.reason, translator)}
    />
  )
}

// The sheets of one purchase: who was asked and how far they are, and the form that makes a sheet for one more.
// SPDX-License-Identifier: EUPL-1.2
import { locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CsrfField,
  Plain,
  SelectField,
  StateWord,
  Table,
  TextField,
} from '../../../web/kit/index.ts'
import type { PurchaseView } from '../actions/purchases.ts'
import type { TypedSheet } from '../contract/forms.ts'
import { questionsOf } from '../purchase.ts'
import { type Sheet, stateOf, unansweredOf } from '../sheet.ts'
import type { Reader } from './reader.ts'
import { lookOfSheet } from './words.ts'

export interface PurchaseSheetsProps {
  readonly view: PurchaseView
  readonly reader: Reader
  readonly here: string
  readonly hrefOf: (sheetId: number) => string
  readonly typed: TypedSheet
  readonly error: string | undefined
}

export function PurchaseSheets(props: PurchaseSheetsProps) {
  const { view, reader, here } = props
  const { t } = reader.translator
  return (
    <Plain id="sheets" heading={t('guidance.sheets.heading')}>
      <p>{t('guidance.sheets.lead', { count: questionsOf(view.list.asked).length })}</p>
      {view.sheets.length > 0 && <SheetTable {...props} />}
      {view.sheets.length > 1 && (
        <p>
          <a href={`${here}/compare`}>{t('guidance.sheets.compare')}</a>
        </p>
      )}
      {reader.mayWrite && <SendForm {...props} />}
    </Plain>
  )
}

function SheetTable({ view, reader, hrefOf }: PurchaseSheetsProps) {
  const { t } = reader.translator
  return (
    <Table
      caption={t('guidance.sheets.heading')}
      rows={view.sheets}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('guidance.purchase.supplier'),
          kind: 'head',
          cell: ({ id, supplier }: Sheet) => <a href={hrefOf(id)}>{supplier}</a>,
        },
        {
          label: t('guidance.sheets.state'),
          cell: (sheet) => {
            const state = stateOf(sheet)
            return <StateWord state={lookOfSheet[state]}>{t(`guidance.sheet.state.${state}`)}</StateWord>
          },
        },
        {
          label: t('guidance.sheets.answered'),
          cell: (sheet) =>
            t('guidance.sheets.answeredOf', {
              answered: sheet.questions.length - unansweredOf(sheet).length,
              count: sheet.questions.length,
            }),
        },
      ]}
    />
  )
}

function SendForm({ reader, here, typed, error }: PurchaseSheetsProps) {
  const { t } = reader.translator
  return (
    <form class="s-noprint" method="post" action={`${here}/sheets`}>
      <CsrfField token={reader.csrfToken} />
      <input type="hidden" name="formToken" value={typed.formToken} />
      <TextField name="supplier" label={t('guidance.sheets.supplier')} value={typed.supplier} error={error} />
      <SelectField
        name="language"
        label={t('guidance.sheets.language')}
        hint={t('guidance.sheets.language.hint')}
        options={locales.map((one) => ({ value: one, label: nameOfLocale(one) }))}
        value={typed.language}
      />
      <Actions>
        <Button>{t('guidance.sheets.make')}</Button>
      </Actions>
    </form>
  )
}

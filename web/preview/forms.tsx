// Sample page: every kind of field, some with an error.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  BlockedButton,
  Button,
  CheckboxField,
  CsrfField,
  DateField,
  Details,
  ErrorSummary,
  FileField,
  LinkButton,
  PageHead,
  Plain,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../kit/index.ts'
import { type SampleLook, sample, translatorFor } from './frame.ts'

const wrong = 'Give a number of beds, such as 240'

export function profile(look: SampleLook): string {
  const { t } = translatorFor(look.locale)
  const partLabels = { day: t('shell.field.day'), month: t('shell.field.month'), year: t('shell.field.year') }
  return sample(
    look,
    'Support',
    'Your hospital',
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 3 })}
        faults={[
          { fieldId: 'beds', text: wrong },
          { fieldId: 'since', text: 'Give a day that exists' },
          { fieldId: 'kind', text: 'Choose one' },
        ]}
      />
      <PageHead title="Your hospital" />
      <form method="post" action="/profile" class="s-sheet" encType="multipart/form-data">
        <div class="s-sheet__body">
          <CsrfField token="x" />
          <TextField
            name="beds"
            label="Beds"
            hint="As in your approval by the state"
            value="many"
            inputMode="numeric"
            error={wrong}
          />
          <DateField
            name="since"
            label="Designated on"
            partLabels={partLabels}
            value={{ day: '31', month: '2', year: '2026' }}
            error="Give a day that exists"
          />
          <RadioField
            name="kind"
            label="What are you?"
            error="Choose one"
            choices={[
              { value: 'h', label: 'Hospital' },
              { value: 'p', label: 'Practice', hint: 'Also several doctors together' },
            ]}
          />
          <CheckboxField
            name="services"
            label="Which services?"
            values={['er']}
            choices={[
              { value: 'er', label: 'Emergency' },
              { value: 'icu', label: 'Intensive care', hint: 'Also intermediate care' },
            ]}
            look="large"
          />
          <SelectField
            name="country"
            label="Country"
            options={[
              { value: '', label: t('shell.field.choose') },
              { value: 'de', label: 'Germany' },
            ]}
            error="Choose a country"
          />
          <TextArea name="note" label="Anything else" value="5 < 6" />
          <FileField name="list" label="Asset list" hint="CSV or Excel, up to 20 MB" accept=".csv,.xlsx" />
          <Actions>
            <Button>Save</Button>
            <Button kind="secondary">Save as draft</Button>
            <Button kind="warning">Delete</Button>
            <LinkButton>Discard</LinkButton>
          </Actions>
          <Details summary="What counts">A whole system, not a single file.</Details>
        </div>
      </form>
      <Plain id="send" heading="Send">
        <BlockedButton
          id="send-button"
          because={
            <>
              <b>Not yet, because</b> one contradiction is open.
            </>
          }
        >
          Send to the authority
        </BlockedButton>
      </Plain>
    </>,
    { width: 'narrow', person: null, csrfToken: null, signInHref: '/sign-in' },
  )
}

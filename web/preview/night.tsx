// Sample page: the four questions for the worst hour.
// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  CheckboxField,
  DoneLines,
  RadioField,
  Reference,
  StateWord,
  TextField,
} from '../kit/index.ts'
import { renderNightPage } from '../shell/index.ts'
import { type SampleLook, translatorFor } from './frame.ts'

export function night(look: SampleLook): string {
  const answers = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
    { value: 'unknown', label: 'Don’t know' },
  ]
  return renderNightPage({
    translator: translatorFor(look.locale),
    assets: { styles: '/static/salus.css', script: '/static/salus.js' },
    title: 'Something is wrong: four questions',
    heading: 'Something is wrong?',
    phone: '0800 555 0112',
    csrfToken: null,
    address: '/emergency',
    example: true,
    content: (
      <form method="post" action="/emergency" class="s-above-s">
        <RadioField
          name="danger"
          look="thumb"
          label="Is a patient in danger now?"
          choices={answers}
          value="no"
        />
        <CheckboxField
          name="works"
          look="thumb-pairs"
          label="What still works?"
          choices={[
            { value: 'phones', label: 'Phones' },
            { value: 'records', label: 'Patient records' },
            { value: 'mail', label: 'Mail' },
          ]}
        />
        <TextField name="tel" type="tel" autoComplete="tel" label="A phone that works now" />
        <Button big>Send and wake the centre</Button>
        <p class="s-small s-quiet s-above-s">
          Your case code: <Reference>K4Q 7T2</Reference>
        </p>
        <DoneLines
          lines={[
            { done: true, text: 'Duty officer answered at 03:14.' },
            { done: false, text: 'Dr Feld: text sent, not yet read.' },
          ]}
        />
        <p>
          <StateWord state="done">Received</StateWord>
        </p>
      </form>
    ),
  })
}

// Reads the form of the yearly check and the measures, once.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { ownItemsOf } from '../../catalogue/index.ts'
import { readForms } from '../../facts/index.ts'
import type { Content } from '../content.ts'

export const yearlyCheck = 'yearly-check'

let read: Content | null = null

export function ownContent(): Content {
  read ??= { form: readCheckForm(), measures: ownItemsOf('measure') }
  return read
}

function readCheckForm(): Content['form'] {
  const form = readForms(join(import.meta.dirname, '..', 'forms')).find(({ key }) => key === yearlyCheck)
  if (!form) throw new Error('forms/yearly-check.json is not there.')
  return form
}

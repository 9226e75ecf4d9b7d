// The rejected rows of an import as a CSV file that a spreadsheet program cannot mistake for formulas.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { PageReply } from '../../../platform/http/endpoint.ts'
import { writeCsv } from '../csv-file.ts'
import type { Import } from '../import.ts'
import { listRows } from '../store/import-rows.ts'
import { faultText, type Reader } from './words.ts'

const maxRows = 100_000

export async function rejectedFile(context: Context, found: Import, reader: Reader): Promise<PageReply> {
  const rows = await context.database.asMember(found.organisationId, (scope) =>
    listRows(scope, found.id, 'rejected', 0, maxRows),
  )
  const { t } = reader.translator
  const header = [
    t('assets.rejected.place'),
    t('assets.rejected.says'),
    t('assets.rejected.why'),
    t('assets.rejected.do'),
  ]
  const lines = rows.flatMap(({ fault }) => {
    if (!fault) return []
    const { why, whatToDo } = faultText(fault, reader.translator)
    return [[fault.place, fault.says, why, whatToDo]]
  })
  return {
    file: writeCsv([header, ...lines]),
    fileName: `${t('assets.rejected.file')}-${found.id}.csv`,
    contentType: 'text/csv; charset=utf-8',
  }
}

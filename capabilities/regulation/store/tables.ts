// The decision tables of the law, read from `tables/` once, and with the duties the whole rule book.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { readDataFolder } from '../../../platform/data/folder.ts'
import { ownItemsOf } from '../../catalogue/index.ts'
import { type DecisionTable, decisionTableSchema, type Form, readForms } from '../../facts/index.ts'
import type { Duty, RuleBook } from '../duty-standing.ts'

const collator = new Intl.Collator('en', { numeric: true })
let read: ReadonlyMap<string, DecisionTable> | null = null
let form: Form | null = null

/** Throws where a file is not as it must be, or is not called like its table. */
export function regulationTables(): ReadonlyMap<string, DecisionTable> {
  read ??= new Map(
    readDataFolder(join(import.meta.dirname, '..', 'tables'), decisionTableSchema).map(({ file, data }) => {
      if (file !== `${data.key}.json`)
        throw new Error(`tables/${file}: holds the table ${data.key}, so it is called otherwise.`)
      return [data.key, data]
    }),
  )
  return read
}

/** Throws where a duty names a table that there is not: it would otherwise apply to nobody, in silence. */
export function ruleBook(): RuleBook {
  const tables = regulationTables()
  const duties = ownItemsOf('duty').toSorted(byArticle)
  for (const { key, body } of duties)
    for (const table of body.tables)
      if (!tables.has(table)) throw new Error(`${key}: there is no table ${table}.`)
  return { tables, duties }
}

/** As the law numbers them: Art. 3 before Art. 21, point (a) before point (b). */
function byArticle(a: Duty, b: Duty): number {
  return collator.compare(a.body.articles[0] ?? '', b.body.articles[0] ?? '')
}

/** The short questions about what is not known yet. */
export function dutiesForm(): Form {
  form ??= readForms(join(import.meta.dirname, '..', 'forms')).find(({ key }) => key === 'duties') ?? null
  if (!form) throw new Error('forms/duties.json is missing.')
  return form
}

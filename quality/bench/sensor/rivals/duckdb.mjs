// Runs queries over one table of events in DuckDB and says how long they took and which rows each found.
// SPDX-License-Identifier: EUPL-1.2
// Plain JavaScript, because its packages are there only when the benchmark runs, and types would ask for them always.
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const [, , rowsFile, queriesFile] = process.argv
const { columns, conditions, repeats, together } = JSON.parse(readFileSync(queriesFile, 'utf8'))
const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const names = columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')
await connection.run(
  `create table once as select * from read_json('${rowsFile}', format = 'newline_delimited', columns = {row: 'INTEGER', ${names}}, maximum_object_size = 33554432)`,
)
const hits = []
const refused = []
for (const [at, condition] of conditions.entries()) {
  try {
    const reader = await connection.runAndReadAll(`select row from once where ${condition} order by row`)
    hits[at] = reader.getRows().map(([row]) => row)
  } catch {
    refused.push(at)
  }
}
await connection.run(`create table events as select once.* from once, range(${repeats})`)
const usable = conditions.filter((_, at) => !refused.includes(at))
const portions = (size) => {
  const found = []
  for (let from = 0; from < usable.length; from += size) {
    const sums = usable
      .slice(from, from + size)
      .map((condition) => `count(*) filter (where ${condition})`)
      .join(', ')
    found.push(`select ${sums} from events`)
  }
  return found
}
const seconds = {}
for (const [name, queries] of [
  ['alone', usable.map((condition) => `select count(*) from events where ${condition}`)],
  ['together', portions(together)],
]) {
  const started = performance.now()
  for (const query of queries) await connection.run(query)
  seconds[name] = (performance.now() - started) / 1_000
}
const [[rows]] = (await connection.runAndReadAll('select count(*)::int from events')).getRows()
process.stdout.write(JSON.stringify({ hits, refused, rows, seconds }))

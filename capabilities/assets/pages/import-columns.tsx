// Step 2 of an import: how we read the columns of a spreadsheet, and how its first rows would look.
// SPDX-License-Identifier: EUPL-1.2
import type { ColumnGuess } from '@salus/standards/inventory'
import {
  Actions,
  Button,
  type Column,
  CsrfField,
  ErrorSummary,
  GradeTag,
  LinkButton,
  PageHead,
  SelectField,
  Table,
} from '../../../web/kit/index.ts'
import { type ColumnProblem, type ColumnUses, columnUses, isColumnUse, readUses, usesOf } from '../columns.ts'
import type { Import, TableFacts } from '../import.ts'
import { ColumnsPreview } from './columns-preview.tsx'
import { wayToAssets } from './way-to.ts'
import { dayOf, hrefs, type Reader } from './words.ts'

const fieldOf = (column: number) => `column-${column}`

export function usesOfImport(found: Import): ColumnUses {
  const { table, mapping } = found
  if (!table) return []
  return readUses(mapping, table.header.length) ?? usesOf(table.guesses)
}

/** What the form says; a column that it leaves unsaid stays as it was. */
export function usesFromForm(body: Readonly<Record<string, unknown>>, before: ColumnUses): ColumnUses {
  return before.map((use, column) => {
    const name = fieldOf(column)
    const sent = Object.hasOwn(body, name) ? body[name] : undefined
    return isColumnUse(sent) ? sent : use
  })
}

interface ColumnsProps {
  readonly found: Import
  readonly problems: readonly ColumnProblem[]
  readonly reader: Reader
}

export function ColumnsContent({ found, problems, reader }: ColumnsProps) {
  const { t, tr } = reader.translator
  const { table } = found
  if (!table) return null
  const uses = usesOfImport(found)
  const path = hrefs.import(reader.organisationId, found.id)
  const unsure = table.guesses.filter((guess) => guess.sureness === 'cannot-tell').length
  return (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: problems.length })}
        faults={problems.map((problem) => faultOf(problem, reader))}
      />
      <PageHead
        title={t('assets.columns.title')}
        meta={t('assets.import.step2')}
        wayTo={wayToAssets(reader)}
        lead={t('assets.columns.lead', {
          file: found.fileName,
          rows: table.rows,
          columns: table.header.length,
        })}
        because={tr('assets.columns.because', { unsure })}
      />
      <form method="post" action={`${path}/columns`}>
        <CsrfField token={reader.csrfToken} />
        <div class="s-sheet">
          <Table
            caption={t('assets.columns.caption')}
            columns={columnsOf(uses, table, problems, reader)}
            rows={table.guesses}
            keyOf={(guess) => guess.column}
            stateOf={(guess) => (guess.sureness === 'cannot-tell' ? 'unknown' : undefined)}
          />
        </div>
        <ColumnsPreview table={table} uses={uses} reader={reader} />
        <Actions>
          {reader.mayWrite && <Button>{t('assets.columns.submit')}</Button>}
          <a href={hrefs.upload(reader.organisationId)}>{t('assets.import.another')}</a>
          <span class="s-small s-quiet">{t('assets.columns.next')}</span>
        </Actions>
      </form>
      {reader.mayWrite && <DiscardForm path={path} reader={reader} />}
    </>
  )
}

export function DiscardForm({ path, reader }: { readonly path: string; readonly reader: Reader }) {
  return (
    <form method="post" action={`${path}/discard`}>
      <CsrfField token={reader.csrfToken} />
      <LinkButton>{reader.translator.t('assets.import.discard')}</LinkButton>
    </form>
  )
}

function faultOf(problem: ColumnProblem, reader: Reader): { fieldId: string; text: string } {
  const { t } = reader.translator
  if (problem.kind === 'nothing-named')
    return { fieldId: fieldOf(0), text: t('assets.columns.error.nothing') }
  const use = t(`assets.fact.${problem.use}`)
  return {
    fieldId: fieldOf(problem.columns.at(-1) ?? 0),
    text: t('assets.columns.error.twice', { use }),
  }
}

function columnsOf(
  uses: ColumnUses,
  table: TableFacts,
  problems: readonly ColumnProblem[],
  reader: Reader,
): readonly Column<ColumnGuess>[] {
  const { t } = reader.translator
  const faults = problems.map((problem) => faultOf(problem, reader))
  const options = columnUses.map((value) => ({
    value,
    label: value === 'leave-out' ? t('assets.use.leave-out') : t(`assets.fact.${value}`),
  }))
  const headingOf = ({ header, column }: ColumnGuess) =>
    header || t('assets.columns.unnamed', { number: column + 1 })
  return [
    { label: t('assets.columns.column'), kind: 'head', cell: headingOf },
    {
      label: t('assets.columns.values'),
      cell: ({ firstValues }) => <span class="s-quiet">{firstValues.join(', ')}</span>,
    },
    {
      label: t('assets.columns.readAs'),
      cell: (guess) => (
        <SelectField
          name={fieldOf(guess.column)}
          label={t('assets.columns.is', { heading: headingOf(guess) })}
          hideLabel
          options={options}
          value={uses[guess.column] ?? 'leave-out'}
          error={faults.find((fault) => fault.fieldId === fieldOf(guess.column))?.text}
        />
      ),
    },
    { label: t('assets.columns.why'), cell: (guess) => becauseOf(guess, table, reader) },
    {
      label: t('assets.columns.sureness'),
      cell: ({ sureness }) => (
        <GradeTag grade={sureness === 'sure' ? 3 : sureness === 'likely' ? 2 : 0}>
          {t(`assets.columns.${sureness}`)}
        </GradeTag>
      ),
    },
  ]
}

function becauseOf({ because }: ColumnGuess, table: TableFacts, reader: Reader): string {
  const { t, find } = reader.translator
  if (table.rememberedAt)
    return t('assets.columns.remembered', { day: dayOf(new Date(table.rememberedAt), reader) })
  return find(`assets.guess.${because.code.replace('mapping/', '')}`, because.values) ?? ''
}

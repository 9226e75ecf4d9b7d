// Why this hospital: what its list says, what the advisory says, and how sure the comparison is.
// SPDX-License-Identifier: EUPL-1.2
import { type Column, Details, type Grade, GradeTag, Plain, Table } from '../../../web/kit/index.ts'
import type { ExplanationStep, Verdict } from '../../matching/index.ts'
import type { AlertView } from './alert.tsx'
import { sayStep } from './explain.ts'
import type { Reader } from './words.ts'

interface Row {
  readonly question: string
  readonly list: string
  readonly advisory: string
  readonly grade: Grade
  readonly gradeWord: string
  /** Said behind what the list says, where that is counted. */
  readonly assets: number | null
}

interface Pair {
  readonly product: Row
  readonly range: Row
}

interface DocumentStep {
  readonly code: 'document'
  readonly sha256: string
}

const maxGroups = 6
/** A hospital may give each device a name of its own; the table of assets lists them all. */
const maxNamings = 3
const identityGrades: Readonly<Record<string, Grade>> = {
  'exact-identifier': 3,
  'confirmed-alias': 2,
  'name-similarity': 1,
}
const rangeGrades: Readonly<Record<string, Grade>> = { exact: 3, parsed: 2, unparsed: 0 }

export function WhyYou({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { t } = reader.translator
  const pairs = view.verdicts.map((verdict) => rowsOf(verdict, view, reader))
  return (
    <Plain
      id="why"
      heading={t('alerts.why.title')}
      aside={t('alerts.why.aside', { affected: view.alert.affectedAssets, unsure: view.alert.unsureAssets })}
      flush
    >
      <Table
        caption={t('alerts.why.title')}
        columns={columnsOf(reader)}
        rows={inGroups(pairs, reader).slice(0, maxGroups).flat()}
        keyOf={(_row, index) => index}
      />
      <Details summary={t('alerts.why.steps')}>
        {view.verdicts.slice(0, maxGroups).map((verdict) => (
          <EveryStep key={verdict.productVersionId} verdict={verdict} reader={reader} />
        ))}
      </Details>
    </Plain>
  )
}

function columnsOf({ translator: { t } }: Reader): readonly Column<Row>[] {
  return [
    { label: t('alerts.why.column.question'), kind: 'head', phoneLabel: null, cell: (row) => row.question },
    { label: t('alerts.why.column.list'), cell: sayList },
    { label: t('alerts.why.column.advisory'), cell: (row) => row.advisory },
    {
      label: t('alerts.why.column.sure'),
      cell: (row) => <GradeTag grade={row.grade}>{row.gradeWord}</GradeTag>,
    },
  ]
}

function rowsOf(verdict: Verdict, view: AlertView, { translator: { t } }: Reader): Pair {
  const steps = stepsOf(verdict)
  const statement = steps.find((step) => step.code === 'statement')
  const assets = view.assets.filter((asset) => asset.productVersionId === verdict.productVersionId)
  const facts = assets[0]?.facts
  const name = [facts?.vendor, facts?.product ?? facts?.name, facts?.model].filter(Boolean).join(', ')
  const version = facts?.version ?? t('alerts.why.none')
  const identity = verdict.identityGrade as
    | 'exact-identifier'
    | 'confirmed-alias'
    | 'name-similarity'
    | 'none'
  const range =
    verdict.answer === 'cannot_tell' ? 'unparsed' : (verdict.rangeGrade as 'exact' | 'parsed' | 'unparsed')
  const stated =
    !statement || statement.versions === '' || statement.versions === '*'
      ? t('alerts.why.allVersions')
      : statement.versions
  return {
    product: {
      question: t('alerts.why.same'),
      list: name,
      advisory: statement?.product ?? view.summary.title,
      grade: identityGrades[identity] ?? 0,
      gradeWord: t(`alerts.grade.${identity}`),
      assets: null,
    },
    range: {
      question: t('alerts.why.range'),
      list: version,
      advisory: stated,
      grade: rangeGrades[range] ?? 0,
      gradeWord: t(`alerts.grade.${range}`),
      assets: assets.length,
    },
  }
}

function sayList({ list, assets }: Row): string {
  return assets === null ? list : `${list} (${assets})`
}

/** What is the same version for the same reason stands once, below all that is called so. */
function inGroups(pairs: readonly Pair[], { translator: { t } }: Reader): readonly (readonly Row[])[] {
  const groups = Map.groupBy(pairs, ({ range }) => JSON.stringify({ ...range, assets: null }))
  return [...groups.values()].map((group) => {
    const namings = new Map(group.map(({ product }) => [JSON.stringify(product), product]))
    const shown = [...namings.values()].slice(0, maxNamings)
    const more = namings.size - shown.length
    const assets = group.reduce((sum, { range }) => sum + (range.assets ?? 0), 0)
    return [
      ...shown.map((row, index) =>
        more > 0 && index === maxNamings - 1
          ? { ...row, list: `${row.list} (${t('alerts.assets.more', { count: more })})` }
          : row,
      ),
      ...group.slice(0, 1).map(({ range }) => ({ ...range, assets })),
    ]
  })
}

/** Stored by the engine as its own steps, with the document in front. */
function stepsOf(verdict: Verdict): readonly ExplanationStep[] {
  return (verdict.explanation as readonly (ExplanationStep | DocumentStep)[]).filter(
    (step): step is ExplanationStep => step.code !== 'document',
  )
}

function EveryStep({ verdict, reader }: { readonly verdict: Verdict; readonly reader: Reader }) {
  const document = (verdict.explanation as readonly (ExplanationStep | DocumentStep)[]).find(
    (step): step is DocumentStep => step.code === 'document',
  )
  return (
    <>
      {document && (
        <p class="s-code">{reader.translator.t('alerts.why.document', { sha256: document.sha256 })}</p>
      )}
      <ol>
        {stepsOf(verdict).map((step, index) => (
          <li key={index}>{sayStep(step, reader.translator)}</li>
        ))}
      </ol>
    </>
  )
}

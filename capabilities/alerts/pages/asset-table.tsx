// The hospital's assets that an alert concerns, those with the same facts in one row.
// SPDX-License-Identifier: EUPL-1.2
import { type Column, Plain, StateWord, Table } from '../../../web/kit/index.ts'
import { type Asset, titleOfAsset } from '../../assets/index.ts'
import type { AlertView } from './alert.tsx'
import type { Reader } from './words.ts'

const maxRows = 60
const namesInRow = 3

interface Group {
  readonly assets: readonly Asset[]
  readonly first: Asset
  readonly answer: 'affected' | 'cannot_tell'
}

export function AssetTable({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { t } = reader.translator
  const groups = groupsOf(view).slice(0, maxRows)
  return (
    <Plain id="assets" heading={t('alerts.assets.title')} flush>
      {groups.length === 0 ? (
        <p>{t('alerts.assets.none')}</p>
      ) : (
        <Table
          caption={t('alerts.assets.caption')}
          columns={columnsOf(view, reader)}
          rows={groups}
          keyOf={(group) => group.first.id}
          stateOf={(group) => (group.answer === 'cannot_tell' ? 'unknown' : undefined)}
        />
      )}
    </Plain>
  )
}

function groupsOf(view: AlertView): readonly Group[] {
  const answers = new Map(view.verdicts.map((verdict) => [verdict.productVersionId, verdict.answer]))
  const grouped = Map.groupBy(view.assets, ({ productVersionId, facts }) =>
    JSON.stringify([productVersionId, facts.site, facts.clinicalRole, facts.networkExposure]),
  )
  return [...grouped.values()]
    .flatMap((assets): readonly Group[] =>
      assets[0]
        ? [
            {
              assets,
              first: assets[0],
              answer: answers.get(assets[0].productVersionId) === 'affected' ? 'affected' : 'cannot_tell',
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.answer.localeCompare(b.answer))
}

function columnsOf(view: AlertView, { translator: { t } }: Reader): readonly Column<Group>[] {
  const unstated = t('alerts.assets.notStated')
  return [
    {
      label: t('alerts.assets.column.asset'),
      kind: 'head',
      phoneLabel: null,
      cell: (group) => (
        <Names
          group={group}
          organisationId={view.alert.organisationId}
          more={(count) => t('alerts.assets.more', { count })}
        />
      ),
    },
    { label: t('alerts.assets.column.site'), cell: ({ first }) => first.facts.site ?? unstated },
    {
      label: t('alerts.assets.column.role'),
      cell: ({ first }) =>
        first.facts.clinicalRole ? t(`alerts.role.${first.facts.clinicalRole}`) : unstated,
    },
    { label: t('alerts.assets.column.version'), cell: ({ first }) => first.facts.version ?? unstated },
    {
      label: t('alerts.assets.column.exposure'),
      cell: ({ first }) =>
        first.facts.networkExposure ? t(`alerts.exposure.${first.facts.networkExposure}`) : unstated,
    },
    {
      label: t('alerts.assets.column.answer'),
      cell: ({ answer }) => (
        <StateWord state={answer === 'affected' ? 'new' : 'unknown'}>
          {t(`alerts.assets.answer.${answer}`)}
        </StateWord>
      ),
    },
  ]
}

function Names({
  group,
  organisationId,
  more,
}: {
  readonly group: Group
  readonly organisationId: number
  readonly more: (count: number) => string
}) {
  const rest = group.assets.length - namesInRow
  return (
    <>
      {group.assets.slice(0, namesInRow).map((asset, index) => (
        <span key={asset.id}>
          {index > 0 && <br />}
          <a href={`/o/${organisationId}/assets/${asset.id}`}>{titleOfAsset(asset.facts)}</a>
        </span>
      ))}
      {rest > 0 && <span class="s-small s-quiet"> {more(rest)}</span>}
    </>
  )
}

// The ledger of facts by group: value, source, how sure; what was said before stays, struck, with the reason.
// SPDX-License-Identifier: EUPL-1.2
import { type Grade, GradeTag, Plain, Table } from '../../../../web/kit/index.ts'
import type { Confidence, FactEntry } from '../../fact.ts'
import { type FactGroup, type FactKey, factGroups } from '../../fact-keys.ts'
import { valueText } from '../../filings/value-text.ts'
import { mayWrite, type PartProps, type Reader, say } from './place.ts'

const grades: Readonly<Record<Confidence, Grade>> = { confirmed: 3, likely: 2, unsure: 1 }

export const groups = Object.keys(factGroups) as FactGroup[]

export function keysOf(group: FactGroup): readonly FactKey[] {
  return Object.keys(factGroups[group]) as FactKey[]
}

export function saidValue({ key, value }: Pick<FactEntry, 'key' | 'value'>, reader: Reader): string {
  return value === null ? reader.translator.t('room.facts.takenBack') : valueText(key, value, false, reader)
}

export function FactsPart(props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const known = groups.filter((group) => keysOf(group).some((key) => view.ledger.has(key)))
  return (
    <Plain id="facts" heading={t('room.facts.heading')} aside={t('room.facts.once')}>
      {known.length === 0 && <p class="s-dense">{t('room.facts.none')}</p>}
      {known.map((group) => (
        <GroupTable key={group} group={group} {...props} />
      ))}
      {place && mayWrite(props) && (
        <p class="s-dense s-noprint">
          {t('room.facts.add')}{' '}
          {groups.map((group, index) => (
            <span key={group}>
              {index > 0 && ' · '}
              <a href={`${place.base}/facts/${group}`}>{t(`room.group.${group}`)}</a>
            </span>
          ))}
        </p>
      )}
    </Plain>
  )
}

function GroupTable({ group, view, reader }: PartProps & { readonly group: FactGroup }) {
  const { t } = reader.translator
  const rows = keysOf(group).flatMap((key) => view.ledger.get(key) ?? [])
  return (
    <Table
      caption={t(`room.group.${group}`)}
      showCaption
      rows={rows}
      keyOf={({ current }) => current.key}
      columns={[
        {
          label: t('room.facts.fact'),
          kind: 'head',
          phoneLabel: null,
          cell: ({ current }) => <span id={`fact-${current.key}`}>{t(`filings.fact.${current.key}`)}</span>,
        },
        {
          label: t('room.facts.value'),
          main: true,
          cell: ({ current, struck }) => (
            <>
              {saidValue(current, reader)}
              {struck.map((earlier, index) => (
                <Earlier
                  key={earlier.number}
                  entry={earlier}
                  by={struck[index + 1] ?? current}
                  reader={reader}
                />
              ))}
            </>
          ),
        },
        {
          label: t('room.facts.from'),
          cell: ({ current }) => (
            <>
              {current.source}
              <span class="s-sub">
                {t('room.facts.recorded', { name: current.recordedBy, at: say(current.recordedAt, reader) })}
              </span>
            </>
          ),
        },
        {
          label: t('room.facts.sure'),
          cell: ({ current }) => (
            <GradeTag grade={grades[current.confidence]}>
              {t(`filings.confidence.${current.confidence}`)}
            </GradeTag>
          ),
        },
      ]}
    />
  )
}

/** Said again with another confidence is no correction: nothing is struck that still holds. */
function Earlier({
  entry,
  by,
  reader,
}: {
  readonly entry: FactEntry
  readonly by: FactEntry
  readonly reader: Reader
}) {
  if (JSON.stringify(entry.value) === JSON.stringify(by.value)) return null
  return (
    <span class="s-sub">
      <s class="s-struck">{saidValue(entry, reader)}</s>{' '}
      {reader.translator.t('room.facts.until', { at: say(by.recordedAt, reader), name: by.recordedBy })}{' '}
      {by.reason && <q>{by.reason}</q>}
    </span>
  )
}

// Calls in a table: what for, where it stands, by when, and the way to it.
// SPDX-License-Identifier: EUPL-1.2
import { StateWord, Table } from '../../../web/kit/index.ts'
import { type Call, isLate, isOpen } from '../call.ts'
import { instant, left, type Reader } from './reader.ts'
import { lookOfCall } from './words.ts'

export interface CallTableProps {
  readonly reader: Reader
  readonly calls: readonly Call[]
  readonly hrefOf: (call: Call) => string
  /** On the centre's queue: whose call it is. */
  readonly nameOf?: (call: Call) => string
}

export function CallTable({ reader, calls, hrefOf, nameOf }: CallTableProps) {
  const { translator, now } = reader
  const { t } = translator
  return (
    <Table
      caption={t('support.calls.caption')}
      rows={calls}
      keyOf={({ organisationId, id }) => `${organisationId}-${id}`}
      columns={[
        {
          label: t('support.calls.what'),
          kind: 'head',
          main: true,
          phoneLabel: null,
          cell: (call) => (
            <>
              <a href={hrefOf(call)}>
                {nameOf
                  ? `${nameOf(call)}: ${t(`support.kind.${call.kind}`)}`
                  : t(`support.kind.${call.kind}`)}
              </a>
              {call.realm === 'exercise' && <span class="s-sub">{t('support.exercise.word')}</span>}
            </>
          ),
        },
        {
          label: t('support.calls.state'),
          cell: (call) => (
            <StateWord state={lookOfCall(call, now)}>
              {isLate(call, now)
                ? t('support.state.late', { state: t(`support.state.${call.state}`) })
                : t(`support.state.${call.state}`)}
            </StateWord>
          ),
        },
        { label: t('support.calls.asked'), cell: (call) => instant(call.askedAt, reader) },
        {
          label: t('support.calls.by'),
          cell: (call) => <ByWhen call={call} reader={reader} />,
        },
      ]}
      stateOf={(call) => (isLate(call, now) ? 'late' : undefined)}
    />
  )
}

function ByWhen({ call, reader }: { readonly call: Call; readonly reader: Reader }) {
  const { t } = reader.translator
  const at = call.state === 'asked' ? call.dueAt : isOpen(call) ? call.promisedFor : null
  if (at === null) return <>{t('support.calls.none')}</>
  return (
    <>
      {instant(at, reader)} <span class="s-sub">{left(at, reader)}</span>
    </>
  )
}

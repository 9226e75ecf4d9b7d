// "We keep to it": what shows it, who said so and when it is looked at again; and what was said before.
// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, CsrfField, LinkButton, Table, TextArea } from '../../../web/kit/index.ts'
import type { Duty } from '../duty-standing.ts'
import type { Acceptance } from '../store/acceptances.ts'
import { KeptWord } from './duty-groups.tsx'
import { day, type Reader } from './reader.ts'

export interface KeepingProps {
  readonly duty: Duty
  /** Newest first. */
  readonly history: readonly Acceptance[]
  readonly error: string | undefined
  readonly typed: string
  readonly reader: Reader
}

export function Keeping(props: KeepingProps) {
  const { history, reader } = props
  const [newest] = history
  return (
    <>
      <p>
        <KeptWord acceptance={newest} reader={reader} />
      </p>
      {reader.mayKeep ? <KeepForm {...props} /> : <p>{reader.translator.t('regulation.keep.who')}</p>}
      <History history={history} reader={reader} />
    </>
  )
}

function KeepForm({ duty, history, error, typed, reader }: KeepingProps) {
  const { t } = reader.translator
  const { reviewMonths } = duty.body
  const isKept = history[0]?.said === 'kept'
  const href = `${reader.href}/${duty.key}`
  return (
    <>
      <form class="s-stack s-noprint" method="post" action={`${href}/kept`}>
        <CsrfField token={reader.csrfToken} />
        <TextArea
          name="evidence"
          label={t('regulation.keep.evidence')}
          hint={t('regulation.keep.hint', { months: reviewMonths ?? 0 })}
          rows={3}
          value={typed || (history[0]?.evidence ?? '')}
          error={error}
        />
        <Actions>
          <Button>{t(isKept ? 'regulation.keep.renew' : 'regulation.keep.button')}</Button>
        </Actions>
      </form>
      {isKept && (
        <form class="s-noprint" method="post" action={`${href}/not-kept`}>
          <CsrfField token={reader.csrfToken} />
          <LinkButton>{t('regulation.keep.back')}</LinkButton>
        </form>
      )}
    </>
  )
}

function History({ history, reader }: Pick<KeepingProps, 'history' | 'reader'>) {
  const { t } = reader.translator
  if (history.length === 0) return null
  return (
    <Table
      caption={t('regulation.history')}
      showCaption
      rows={history}
      keyOf={({ id }) => id}
      columns={[
        { label: t('regulation.history.day'), kind: 'head', cell: ({ saidAt }) => day(saidAt, reader) },
        { label: t('regulation.history.who'), cell: ({ saidByName }) => saidByName },
        {
          label: t('regulation.history.what'),
          main: true,
          cell: ({ said, evidence }) =>
            said === 'kept' ? (
              <span class="s-kept-lines">{evidence}</span>
            ) : (
              t('regulation.history.taken-back')
            ),
        },
      ]}
    />
  )
}

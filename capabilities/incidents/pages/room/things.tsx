// Assets and traces of the attack in a room: what is touched, and what to look for elsewhere.
// SPDX-License-Identifier: EUPL-1.2
import { CsrfField, LinkButton, Plain, Table } from '../../../../web/kit/index.ts'
import { defanged } from '../../indicator-text.ts'
import { mayWrite, type PartProps, say } from './place.ts'

export function Assets(props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  // Only the hospital's own people choose from its inventory; others read what was attached.
  const isOwn = place !== null && view.access.via === 'member' && mayWrite(props)
  return (
    <Plain
      id="assets"
      heading={t('room.assets.heading')}
      flush
      aside={isOwn && <a href={`${place.base}/assets`}>{t('room.assets.add')}</a>}
    >
      {view.assets.length === 0 ? (
        <p class="s-dense s-quiet">{t('room.assets.none')}</p>
      ) : (
        <Table
          caption={t('room.assets.heading')}
          rows={view.assets}
          keyOf={({ assetId }) => assetId}
          columns={[
            {
              label: t('room.assets.asset'),
              kind: 'head',
              phoneLabel: null,
              cell: ({ assetId }) => view.assetTitles.get(assetId) ?? t('room.assets.gone'),
            },
            { label: t('room.assets.note'), main: true, cell: ({ note }) => note ?? '–' },
            {
              label: t('room.added'),
              cell: ({ assetId, recordedAt, recordedByName }) => (
                <>
                  {recordedByName} <span class="s-sub">{say(recordedAt, reader)}</span>
                  {isOwn && (
                    <Take
                      {...props}
                      action={`${place.base}/assets/${assetId}/remove`}
                      name={view.assetTitles.get(assetId) ?? String(assetId)}
                    />
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Plain>
  )
}

export function Indicators(props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const isOpen = place !== null && mayWrite(props)
  return (
    <Plain
      id="indicators"
      heading={t('room.indicators.heading')}
      flush
      aside={isOpen && <a href={`${place.base}/indicators`}>{t('room.indicators.add')}</a>}
    >
      {view.indicators.length === 0 ? (
        <p class="s-dense s-quiet">{t('room.indicators.none')}</p>
      ) : (
        <Table
          caption={t('room.indicators.heading')}
          rows={view.indicators}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t('room.indicators.value'),
              kind: 'head',
              phoneLabel: null,
              main: true,
              cell: (one) => <code>{defanged(one)}</code>,
            },
            { label: t('room.indicators.type'), cell: ({ type }) => t(`room.indicatorType.${type}`) },
            { label: t('room.assets.note'), cell: ({ note }) => note ?? '–' },
            {
              label: t('room.added'),
              cell: ({ id, value, recordedAt, recordedByName }) => (
                <>
                  {recordedByName} <span class="s-sub">{say(recordedAt, reader)}</span>
                  {isOpen && (
                    <Take {...props} action={`${place.base}/indicators/${id}/remove`} name={value} />
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Plain>
  )
}

function Take({
  action,
  name,
  reader,
  place,
}: PartProps & { readonly action: string; readonly name: string }) {
  return (
    <form class="s-noprint" method="post" action={action}>
      <CsrfField token={place?.csrfToken ?? null} />
      <LinkButton>
        {reader.translator.t('room.remove')} <span class="s-hide">{name}</span>
      </LinkButton>
    </form>
  )
}

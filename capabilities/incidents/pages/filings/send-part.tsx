// The way on from a draft: checking and sending, why not yet, and what was tried before.
// SPDX-License-Identifier: EUPL-1.2
import { formatList } from '../../../../platform/i18n/index.ts'
import { BlockedButton, Button, CsrfField, Note, Plain } from '../../../../web/kit/index.ts'
import { labelOf } from '../../filings/value-text.ts'
import { type FilingProps, mayFile, sayYear } from './place.ts'

export function SendPart(props: FilingProps) {
  const { view, reader, place } = props
  const { t, tr } = reader.translator
  const open = view.draft?.open.length ?? 0
  const blocking = view.draft?.rendered.blocking ?? []
  if (!mayFile(props))
    return (
      <Plain id="send" heading={t('filing-pages.send.heading')}>
        <p>{t('filing-pages.readonly')}</p>
      </Plain>
    )
  const fields = formatList(
    blocking.map((key) => labelOf(key, reader)),
    reader.translator,
  )
  return (
    <Plain id="send" heading={t('filing-pages.send.heading')}>
      {open > 0 ? (
        <BlockedButton
          id="send"
          because={tr('filing-pages.send.blocked.because', {
            reason: t('filing-pages.clash.waiting', { count: open }),
          })}
        >
          {t('filing-pages.send.blocked')}
        </BlockedButton>
      ) : (
        <form class="s-stack" method="post" action={`${place.here}/check`}>
          <CsrfField token={place.csrfToken} />
          <Button>{t('filing-pages.send.next')}</Button>
        </form>
      )}
      <p class="s-dense">{t('filing-pages.send.checks')}</p>
      {blocking.length > 0 ? (
        <Note tone="soon">{t('filing-pages.send.not-enough', { fields })}</Note>
      ) : (
        <p class="s-dense">{t('filing-pages.send.missing.ok')}</p>
      )}
      {open > 0 && (
        <p class="s-dense">
          <a href={`${place.here}/send?way=telephone`}>{t('filing-pages.send.button.telephone')}</a>
        </p>
      )}
      <Attempts {...props} />
    </Plain>
  )
}

function Attempts({ view, reader }: FilingProps) {
  const { t } = reader.translator
  if (view.filing.attempts.length === 0) return null
  return (
    <div>
      <h3>{t('filing-pages.attempts.heading')}</h3>
      {view.filing.attempts.map(({ startedAt, channel, because, byName, sha256 }) => (
        <p key={startedAt} class="s-dense">
          {t('filing-pages.attempts.line', {
            at: sayYear(new Date(startedAt), reader),
            way: t(`filing-pages.send.way.${channel === 'connector' ? 'portal' : channel}`),
            because,
            name: byName,
          })}{' '}
          <span class="s-hash">SHA-256 {sha256}</span>
        </p>
      ))}
    </div>
  )
}

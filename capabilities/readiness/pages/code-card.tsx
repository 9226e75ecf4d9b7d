// The card with the recovery code, shown once: to be printed, cut out and kept apart from the phone.
// SPDX-License-Identifier: EUPL-1.2
import { Note, PageHead, QrCode, Sheet } from '../../../web/kit/index.ts'
import { formatCode, type RecoveryCode } from '../envelope/code.ts'
import { type Reader, sayInstant, wayTo } from './reader.ts'

export interface CodeCardProps {
  readonly code: RecoveryCode
  readonly holder: string
  readonly reader: Reader
}

export function CodeCard({ code, holder, reader }: CodeCardProps) {
  const { t, tr } = reader.translator
  const printed = formatCode(code)
  return (
    <>
      <PageHead
        title={t('readiness.card.title')}
        wayTo={wayTo(reader, { label: t('readiness.envelope'), href: `${reader.href}/envelope` })}
        lead={t('readiness.card.lead')}
      />
      <div class="s-stack-l">
        <Note tone="now" announce>
          {tr('readiness.card.once')}
        </Note>
        <Sheet id="card" heading={t('readiness.card.heading', { holder })}>
          <p class="s-lead">
            <code class="s-raw" translate={false}>
              {printed}
            </code>
          </p>
          <QrCode text={printed} label={t('readiness.card.picture')} />
          <p>{t('readiness.card.use')}</p>
          <p class="s-dense s-quiet">
            {t('readiness.card.made', { moment: sayInstant(reader.now, reader) })}
          </p>
        </Sheet>
        <p>
          <a href={`${reader.href}/envelope`}>{t('readiness.card.next')}</a>
        </p>
      </div>
    </>
  )
}

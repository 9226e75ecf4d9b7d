// How a filing was sent: by whom, on which mandate, when, with which hash; and what became of a mail on its way.
// SPDX-License-Identifier: EUPL-1.2
import { type Fact, Facts, Note, Plain, RawText } from '../../../../web/kit/index.ts'
import { isIntact } from '../../filings/frozen.ts'
import type { Reader } from '../room/place.ts'
import { type FilingProps, sayYear } from './place.ts'
import { telephonesOf } from './receiver-card.tsx'
import { wayName } from './words.ts'

export function HowSent(props: FilingProps) {
  const { view, reader } = props
  const { t } = reader.translator
  return (
    <Plain id="sent" heading={t('filing-pages.sent.heading')}>
      {view.filing.voidAt && <Note tone="now">{t('filing-pages.void.note')}</Note>}
      {view.filing.state === 'corrected' && <Note tone="plan">{t('filing-pages.corrected.by')}</Note>}
      {view.filing.state === 'sending' && <OnItsWay {...props} />}
      <Facts facts={sendingFacts(view, reader)} />
    </Plain>
  )
}

/** For the page, the print and the PDF alike. */
export function sendingFacts(
  { filing, content }: FilingProps['view'],
  reader: Reader,
): readonly (Fact & { readonly term: string; readonly value: string })[] {
  const { t } = reader.translator
  const { sending } = content
  if (!sending) return []
  const { content: text, sha256, sentAt, recipient, receiptNumber, receiptedAt, refusedBecause } = filing
  const intact = text !== null && sha256 !== null && isIntact({ content: text, sha256 })
  return [
    { term: t('filing-pages.sender'), value: `${sending.sender.name}, ${sending.sender.role}` },
    { term: t('filing-pages.mandate'), value: sending.sender.mandate.basis },
    {
      term: t(sentAt ? 'filing-pages.sentAt' : 'filing-pages.sendingAt'),
      value: `${sayYear(sentAt ?? new Date(sending.sentAt), reader)} (${reader.timeZone})`,
    },
    { term: t('filing-pages.way'), value: wayName(sending.way, reader.translator) },
    ...(recipient ? [{ term: t('filing-pages.recipient'), value: recipient }] : []),
    {
      term: t('filing-pages.hash'),
      value: sha256 ?? '',
      source: t(intact ? 'filing-pages.hash.intact' : 'filing-pages.hash.broken'),
    },
    {
      term: t('filing-pages.receipt'),
      value:
        receiptNumber && receiptedAt
          ? t('filing-pages.receipt.line', { number: receiptNumber, at: sayYear(receiptedAt, reader) })
          : t('filing-pages.receipt.none'),
    },
    ...(refusedBecause ? [{ term: t('filing-pages.refused.because'), value: refusedBecause }] : []),
  ]
}

function OnItsWay({ view, reader }: FilingProps) {
  const { t } = reader.translator
  const { delivery, receiver, incident } = view
  const isFailed = delivery?.state === 'failed'
  const tries = delivery?.attempts ?? 0
  const telephones = incident.realm === 'exercise' ? [] : telephonesOf(receiver.recipient?.ways ?? [])
  return (
    <Note tone={isFailed ? 'now' : 'soon'} announce>
      <p>
        {isFailed
          ? t('filing-pages.way-on.failed')
          : tries > 0
            ? t('filing-pages.way-on.retry', { count: tries })
            : t('filing-pages.way-on.pending')}
      </p>
      {delivery?.problem && (
        <p>
          {t('filing-pages.way-on.said', { problem: '' })} <RawText text={delivery.problem} />
        </p>
      )}
      {incident.realm === 'real' && (
        <p>
          {telephones.length === 0
            ? t('filing-pages.way-on.noTelephone')
            : t('filing-pages.way-on.telephone')}{' '}
          {telephones.map((number) => (
            <a key={number} href={`tel:${number.replaceAll(/[^+0-9]/g, '')}`}>
              {number}
            </a>
          ))}
        </p>
      )}
    </Note>
  )
}

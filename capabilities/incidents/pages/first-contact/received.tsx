// The page after sending without a card: a person of the centre rings; until then one thing to do.
// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '../../../../platform/http/endpoint.ts'
import type { FirstStep } from '../../first-steps.ts'
import { type NightFrame, nightPage } from './frame.tsx'
import { OneThing } from './one-thing.tsx'

export interface ReceivedPage extends NightFrame {
  readonly path: string
  readonly step: FirstStep | null
  /** The centre has nobody whom a message could reach. */
  readonly isNobody: boolean
}

export function receivedPage({ step, isNobody, ...page }: ReceivedPage): PageReply {
  const { translator, phone } = page
  const { t } = translator
  const title = isNobody ? t('night.nobody.title') : t('night.sent.title')
  const Heading = step ? 'h2' : 'h1'
  return nightPage({
    ...page,
    title,
    isExercise: false,
    content: (
      <>
        {step && <OneThing translator={translator} step={step} isSpreading={step === 'pull-network'} />}
        <Heading>{title}</Heading>
        <p>{isNobody ? t('night.nobody.text') : t('night.sent.text')}</p>
        {phone && <p>{t('night.sent.ring', { phone })}</p>}
      </>
    ),
  })
}

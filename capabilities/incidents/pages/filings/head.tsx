// The head of a filing: where it stands, whom it goes to, on which article, and the clock that it stops.
// SPDX-License-Identifier: EUPL-1.2
import { Clock, PageHead, StateWord } from '../../../../web/kit/index.ts'
import { titleOf } from '../../filings/presentation.ts'
import { dutyClock } from '../room/duty-words.tsx'
import { type FilingProps, sayYear } from './place.ts'
import { receiverName, standingOfFiling } from './words.ts'

export function FilingHead({ view, reader, place }: FilingProps) {
  const { translator } = reader
  const { t } = translator
  const { filing, duty, draft, delivery } = view
  const live = { hasOpen: (draft?.open.length ?? 0) > 0, delivery }
  const standing = standingOfFiling(filing, translator, live)
  const receiver = receiverName(filing, translator)
  const isRunning = duty !== null && !duty.dischargedAt && filing.correctsId === null
  return (
    <PageHead
      wayTo={{
        label: t('shell.pages.wayTo'),
        steps: [
          {
            label: t('filing-pages.list.title', { word: view.incident.word }),
            href: `${place.base}/filings`,
          },
        ],
      }}
      meta={
        <>
          <StateWord state={standing.look}>{standing.word}</StateWord>
          <span lang={receiver.language}>{t('filing-pages.to', { authority: receiver.text })}</span>
          <span>{view.content.map.article}</span>
          {filing.correctsId !== null && <Corrects id={filing.correctsId} {...{ view, reader, place }} />}
        </>
      }
      title={titleOf(filing.duty, reader)}
      {...(isRunning ? { side: <Clock {...dutyClock(duty, reader)} /> } : {})}
    />
  )
}

function Corrects({ id, view, reader, place }: FilingProps & { readonly id: number }) {
  const corrected = view.filings.find((one) => one.id === id)
  const at = corrected?.sentAt ? sayYear(corrected.sentAt, reader) : ''
  return (
    <a href={`${place.base}/filings/${id}`}>
      {reader.translator.t('filing-pages.corrects.link', {
        title: titleOf(corrected?.duty ?? '', reader),
        at,
      })}
    </a>
  )
}

// Each duty that a filing meets, with what was prepared and sent for it, and the way to prepare one.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, Details, SelectField, StateWord } from '../../../../web/kit/index.ts'
import { authorityName } from '../../../authorities/index.ts'
import { type Receivers, receiversOf } from '../../actions/filings/receivers.ts'
import type { Duty, DutyState } from '../../duties/duty.ts'
import { fieldMaps } from '../../filings/maps.ts'
import { titleOf } from '../../filings/presentation.ts'
import type { Filing } from '../../store/filings.ts'
import { isAtHome, mayWrite, type PartProps, type Place, type Reader, say } from '../room/place.ts'
import { receiverName, standingOfFiling } from './words.ts'

export type DutyFilingsProps = PartProps & { readonly filings: readonly Filing[] }

/** In these, somebody has to file: the others wait for a fact, are voluntary or are done. */
const pressing: readonly DutyState[] = ['running', 'overdue', 'owed']

/** `isBrief`: what neither presses nor has a filing is folded away, so that the reader sees what is due. */
export function DutyFilings({
  isBrief = false,
  ...props
}: DutyFilingsProps & { readonly isBrief?: boolean }) {
  const { view, filings, reader } = props
  const { t } = reader.translator
  const filed = new Set(filings.map(({ duty }) => duty))
  const duties = view.duties.filter(
    ({ rule, applies }) => fieldMaps.has(rule.key) && (applies !== 'not_applicable' || filed.has(rule.key)),
  )
  const known = new Set(duties.map(({ rule }) => rule.key))
  // What was filed under a duty that the case no longer has is listed all the same.
  const others = [...filed].filter((key) => !known.has(key))
  if (duties.length + others.length === 0) return <p>{t('filing-pages.none')}</p>
  const isShown = (duty: Duty) => !isBrief || pressing.includes(duty.state) || filed.has(duty.rule.key)
  const further = duties.filter((duty) => !isShown(duty))
  return (
    <div class="s-stack-l">
      <DutyParts duties={duties.filter(isShown)} {...props} />
      {others.map((key) => (
        <DutyPart key={key} dutyKey={key} duty={null} {...props} />
      ))}
      {further.length > 0 && (
        <Details summary={t('filing-pages.further', { count: further.length })}>
          <div class="s-stack-l">
            <DutyParts duties={further} {...props} />
          </div>
        </Details>
      )}
    </div>
  )
}

function DutyParts({ duties, ...props }: DutyFilingsProps & { readonly duties: readonly Duty[] }) {
  return (
    <>
      {duties.map((duty) => (
        <DutyPart key={duty.rule.key} dutyKey={duty.rule.key} duty={duty} {...props} />
      ))}
    </>
  )
}

function DutyPart({
  dutyKey,
  duty,
  ...props
}: DutyFilingsProps & { readonly dutyKey: string; readonly duty: Duty | null }) {
  const { filings, reader, place, view } = props
  const { t } = reader.translator
  const own = filings.filter((one) => one.duty === dutyKey)
  const canPrepare = place !== null && duty !== null && mayWrite({ view }) && isAtHome({ view })
  return (
    <div class="s-stack" id={`filings-${dutyKey}`}>
      <h3>{titleOf(dutyKey, reader)}</h3>
      {duty?.dueAt && !duty.dischargedAt && (
        <p class="s-dense">
          {t('filing-pages.due')}: <time dateTime={duty.dueAt.toISOString()}>{say(duty.dueAt, reader)}</time>
        </p>
      )}
      {own.map((filing) => (
        <FilingLine key={filing.id} filing={filing} place={place} reader={reader} />
      ))}
      {canPrepare && <Prepare {...props} dutyKey={dutyKey} place={place} />}
    </div>
  )
}

function FilingLine({
  filing,
  place,
  reader,
}: {
  readonly filing: Filing
  readonly place: Place | null
  readonly reader: Reader
}) {
  const { translator } = reader
  const { t } = translator
  const standing = standingOfFiling(filing, translator)
  const receiver = receiverName(filing, translator)
  const at = filing.sentAt ?? filing.sendingAt
  return (
    <p>
      <StateWord state={standing.look}>{standing.word}</StateWord>{' '}
      {place ? (
        <a href={`${place.base}/filings/${filing.id}`}>
          <span class="s-hide">{titleOf(filing.duty, reader)}, </span>
          <span lang={receiver.language}>{t('filing-pages.to', { authority: receiver.text })}</span>
        </a>
      ) : (
        <span lang={receiver.language}>{t('filing-pages.to', { authority: receiver.text })}</span>
      )}
      {filing.correctsId !== null && <> · {t('filing-pages.corrects.word')}</>}
      {at && (
        <>
          {' '}
          · <time dateTime={at.toISOString()}>{say(at, reader)}</time>
        </>
      )}
      {filing.receiptNumber && (
        <>
          {' '}
          · {t('filing-pages.receipt')} {filing.receiptNumber}
        </>
      )}
    </p>
  )
}

function Prepare({
  dutyKey,
  view,
  reader,
  place,
}: PartProps & { readonly dutyKey: string; readonly place: Place }) {
  const { t } = reader.translator
  const receivers = receiversOf(view.organisation.country, dutyKey, reader.now)
  const [only, ...more] = receivers.receivers
  return (
    <form class="s-stack s-noprint" method="post" action={`${place.base}/filings`}>
      <CsrfField token={place.csrfToken} />
      <input type="hidden" name="duty" value={dutyKey} />
      {more.length === 0 && only ? (
        <input type="hidden" name="authority" value={only.key} />
      ) : (
        <SelectField
          name="authority"
          id={`authority-${dutyKey}`}
          label={t('filing-pages.prepare.for')}
          {...(receivers.choice === 'one' ? { hint: t('filing-pages.prepare.one') } : {})}
          options={optionsOf(receivers, reader)}
        />
      )}
      <Button kind="secondary">
        {t('filing-pages.prepare')}
        <span class="s-hide"> {t('filing-pages.prepare.hidden', { title: titleOf(dutyKey, reader) })}</span>
      </Button>
    </form>
  )
}

function optionsOf({ receivers }: Receivers, { translator }: Reader) {
  return receivers.map(({ key, recipient }) => ({
    value: key,
    label: recipient
      ? authorityName(recipient.authority, translator.locale).shown.text
      : receiverName({ authority: key, content: null }, translator).text,
  }))
}

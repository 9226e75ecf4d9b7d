// The draft of the final report: made from the timeline, edited by a person, kept as facts of the case.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  BlockedButton,
  Button,
  CsrfField,
  Details,
  SelectField,
  Sheet,
  TextArea,
  TextField,
  Views,
} from '../../../../web/kit/index.ts'
import { type ReportKey, seenOf } from '../../actions/after/report.ts'
import { confidences, currentValue } from '../../fact.ts'
import { maxFactText } from '../../fact-value.ts'
import { draftOf } from '../../report-draft.ts'
import type { SentFiling } from '../../store/filings.ts'
import { saidValue } from '../room/facts-part.tsx'
import { type Entered, mayWrite, say } from '../room/place.ts'
import { type Chosen, chooseMoments, timeOf } from './moments.ts'

export const maxReasonCharacters = 2_000
export type ReportTyped = Readonly<Record<ReportKey | 'reason' | 'confidence', string>>

/** `draft`: made anew from the timeline; `kept`: what the case says now. */
export type Text = 'draft' | 'kept'

export interface ReportProps extends Entered {
  readonly filings: readonly SentFiling[]
  readonly text: Text
  /** What a person typed and could not keep yet. */
  readonly typed: ReportTyped | null
  readonly errorOf: (field: keyof ReportTyped) => string | undefined
}

export function Report(props: ReportProps) {
  const { view, reader, place, filings, text } = props
  const { t } = reader.translator
  const chosen = chooseMoments(view, filings, reader)
  const standing = view.ledger.get('description')?.current
  return (
    <Sheet id="report" heading={t('after.report')} aside={t('after.zone', { zone: reader.timeZone })}>
      <p>{t('after.report.what', { count: chosen.moments.length })}</p>
      <LeftOut chosen={chosen} {...props} />
      {standing && standing.value !== null && (
        <Views
          label={t('after.report.texts')}
          views={[
            { label: t('after.report.draft'), href: `${place.base}/after#report`, current: text === 'draft' },
            {
              label: t('after.report.kept'),
              href: `${place.base}/after?text=kept#report`,
              current: text === 'kept',
            },
          ]}
        />
      )}
      <ReportForm {...props} chosen={chosen} />
      {standing && standing.value !== null && text === 'draft' && (
        <Details summary={t('after.report.standing')}>
          <p class="s-raw">{saidValue(standing, reader)}</p>
          <p class="s-sub">
            {t('after.report.standing.by', {
              name: standing.recordedBy,
              at: say(standing.recordedAt, reader),
            })}
          </p>
        </Details>
      )}
      <p>
        {t('after.report.filing')} <a href={`${place.base}/filings`}>{t('after.report.filing.link')}</a>
      </p>
    </Sheet>
  )
}

function LeftOut({ chosen, reader }: { readonly chosen: Chosen } & Pick<Entered, 'reader'>) {
  const { t } = reader.translator
  const [calls, lessons] = [chosen.leftOut.get('call') ?? 0, chosen.leftOut.get('lesson') ?? 0]
  return calls + lessons > 0 ? (
    <p class="s-dense s-quiet">{t('after.report.leftOut', { calls, lessons })}</p>
  ) : null
}

function ReportForm(props: ReportProps & { readonly chosen: Chosen }) {
  const { view, reader, place, errorOf } = props
  const { t } = reader.translator
  const typed = props.typed ?? startOf(props)
  const isOpen = mayWrite(props)
  return (
    <form class="s-stack" method="post" action={`${place.base}/after/report`} novalidate>
      <CsrfField token={place.csrfToken} />
      <input type="hidden" name="seen" value={seenOf(view.ledger)} />
      <TextArea
        name="description"
        label={t('filings.fact.description')}
        hint={t('after.report.hint')}
        value={typed.description}
        error={errorOf('description')}
        rows={14}
      />
      <TextArea
        name="rootCause"
        label={t('filings.fact.rootCause')}
        hint={t('after.report.rootCause.hint')}
        value={typed.rootCause}
        error={errorOf('rootCause')}
        rows={3}
      />
      <TextField
        name="threatType"
        label={t('filings.fact.threatType')}
        hint={t('after.report.threatType.hint')}
        value={typed.threatType}
        error={errorOf('threatType')}
      />
      <SelectField
        name="confidence"
        label={t('after.report.confidence')}
        value={typed.confidence}
        error={errorOf('confidence')}
        options={confidences.map((value) => ({ value, label: t(`filings.confidence.${value}`) }))}
      />
      <TextField
        name="reason"
        label={t('after.report.reason')}
        hint={t('after.report.reason.hint')}
        value={typed.reason}
        error={errorOf('reason')}
        maxLength={maxReasonCharacters}
      />
      {isOpen ? (
        <Actions>
          <Button>{t('after.report.keep')}</Button>
        </Actions>
      ) : (
        <BlockedButton
          id="keep"
          because={t(view.incident.state === 'closed' ? 'after.report.closed' : 'after.report.readOnly')}
        >
          {t('after.report.keep')}
        </BlockedButton>
      )}
    </form>
  )
}

function startOf({ view, reader, text, chosen }: ReportProps & { readonly chosen: Chosen }): ReportTyped {
  const { t } = reader.translator
  const known = (key: ReportKey) => String(currentValue(view.ledger, key) ?? '')
  const draft = draftOf(chosen.moments, {
    time: (at) => timeOf(at, reader),
    leftOut: (count) => t('after.report.cut', { count }),
  })
  const description = text === 'kept' ? known('description') : draft
  return {
    description: description.slice(0, maxFactText),
    rootCause: known('rootCause'),
    threatType: known('threatType'),
    confidence: 'likely',
    reason: '',
  }
}

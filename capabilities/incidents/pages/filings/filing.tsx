// One filing: where it stands, what the authority will read or was told, what contradicts, and the one way on.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { ErrorSummary, Sheet, StateWord } from '../../../../web/kit/index.ts'
import { titleOf } from '../../filings/presentation.ts'
import { settlementKey } from '../../filings/settlement.ts'
import { labelOf } from '../../filings/value-text.ts'
import type { Door } from '../doors.ts'
import { AfterSending } from './after.tsx'
import { Changes, Settled } from './changes.tsx'
import { ClashPart, type ClashTyped } from './clash-form.tsx'
import { Fields, presented } from './fields.tsx'
import { FilingHead } from './head.tsx'
import { KnownBoxes } from './known-boxes.tsx'
import { enterFiling, type FilingProps, type FilingRequest, filingParams, reply } from './place.ts'
import { ReceiverCard } from './receiver-card.tsx'
import { SendPart } from './send-part.tsx'
import { HowSent } from './sent.tsx'
import { TakeWith } from './take-with.tsx'

export function filingPage(context: Context, door: Door): Page {
  return definePage({
    method: 'GET',
    path: `${door.path}/filings/:filingId`,
    permission: door.read,
    params: filingParams,
    query: nothing,
    body: nothing,
    handle: (request) => showFiling(context, door, request, {}),
  })
}

export interface FormFaults {
  readonly clash?: ClashTyped
  /** By field of the forms below what was sent: `receiptNumber`, `because`, `at`. */
  readonly after?: {
    readonly form: string
    readonly typed: Readonly<Record<string, string>>
    readonly faults: Readonly<Record<string, string>>
  }
  /** Checking was asked for and found these. */
  readonly isChecked?: boolean
}

export async function showFiling(
  context: Context,
  door: Door,
  request: FilingRequest,
  faults: FormFaults,
): Promise<PageReply> {
  const props = await enterFiling(context, door, request)
  const content = <FilingContentPart {...props} faults={faults} />
  const isFaulty =
    faults.clash || faults.after || (faults.isChecked && (props.view.draft?.open.length ?? 0) > 0)
  return reply(context, request, props, {
    title: titleOf(props.view.filing.duty, props.reader),
    content,
    ...(isFaulty ? { status: 422 } : {}),
  })
}

function FilingContentPart({ faults, ...props }: FilingProps & { readonly faults: FormFaults }) {
  const { view, reader } = props
  const { t } = reader.translator
  const shown = presented(props)
  const clashes = (view.draft?.open ?? []).map((finding, index, all) => ({
    finding,
    id:
      all.findIndex(({ key }) => key === finding.key) === index
        ? finding.key
        : `${finding.key}-${finding.told.statement.filingId}`,
  }))
  const sheet = (
    <Sheet id="fields" heading={t(view.draft ? 'filing-pages.fields.heading' : 'filing-pages.fields.frozen')}>
      <KnownBoxes view={view} label={shown.summary} />
      <Fields {...props} shown={shown} />
    </Sheet>
  )
  const side = (
    <div class="s-rail__side s-stack-l">
      {view.draft ? <SendPart {...props} /> : <HowSent {...props} />}
      {!view.draft && <AfterSending {...props} given={faults.after ?? null} />}
      <Changes {...props} />
      <Settled {...props} />
      <ReceiverCard {...props} />
      <TakeWith {...props} />
    </div>
  )
  return (
    <>
      <Summary {...props} faults={faults} clashes={clashes} />
      <Exercise {...props} />
      <FilingHead {...props} />
      <div class="s-stack-l">
        {shown.unverified && (
          <p class="s-dense">
            <StateWord state="unknown">{t('duties.unverified')}</StateWord> {shown.unverified}
          </p>
        )}
        {clashes.map(({ finding, id }) => (
          <ClashPart key={id} id={id} finding={finding} typed={faults.clash ?? null} {...props} />
        ))}
        <div class="s-rail">
          {/* On a phone: what was sent begins with how, a draft with what. */}
          {view.draft ? (
            <>
              {sheet}
              {side}
            </>
          ) : (
            <>
              {side}
              {sheet}
            </>
          )}
        </div>
      </div>
    </>
  )
}

export function Exercise({ view, reader }: Pick<FilingProps, 'view' | 'reader'>) {
  if (view.incident.realm !== 'exercise') return null
  return (
    <div class="s-exercise">
      <p class="s-strip s-strip--exercise">{reader.translator.tr('shell.exercise')}</p>
    </div>
  )
}

interface SummaryProps extends FilingProps {
  readonly faults: FormFaults
  readonly clashes: readonly {
    readonly finding: NonNullable<FilingProps['view']['draft']>['open'][number]
    readonly id: string
  }[]
}

/** Faults of a form, or the contradictions that checking found. */
function Summary({ faults, clashes, reader }: SummaryProps) {
  const { t } = reader.translator
  const { clash, after, isChecked } = faults
  if (clash) {
    const id = clashes.find(({ finding }) => settlementKey(finding) === clash.finding)?.id
    const texts = Object.entries(clash.faults)
    return (
      <ErrorSummary
        title={t('shell.errors.title', { count: texts.length })}
        faults={texts.map(([field, text]) => ({ fieldId: id ? `${field}-${id}` : 'main', text }))}
      />
    )
  }
  if (after) {
    const texts = Object.entries(after.faults)
    return (
      <ErrorSummary
        title={t('shell.errors.title', { count: texts.length })}
        faults={texts.map(([field, text]) => ({ fieldId: `${after.form}-${field}`, text }))}
      />
    )
  }
  if (!isChecked) return null
  return (
    <ErrorSummary
      title={t('filing-pages.clash.summary')}
      faults={clashes.map(({ finding, id }) => ({
        fieldId: `way-${id}`,
        text: t('filing-pages.clash.heading', {
          fact: labelOf(finding.key, reader),
          finding: t(`filings.finding.${finding.kind}`),
        }),
      }))}
    />
  )
}

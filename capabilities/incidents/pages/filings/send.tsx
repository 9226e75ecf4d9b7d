// Sending: what will leave, word for word, to whom, by which way, who sends it on which mandate.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { Refusal } from '../../../../platform/http/problem.ts'
import { formatList, type Translator } from '../../../../platform/i18n/index.ts'
import { ErrorSummary, Note, PageHead, Plain, Sheet, Views } from '../../../../web/kit/index.ts'
import { type Gate, gateMail } from '../../actions/filings/gate.ts'
import { authorityByKey } from '../../actions/filings/receivers.ts'
import { sendFiling, type Way, ways } from '../../actions/filings/send.ts'
import { titleOf } from '../../filings/presentation.ts'
import { labelOf } from '../../filings/value-text.ts'
import { filingMail, mailLanguage } from '../../mails/filing.ts'
import type { Door } from '../doors.ts'
import { faultsOf } from './answers.ts'
import { Exercise, showFiling } from './filing.tsx'
import { enterFiling, type FilingProps, type FilingRequest, filingParams, mayFile, reply } from './place.ts'
import { ReceiverCard } from './receiver-card.tsx'
import { SendForm, type SendTyped } from './send-form.tsx'
import { receiverName } from './words.ts'

const maxTyped = 10_000
const typed = z.string().max(maxTyped).default('')
const sendForm = z.object({
  way: z.enum(ways),
  senderName: typed,
  role: typed,
  mandate: typed,
  happened: typed,
  receiptNumber: typed,
  authorityName: typed,
  caseWord: typed,
  seen: typed,
})

export function sendPages(context: Context, door: Door): readonly Page[] {
  const path = `${door.path}/filings/:filingId/send`
  return [
    definePage({
      method: 'GET',
      path,
      permission: door.write,
      params: filingParams,
      query: z.object({ way: z.enum(ways).optional().catch(undefined) }),
      body: nothing,
      handle: (request) =>
        showSending(context, door, request, { way: request.query.way ?? null, typed: null, faults: {} }),
    }),
    definePage({
      method: 'POST',
      path,
      permission: door.write,
      params: filingParams,
      query: nothing,
      body: sendForm,
      handle: (request) => send(context, door, request),
    }),
  ]
}

type SendRequest = FilingRequest & { readonly body: z.output<typeof sendForm> }

async function send(context: Context, door: Door, request: SendRequest): Promise<PageReply> {
  const { body, params, now } = request
  const { senderName, role, mandate, ...rest } = body
  const { filingId } = params
  const access = await door.access(context, request)
  try {
    await sendFiling(
      context,
      access,
      {
        ...rest,
        filingId,
        sender: { name: senderName, role, basis: mandate },
        ownAddress: request.caller?.person.email ?? null,
      },
      now,
    )
  } catch (error) {
    const because =
      error instanceof Refusal && error.code === 'incidents/filing-blocked' ? error.values.because : null
    if (because === 'contradiction-open') return showFiling(context, door, request, { isChecked: true })
    if (because === 'changed')
      return showSending(context, door, request, { way: body.way, typed: body, faults: {}, isChanged: true })
    if (because !== null) throw error
    const faults = faultsOf(error, context.translator(request.locale))
    return showSending(context, door, request, { way: body.way, typed: body, faults })
  }
  return { redirect: `${door.base(params)}/filings/${filingId}` }
}

interface Given {
  readonly way: Way | null
  readonly typed: SendTyped | null
  readonly faults: Readonly<Record<string, string>>
  readonly isChanged?: boolean
}

async function showSending(
  context: Context,
  door: Door,
  request: FilingRequest,
  given: Given,
): Promise<PageReply> {
  const props = await enterFiling(context, door, request)
  const { view, place, reader } = props
  if (!view.draft || !mayFile(props)) return { redirect: place.here }
  const gate = gateMail({
    incidentId: view.incident.id,
    authority: authorityByKey(view.filing.authority),
    isInvented: view.organisation.isExample,
    ownAddress: place.ownAddress,
  })
  const way = given.way ?? (gate.open ? 'mail' : 'portal')
  const letters = context.translator(mailLanguage(authorityByKey(view.filing.authority)))
  const content = <Sending {...props} given={given} way={way} gate={gate} letters={letters} />
  const title = reader.translator.t('filing-pages.send.title', { title: titleOf(view.filing.duty, reader) })
  const isFaulty = given.isChanged || Object.keys(given.faults).length > 0
  return reply(context, request, props, { title, content, ...(isFaulty ? { status: 422 } : {}) })
}

interface SendingProps extends FilingProps {
  readonly given: Given
  readonly way: Way
  readonly gate: Gate
  /** In the language of what is sent. */
  readonly letters: Translator
}

function Sending(props: SendingProps) {
  const { given, way, gate, view, reader, place } = props
  const { t } = reader.translator
  const receiver = receiverName(view.filing, reader.translator)
  const faults = Object.entries(given.faults)
  const offered = ways.filter((one) => one !== 'mail' || gate.open)
  return (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: faults.length })}
        faults={faults.map(([fieldId, text]) => ({
          fieldId,
          text: `${fieldLabel(fieldId, way, reader)}: ${text}`,
        }))}
      />
      <Exercise {...props} />
      <PageHead
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: titleOf(view.filing.duty, reader), href: place.here }],
        }}
        meta={<span lang={receiver.language}>{t('filing-pages.to', { authority: receiver.text })}</span>}
        title={t('filing-pages.send.title', { title: titleOf(view.filing.duty, reader) })}
      />
      {given.isChanged && (
        <Note tone="soon" announce>
          {t('filing-pages.send.changed')}
        </Note>
      )}
      <Views
        label={t('filing-pages.send.how')}
        views={offered.map((one) => ({
          label: t(`filing-pages.send.way.${one}`),
          href: `${place.here}/send?way=${one}`,
          current: one === way,
        }))}
      />
      <div class="s-stack">
        {!gate.open && <p class="s-dense">{t(`filing-pages.send.noMail.${gate.because}`)}</p>}
        <p>{t(`filing-pages.send.way.hint.${way}`)}</p>
        <Recipient {...props} />
        <NotEnough {...props} />
      </div>
      <div class="s-stack-l">
        <Preview {...props} />
        <Sheet id="who" heading={t('filing-pages.send.who')}>
          <SendForm {...props} />
        </Sheet>
        <ReceiverCard {...props} />
      </div>
    </>
  )
}

/** Says in the summary which of several fields is meant. */
function fieldLabel(field: string, way: Way, { translator: { t, find } }: FilingProps['reader']): string {
  if (field === 'happened' && way !== 'mail') return t(`filing-pages.send.happened.${way}`)
  if (field === 'senderName') return t('filing-pages.send.name')
  if (field === 'caseWord') return t('filing-pages.send.word')
  return find(`filing-pages.send.${field}`) ?? field
}

function Recipient({ way, gate, view, reader, place }: SendingProps) {
  const { t } = reader.translator
  const isExercise = view.incident.realm === 'exercise'
  if (way !== 'mail') {
    return (
      <>
        {isExercise && <Note tone="unknown">{t('filing-pages.send.exercise.manual')}</Note>}
        {way === 'portal' && (
          <p>
            <a href={`${place.here}/copy`}>{t('filing-pages.take.copy')}</a>
          </p>
        )}
      </>
    )
  }
  if (!gate.open) return null
  const address = gate.recipient
  return (
    <Note tone={isExercise ? 'unknown' : 'plan'}>
      {isExercise
        ? t('filing-pages.send.recipient.exercise', { address })
        : t('filing-pages.send.recipient', { address })}
    </Note>
  )
}

function NotEnough({ view, reader }: SendingProps) {
  const blocking = view.draft?.rendered.blocking ?? []
  if (blocking.length === 0) return null
  const fields = formatList(
    blocking.map((key) => labelOf(key, reader)),
    reader.translator,
  )
  return <Note tone="soon">{reader.translator.t('filing-pages.send.not-enough', { fields })}</Note>
}

/** The text itself, in the language in which it leaves. */
function Preview({ view, reader, letters }: SendingProps) {
  const { t } = reader.translator
  const { subject, text } = filingMail({
    content: view.content,
    sha256: null,
    translator: letters,
    timeZone: reader.timeZone,
    now: reader.now,
  })
  return (
    <Plain id="preview" heading={t('filing-pages.send.preview')}>
      <p>
        <strong>{t('filing-pages.send.preview.subject')}:</strong>{' '}
        <span lang={letters.locale}>{subject}</span>
      </p>
      <div class="s-written" lang={letters.locale}>
        {text}
      </div>
      <p class="s-dense s-quiet">{t('filing-pages.send.preview.rest')}</p>
    </Plain>
  )
}

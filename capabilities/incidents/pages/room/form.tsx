// The frame of every form of a room: shown, read, refused with what was typed kept, done, and back to the room.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import {
  definePage,
  type Page,
  type PageReply,
  type UploadedFile,
} from '../../../../platform/http/endpoint.ts'
import { notFound, Refusal } from '../../../../platform/http/problem.ts'
import type { Translator } from '../../../../platform/i18n/index.ts'
import { Actions, Button, CsrfField, ErrorSummary, Sheet } from '../../../../web/kit/index.ts'
import type { Access } from '../../access.ts'
import { incidentClosed, readOnly } from '../../contract/refusals.ts'
import { type Door, doorParams } from '../doors.ts'
import { drawWithin } from './frame.tsx'
import { type Entered, enter, type RoomRequest } from './place.ts'
import type { Faults, Outcome, RoomFault, Typed } from './typed.ts'

/** Where a form stands: the room, and what it is about, such as the key of a rule or the number of a task. */
export interface At extends Entered {
  readonly item: string
  readonly query: Typed
  readonly context: Context
}

export interface FieldsProps<T extends Typed> extends At {
  readonly typed: T
  readonly errorOf: (field: keyof T & string) => string | undefined
}

export interface RoomForm<T extends Typed, Command> {
  /** Behind the room's address; may hold `:item`. */
  readonly path: string
  readonly body: z.ZodType<T>
  readonly forGuests: boolean
  /** Keys of the labels, so that the summary of faults names each field. */
  readonly labels: Readonly<Record<string, string>>
  /** Lessons are learned, and promises end, when all is over. */
  readonly inClosedCase?: (at: At) => boolean
  readonly uploadBytes?: number
  /** False for a key or number that is none of this room's. */
  readonly exists?: (at: At) => boolean
  readonly title: (at: At) => string
  readonly lead?: (at: At) => ComponentChildren
  readonly button: (at: At) => string
  /** What stands in the fields before anybody typed. */
  readonly start: (at: At) => Promise<T> | T
  readonly Fields: (props: FieldsProps<T>) => ComponentChildren
  /** Below the form: what else can be done here. */
  readonly after?: (at: At) => ComponentChildren
  readonly read: (typed: T, at: At, files: readonly UploadedFile[]) => Outcome<Command>
  /** What it returns is the reply; nothing leads back to the room. */
  readonly act: (command: Command, at: At, request: RoomRequest) => Promise<PageReply> | Promise<void>
  /** The part of the room to come back to. */
  readonly back: string
}

const itemParams = doorParams.extend({ item: z.string().max(60).default('') })
/** What a link may bring into a form: only short words, and each form takes what it knows. */
const linkQuery = z.object({
  kind: z.string().max(20).default(''),
  search: z.string().max(100).default(''),
})

export function formPages<T extends Typed, Command>(
  context: Context,
  door: Door,
  form: RoomForm<T, Command>,
): readonly Page[] {
  if (door.via === 'guest' && !form.forGuests) return []
  const common = {
    path: `${door.path}${form.path}`,
    permission: door.write,
    params: itemParams,
    query: linkQuery,
  } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      body: z.object({}),
      async handle(request) {
        const at = await stand(context, door, form, request)
        return show(context, request, form, at, await form.start(at), {})
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      body: form.body,
      ...(form.uploadBytes ? { maxUploadBytes: form.uploadBytes } : {}),
      async handle(request) {
        const at = await stand(context, door, form, request)
        const read = form.read(request.body, at, request.files)
        if ('faults' in read) return show(context, request, form, at, request.body, read.faults)
        try {
          const reply = await form.act(read.command, at, request)
          return reply ?? { redirect: `${at.place.base}${form.back}` }
        } catch (error) {
          const faults = faultsOf(error)
          if (!faults) throw error
          return show(context, request, form, at, request.body, faults)
        }
      },
    }),
  ]
}

type FormRequest = RoomRequest & {
  readonly params: { readonly item: string }
  readonly query: Typed
}

async function stand<T extends Typed, Command>(
  context: Context,
  door: Door,
  form: RoomForm<T, Command>,
  request: FormRequest,
): Promise<At> {
  const entered = await enter(context, door, request)
  const at: At = { ...entered, context, item: request.params.item, query: request.query }
  const { access, incident } = entered.view
  if (access.may !== 'write') throw readOnly()
  if (incident.state === 'closed' && !form.inClosedCase?.(at)) throw incidentClosed(incident.word)
  if (form.exists && !form.exists(at)) throw notFound('There is no such thing in this room.')
  return at
}

/** Refusals that belong beside a field. */
function faultsOf(error: unknown): Faults | null {
  if (!(error instanceof Refusal)) return null
  if (error.code === 'incidents/reason-missing') return { reason: 'reason-missing' }
  if (error.code === 'incidents/evidence-missing') return { file: 'no-file' }
  if (error.code === 'incidents/facts-unreadable')
    // The faults of facts are those of fact-value.ts, each with its key.
    return Object.fromEntries(
      error.faults.map(({ pointer, detail }) => [`fact-${pointer}`, detail as RoomFault]),
    )
  return null
}

function show<T extends Typed, Command>(
  context: Context,
  request: FormRequest,
  form: RoomForm<T, Command>,
  at: At,
  typed: T,
  faults: Faults,
): Promise<PageReply> {
  const { translator } = at.reader
  const { t } = translator
  const found = Object.entries(faults)
  const { Fields } = form
  const title = form.title(at)
  const lead = form.lead?.(at)
  return drawWithin(context, request, at, {
    title,
    ...(lead ? { lead } : {}),
    ...(found.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary
          title={t('shell.errors.title', { count: found.length })}
          faults={found.map(([fieldId, fault]) => ({
            fieldId,
            text: faultLine(fieldId, fault, form.labels, translator),
          }))}
        />
        <Sheet id="form" heading={<span class="s-hide">{title}</span>}>
          <form
            class="s-stack"
            method="post"
            action={addressOf(form, at)}
            {...(form.uploadBytes ? { encType: 'multipart/form-data' } : {})}
          >
            <CsrfField token={at.place.csrfToken} />
            <Fields
              {...at}
              typed={typed}
              errorOf={(field) => {
                const fault = faults[field]
                return fault && t(`room.fault.${fault}`)
              }}
            />
            <Actions>
              <Button>{form.button(at)}</Button>
              <a href={`${at.place.base}${form.back}`}>{t('room.cancel')}</a>
            </Actions>
          </form>
        </Sheet>
        {form.after?.(at)}
      </>
    ),
  })
}

/** "By when? Fill this in": faults of the same kind are told apart when they are read aloud one by one. */
export function faultLine(
  field: string,
  fault: RoomFault,
  labels: Readonly<Record<string, string>>,
  { t, find }: Translator,
): string {
  const key = labels[field] ?? `filings.fact.${field.replace(/^fact-/, '')}`
  return t('room.fault.line', { field: find(key) ?? field, fault: t(`room.fault.${fault}`) })
}

function addressOf<T extends Typed, Command>({ path }: Pick<RoomForm<T, Command>, 'path'>, at: At): string {
  return `${at.place.base}${path.replace(':item', encodeURIComponent(at.item))}`
}

/** For forms that act as whoever came through the door. */
export const accessOf = (at: At): Access => at.view.access

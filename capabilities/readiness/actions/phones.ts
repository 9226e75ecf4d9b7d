// Giving a phone its code, handing out its file and its PDF, and hearing that it was opened.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { record } from '../../../platform/journal/journal.ts'
import { createCode, type RecoveryCode, readCode, readOpeningWord } from '../envelope/code.ts'
import { renderEnvelope } from '../envelope/file.ts'
import { renderPdf } from '../envelope/pdf.ts'
import { createPhoneKey, freeKey } from '../envelope/seal.ts'
import {
  type Phone,
  putPhone,
  type Slot,
  selectNewestPack,
  selectPhones,
  setFetched,
  setOpened,
} from '../store/phones.ts'
import { presentPack, rebuildPacks } from './rebuild.ts'
import type { Act } from './tests.ts'

export interface NewPhone {
  readonly slot: Slot
  readonly holder: string
  readonly language: string
}

/** The code is given back once, to be printed, and kept nowhere. A new code ends the one before. */
export async function enrolPhone(
  context: Context,
  organisationId: number,
  phone: NewPhone,
  act: Act,
): Promise<RecoveryCode> {
  const code = createCode()
  const key = await createPhoneKey(code)
  await context.database.asMember(organisationId, async (scope) => {
    await putPhone(scope, { ...phone, ...key, enrolledAt: act.now })
    await journal(scope, act, 'readiness.phone-enrolled', phone.slot, { holder: phone.holder })
    await rebuildPacks(context, scope, organisationId, act.now)
  })
  return code
}

export interface HandedOut {
  readonly fileName: string
  readonly contentType: string
  readonly content: Buffer | string
}

export async function fetchFile(
  context: Context,
  organisationId: number,
  slot: Slot,
  act: Act,
): Promise<HandedOut> {
  return context.database.asMember(organisationId, async (scope) => {
    const phone = await phoneOf(scope, slot)
    const pack = await selectNewestPack(scope, organisationId, phone)
    if (!pack) throw noPhone()
    await setFetched(scope, pack.id, act.now)
    await journal(scope, act, 'readiness.envelope-fetched', slot, { builtAt: pack.builtAt.toISOString() })
    // Written by rebuildFor as JSON of exactly these texts.
    const { title, asOf } = JSON.parse(pack.header) as { title: string; asOf: string }
    const html = renderEnvelope(
      { title, asOf, header: pack.header, phone, sealed: pack },
      context.translator(phone.language),
    )
    return {
      fileName: fileNameOf(pack.builtAt, 'html'),
      contentType: 'text/html; charset=utf-8',
      content: html,
    }
  })
}

/** Null when the code is not this phone's. It is used while this runs, and neither stored nor logged. */
export async function makePdf(
  context: Context,
  organisationId: number,
  slot: Slot,
  typed: string,
  act: Act,
): Promise<HandedOut | null> {
  const code = readCode(typed)
  if (code === null) return null
  const phone = await context.database.asMember(organisationId, (scope) => phoneOf(scope, slot))
  if (!(await freeKey(code, phone))) return null
  const pack = await context.database.asMember(organisationId, async (scope) => {
    await journal(scope, act, 'readiness.pdf-made', slot, {})
    return presentPack(context, scope, phone, act.now)
  })
  if (!pack) throw noPhone()
  const { t, locale } = context.translator(phone.language)
  const content = await renderPdf(pack, code, {
    language: locale,
    unprintable: t('readiness.pdf.unprintable'),
  })
  return { fileName: fileNameOf(act.now, 'pdf'), contentType: 'application/pdf', content }
}

/** False when no pack that was fetched for this phone holds the word. */
export async function confirmOpened(
  scope: MemberScope,
  slot: Slot,
  typed: string,
  act: Act,
): Promise<boolean> {
  if (!(await setOpened(scope, slot, readOpeningWord(typed), act.now))) return false
  await journal(scope, act, 'readiness.envelope-opened', slot, {})
  return true
}

async function phoneOf(scope: MemberScope, slot: Slot): Promise<Phone> {
  const phones = await selectPhones(scope, scope.organisationId)
  const phone = phones.find((one) => one.slot === slot)
  if (!phone) throw noPhone()
  return phone
}

function noPhone() {
  return notFound('This phone has no code yet. Give it one first.')
}

function fileNameOf(builtAt: Date, ending: string): string {
  return `red-envelope-${builtAt.toISOString().slice(0, 10)}.${ending}`
}

async function journal(
  scope: MemberScope,
  { actor, now }: Act,
  action: string,
  slot: Slot,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { organisationId } = scope
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action,
    objectType: 'envelope-phone',
    objectId: slot,
    details,
  })
}

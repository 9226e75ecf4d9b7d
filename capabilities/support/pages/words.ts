// The words and shapes for states, faults and cases.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import type { State } from '../../../web/kit/index.ts'
import { type Call, type CallState, isLate } from '../call.ts'
import type { CaseSummary } from '../case.ts'
import type { DossierState } from '../dossier/chain.ts'
import type { ItemState } from '../dossier/standing.ts'
import type { Fault, Faults } from '../typed.ts'

const callLooks: Readonly<Record<CallState, State>> = {
  asked: 'new',
  taken: 'half',
  promised: 'half',
  'under-way': 'half',
  delivered: 'unknown',
  closed: 'done',
  withdrawn: 'silent',
}

/** Late is said in words as well. */
export function lookOfCall(call: Pick<Call, 'state' | 'dueAt' | 'promisedFor'>, now: Date): State {
  return isLate(call, now) ? 'late' : callLooks[call.state]
}

export const lookOfItem: Readonly<Record<ItemState, State>> = {
  ready: 'done',
  old: 'late',
  draft: 'half',
  missing: 'unknown',
}

export const lookOfDossier: Readonly<Record<DossierState, State>> = {
  draft: 'new',
  'with-csirt': 'half',
  'with-contact-point': 'half',
  'with-reserve': 'half',
  accepted: 'done',
  refused: 'late',
  withdrawn: 'silent',
  ended: 'done',
}

export function faultText(fault: Fault | undefined, { t }: Translator): string | undefined {
  return fault && t(`support.fault.${fault}`)
}

/** For the summary on top: each fault leads to its field. */
export function faultList(
  faults: Faults,
  labels: Readonly<Record<string, string>>,
  translator: Translator,
): readonly { readonly fieldId: string; readonly text: string }[] {
  return Object.entries(faults).flatMap(([field, fault]) =>
    fault ? [{ fieldId: field, text: `${labels[field] ?? field}: ${faultText(fault, translator)}` }] : [],
  )
}

/** The kind is said in words where there are any; an exercise says so first. */
export function caseText(one: CaseSummary, { t }: Translator): string {
  const text = `${one.word} · ${one.title}`
  return one.realm === 'exercise' ? t('support.case.exercise', { title: text }) : text
}

export function yesNo(value: string, { t, find }: Translator): string {
  return ['yes', 'no', 'unknown'].includes(value)
    ? t(`support.answer.${value as 'yes'}`)
    : (find(`support.value.${value}`) ?? value)
}

// Shows what would leave, to whom and when: in words, and as the very bytes.
// SPDX-License-Identifier: EUPL-1.2
import { hourOf } from '@salus/standards/sightings'
import { jsonLine, printable } from '../engine/printable.ts'
import type { Language } from '../words/words.ts'
import { asked, type Centre, headersOf } from './centre.ts'
import { isOn, type LeftOut } from './draft.ts'
import { maxDelayMs, minDelayMs } from './limits.ts'
import { envelopeText, sightingText } from './message.ts'
import { currentPseudonym } from './pseudonyms.ts'
import { consentScopes, type Item, type SightingState } from './shapes.ts'
import { type Say, sayIn } from './words.ts'

export interface PreviewFacts {
  readonly state: SightingState
  /** Names of rules and indicators by item, for people only. */
  readonly titles: ReadonlyMap<string, string>
  readonly leftOut: LeftOut
  /** Null where the sensor was not enrolled. */
  readonly centre: Centre | null
  readonly now: number
}

export function previewLines(facts: PreviewFacts, language: Language): readonly string[] {
  const say = sayIn(language)
  const { state, leftOut } = facts
  if (!consentScopes.some((scope) => isOn(state.consent, scope))) return [say('off')]
  const drafts = state.items.filter((item) => item.state === 'draft')
  const waiting = state.items.filter((item) => item.state === 'queued' || item.state === 'attempted')
  return [
    drafts.length > 0 ? say('drafts', { count: drafts.length }) : say('drafts.none'),
    ...drafts.flatMap((item) => itemLines(item, facts, say)),
    ...(waiting.length > 0 ? [say('queued', { count: waiting.length })] : []),
    ...waiting.flatMap((item) => [...itemLines(item, facts, say), `  ${stateLine(item, say)}`]),
    ...(drafts.length + waiting.length > 0 ? recipientLines([...drafts, ...waiting], facts, say) : []),
    ...leftLines(leftOut, say),
  ]
}

function itemLines({ id, scope, sighting }: Item, { titles }: PreviewFacts, say: Say): readonly string[] {
  const { kind, hour, count, assetClass, outcome, pack } = sighting
  const title = titles.get(id)
  const about = title === undefined ? sighting.id : `"${printable(title, 120)}" (${sighting.id})`
  return [
    say('item', { id, kind: say(`kind.${kind}`), about, pack: pack.id, sequence: String(pack.sequence) }),
    `  ${say('item.what', {
      hour: `${hour.slice(0, 16).replace('T', ' ')} UTC`,
      count: say(`count.${count}`),
      asset: say(`asset.${assetClass}`),
      outcome: say(`outcome.${outcome}`),
    })}`,
    ...(scope === 'privacy' ? [`  ${say('privacy')}`] : []),
  ]
}

export function stateLine({ id, state, sendAt }: Item, say: Say): string {
  const at = sendAt === null ? '–' : `${new Date(sendAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return say('item.state', { id, state: say(`state.${state}`), at })
}

function recipientLines(items: readonly Item[], facts: PreviewFacts, say: Say): readonly string[] {
  const { centre, now, state } = facts
  if (centre === null) return [say('bytes'), ...items.map(bytesLine), say('no-centre')]
  const { address, headers } = recipientOf(centre)
  const pseudonym = currentPseudonym(state.pseudonyms, now)
  return [
    say('bytes'),
    ...items.map(bytesLine),
    ...(pseudonym
      ? [say('envelope', { epoch: String(pseudonym.epoch) }), `  ${envelopeText(pseudonym)}`]
      : [say('envelope.none')]),
    say('to', { address: printable(address, 500), headers: JSON.stringify(headers) }),
    say('when', { min: minDelayMs / 60_000, max: maxDelayMs / 3_600_000 }),
    say('address'),
  ]
}

const bytesLine = ({ sighting }: Item) => `  ${sightingText(sighting)}`

function recipientOf({ url }: Centre) {
  const question = asked.sightings('')
  return {
    address: `${question.method} ${url.href.replace(/\/$/, '')}${question.path}`,
    headers: { host: url.host, connection: 'close', ...headersOf(question), 'content-length': 'of the body' },
  }
}

function leftLines(leftOut: LeftOut, say: Say): readonly string[] {
  const total = [...leftOut.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return []
  return [
    say('left', { count: total }),
    ...[...leftOut].map(([reason, count]) => `  ${say(`left.${reason}`, { count })}`),
  ]
}

/** The same for programs: one object. */
export function previewJson({ state, titles, leftOut, centre, now }: PreviewFacts): string {
  const pseudonym = currentPseudonym(state.pseudonyms, now)
  const open = state.items.filter((item) => ['draft', 'queued', 'attempted'].includes(item.state))
  return jsonLine({
    now: hourOf(now),
    on: consentScopes.filter((scope) => isOn(state.consent, scope)),
    to: centre ? recipientOf(centre) : null,
    envelope: pseudonym ? envelopeText(pseudonym) : null,
    items: open.map((item) => ({
      id: item.id,
      state: item.state,
      scope: item.scope,
      title: titles.get(item.id) ?? null,
      sendAt: item.sendAt,
      bytes: sightingText(item.sighting),
    })),
    leftOut: Object.fromEntries(leftOut),
  })
}

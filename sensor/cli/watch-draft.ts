// Drafts an exception on the page of a running sensor: shows it and changes nothing, so a link is enough.
// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../engine/finding.ts'
import type { ReadingContext } from '../parsers/parser.ts'
import { type DraftPage, draftHtml } from '../report/draft-html.ts'
import { filterDocument } from '../report/filter/document.ts'
import { draftFilter } from '../report/filter/draft.ts'
import { silencedGroups, silencedOf } from '../report/filter/silenced.ts'
import { findingId, type ToldFinding } from '../report/group.ts'
import { audienceIn, ruleBookOf } from '../report/rule-book.ts'
import { recordText, type Teller } from '../report/telling.ts'
import type { Equipment } from '../run/equipment.ts'
import type { DetectionRule } from '../sigma/rule.ts'
import { readFindings } from '../state/read-findings.ts'
import { notesFor } from './filter.ts'
import { eventReader, mappingFor } from './filter-events.ts'
import { groupDraftOf, groupNotes } from './filter-group.ts'

const days = 30
const dayMs = 86_400_000

export interface Drafting {
  /** The state folder. */
  readonly state: string
  readonly equipment: Pick<Equipment, 'rules' | 'pipelines' | 'enrich'>
  readonly reading: Omit<ReadingContext, 'source' | 'now'>
  readonly teller: Teller
  readonly now: number
}

/** For an id of `findingId`; null where there is no such finding for IT. */
export async function draftPageFor(id: string, drafting: Drafting): Promise<string | null> {
  const finding = await findingWith(id, drafting)
  if (finding === null) return null
  return draftHtml(await draftOf(finding, drafting), drafting.teller)
}

async function findingWith(id: string, { state, equipment, now }: Drafting): Promise<ToldFinding | null> {
  const book = ruleBookOf(equipment.rules)
  for await (const finding of readFindings(state, now - days * dayMs))
    if (findingId(finding) === id) return audienceIn(finding, book) === 'it' ? finding : null
  return null
}

async function draftOf(finding: ToldFinding, drafting: Drafting): Promise<DraftPage> {
  const { equipment, teller, state, now } = drafting
  const { rules } = equipment
  const { title, ruleId } = finding
  const refused = (because: string): DraftPage => ({ title, notes: [because], yaml: null, fileName: '' })
  const rule = rules.find(({ head }) => head.id === ruleId)
  const { words } = teller
  const told = { words, days, samples: null }
  const findings = readFindings(state, now - days * dayMs)
  if (rule?.kind === 'detection') return detectionDraft(rule, finding, drafting)
  if (rule?.kind !== 'correlation') return refused(words.say('item.no-book'))
  try {
    const draft = groupDraftOf(rule, finding, rules, words)
    const silenced = await silencedGroups(findings, ruleId, finding.group ?? {})
    const notes = notesFor(draft, { ...told, silenced }, groupNotes(draft, words))
    return pageOf(finding, draft.bases, draft.fields, notes, now)
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error))
  }
}

async function detectionDraft(
  rule: DetectionRule,
  finding: ToldFinding,
  { teller: { words }, state, equipment, reading, now }: Drafting,
): Promise<DraftPage> {
  const event = await eventReader({ ...reading, now }, equipment.enrich).ofFinding(finding)
  const mapping = mappingFor(rule, event, equipment.pipelines)
  const draft = draftFilter({ rule, mapping, events: [event], samples: [] })
  const { title, ruleId } = finding
  if (typeof draft === 'string') {
    const because = words.say(`filter.refused.${draft}`, { record: recordText(event, words) })
    return { title, notes: [because], yaml: null, fileName: '' }
  }
  // A page does not read 200 logs again: of what findings do not keep it says that it cannot tell.
  const silenced = await silencedOf(readFindings(state, now - days * dayMs), ruleId, draft, async () => null)
  const notes = notesFor(draft, { words, days, silenced, samples: 0 })
  return pageOf(finding, [rule], draft.fields, notes, now)
}

function pageOf(
  { title }: Finding,
  rules: readonly DetectionRule[],
  fields: Parameters<typeof filterDocument>[0]['fields'],
  notes: readonly string[],
  now: number,
): DraftPage {
  const day = new Date(now).toISOString().slice(0, 10)
  const { yaml, id } = filterDocument({ title, rules, fields, day, comments: [] })
  return { title, notes, yaml, fileName: `filter-${id.slice(0, 8)}.yml` }
}

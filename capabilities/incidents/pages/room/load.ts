// All that a page of a room needs: its content, the names of who did what, the titles of attached assets.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import { readPersonNames } from '../../../accounts/index.ts'
import { assetById, titleOfAsset } from '../../../assets/index.ts'
import type { Access } from '../../access.ts'
import { type RoomView, viewRoom } from '../../actions/view.ts'

export interface RoomData extends RoomView {
  /** By the actor of the journal. */
  readonly names: ReadonlyMap<string, string>
  /** Only of those attached; whoever reads here sees nothing else of the inventory. */
  readonly assetTitles: ReadonlyMap<number, string>
}

export async function loadRoom(
  context: Pick<Context, 'database'>,
  access: Access,
  now: Date,
): Promise<RoomData> {
  const view = await viewRoom(context, access, now)
  return context.database.asMember(access.organisationId, async (scope) => {
    const known = namesIn(view)
    const asked = view.history.flatMap(({ actor }) =>
      actor.startsWith('person:') && !known.has(actor) ? [Number(actor.slice('person:'.length))] : [],
    )
    for (const { id, name } of await readPersonNames(scope, [...new Set(asked)]))
      known.set(`person:${id}`, name)
    const titles = new Map<number, string>()
    for (const { assetId } of view.assets) {
      const asset = await assetById(scope, assetId)
      if (asset) titles.set(assetId, titleOfAsset(asset.facts))
    }
    return { ...view, names: known, assetTitles: titles }
  })
}

/** As each wrote themselves down: officers with the name of their centre, guests with whom they come from. */
function namesIn(view: RoomView): Map<string, string> {
  const { notes, decisions, tasks, services, files, custody, incident, history } = view
  const rows = [notes, decisions, tasks, services, files, custody].flat()
  const names = new Map(rows.map(({ recordedBy, recordedByName }) => [recordedBy, recordedByName]))
  // Who only pressed a button left no row; the case itself keeps these three names.
  const buttons = [
    ['incident.opened', incident.openedByName],
    ['incident.taken', incident.answeredByName],
    ['incident.closed', incident.closedByName],
  ] as const
  for (const [action, name] of buttons) {
    const entry = history.findLast((one) => one.action === action)
    if (entry && name && !names.has(entry.actor)) names.set(entry.actor, name)
  }
  return names
}

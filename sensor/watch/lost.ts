// What would be lost with newer rules and extracts because they cannot be read: then the old ones stay in use.
// SPDX-License-Identifier: EUPL-1.2
import type { Equipment } from '../run/equipment.ts'

/** Null: nothing. What was taken away on purpose, a file of rules that is gone, is no loss; a pack answers for itself. */
export function lostBy(before: Equipment, after: Equipment): string | null {
  if (after.rules.length === 0 && (after.indicators?.size ?? 0) === 0)
    return 'there would be no rule and no indicator left. Install a pack, or bring the rules back.'
  // Back to an older pack only where nothing is damaged: then the centre has new keys, and begins to count anew.
  const damage = after.notes.find((text) => !before.notes.includes(text))
  if ((after.pack?.sequence ?? 0) < (before.pack?.sequence ?? 0) && damage !== undefined) return damage
  const gone = after.missingExtracts.filter((name) => !before.missingExtracts.includes(name))
  if (gone.length > 0)
    return `${gone.join(', ')} of the extracts ${gone.length === 1 ? 'is' : 'are'} not there any more. Write the extract again, or restart the sensor to go on without it.`
  if (after.unread > before.unread) return `rules cannot be read any more: ${faultText(after.faults[0])}`
  const counts = countsByFile(before)
  const ownFiles = new Set(before.rules.flatMap(({ head }) => (head.pack === null ? [head.file] : [])))
  const spoilt = [...countsByFile(after)].find(
    ([file, count]) => ownFiles.has(file) && count > (counts.get(file) ?? 0),
  )
  if (!spoilt) return null
  return `rules that were in use cannot be used any more: ${faultText(after.faults.find(({ file }) => file === spoilt[0]))} Correct them, or restart the sensor to go on without them.`
}

function countsByFile({ faults }: Equipment): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { file } of faults) counts.set(file, (counts.get(file) ?? 0) + 1)
  return counts
}

function faultText(fault: Equipment['faults'][number] | undefined): string {
  return fault === undefined ? 'nobody said why.' : `${fault.file}, line ${fault.line}: ${fault.because}.`
}

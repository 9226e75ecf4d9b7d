// Whether the platform of an asset fits the platforms that a statement names.
// SPDX-License-Identifier: EUPL-1.2
import { rememberByText } from './memo.ts'
import { foldText } from './text.ts'

const systems = [
  'windows server',
  'windows',
  'android',
  'ios',
  'ipados',
  'linux',
  'ubuntu',
  'debian',
  'red hat',
  'suse',
  'macos',
  'solaris',
  'vxworks',
  'qnx',
].map((name) => ({ name, word: new RegExp(`\\b${name}\\b`) }))

interface Platform {
  readonly system: string
  readonly release: string | null
}

/** A platform that one side does not state, or that nobody can read, excludes nothing. */
export function findPlatformConflict(
  own: readonly string[],
  stated: readonly string[],
): { readonly own: string; readonly stated: string } | null {
  if (own.length === 0 || stated.length === 0) return null
  const mine = own.flatMap(readPlatform)
  const wanted = stated.map(readPlatform)
  if (mine.length === 0 || wanted.some((read) => read.length === 0)) return null
  const fits = mine.some((have) => wanted.flat().some((want) => covers(want, have)))
  return fits ? null : { own: own.join(', '), stated: stated.join(', ') }
}

/** None or one. */
const readPlatform = rememberByText((text): readonly Platform[] => {
  const folded = foldText(text)
  const system = systems.find(({ word }) => word.test(folded))?.name
  if (!system) return []
  const after = folded.slice(folded.indexOf(system) + system.length)
  const release = /^\s*(xp|vista|ce|nt|\d+(?:\.\d+)*)(?:\s*(r2))?/.exec(after)
  return [{ system, release: release ? `${release[1]}${release[2] ?? ''}` : null }]
})

function covers(want: Platform, have: Platform): boolean {
  if (want.system === 'windows' && want.release === null && have.system.startsWith('windows')) return true
  if (want.system !== have.system)
    return want.system === 'linux' && ['ubuntu', 'debian', 'red hat', 'suse'].includes(have.system)
  return want.release === null || have.release === null || want.release === have.release
}

/**
 * Whether the inventory says that the asset runs on, or inside of, everything that the statement names. Stricter than
 * the absence of a conflict: what frees an asset has to be stated.
 */
export function isStatedPlatform(own: readonly string[], stated: readonly string[]): boolean {
  const mine = own.map(foldText)
  return stated.every((wanted) => mine.some((have) => isSameOrRelease(have, foldText(wanted))))
}

/** "pump 200 2.1" is the stated "pump 200", and "pump 2000" is not. */
function isSameOrRelease(have: string, wanted: string): boolean {
  return wanted !== '' && (have === wanted || have.startsWith(`${wanted} `))
}

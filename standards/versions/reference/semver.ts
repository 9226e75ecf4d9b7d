// A second, independent order of semantic versions (semver.org, clause 11), for tests only.
// SPDX-License-Identifier: EUPL-1.2

export function compareSemver(a: string, b: string): number {
  const [coreA, preA] = cut(a)
  const [coreB, preB] = cut(b)
  for (let i = 0; i < 3; i++) {
    const difference = BigInt(coreA[i] ?? 0) - BigInt(coreB[i] ?? 0)
    if (difference !== 0n) return difference < 0n ? -1 : 1
  }
  if (preA === null || preB === null) return Number(preA === null) - Number(preB === null)
  for (let i = 0; i < Math.max(preA.length, preB.length); i++) {
    const [x, y] = [preA[i], preB[i]]
    if (x === undefined) return -1
    if (y === undefined) return 1
    const step = compareIdentifiers(x, y)
    if (step !== 0) return step
  }
  return 0
}

function cut(version: string): [string[], string[] | null] {
  const [withoutBuild = ''] = version.split('+')
  const dash = withoutBuild.indexOf('-')
  const core = (dash < 0 ? withoutBuild : withoutBuild.slice(0, dash)).split('.')
  return [core, dash < 0 ? null : withoutBuild.slice(dash + 1).split('.')]
}

function compareIdentifiers(x: string, y: string): number {
  const numericX = /^\d+$/.test(x)
  const numericY = /^\d+$/.test(y)
  if (numericX !== numericY) return numericX ? -1 : 1
  if (numericX) return BigInt(x) === BigInt(y) ? 0 : BigInt(x) < BigInt(y) ? -1 : 1
  return x === y ? 0 : x < y ? -1 : 1
}

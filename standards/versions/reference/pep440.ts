// A second, independent order of Python versions, from their parts as PEP 440 lists them; for tests only.
// SPDX-License-Identifier: EUPL-1.2

/** A version in parts; the test writes it as text for the key and hands the parts to the comparison. */
export interface PythonParts {
  readonly epoch: number
  readonly release: readonly number[]
  readonly pre: readonly ['a' | 'b' | 'rc', number] | null
  readonly post: number | null
  readonly dev: number | null
  readonly local: readonly (string | number)[] | null
}

export function writePython({ epoch, release, pre, post, dev, local }: PythonParts): string {
  return [
    epoch > 0 ? `${epoch}!` : '',
    release.join('.'),
    pre ? `${pre[0]}${pre[1]}` : '',
    post === null ? '' : `.post${post}`,
    dev === null ? '' : `.dev${dev}`,
    local ? `+${local.join('.')}` : '',
  ].join('')
}

export function comparePython(a: PythonParts, b: PythonParts): number {
  return (
    Math.sign(a.epoch - b.epoch) ||
    compareReleases(a.release, b.release) ||
    compareLists(phase(a), phase(b)) ||
    Math.sign((a.post ?? -1) - (b.post ?? -1)) ||
    Math.sign((a.dev ?? Infinity) - (b.dev ?? Infinity) || 0) ||
    compareLocals(a.local, b.local)
  )
}

function compareReleases(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return 0
}

// A development release of the plain version comes before its alphas; a pre-release before the version.
function phase({ pre, post, dev }: PythonParts): readonly number[] {
  if (pre) return [['a', 'b', 'rc'].indexOf(pre[0]), pre[1]]
  return [post === null && dev !== null ? -1 : 3, 0]
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  return Math.sign((a[0] ?? 0) - (b[0] ?? 0)) || Math.sign((a[1] ?? 0) - (b[1] ?? 0))
}

function compareLocals(a: PythonParts['local'], b: PythonParts['local']): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]]
    if (x === undefined) return -1
    if (y === undefined) return 1
    if (typeof x !== typeof y) return typeof x === 'number' ? 1 : -1
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

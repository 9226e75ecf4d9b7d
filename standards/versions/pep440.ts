// Keys for Python versions as PEP 440 orders them: epoch, release, pre, post, dev, local.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan, wideSpan } from './span.ts'

const releaseTag = { end: 0x01, number: 0x02 } as const
const preTag = { devOnly: 0x01, a: 0x02, b: 0x03, rc: 0x04, none: 0x05 } as const
const postTag = { none: 0x01, number: 0x02 } as const
const devTag = { number: 0x01, none: 0x02 } as const
const localTag = { none: 0x01, end: 0x02, word: 0x03, number: 0x04, beyond: 0x05 } as const

const versionPattern =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/

const preWords: Readonly<Record<string, number>> = {
  alpha: preTag.a,
  a: preTag.a,
  beta: preTag.b,
  b: preTag.b,
  c: preTag.rc,
  rc: preTag.rc,
  pre: preTag.rc,
  preview: preTag.rc,
}

export function readPep440(text: string): VersionSpan | null {
  const match = tooManyDigits(text) ? null : versionPattern.exec(text.toLowerCase())
  if (!match?.[2]) return null
  const [, epoch, release, preWord, preNumber, impliedPost, postWord, postNumber, devWord, devNumber, local] =
    match
  const hasPost = impliedPost !== undefined || postWord !== undefined
  const prefix = [
    ...releaseBytes(epoch, release ?? ''),
    releaseTag.end,
    ...preBytes(preWord, preNumber, !hasPost && devWord !== undefined),
    ...(hasPost ? [postTag.number, ...numberBytes(impliedPost || postNumber || '0')] : [postTag.none]),
    ...(devWord === undefined ? [devTag.none] : [devTag.number, ...numberBytes(devNumber || '0')]),
  ]
  // PEP 440 ignores the local label of a candidate when the specifier has none.
  if (local === undefined) return wideSpan(extend(prefix, localTag.none), extend(prefix, localTag.beyond))
  return pointSpan(extend(prefix, ...localBytes(local)))
}

/** PEP 440 "1.2.*": every version whose release starts with these numbers. */
export function branchOfPep440(text: string): KeySpan | null {
  const match = tooManyDigits(text) ? null : /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)$/i.exec(text)
  if (!match?.[2]) return null
  const prefix = releaseBytes(match[1], match[2])
  const zeros = trailingZeros(match[2]).flatMap(() => [releaseTag.number, 0])
  return { low: Uint8Array.from(prefix), high: extend(prefix, ...zeros, 0xff) }
}

// 1, 1.0 and 1.0.0 are one version: zeros at the end are not written.
function releaseBytes(epoch: string | undefined, release: string): number[] {
  const numbers = release.split('.')
  const kept = numbers.slice(0, numbers.length - trailingZeros(release).length)
  return [
    ...numberBytes(epoch ?? '0'),
    ...kept.flatMap((digits) => [releaseTag.number, ...numberBytes(digits)]),
  ]
}

function trailingZeros(release: string): readonly string[] {
  const numbers = release.split('.')
  const last = numbers.findLastIndex((digits) => !/^0+$/.test(digits))
  return numbers.slice(last + 1)
}

function preBytes(word: string | undefined, digits: string | undefined, devOnly: boolean): number[] {
  const rank = word === undefined ? undefined : preWords[word]
  if (rank !== undefined) return [rank, ...numberBytes(digits || '0')]
  return [devOnly ? preTag.devOnly : preTag.none]
}

function localBytes(local: string): number[] {
  const bytes = local
    .split(/[-_.]/)
    .flatMap((part) =>
      /^\d+$/.test(part) ? [localTag.number, ...numberBytes(part)] : [localTag.word, ...wordBytes(part)],
    )
  return [...bytes, localTag.end]
}

// Matches by package URL: type, namespace and name, and the distribution where both name one.
// SPDX-License-Identifier: EUPL-1.2
import type { Matcher } from '../identity.ts'

/** Package URLs of one type settle the question both ways; of different types they say nothing. */
export const matchPurl: Matcher = (inventory, stated) => {
  if (!inventory.purl || !stated.purl) return null
  const [own, other] = [readBase(inventory.purl), readBase(stated.purl)]
  if (own.type !== other.type) return null
  const isSame = own.path === other.path && fitsDistribution(own.qualifiers, other.qualifiers)
  return isSame
    ? {
        grade: 'exact-identifier',
        method: 'purl',
        certainty: 'certain',
        steps: [{ code: 'identifier-equal', scheme: 'purl', value: stated.purl }],
      }
    : {
        grade: 'none',
        method: 'purl',
        certainty: 'certain',
        steps: [{ code: 'identifier-differs', scheme: 'purl', own: inventory.purl, stated: stated.purl }],
      }
}

interface PurlBase {
  readonly type: string
  readonly path: string
  readonly qualifiers: URLSearchParams
}

function readBase(purl: string): PurlBase {
  const [path = '', query = ''] = (purl.split('#')[0] ?? '').split('?')
  const type = /^pkg:\/*([^/]+)\//i.exec(path)?.[1]?.toLowerCase() ?? ''
  return { type, path, qualifiers: new URLSearchParams(query) }
}

/** `distro=debian-12` of both must agree; a statement without one is for every release of the namespace. */
function fitsDistribution(own: URLSearchParams, stated: URLSearchParams): boolean {
  const wanted = stated.get('distro')
  const have = own.get('distro')
  return !wanted || !have || have === wanted || have.startsWith(`${wanted}.`)
}

// Packages of distributions: which release they are for, and why an upstream range does not settle their fate.
// SPDX-License-Identifier: EUPL-1.2
import { parsePurl } from '@salus/standards/purl'
import { schemeFor } from '@salus/standards/ranges'
import { versionKey } from '@salus/standards/versions'
import type { MatchableStatement } from './matchable.ts'
import { rememberByObject } from './memo.ts'
import type { InventoryLike } from './product-name.ts'

/** Package of a distribution, as its purl names it. */
export interface DistributionPackage {
  readonly type: string
  /** `debian`, `redhat`; empty where the purl has none. */
  readonly namespace: string
  readonly version: string | null
  /** Of the distribution: `12`, `22.04`, `3.18`, `9`; null where nothing tells. */
  readonly release: string | null
}

const packageTypes: ReadonlySet<string> = new Set(['deb', 'rpm', 'apk', 'alpm'])

/** First part of OSV ecosystem names (OSV schema, "Defined ecosystems"), lower case. */
const distributionEcosystems: ReadonlySet<string> = new Set([
  'almalinux',
  'alpaquita',
  'alpine',
  'azure linux',
  'chainguard',
  'debian',
  'echo',
  'mageia',
  'minimos',
  'openeuler',
  'opensuse',
  'photon os',
  'red hat',
  'rocky linux',
  'suse',
  'ubuntu',
  'wolfi',
])

const maxVersionText = 200

/** Asked again for each document that an item is held against, so it is remembered. */
export const distributionPackageOf = rememberByObject((item: InventoryLike): DistributionPackage | null => {
  if (!item.purl || !packagePurl.test(item.purl)) return null
  const purl = parsePurl(item.purl)
  if (!purl || !packageTypes.has(purl.type)) return null
  const version = (item.version ?? purl.version)?.slice(0, maxVersionText) ?? null
  const distro = purl.qualifiers.get('distro') ?? ''
  return {
    type: purl.type,
    namespace: purl.namespace ?? '',
    version,
    release: releaseIn(distro) ?? (version === null ? null : releaseOfVersion(version)),
  }
})

/** Told apart before the purl is read: most are of other types. */
const packagePurl = /^\s*pkg:\/{0,2}(?:deb|rpm|apk|alpm)\//i

/** "debian-12.4" is 12, "ubuntu-22.04" is 22.04, "alpine-3.18.2" is 3.18, "rhel-9.2" is 9. */
function releaseIn(text: string): string | null {
  const number = /(?:^|[^\d.])(\d{1,4}(?:\.\d{1,4}){0,3})/.exec(text.slice(0, maxVersionText))?.[1]
  if (number === undefined) return null
  const parts = number.split('.')
  return /alpine|alpaquita|ubuntu/i.test(text) ? parts.slice(0, 2).join('.') : (parts[0] ?? null)
}

/** Distributions write the release into the version: `1.1-2+deb12u1`, `3.0.7-24.el9_2`, `2.30-1.amzn2`. */
function releaseOfVersion(version: string): string | null {
  return /(?:deb|\.el|\.fc|\.amzn|\.mga)(\d{1,4})/.exec(version)?.[1] ?? null
}

/** Whether a statement is about a distribution's own package, and not about the program as its makers publish it. */
export function isAboutDistribution({ statement: { product }, range }: MatchableStatement): boolean {
  const ecosystem = product.ecosystem?.split(':')[0]?.toLowerCase() ?? ''
  return (
    distributionEcosystems.has(ecosystem) ||
    product.purls.some((purl) => packageTypes.has(parsePurl(purl)?.type ?? '')) ||
    releaseOfVersion(range.text.slice(0, maxVersionText)) !== null
  )
}

/** The distribution's release that a statement is for; null where it does not say. */
export function releaseOfStatement({ statement: { product }, range }: MatchableStatement): string | null {
  const [name = '', ...rest] = product.ecosystem?.split(':') ?? []
  const ofEcosystem =
    rest.length > 0 ? releaseIn(`${name} ${rest.join(' ').replace(/\bv(?=\d)/g, '')}`) : null
  if (ofEcosystem !== null) return ofEcosystem
  const distros = product.purls.map((purl) => parsePurl(purl)?.qualifiers.get('distro') ?? '')
  return (
    distros.map(releaseIn).find((one) => one !== null) ??
    releaseOfVersion(range.text.slice(0, maxVersionText))
  )
}

/** Both name a release, and not the same one. */
export function isOtherRelease(own: DistributionPackage, matchable: MatchableStatement): boolean {
  if (own.release === null || !isAboutDistribution(matchable)) return false
  const stated = releaseOfStatement(matchable)
  return stated !== null && stated !== own.release
}

/** The version as its makers number it: without epoch, without the distribution's own revision. */
export function upstreamVersionOf({ type, version }: DistributionPackage): string | null {
  if (version === null) return null
  const withoutEpoch = version.replace(/^\d{1,9}:/, '')
  const revision = type === 'apk' ? /-r\d{1,9}$/ : /-[^-]{1,100}$/
  return withoutEpoch.replace(revision, '').replace(/[+~](?:dfsg|ds|repack).{0,40}$/, '')
}

/**
 * Whether the distribution's own statement says that the fix is in this package: it names the version from which on
 * the package is fixed, for the very release that the package is from. Without both releases nobody can tell, since
 * a version of one release says nothing about that of another.
 */
export function isFixedInPackage(own: DistributionPackage, matchable: MatchableStatement): boolean {
  const { statement } = matchable
  const fixedIn = statement.fixedIn ?? exactFix(matchable)
  if (fixedIn === null || own.version === null || !isAboutDistribution(matchable)) return false
  const stated = releaseOfStatement(matchable) ?? releaseOfVersion(fixedIn)
  if (own.release === null || stated !== own.release) return false
  const scheme = schemeFor({ purlType: own.type })
  const [has, needs] = [versionKey(scheme, own.version), versionKey(scheme, fixedIn)]
  return has !== null && needs !== null && Buffer.compare(has, needs) >= 0
}

/** CSAF lists the version that an update brought; packages of the same release behind it hold the fix too. */
function exactFix({ statement: { status, version } }: MatchableStatement): string | null {
  const isFix = status === 'fixed' || status === 'first_fixed'
  return isFix && version.kind === 'exact' ? version.text : null
}

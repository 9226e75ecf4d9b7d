// Known package collections of CVE records, with the ecosystem and the package URL they stand for.
// SPDX-License-Identifier: EUPL-1.2
import { purlOfPackage } from '../purl/of-package.ts'

interface Collection {
  /** Host, and the start of the path where one host has several collections. */
  readonly address: string
  /** In OSV's words where OSV has one. */
  readonly ecosystem: string
  /** purl type, with the namespace where it has a fixed one; left out where the collection has no package URLs. */
  readonly purlType?: string
}

const collections: readonly Collection[] = [
  { address: 'pypi.org', ecosystem: 'PyPI', purlType: 'pypi' },
  { address: 'pypi.python.org', ecosystem: 'PyPI', purlType: 'pypi' },
  { address: 'npmjs.com', ecosystem: 'npm', purlType: 'npm' },
  { address: 'registry.npmjs.org', ecosystem: 'npm', purlType: 'npm' },
  { address: 'repo.maven.apache.org', ecosystem: 'Maven', purlType: 'maven' },
  { address: 'repo1.maven.org', ecosystem: 'Maven', purlType: 'maven' },
  { address: 'mvnrepository.com', ecosystem: 'Maven', purlType: 'maven' },
  { address: 'central.sonatype.com', ecosystem: 'Maven', purlType: 'maven' },
  { address: 'pkg.go.dev', ecosystem: 'Go', purlType: 'golang' },
  {
    address: 'packagist.org',
    ecosystem: 'Packagist',
    purlType: 'composer',
  },
  { address: 'rubygems.org', ecosystem: 'RubyGems', purlType: 'gem' },
  { address: 'crates.io', ecosystem: 'crates.io', purlType: 'cargo' },
  { address: 'nuget.org', ecosystem: 'NuGet', purlType: 'nuget' },
  { address: 'hex.pm', ecosystem: 'Hex', purlType: 'hex' },
  { address: 'pub.dev', ecosystem: 'Pub', purlType: 'pub' },
  {
    address: 'access.redhat.com/downloads/content/package-browser',
    ecosystem: 'Red Hat',
    purlType: 'rpm/redhat',
  },
  { address: 'catalog.redhat.com', ecosystem: 'Red Hat container catalog' },
  {
    address: 'packages.fedoraproject.org',
    ecosystem: 'Fedora',
    purlType: 'rpm/fedora',
  },
  { address: 'wordpress.org/plugins', ecosystem: 'WordPress plugins' },
  { address: 'wordpress.org/themes', ecosystem: 'WordPress themes' },
]

/** What a `collectionURL` and `packageName` mean; an unknown collection is called by its host. */
export function readCollection(
  collectionUrl: string,
  packageName: string,
): { readonly ecosystem: string; readonly purl: string | null } {
  const address = addressOf(collectionUrl)
  const known = collections.find(
    (collection) => address === collection.address || address.startsWith(`${collection.address}/`),
  )
  if (known === undefined) return { ecosystem: address.split('/')[0] || collectionUrl, purl: null }
  const purl = known.purlType === undefined ? null : purlOfPackage(known.purlType, packageName.trim())
  return { ecosystem: known.ecosystem, purl }
}

function addressOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname } = new URL(url)
  return `${host.replace(/^www\./, '')}${pathname}`
}

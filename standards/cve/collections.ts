// Known package collections of CVE records, with the ecosystem and the package URL they stand for.
// SPDX-License-Identifier: EUPL-1.2

interface Collection {
  /** Host, and the start of the path where one host has several collections. */
  readonly address: string
  /** In OSV's words where OSV has one. */
  readonly ecosystem: string
  readonly purlOf?: (name: string) => string | null
}

const collections: readonly Collection[] = [
  { address: 'pypi.org', ecosystem: 'PyPI', purlOf: pypi },
  { address: 'pypi.python.org', ecosystem: 'PyPI', purlOf: pypi },
  { address: 'npmjs.com', ecosystem: 'npm', purlOf: (name) => path('npm', name) },
  { address: 'registry.npmjs.org', ecosystem: 'npm', purlOf: (name) => path('npm', name) },
  { address: 'repo.maven.apache.org', ecosystem: 'Maven', purlOf: maven },
  { address: 'repo1.maven.org', ecosystem: 'Maven', purlOf: maven },
  { address: 'mvnrepository.com', ecosystem: 'Maven', purlOf: maven },
  { address: 'central.sonatype.com', ecosystem: 'Maven', purlOf: maven },
  { address: 'pkg.go.dev', ecosystem: 'Go', purlOf: (name) => path('golang', name.toLowerCase()) },
  {
    address: 'packagist.org',
    ecosystem: 'Packagist',
    purlOf: (name) => path('composer', name.toLowerCase()),
  },
  { address: 'rubygems.org', ecosystem: 'RubyGems', purlOf: (name) => path('gem', name) },
  { address: 'crates.io', ecosystem: 'crates.io', purlOf: (name) => path('cargo', name) },
  { address: 'nuget.org', ecosystem: 'NuGet', purlOf: (name) => path('nuget', name) },
  { address: 'hex.pm', ecosystem: 'Hex', purlOf: (name) => path('hex', name.toLowerCase()) },
  { address: 'pub.dev', ecosystem: 'Pub', purlOf: (name) => path('pub', name.toLowerCase()) },
  {
    address: 'access.redhat.com/downloads/content/package-browser',
    ecosystem: 'Red Hat',
    purlOf: (name) => path('rpm/redhat', name),
  },
  { address: 'catalog.redhat.com', ecosystem: 'Red Hat container catalog' },
  {
    address: 'packages.fedoraproject.org',
    ecosystem: 'Fedora',
    purlOf: (name) => path('rpm/fedora', name),
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
  return { ecosystem: known.ecosystem, purl: known.purlOf?.(packageName.trim()) ?? null }
}

function addressOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname } = new URL(url)
  return `${host.replace(/^www\./, '')}${pathname}`
}

/** PEP 503: case and the kind of separator don't count. */
function pypi(name: string): string | null {
  return path('pypi', name.toLowerCase().replaceAll(/[-_.]+/g, '-'))
}

/** Written as `group:artifact` or `group/artifact`. */
function maven(name: string): string | null {
  const [group, artifact, ...rest] = name.split(/[:/]/)
  return group && artifact && rest.length === 0 ? path('maven', `${group}/${artifact}`) : null
}

/** Null for names with blanks: those are titles, not package names. */
function path(type: string, name: string): string | null {
  if (name === '' || /\s/.test(name)) return null
  const steps = name.split('/').map((step) => encodeURIComponent(step).replaceAll('%3A', ':'))
  return `pkg:${type}/${steps.join('/')}`
}

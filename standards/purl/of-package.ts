// Writes the package URL of a package that an ecosystem's database names by its own words.
// SPDX-License-Identifier: EUPL-1.2

/** Names of ecosystems as the OSV schema lists them; those of distributions differ by release and are left out. */
const typeOfEcosystem: ReadonlyMap<string, string> = new Map([
  ['PyPI', 'pypi'],
  ['npm', 'npm'],
  ['Go', 'golang'],
  ['Maven', 'maven'],
  ['NuGet', 'nuget'],
  ['RubyGems', 'gem'],
  ['crates.io', 'cargo'],
  ['Packagist', 'composer'],
  ['Hex', 'hex'],
  ['Pub', 'pub'],
  ['SwiftURL', 'swift'],
  ['ConanCenter', 'conan'],
  ['CRAN', 'cran'],
  ['Hackage', 'hackage'],
])

/** Types whose names do not tell capitals from small letters (purl type definitions). */
const withoutCase: ReadonlySet<string> = new Set(['golang', 'composer', 'hex', 'pub'])

/** Null for ecosystems without a purl type of their own. */
export function purlOfEcosystem(ecosystem: string, name: string): string | null {
  const type = typeOfEcosystem.get(ecosystem.split(':')[0] ?? '')
  return type === undefined ? null : purlOfPackage(type, name)
}

/** Null for names that are none of this type. `type` may go on with a namespace (`rpm/fedora`). */
export function purlOfPackage(type: string, name: string): string | null {
  if (type === 'pypi') return path(type, pythonName(name))
  if (type === 'maven') return maven(name)
  return path(type, withoutCase.has(type) ? name.toLowerCase() : name)
}

/** PEP 503: case and the kind of separator don't count. */
function pythonName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-')
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

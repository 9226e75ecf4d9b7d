// Where to go on after signing in or changing language: a path of this site, or its first page.
// SPDX-License-Identifier: EUPL-1.2

const maxPathLength = 2_000
const somewhere = 'https://this.site.invalid'
/** Browsers drop tabs and line ends and read a backslash as a slash, so `/\evil` and `/<tab>/evil` leave the site. */
const deceiving = /[\\\p{Cc}\s]/u

export function safePath(path: string | undefined): string {
  if (!path?.startsWith('/') || path.length > maxPathLength || deceiving.test(path)) return '/'
  if (path.startsWith('//') || !URL.canParse(path, somewhere)) return '/'
  const url = new URL(path, somewhere)
  const normal = `${url.pathname}${url.search}`
  return url.origin === somewhere && !normal.startsWith('//') ? normal : '/'
}

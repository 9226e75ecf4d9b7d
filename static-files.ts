// The few files that browsers fetch beside pages: the style sheet and the optional script, by the hash of their content.
// SPDX-License-Identifier: EUPL-1.2
import { readScript } from './web/islands/read.ts'
import type { PageAssets } from './web/shell/index.ts'
import { buildStyles } from './web/styles/build.ts'

export interface StaticFile {
  readonly content: string
  readonly contentType: string
  readonly immutable: boolean
}

export async function readStaticFiles(): Promise<{
  readonly assets: PageAssets
  readonly files: ReadonlyMap<string, StaticFile>
}> {
  const styles = await buildStyles()
  const { script, hash } = readScript()
  const assets = { styles: `/static/salus-${styles.hash}.css`, script: `/static/salus-${hash}.js` }
  return {
    assets,
    files: new Map([
      [assets.styles, { content: styles.css, contentType: 'text/css; charset=utf-8', immutable: true }],
      [assets.script, { content: script, contentType: 'text/javascript; charset=utf-8', immutable: true }],
      [
        '/robots.txt',
        {
          content: 'User-agent: *\nDisallow: /\n',
          contentType: 'text/plain; charset=utf-8',
          immutable: false,
        },
      ],
    ]),
  }
}

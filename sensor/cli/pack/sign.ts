// `sensor pack sign REPOSITORY --keys DIR`: announces what was built, or renews what is announced; also a next root.
// SPDX-License-Identifier: EUPL-1.2

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Announcement,
  announce,
  type RoleName,
  type Root,
  readSigned,
  renewTimestamp,
  rootName,
  type Signer,
  usualDays,
} from '@salus/standards/packs'
import {
  endDraft,
  exportPublished,
  type PublishedFolder,
  readPublished,
  writePublished,
} from '../../packs/published.ts'
import { type Output, UsageFault, type Words } from '../command.ts'
import { firstRootIn, readSigners } from './keys.ts'
import { nextRoot } from './next-root.ts'
import { onePlace, type PackCommand } from './words.ts'

export const packSign: PackCommand = {
  usage:
    'pack sign REPOSITORY --keys DIR… [--days N] [--passphrase-file FILE] [--new-root [--new-keys DIR]] [--file X.salus-pack]',
  async run(words, output, now) {
    const folder = onePlace(words, 'The repository')
    const keyFolders = words.texts('keys')
    if (keyFolders.length === 0)
      throw new UsageFault('--keys is needed: the folders with the keys to sign with.')
    const signers = await readSigners(keyFolders, words.text('passphrase-file'))
    let published = await withFirstRoot(folder, keyFolders)
    if (words.is('new-root')) {
      const [name, bytes] = await nextRoot(rootIn(published, folder), signers, words, now)
      await writePublished(folder, [[name, bytes]])
      await output.write(`${join(folder, name)} is signed.`)
      published = await readPublished(folder)
    }
    const root = rootIn(published, folder)
    const files = filesToSign(published, root, signers, daysOf(words), now)
    if (typeof files === 'string') output.note(files)
    else {
      await writePublished(folder, files)
      if (published.draft !== null) await endDraft(folder)
      for (const [name] of files) await output.write(`${join(folder, name)} is signed.`)
      noteTargetsEnd(await readPublished(folder), now, output)
    }
    const file = words.text('file')
    if (file !== null) await output.write(`${file}: ${await exportPublished(folder, file)} bytes.`)
    return typeof files !== 'string' || words.is('new-root')
  },
}

async function withFirstRoot(folder: string, keyFolders: readonly string[]): Promise<PublishedFolder> {
  const published = await readPublished(folder)
  if (published.root !== null) return published
  const bytes = await firstRootIn(keyFolders)
  if (bytes === null) return published
  readSigned('root', bytes, '1.root.json')
  await writeFile(join(folder, rootName(1)), bytes, { flag: 'wx' })
  return readPublished(folder)
}

function rootIn({ root }: PublishedFolder, folder: string): Root {
  if (root === null)
    throw new Error(`${folder} has no root. Copy 1.root.json of \`sensor pack keys\` into it.`)
  return root
}

function daysOf(words: Words): Readonly<Record<RoleName, number>> {
  const given = words.text('days')
  if (given === null) return usualDays
  const days = Number(given)
  if (!Number.isInteger(days) || days < 1 || days > 365)
    throw new UsageFault('--days is a number from 1 to 365.')
  return { ...usualDays, timestamp: days, snapshot: Math.max(days, usualDays.snapshot) }
}

/** What can be signed with these keys, or in words what is missing for it. */
function filesToSign(
  published: PublishedFolder,
  root: Root,
  all: readonly Signer[],
  days: Readonly<Record<RoleName, number>>,
  now: number,
): readonly (readonly [string, Uint8Array])[] | string {
  const of = (role: RoleName) => all.filter(({ keyId }) => root.roles[role].keyids.includes(keyId))
  const signers = { targets: of('targets'), snapshot: of('snapshot'), timestamp: of('timestamp') }
  const lacks = (role: keyof typeof signers) => signers[role].length < root.roles[role].threshold
  const announcement: Announcement = { targets: published.draft, signers, days, now }
  const wanted: readonly (keyof typeof signers)[] =
    published.draft !== null ? ['targets', 'snapshot', 'timestamp'] : ['timestamp']
  const missing = wanted.filter(lacks)
  if (missing.length > 0)
    return `Not signed: keys of ${missing.join(', ')} are missing in the folders of --keys.`
  if (published.draft !== null) return announce(published, announcement)
  if (published.timestamp === null) return 'Nothing is built yet: sensor pack build DIR --out REPOSITORY.'
  return lacks('snapshot') ? [renewTimestamp(published, announcement)] : announce(published, announcement)
}

const warnDays = 21

/** The list of targets cannot be renewed by itself: its sequence stands in the manifest. */
function noteTargetsEnd({ targets }: PublishedFolder, now: number, output: Output): void {
  if (targets === null) return
  const { expires } = readSigned('targets', targets, 'targets.json').signed
  if (Date.parse(expires) - now < warnDays * 86_400_000)
    output.note(`The list of targets ends on ${expires}. Build and sign the pack anew before that day.`)
}

// `sensor pack keys`: makes the keys of a publisher and the first root that names them.
// SPDX-License-Identifier: EUPL-1.2
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  newSigner,
  type RoleName,
  readSigner,
  rootOf,
  type Signer,
  sha256Of,
  signRoot,
  usualDays,
  writeSigner,
} from '@salus/standards/packs'
import { passphraseIn } from '../passphrase.ts'
import { needed, type PackCommand } from './words.ts'

const rootKeys = 3
const rootThreshold = 2
const keyEnding = '.key.pem'

export const packKeys: PackCommand = {
  usage: 'pack keys --out DIR [--passphrase-file FILE]',
  async run(words, output, now) {
    const folder = needed(words, 'out', 'keys')
    const passphrase = await passphraseIn(words.text('passphrase-file'))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if ((await readdir(folder)).some((name) => name.endsWith(keyEnding)))
      throw new Error(`${folder} has keys already. Name an empty folder: keys are never overwritten.`)
    const make = async (name: string) => {
      const signer = newSigner()
      const file = join(folder, `${name}${keyEnding}`)
      await writeFile(file, writeSigner(signer, passphrase), { mode: 0o600, flag: 'wx' })
      await output.write(`${file}  ${signer.keyId}`)
      return signer
    }
    const roots: Signer[] = []
    for (let number = 1; number <= rootKeys; number++) roots.push(await make(`root-${number}`))
    const one = async (role: RoleName) => ({ keys: [await make(role)], threshold: 1 })
    const root = rootOf(
      1,
      {
        root: { keys: roots, threshold: rootThreshold },
        targets: await one('targets'),
        snapshot: await one('snapshot'),
        timestamp: await one('timestamp'),
      },
      now + usualDays.root * 86_400_000,
    )
    const [name, bytes] = signRoot(root, roots)
    await writeFile(join(folder, name), bytes, { flag: 'wx' })
    await output.write(`${join(folder, name)}  fingerprint ${sha256Of(bytes)}`)
    output.note(
      `Tell hospitals this fingerprint on paper or by telephone. Move the keys of the root onto ${rootKeys} sticks in different safes: ${rootThreshold} of them change all other keys, and without ${rootThreshold} nothing can be changed.`,
    )
    return true
  },
}

/** The name of its file, without the ending: `targets`, `root-2`. */
export interface NamedSigner extends Signer {
  readonly name: string
}

/** Every private key of the folders. Throws an error in words where one cannot be read. */
export async function readSigners(
  folders: readonly string[],
  passphraseFile: string | null,
): Promise<readonly NamedSigner[]> {
  const passphrase = await passphraseIn(passphraseFile)
  const signers: NamedSigner[] = []
  for (const folder of folders)
    for (const name of (await readdir(folder)).sort()) {
      if (!name.endsWith(keyEnding)) continue
      const path = join(folder, name)
      try {
        const signer = readSigner(await readFile(path, 'utf8'), passphrase)
        signers.push({ ...signer, name: name.slice(0, -keyEnding.length) })
      } catch {
        throw new Error(
          `${path} cannot be read as an Ed25519 key. If it has a passphrase, name its file with --passphrase-file.`,
        )
      }
    }
  if (signers.length === 0) throw new Error(`There is no *${keyEnding} in ${folders.join(', ')}.`)
  return signers
}

/** The first root that lies beside the keys, where there is one. */
export async function firstRootIn(folders: readonly string[]): Promise<Buffer | null> {
  for (const folder of folders) {
    const bytes = await readFile(join(folder, '1.root.json')).catch(() => null)
    if (bytes !== null) return bytes
  }
  return null
}

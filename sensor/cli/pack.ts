// `sensor pack …`: the commands of those who publish packs, and of those who install them.
// SPDX-License-Identifier: EUPL-1.2
import { type Command, UsageFault } from './command.ts'
import { packBuild } from './pack/build.ts'
import { packInstall } from './pack/install.ts'
import { packKeys } from './pack/keys.ts'
import { packSign } from './pack/sign.ts'
import { packStatusCommand } from './pack/status.ts'
import { packVerify } from './pack/verify.ts'
import type { PackCommand } from './pack/words.ts'

const commands: Readonly<Record<string, PackCommand>> = {
  // One a line.
  install: packInstall,
  status: packStatusCommand,
  verify: packVerify,
  keys: packKeys,
  build: packBuild,
  sign: packSign,
}

export const packCommand: Command = {
  name: 'pack',
  usage: Object.values(commands)
    .map(({ usage }) => usage.replace(/^pack /, ''))
    .join('\n  sensor pack '),
  options: {
    state: { type: 'string' },
    root: { type: 'string' },
    fingerprint: { type: 'string' },
    'token-file': { type: 'string' },
    out: { type: 'string' },
    keys: { type: 'string', multiple: true },
    'passphrase-file': { type: 'string' },
    'new-root': { type: 'boolean' },
    'new-keys': { type: 'string' },
    days: { type: 'string' },
    file: { type: 'string' },
    health: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(words, output) {
    const [name = ''] = words.positionals
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new UsageFault(`pack ${Object.keys(commands).join(', pack ')}: which of them?`)
    return (await command.run(words, output, Date.now())) ? 'whole' : 'partial'
  },
}

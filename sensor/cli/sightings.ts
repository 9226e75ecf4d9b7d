// `sensor sightings …`: what a hospital lets the centre know, shown before it leaves and off until it is turned on.
// SPDX-License-Identifier: EUPL-1.2
import { type Command, jsonOption, placeOptions, UsageFault } from './command.ts'
import { approveCommand, offCommand, onCommand, revokeCommand } from './sightings/decide.ts'
import { previewCommand, statusCommand } from './sightings/look.ts'
import { sendCommand } from './sightings/send.ts'
import { joinCommand, shareCommand } from './sightings/share.ts'
import type { SightingCommand } from './sightings/words.ts'

const commands: Readonly<Record<string, SightingCommand>> = {
  // One a line.
  status: statusCommand,
  preview: previewCommand,
  on: onCommand,
  off: offCommand,
  approve: approveCommand,
  revoke: revokeCommand,
  send: sendCommand,
  share: shareCommand,
  join: joinCommand,
}

export const sightingsCommand: Command = {
  name: 'sightings',
  usage: Object.values(commands)
    .map(({ usage }) => usage.replace(/^sightings /, ''))
    .join('\n  sensor sightings '),
  options: {
    ...placeOptions,
    ...jsonOption,
    by: { type: 'string' },
    rule: { type: 'string' },
    standing: { type: 'string' },
    outcome: { type: 'string' },
    offline: { type: 'string' },
    'passphrase-file': { type: 'string' },
    language: { type: 'string' },
  },
  async run(words, output) {
    const [name = 'status'] = words.positionals
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command)
      throw new UsageFault(`sightings ${Object.keys(commands).join(', sightings ')}: which of them?`)
    return (await command.run(words, output, Date.now())) ? 'whole' : 'partial'
  },
}

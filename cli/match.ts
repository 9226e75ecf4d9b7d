// `match`: holds an inventory file against advisory files, without a server.
// SPDX-License-Identifier: EUPL-1.2
import { matchFiles } from '../capabilities/matching/index.ts'
import { type Command, optionValues, requireValue, UsageError } from './command.ts'

export const match: Command = {
  name: 'match',
  usage: 'match --assets FILE --advisories FILE… --json',
  purpose: 'Match an inventory file against advisory files; one JSON object a line for each pair.',
  async run(words, output) {
    const assets = requireValue(words, '--assets')
    const advisories = optionValues(words, '--advisories')
    if (advisories.length === 0) throw new UsageError('--advisories needs at least one file.')
    await matchFiles({ assets, advisories, json: true }, output.print)
    return 0
  },
}

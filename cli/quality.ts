// `quality`: measures the matching engine against hand-labelled pairs.
// SPDX-License-Identifier: EUPL-1.2
import { runQuality } from '../quality/labelled.ts'
import type { Command } from './command.ts'

export const quality: Command = {
  name: 'quality',
  usage: 'quality [FILE]',
  purpose: 'Measure recall and false alarms on labelled pairs; prints one JSON object.',
  async run(words) {
    await runQuality(words)
    return 0
  },
}

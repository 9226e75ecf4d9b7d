// `quality`: measures the matching engine against hand-labelled pairs, and the sensor against invented hospital weeks.
// SPDX-License-Identifier: EUPL-1.2
import { runQuality } from '../quality/labelled.ts'
import { runSensorWeek } from '../quality/sensor/week/measure.ts'
import type { Command } from './command.ts'

export const quality: Command = {
  name: 'quality',
  usage:
    'quality [FILE] | quality sensor-week [--seeds 101,102] [--small] [--without-context] [--low] [--keep FOLDER] [--json]',
  purpose:
    'Measure recall and false alarms on labelled pairs (one JSON object), or recall and flags on invented hospital weeks.',
  async run([first, ...rest]) {
    if (first === 'sensor-week') await runSensorWeek(rest)
    else await runQuality(first === undefined ? [] : [first, ...rest])
    return 0
  },
}

// The figures of a week as lines for the terminal.
// SPDX-License-Identifier: EUPL-1.2
import type { MeasuredWeek } from '../measure.ts'

export function reportLines(week: MeasuredWeek): readonly string[] {
  const { sensor } = week
  return [
    `\nSeed ${week.seed}: ${week.accesses} accesses, ${Math.round(week.megabytes)} MB, made in ${Math.round(week.generatedSeconds)} s`,
    `Sensor: ${sensor.events} events, ${sensor.rules} rules, context read in ${sensor.loadSeconds.toFixed(1)} s, ${week.eventsPerSecond} events/s, peak ${Math.round(sensor.peakMegabytes)} MB, ${sensor.broken} broken, ${sensor.unexplained} unexplained, ${sensor.late} late, ${sensor.forgotten} forgotten`,
    ...sensor.faults.map((fault) => `  fault: ${fault}`),
    `Recall ${week.recall} (${week.found} of ${week.planted}); ${week.flags} flags (${week.flagsPer100000} for 100,000 accesses), ${week.falseFlags} without planted misuse (${week.falseFlagsPer100000}), ${week.findings} findings`,
    `On the desk of the privacy officer ${week.desks.privacy.flags}, of which ${week.desks.privacy.false} without planted misuse; of IT ${week.desks.it.flags}, of which ${week.desks.it.false}`,
    ...Object.entries(week.kinds).map(
      ([kind, { planted, found, missed }]) =>
        `  ${kind}: ${found} of ${planted}${missed.length > 0 ? `; missed: ${missed.join(' ')}` : ''}`,
    ),
    'Rules, those with the most flags without misuse first:',
    ...week.rules.map(
      ({ title, level, flags, findings, false: wrong }) =>
        `  ${title} (${level}): ${flags} flags, ${wrong} without misuse, ${findings} findings`,
    ),
    'Look-alikes that were flagged:',
    ...Object.entries(week.lookAlikes).map(
      ([kind, { planted, flagged, by }]) =>
        `  ${kind}: ${flagged} of ${planted}${by.length > 0 ? ` by ${by.join('; ')}` : ''}`,
    ),
  ]
}

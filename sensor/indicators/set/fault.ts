// What is wrong with an indicator set, and what to do: the one error of its reader and its writer.
// SPDX-License-Identifier: EUPL-1.2

export class IndicatorSetFault extends Error {}

export function damaged(what: string): IndicatorSetFault {
  return new IndicatorSetFault(
    `The indicator set is damaged: ${what}. Install its pack again, or write it anew from its lists.`,
  )
}

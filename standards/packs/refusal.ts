// What makes a pack unacceptable, as the one error that its readers throw among themselves and turn into a fault.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'

export type PackFaultCode =
  | 'packs/format'
  | 'packs/too-large'
  | 'packs/missing'
  | 'packs/signatures'
  | 'packs/rollback'
  | 'packs/expired'
  | 'packs/mismatch'
  | 'packs/no-trust'
  | 'packs/other-pack'
  | 'packs/compiled-differs'
  | 'packs/self-test'

/** Thrown by repositories and readers of packs; `refreshPack` and `installPack` answer with its fault. */
export class PackRefusal extends Error {
  readonly fault: Fault
  constructor(code: PackFaultCode, place: string, detail: string, remedy: string) {
    super(detail)
    this.fault = { code, place, detail, remedy }
  }
}

export const askPublisher =
  'Nothing was changed. Tell the centre that publishes the pack, and name this fault.'

export function tooLarge(name: string, most: number): PackRefusal {
  return new PackRefusal('packs/too-large', name, `${name} has more than ${most} bytes.`, askPublisher)
}

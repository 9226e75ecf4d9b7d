// What comes after a case is for the hospital and the centre; whom they invited is gone by then and reads nothing of it.
// SPDX-License-Identifier: EUPL-1.2
import type { Access } from '../../access.ts'
import { doorClosed } from '../../contract/refusals.ts'

export function mustBeAtHome(access: Access): void {
  if (access.via === 'guest') throw doorClosed()
}

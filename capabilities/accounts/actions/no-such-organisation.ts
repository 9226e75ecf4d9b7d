// The refusal for an organisation that there is not, or not for this caller.
// SPDX-License-Identifier: EUPL-1.2
import { notFound, type Refusal } from '../../../platform/http/problem.ts'

export function noSuchOrganisation(): Refusal {
  return notFound('There is no such organisation.')
}

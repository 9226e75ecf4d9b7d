// What an object carries beside the fields that are read by name.
// SPDX-License-Identifier: EUPL-1.2
import type { JsonNode } from '../json/index.ts'
import type { Rest } from './playbook.ts'

export function restOf({ value }: JsonNode, named: readonly string[]): Rest {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !named.includes(key)))
}

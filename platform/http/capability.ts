// What a capability hands to the application: its addresses, permissions, subscriptions, jobs and menu entries.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope, MemberScope } from '../database/database.ts'
import type { Subscription } from '../events/event.ts'
import type { Job } from '../events/jobs.ts'
import type { Permission, PermissionTable } from './caller.ts'
import type { Page, Route } from './endpoint.ts'

export interface Capability {
  readonly name: string
  readonly permissions: PermissionTable
  readonly routes: readonly Route[]
  readonly pages: readonly Page[]
  readonly subscriptions: readonly Subscription[]
  readonly jobs: readonly Job[]
  readonly menu: readonly MenuEntry[]
}

/** An entry of the main navigation, shown to those who hold the permission. */
export type MenuEntry = MemberMenuEntry | CentreMenuEntry

interface MenuEntryCommon {
  /** Translation key. */
  readonly label: string
  readonly permission: Permission
  /** Ascending from left to right. */
  readonly position: number
}

export interface MemberMenuEntry extends MenuEntryCommon {
  readonly area: 'member'
  readonly href: (organisationId: number) => string
  readonly count?: (scope: MemberScope) => Promise<number>
}

export interface CentreMenuEntry extends MenuEntryCommon {
  readonly area: 'centre'
  readonly href: () => string
  readonly count?: (scope: CentreScope) => Promise<number>
}

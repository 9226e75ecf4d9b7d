// What every capability is given: the machinery, and how a page of this installation is drawn.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Config } from './config/config.ts'
import type { Database } from './database/database.ts'
import type { Events } from './events/announce.ts'
import type { AnyRequest } from './http/endpoint.ts'
import type { Translator } from './i18n/index.ts'
import type { Log } from './log/log.ts'

export interface Context {
  readonly config: Config
  readonly database: Database
  readonly events: Events
  readonly log: Log
  /** The only clock; rules get the time as an argument. */
  readonly now: () => Date
  /** 32 random bytes of this installation, kept in its data folder; for keyed hashes. */
  readonly secret: Buffer
  /** Asks a job to run soon instead of at its next scheduled time. */
  readonly wake: (job: string) => Promise<void>
  /** Says messages in a language; a name that is none of ours is said in English. */
  readonly translator: (locale: string) => Translator
  /** The address people type, without a slash at its end; links in mails start with it. */
  readonly origin: () => string
  /** Draws a whole page: shell, navigation, example strip, language, theme. */
  readonly render: (request: AnyRequest, page: PageContent) => Promise<string>
}

export interface PageContent {
  /** Already translated; stands in the window's title. */
  readonly title: string
  readonly content: ComponentChildren
  /** The menu entry to mark, by its address. */
  readonly current?: string
  readonly width?: 'wide' | 'narrow'
}

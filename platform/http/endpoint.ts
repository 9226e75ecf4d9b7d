// What a capability declares for each address: method, path, permission, input, and what answers.
// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import type { Caller, Membership, Permission } from './caller.ts'

/** What every handler gets; `organisationId` and `membership` are set where the permission is tied to one. */
export interface Request<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly caller: Caller
  readonly membership: Membership | null
  readonly organisationId: number
  readonly now: Date
  /** BCP 47, one of the languages that there are translations for. */
  readonly locale: string
  readonly path: string
  /** `http://127.0.0.1:8080`, or the configured public address. */
  readonly origin: string
  readonly files: readonly UploadedFile[]
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly remoteAddress: string
  /** Of a machine (`Authorization: Bearer …`); what it is worth is checked by whoever gave it out. */
  readonly bearerToken: string | null
}

export type AnyRequest = Request<unknown, unknown, unknown>

/** The person who asks; call it only where the permission is not `public`. */
export function personOf(request: Pick<AnyRequest, 'caller'>): NonNullable<Caller>['person'] {
  if (!request.caller) throw new Error('a handler of a public endpoint asked who is signed in')
  return request.caller.person
}

export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly content: Buffer
}

interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:organisationId` where it belongs to one member; `/centre/…` for the centre. */
  readonly path: string
  readonly permission: Permission
  /** Most bytes of an upload; absent means no files. */
  readonly maxUploadBytes?: number
}

type Schema = z.ZodType

/** A JSON address under /api. */
export interface Route extends Endpoint {
  readonly kind: 'route'
  readonly summary: string
  readonly params: Schema
  readonly query: Schema
  readonly body: Schema
  readonly reply: Schema
  readonly handle: (request: never) => Promise<unknown>
}

/** A screen or a form's address. */
export interface Page extends Endpoint {
  readonly kind: 'page'
  readonly params: Schema
  readonly query: Schema
  readonly body: Schema
  readonly handle: (request: never) => Promise<PageReply>
}

export type PageReply = (
  | {
      readonly html: string
      readonly status?: number
      /** Base64 SHA-256 of the page's one style element: it alone is let through by the content policy. */
      readonly styleHash?: string
    }
  | { readonly redirect: string }
  | { readonly file: Buffer | string; readonly fileName: string; readonly contentType: string }
) & {
  readonly cookies?: readonly Cookie[]
  /** The page asks the browser to load it again: long work shows progress without script. */
  readonly refreshSeconds?: number
}

export interface Cookie {
  readonly name: string
  /** Null takes the cookie away. */
  readonly value: string | null
  readonly maxAgeSeconds: number
}

type Infer<S extends Schema | undefined> = S extends Schema ? z.output<S> : Record<string, never>

/** Ties the handler's types to the schemas; what is left out accepts nothing. */
export function defineRoute<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  route: Omit<Route, 'kind' | 'params' | 'query' | 'body' | 'reply' | 'handle'> & {
    readonly params: P
    readonly query: Q
    readonly body: B
    readonly reply: R
    readonly handle: (request: Request<Infer<P>, Infer<Q>, Infer<B>>) => Promise<z.input<R>>
  },
): Route {
  return { kind: 'route', ...route }
}

export function definePage<P extends Schema, Q extends Schema, B extends Schema>(
  page: Omit<Page, 'kind' | 'params' | 'query' | 'body' | 'handle'> & {
    readonly params: P
    readonly query: Q
    readonly body: B
    readonly handle: (request: Request<Infer<P>, Infer<Q>, Infer<B>>) => Promise<PageReply>
  },
): Page {
  return { kind: 'page', ...page }
}

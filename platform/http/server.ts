// The HTTP server: registers what capabilities declare, asks who calls and whether they may, and turns errors into replies.
// SPDX-License-Identifier: EUPL-1.2
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
} from 'fastify'
import type { Log } from '../log/log.ts'
import { type Caller, membershipFor, type PermissionTable } from './caller.ts'
import type { AnyRequest, Page, Route } from './endpoint.ts'
import { checkForgery } from './forgery.ts'
import { parseInput } from './input.ts'
import { notFound, type Problem, Refusal, toProblem } from './problem.ts'
import { asRefusal } from './refused-early.ts'
import { sendPage } from './send-page.ts'
import { readUpload } from './upload.ts'

const maxBodyBytes = 1024 * 1024
const requestTimeoutMs = 120_000

export interface ServerOptions {
  readonly log: Log
  readonly now: () => Date
  readonly publicUrl: string | null
  /** Reverse proxies in front; without one here, everybody behind it would share one address and one limit. */
  readonly trustedProxies?: readonly string[]
  readonly permissions: PermissionTable
  readonly endpoints: readonly (Route | Page)[]
  /** Who a session cookie belongs to, by the accounts capability. */
  readonly identify: (sessionCookie: string | undefined, now: Date) => Promise<Caller>
  readonly sessionCookie: string
  /** The language for somebody whose account does not say: cookie, then the browser's list. */
  readonly localeOf: (
    caller: Caller,
    request: { cookie: string | undefined; accept: string | undefined },
  ) => string
  readonly renderProblem: (request: AnyRequest, problem: Problem) => Promise<string>
  readonly staticFiles: ReadonlyMap<
    string,
    { readonly content: Buffer | string; readonly contentType: string; readonly immutable: boolean }
  >
}

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  // Fastify asks for its own narrower interface of the same pino logger.
  const loggerInstance: FastifyBaseLogger = options.log.child({ part: 'http' }, { level: 'warn' })
  const server = fastify({
    loggerInstance,
    bodyLimit: maxBodyBytes,
    requestTimeout: requestTimeoutMs,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    routerOptions: { ignoreTrailingSlash: true },
  })
  await server.register(cookie)
  await server.register(formbody)
  await server.register(multipart, { limits: { files: 1, fields: 50, fieldSize: 100_000 } })
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        connectSrc: ["'self'"],
      },
    },
    strictTransportSecurity: options.publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  for (const [path, file] of options.staticFiles) {
    server.get(path, (_request, reply) =>
      reply
        .header('content-type', file.contentType)
        .header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
        .send(file.content),
    )
  }
  for (const endpoint of options.endpoints) register(server, options, endpoint)
  server.setNotFoundHandler((request, reply) =>
    fail(
      options,
      request,
      reply,
      notFound(`There is nothing at ${request.url.split('?')[0]?.slice(0, 200)}.`),
    ),
  )
  server.setErrorHandler((error, request, reply) => fail(options, request, reply, asRefusal(error)))
  return server
}

function register(server: FastifyInstance, options: ServerOptions, endpoint: Route | Page): void {
  server.route({
    method: endpoint.method,
    url: endpoint.kind === 'route' ? `/api${endpoint.path}` : endpoint.path,
    ...(endpoint.maxUploadBytes ? { bodyLimit: endpoint.maxUploadBytes + maxBodyBytes } : {}),
    handler: async (raw, reply) => {
      const request = await readRequest(options, endpoint, raw)
      if (endpoint.kind === 'route') {
        // The request was parsed by this endpoint's own schemas, to which defineRoute tied the handler.
        const answer = await endpoint.handle(request as never)
        return reply.header('cache-control', 'no-store').send(endpoint.reply.parse(answer))
      }
      return sendPage(reply, await endpoint.handle(request as never), options.publicUrl)
    },
  })
}

/** In this order, so that a stranger learns nothing: who, may they, is it a forgery, and only then the input. */
async function readRequest(
  options: ServerOptions,
  endpoint: Route | Page,
  raw: FastifyRequest,
): Promise<AnyRequest> {
  const now = options.now()
  const request = await describe(options, raw, now)
  const { organisationId, membership } = authorise(options, endpoint, request.caller, raw.params)
  const upload =
    endpoint.maxUploadBytes && raw.isMultipart()
      ? await readUpload(raw, endpoint.maxUploadBytes)
      : { fields: raw.body, files: [] }
  if (endpoint.method !== 'GET') checkForgery(request.caller, raw.headers, upload.fields, request.origin)
  const input = parseInput({
    params: [endpoint.params, raw.params],
    query: [endpoint.query, raw.query],
    body: [endpoint.body, upload.fields],
  })
  return { ...request, ...input, files: upload.files, organisationId: organisationId ?? 0, membership }
}

async function describe(options: ServerOptions, raw: FastifyRequest, now: Date): Promise<AnyRequest> {
  const caller = await options.identify(raw.cookies[options.sessionCookie], now)
  const locale = options.localeOf(caller, {
    cookie: raw.cookies['salus-language'],
    accept: raw.headers['accept-language'],
  })
  return {
    params: {},
    query: {},
    body: {},
    files: [],
    membership: null,
    organisationId: 0,
    caller,
    now,
    locale,
    path: raw.url,
    origin: options.publicUrl ?? `${raw.protocol}://${raw.host}`,
    cookies: raw.cookies,
    remoteAddress: raw.ip,
    bearerToken: bearerOf(raw.headers.authorization),
  }
}

/** RFC 6750, 2.1; whatever else stands there is no token. */
function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9._~+/-]{1,500}=*)$/i.exec(authorization ?? '')?.[1] ?? null
}

/** A member's organisation that does not exist and one that is not yours are answered alike. */
function authorise(options: ServerOptions, endpoint: Route | Page, caller: Caller, params: unknown) {
  const given = (params as { organisationId?: string }).organisationId
  const organisationId = given === undefined ? null : Number(given)
  if (endpoint.permission === 'public') return { organisationId, membership: null }
  if (!caller) throw signInFirst()
  if (endpoint.permission === 'signed-in') return { organisationId, membership: null }
  const membership = membershipFor(caller, options.permissions, endpoint.permission, organisationId)
  if (!membership) throw notYours()
  return { organisationId, membership }
}

export function signInFirst(): Refusal {
  return new Refusal({
    code: 'platform/sign-in-first',
    status: 401,
    title: 'Please sign in first',
    detail: 'This page is for people of the organisation only.',
    remedy: 'Sign in, then open it again.',
  })
}

function notYours(): Refusal {
  return new Refusal({
    code: 'platform/not-permitted',
    status: 403,
    title: 'You may not do this',
    detail: 'Your role does not include this, or it belongs to another organisation.',
    remedy: 'Ask the lead of your organisation, or the centre, to give you the role.',
  })
}

async function fail(
  options: ServerOptions,
  raw: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  const problem = toProblem(error)
  if (problem.status >= 500)
    options.log.error({ error, reference: problem.reference, path: raw.routeOptions.url }, 'a request failed')
  if (problem.retryAfterSeconds) reply.header('retry-after', String(problem.retryAfterSeconds))
  reply.status(problem.status).header('cache-control', 'no-store')
  if (raw.url.startsWith('/api/')) {
    const { values: _, ...document } = problem
    return reply.type('application/problem+json').send(document)
  }
  if (problem.status === 401 && raw.method === 'GET')
    return reply.redirect(`/sign-in?to=${encodeURIComponent(raw.url)}`, 303)
  const request = await describe(options, raw, options.now()).catch(() => strangerOf(raw, options))
  return reply.type('text/html; charset=utf-8').send(await options.renderProblem(request, problem))
}

/** When even asking who calls fails (the database is gone), the problem page is shown as to a stranger. */
function strangerOf(raw: FastifyRequest, options: ServerOptions): AnyRequest {
  return {
    params: {},
    query: {},
    body: {},
    files: [],
    membership: null,
    organisationId: 0,
    caller: null,
    now: options.now(),
    locale: 'en',
    path: raw.url,
    origin: options.publicUrl ?? '',
    cookies: {},
    remoteAddress: raw.ip,
    bearerToken: null,
  }
}

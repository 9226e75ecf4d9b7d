// Every address of the application against strangers, other members and lower roles, made from the table of addresses.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import { readConfig } from './platform/config/config.ts'
import {
  type Caller,
  centreRoles,
  type Membership,
  memberRoles,
  type PermissionTable,
} from './platform/http/caller.ts'
import type { Page, Route } from './platform/http/endpoint.ts'
import { createServer } from './platform/http/server.ts'
import { createLog } from './platform/log/log.ts'
import { type TestDatabase, testDatabase, testSecret } from './platform/testing/database.ts'

const own = 7
const other = 8
let db: TestDatabase
let server: FastifyInstance
let endpoints: readonly (Route | Page)[]
let permissions: PermissionTable

const membership = (organisationId: number, role: Membership['role']): Membership => ({
  organisationId,
  organisationName: 'Tannau Hospital',
  organisationKind: role === 'duty-officer' || role === 'administrator' ? 'centre' : 'provider',
  timeZone: 'Europe/Berlin',
  role,
})

/** The cookie says who calls: `role@organisation`. */
function callerOf(cookie: string | undefined): Caller {
  const [role, organisation] = cookie?.split('@') ?? []
  if (!role || !organisation) return null
  const person = {
    id: 1,
    name: 'Jana Brandt',
    email: 'jana.brandt@tannau.example',
    language: 'en',
    theme: 'device' as const,
  }
  return {
    person,
    csrfToken: 'token',
    memberships: [membership(Number(organisation), role as Membership['role'])],
  }
}

before(async () => {
  db = await testDatabase()
  const config = readConfig({ SALUS_LOG_LEVEL: 'silent' }, import.meta.dirname)
  const log = createLog('silent')
  const app = await createApp({
    config,
    log,
    secret: testSecret,
    ownerUrl: db.ownerUrl,
    applicationUrl: db.applicationUrl,
    database: db.database,
    close: async () => undefined,
  })
  endpoints = app.capabilities.flatMap((capability) => [...capability.routes, ...capability.pages])
  permissions = Object.assign(
    {},
    ...app.capabilities.map((capability) => capability.permissions),
  ) as PermissionTable
  server = await createServer({
    log,
    now: () => new Date('2026-11-17T08:40:00Z'),
    publicUrl: null,
    permissions,
    endpoints,
    identify: async (cookie) => callerOf(cookie),
    sessionCookie: 'who',
    localeOf: () => 'en',
    renderProblem: async (_request, problem) => problem.code,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
})

async function statusFor(endpoint: Route | Page, who: string | null): Promise<number> {
  const path =
    (endpoint.kind === 'route' ? '/api' : '') +
    endpoint.path.replace(':organisationId', String(own)).replace(/:[a-zA-Z]+/g, '1')
  const body =
    endpoint.method === 'GET' ? {} : { payload: { _csrf: 'token' }, headers: { 'x-csrf-token': 'token' } }
  const response = await server.inject({
    method: endpoint.method,
    url: path,
    ...body,
    ...(who ? { cookies: { who } } : {}),
  })
  return response.statusCode === 303 && String(response.headers.location).startsWith('/sign-in?to=')
    ? 401
    : response.statusCode
}

const guarded = () => endpoints.filter((endpoint) => endpoint.permission !== 'public')
const nameOf = (endpoint: Route | Page) => `${endpoint.method} ${endpoint.path}`

test('there are addresses to look at, and no two are the same', () => {
  assert.ok(guarded().length > 20)
  const names = endpoints.map((endpoint) => `${endpoint.kind} ${nameOf(endpoint)}`)
  assert.equal(new Set(names).size, names.length)
})

test('every permission that an address asks for is held by some role', () => {
  for (const endpoint of guarded())
    if (endpoint.permission !== 'signed-in')
      assert.ok(
        (permissions[endpoint.permission] ?? []).length > 0,
        `${nameOf(endpoint)} asks for ${endpoint.permission}, which no role holds`,
      )
})

test("a permission tied to a role belongs to a member's path or to the centre, and to roles of that side", () => {
  for (const endpoint of guarded()) {
    if (endpoint.permission === 'signed-in') continue
    const isMember = endpoint.path.includes(':organisationId')
    assert.ok(
      isMember || endpoint.path.startsWith('/centre'),
      `${nameOf(endpoint)} says of neither a member nor the centre`,
    )
    const side: readonly string[] = isMember ? memberRoles : centreRoles
    assert.ok(
      (permissions[endpoint.permission] ?? []).some((role) => side.includes(role)),
      `${nameOf(endpoint)}: nobody of its side may use it`,
    )
  }
})

test('a stranger is refused everywhere but where the public may go', async () => {
  for (const endpoint of guarded()) assert.equal(await statusFor(endpoint, null), 401, nameOf(endpoint))
})

test('people of another organisation are refused, whatever their role', async () => {
  for (const endpoint of guarded()) {
    if (endpoint.permission === 'signed-in') continue
    const strangers = endpoint.path.includes(':organisationId')
      ? [`lead@${other}`, 'administrator@1']
      : [`lead@${own}`]
    for (const who of strangers)
      assert.equal(await statusFor(endpoint, who), 403, `${nameOf(endpoint)} as ${who}`)
  }
})

test('people of the same organisation whose role does not include it are refused', async () => {
  for (const endpoint of guarded()) {
    if (endpoint.permission === 'signed-in') continue
    const isMember = endpoint.path.includes(':organisationId')
    const lower = (isMember ? memberRoles : centreRoles).filter(
      (role) => !(permissions[endpoint.permission] ?? []).includes(role),
    )
    for (const role of lower)
      assert.equal(
        await statusFor(endpoint, `${role}@${isMember ? own : 1}`),
        403,
        `${nameOf(endpoint)} as ${role}`,
      )
  }
})

test("a form without the session's token changes nothing", async () => {
  for (const endpoint of guarded()) {
    if (endpoint.method === 'GET') continue
    const role =
      endpoint.permission === 'signed-in'
        ? 'lead'
        : ((permissions[endpoint.permission] ?? []).find(
            (one) =>
              endpoint.path.includes(':organisationId') === (memberRoles as readonly string[]).includes(one),
          ) ?? 'lead')
    const who = `${role}@${endpoint.path.includes(':organisationId') ? own : 1}`
    const url =
      (endpoint.kind === 'route' ? '/api' : '') +
      endpoint.path.replace(':organisationId', String(own)).replace(/:[a-zA-Z]+/g, '1')
    const response = await server.inject({ method: endpoint.method, url, payload: {}, cookies: { who } })
    assert.equal(response.statusCode, 403, nameOf(endpoint))
  }
})

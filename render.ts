// Draws pages of this installation: who asks, their menu, the centre's name, the example strip, language and theme.
// SPDX-License-Identifier: EUPL-1.2
import type { Context, PageContent } from './platform/context.ts'
import { membershipFor, type PermissionTable } from './platform/http/caller.ts'
import type { MenuEntry } from './platform/http/capability.ts'
import type { AnyRequest } from './platform/http/endpoint.ts'
import type { Problem } from './platform/http/problem.ts'
import type { Translator } from './platform/i18n/index.ts'
import { readFact } from './platform/installation/facts.ts'
import { type NavigationEntry, type PageAssets, renderPage, renderProblemPage } from './web/shell/index.ts'

export interface Renderer {
  readonly render: Context['render']
  readonly renderProblem: (request: AnyRequest, problem: Problem) => Promise<string>
}

export interface RendererOptions {
  readonly context: () => Context
  readonly assets: PageAssets
  readonly permissions: () => PermissionTable
  readonly menu: () => readonly MenuEntry[]
}

export function createRenderer(options: RendererOptions): Renderer {
  return {
    render: async (request, page) =>
      renderPage({ ...(await shellOf(options, request, page.current)), ...contentOf(page) }),
    renderProblem: async (request, problem) =>
      renderProblemPage({
        ...(await shellOf(options, request, undefined)),
        problem: shownProblem(options, request, problem),
      }),
  }
}

function contentOf(page: PageContent) {
  return { title: page.title, content: page.content, ...(page.width ? { width: page.width } : {}) }
}

async function shellOf(options: RendererOptions, request: AnyRequest, current: string | undefined) {
  const context = options.context()
  const translator = context.translator(request.locale)
  const { person, csrfToken } = request.caller ?? { person: null, csrfToken: null }
  const home = homeOf(request)
  const { navigation, example, centreName } = await factsOf(options, request, current).catch(() => ({
    navigation: [],
    example: false,
    centreName: context.config.centreName,
  }))
  return {
    translator,
    assets: options.assets,
    person,
    csrfToken,
    organisation: home?.organisationName ?? null,
    navigation,
    centreName,
    address: request.path,
    signInHref: '/sign-in',
    phone: context.config.centrePhone,
    example,
    themePreference: person?.theme ?? ('device' as const),
    sentAt: request.now,
    timeZone: home?.timeZone ?? 'UTC',
    footerLinks: [
      { href: '/help', label: translator.t('app.help') },
      { href: '/accessibility', label: translator.t('app.accessibility') },
      { href: '/privacy', label: translator.t('app.privacy') },
      { href: '/source', label: translator.t('app.source') },
    ],
    ...(person ? { homeHref: '/' } : {}),
    ...urgentOf(options, request, translator),
  }
}

/** On top of every page, for whoever may open a case. */
function urgentOf({ permissions }: RendererOptions, request: AnyRequest, { t }: Translator) {
  const home = homeOf(request)
  if (!home) return {}
  const isCentre = home.organisationKind === 'centre'
  const permission = isCentre ? 'incidents:assist' : 'incidents:write'
  if (!membershipFor(request.caller, permissions(), permission, isCentre ? null : home.organisationId))
    return {}
  const base = isCentre ? '/centre' : `/o/${home.organisationId}`
  return { urgentLink: { href: `${base}/incidents/new`, label: t('shell.reportIncident') } }
}

/** The organisation whose page this is, else the one that the person belongs to. */
function homeOf(request: AnyRequest) {
  return request.membership ?? request.caller?.memberships[0] ?? null
}

/** When the database is gone the page is drawn without menu and counts. */
async function factsOf(options: RendererOptions, request: AnyRequest, current: string | undefined) {
  const { database, config } = options.context()
  const example = await database.asIdentity((scope) => readFact<string>(scope, 'example'))
  return {
    navigation: await navigationOf(options, request, current),
    example: example !== null,
    centreName: example ?? config.centreName,
  }
}

async function navigationOf(
  options: RendererOptions,
  request: AnyRequest,
  current: string | undefined,
): Promise<readonly NavigationEntry[]> {
  const home = homeOf(request)
  if (!home) return []
  const { database, translator } = options.context()
  const t = translator(request.locale)
  const isCentre = home.organisationKind === 'centre'
  const entries = options
    .menu()
    .filter(
      (entry) =>
        (entry.area === 'centre') === isCentre &&
        membershipFor(
          request.caller,
          options.permissions(),
          entry.permission,
          isCentre ? null : home.organisationId,
        ),
    )
  return Promise.all(
    entries
      .toSorted((a, b) => a.position - b.position)
      .map(async (entry) => {
        const href = entry.area === 'member' ? entry.href(home.organisationId) : entry.href()
        const count = await countOf(database, entry, home.organisationId)
        return {
          href,
          label: t.find(entry.label) ?? entry.label,
          current: href === current,
          ...(count ? { count } : {}),
        }
      }),
  )
}

async function countOf(
  database: Context['database'],
  entry: MenuEntry,
  organisationId: number,
): Promise<number> {
  if (!entry.count) return 0
  return entry.area === 'member'
    ? database.asMember(organisationId, entry.count)
    : database.asCentre(entry.count)
}

/** Known problems are said in the reader's language; what is new to the translations is said in English. */
function shownProblem(options: RendererOptions, request: AnyRequest, problem: Problem) {
  const t = options.context().translator(request.locale)
  const key = `problems.${problem.code.replace('/', '.')}`
  const values = { ...problem.values, reference: problem.reference }
  return {
    title: t.find(`${key}.title`, values) ?? problem.title,
    detail: t.find(`${key}.detail`, values) ?? problem.detail,
    remedy: t.find(`${key}.remedy`, values) ?? problem.remedy,
    faults: problem.faults,
    code: problem.code,
    reference: problem.reference,
    action:
      problem.status === 401
        ? { label: t.t('shell.signIn'), href: '/sign-in' }
        : { label: t.t('app.backToStart'), href: '/' },
  }
}

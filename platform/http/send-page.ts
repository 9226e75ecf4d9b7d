// Sends what a page answered: a redirect, a file or HTML, with its cookies and headers.
// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from 'fastify'
import type { Cookie, PageReply } from './endpoint.ts'

export function sendPage(reply: FastifyReply, page: PageReply, publicUrl: string | null): FastifyReply {
  for (const cookie of page.cookies ?? []) setCookie(reply, cookie, publicUrl?.startsWith('https:') ?? false)
  reply.header('cache-control', 'no-store')
  if (page.refreshSeconds) reply.header('refresh', String(page.refreshSeconds))
  if ('redirect' in page) return reply.redirect(page.redirect, 303)
  if ('file' in page)
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(page.fileName)}`)
      .type(page.contentType)
      .send(page.file)
  if (page.styleHash) letStyleThrough(reply, page.styleHash)
  return reply
    .status(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(page.html)
}

/** For pages that must arrive whole in one request; what anybody else writes into them stays without effect. */
function letStyleThrough(reply: FastifyReply, hash: string): void {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(hash)) throw new Error('a page names a style hash that is no SHA-256')
  const policy = String(reply.getHeader('content-security-policy'))
  reply.header('content-security-policy', policy.replace("style-src 'self'", `style-src 'sha256-${hash}'`))
}

function setCookie(reply: FastifyReply, cookie: Cookie, secure: boolean): void {
  reply.setCookie(cookie.name, cookie.value ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: cookie.value === null ? 0 : cookie.maxAgeSeconds,
  })
}

// Fields of web requests in the names of Sigma, for logs of web servers and proxies.
// SPDX-License-Identifier: EUPL-1.2
import { type Fields, setField } from '../event/event.ts'

/** `GET /path?query HTTP/1.1` */
export function setRequest(fields: Fields, request: string): void {
  const found = /^(\S{1,32}) (\S+)(?: (HTTP\/[\d.]{1,5}))?$/.exec(request)
  if (found === null) {
    setField(fields, 'cs-request', request)
    return
  }
  const [, method = '', target = '', version] = found
  setField(fields, 'cs-method', method)
  setField(fields, 'c-uri', target)
  if (version !== undefined) setField(fields, 'cs-version', version)
  setStemAndQuery(fields, target)
}

function setStemAndQuery(fields: Fields, target: string): void {
  const mark = target.indexOf('?')
  setField(fields, 'cs-uri-stem', mark === -1 ? target : target.slice(0, mark))
  setField(fields, 'cs-uri-query', mark === -1 ? null : target.slice(mark + 1))
}

/** An address as a proxy sees it: whole, or host and port of a tunnel. */
export function setProxyTarget(fields: Fields, target: string): void {
  setField(fields, 'c-uri', target)
  const found =
    /^(?:([a-z][a-z0-9+.-]{0,15}):\/\/)?(?:[^/?#@]{0,255}@)?(\[[\da-fA-F:.]{2,45}\]|[^/?#:]{1,255})(?::\d{1,5})?(.*)$/i.exec(
      target,
    )
  if (found === null) return
  const [, scheme, host = '', rest = ''] = found
  if (scheme !== undefined) setField(fields, 'cs-uri-scheme', scheme)
  setField(fields, 'cs-host', host)
  const mark = rest.indexOf('?')
  const path = mark === -1 ? rest : rest.slice(0, mark)
  setField(fields, 'cs-uri-stem', path)
  setField(fields, 'c-uri-query', mark === -1 ? null : rest.slice(mark + 1))
  const extension = /\.([A-Za-z0-9]{1,16})$/.exec(path.slice(-20))?.[1]
  setField(fields, 'c-uri-extension', extension ?? null)
}

/** null for the dash that logs write where there is nothing. */
export function given(text: string | undefined): string | null {
  return text === undefined || text === '-' ? null : text
}

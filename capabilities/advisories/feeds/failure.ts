// Says in words what went wrong on the way to an address, and what the operator can do.
// SPDX-License-Identifier: EUPL-1.2
import { FeedError } from './feed.ts'

/** Everything that the network library throws, as a fault of this address. */
export function failureOf(url: string, error: unknown): FeedError {
  if (error instanceof FeedError) return error
  const { code, name, message } = partsOf(error)
  if (code === 'SALUS_ADDRESS_REFUSED')
    return new FeedError(url, 'feed/address-refused', `${message}.`, allowRemedy)
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
    return new FeedError(url, 'feed/timeout', 'The server did not answer in time.', laterRemedy)
  if (/SOCKET|MISMATCH|ABORTED|ECONNRESET|^Z_/.test(code) || message === 'terminated')
    return new FeedError(
      url,
      'feed/truncated',
      `The answer ended too early (${code || message}).`,
      laterRemedy,
    )
  return new FeedError(
    url,
    'feed/unreachable',
    `The server cannot be reached (${code || message}).`,
    reachRemedy,
  )
}

export function statusFault(url: URL, status: number): FeedError {
  const said = `The server answered with status ${status}`
  if (status === 404 || status === 410)
    return new FeedError(
      url.href,
      'feed/not-found',
      `${said}: there is nothing at this address.`,
      addressRemedy,
    )
  if (status >= 500)
    return new FeedError(url.href, 'feed/server', `${said}: it has a problem of its own.`, laterRemedy)
  return new FeedError(url.href, 'feed/refused', `${said}: it does not hand the document out.`, accessRemedy)
}

export function refusedAddress(url: URL): FeedError {
  const detail = `The address ${url.origin} may not be used: neither public with https, nor in a listed private network.`
  return new FeedError(url.href, 'feed/address-refused', detail, allowRemedy)
}

export function tooLarge(url: URL, maxBytes: number): FeedError {
  const detail = `The answer is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB; it was not read to its end.`
  return new FeedError(url.href, 'feed/too-large', detail, 'Check what is published at this address.')
}

export function tooManyRedirects(url: string, maxRedirects: number): FeedError {
  const detail = `The address sends on to other addresses more than ${maxRedirects} times.`
  return new FeedError(url, 'feed/redirects', detail, addressRemedy)
}

const allowRemedy =
  'If the server is in a network of your own, list its block in SALUS_FEED_PRIVATE_ADDRESSES and start again.'
const laterRemedy = 'It is tried again by itself. If it stays so, ask the publisher.'
const reachRemedy = 'Check the address, the name service and the firewall; it is tried again by itself.'
const addressRemedy = 'Check the address with the publisher.'
const accessRemedy = 'Ask the publisher for access; documents behind a sign-in cannot be fetched.'

/** The library wraps what the socket said as `cause`. */
function partsOf(error: unknown): { code: string; name: string; message: string } {
  const found = { code: '', name: '', message: '' }
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : ''
    if (found.code === '' || code === 'SALUS_ADDRESS_REFUSED') found.code = code
    if (code === 'SALUS_ADDRESS_REFUSED' || found.message === '') found.message = at.message.slice(0, 200)
    if (found.name === '' || at.name === 'TimeoutError') found.name = at.name
  }
  return found
}

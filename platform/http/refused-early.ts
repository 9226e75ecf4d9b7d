// What Fastify itself refuses before an endpoint is asked (too large, not readable), in our words.
// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from './problem.ts'

export function asRefusal(error: unknown): unknown {
  const code = (error as { code?: unknown }).code
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') {
    return new Refusal({
      code: 'platform/too-large',
      status: 413,
      title: 'This is too large',
      detail: 'What was sent is larger than this page takes.',
      remedy: 'Send less at once, for example by splitting the file.',
    })
  }
  if (
    code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ||
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY'
  ) {
    return new Refusal({
      code: 'platform/unreadable',
      status: 415,
      title: 'This cannot be read',
      detail: 'The body is not in a form that this address takes.',
      remedy: 'Send JSON with the header content-type: application/json, or use the form.',
    })
  }
  return error
}

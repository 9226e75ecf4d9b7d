// The public keys of the centre as files: all of them, and each at the address that names it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { publicKeys } from '../actions/keys.ts'
import { keyPath } from '../contract/forms.ts'
import { learnBase } from './paths.ts'

export function keyPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${learnBase}/keys.json`,
      permission: 'public',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: async () => ({
        file: JSON.stringify(await publicKeys(context)),
        fileName: 'keys.json',
        contentType: 'application/jwk-set+json',
      }),
    }),
    definePage({
      method: 'GET',
      path: `${learnBase}/keys/:thumbprint`,
      permission: 'public',
      params: keyPath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const { keys } = await publicKeys(context)
        const key = keys.find(({ kid }) => kid.endsWith(`/${request.params.thumbprint}`))
        if (!key) throw notFound('No key of this centre has this name.')
        return { file: JSON.stringify(key), fileName: 'key.json', contentType: 'application/jwk+json' }
      },
    }),
  ]
}

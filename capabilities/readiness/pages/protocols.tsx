// How to test a restore so that the result is worth something: three protocols to print and tick.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import type { Translator } from '../../../platform/i18n/index.ts'
import { Note, PageHead, Plain, Steps } from '../../../web/kit/index.ts'
import { readerOf, show, wayTo } from './reader.ts'

export function protocolPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/readiness/protocols',
      permission: 'readiness:read',
      params: memberPath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const reader = readerOf(context, request)
        const { translator } = reader
        const { t, tr } = translator
        const title = t('readiness.protocols.title')
        const content = (
          <>
            <PageHead title={title} wayTo={wayTo(reader)} lead={t('readiness.protocols.lead')} />
            <div class="s-stack-l">
              <Note tone="soon">{tr('readiness.protocols.care')}</Note>
              {protocols(translator).map(({ id, heading, steps }) => (
                <Plain key={id} id={id} heading={heading}>
                  <Steps steps={steps.map((heading) => ({ heading }))} />
                </Plain>
              ))}
              <Plain id="after" heading={t('readiness.protocols.after')}>
                <p>{t('readiness.protocols.after.text')}</p>
              </Plain>
            </div>
          </>
        )
        return show(context, request, { title, content })
      },
    }),
  ]
}

function protocols({ t }: Translator) {
  return [
    {
      id: 'file-server',
      heading: t('readiness.class.file-server'),
      steps: [
        t('readiness.protocol.file.1'),
        t('readiness.protocol.file.2'),
        t('readiness.protocol.file.3'),
        t('readiness.protocol.file.4'),
        t('readiness.protocol.file.5'),
        t('readiness.protocol.file.6'),
      ],
    },
    {
      id: 'database',
      heading: t('readiness.class.database'),
      steps: [
        t('readiness.protocol.database.1'),
        t('readiness.protocol.database.2'),
        t('readiness.protocol.database.3'),
        t('readiness.protocol.database.4'),
        t('readiness.protocol.database.5'),
        t('readiness.protocol.database.6'),
      ],
    },
    {
      id: 'domain-controller',
      heading: t('readiness.class.domain-controller'),
      steps: [
        t('readiness.protocol.directory.1'),
        t('readiness.protocol.directory.2'),
        t('readiness.protocol.directory.3'),
        t('readiness.protocol.directory.4'),
        t('readiness.protocol.directory.5'),
        t('readiness.protocol.directory.6'),
      ],
    },
  ]
}

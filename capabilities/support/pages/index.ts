// Every screen of support, one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import type { CaseSource } from '../case.ts'
import { aidPage } from './aid.tsx'
import { answerPages } from './answer-posting.tsx'
import { callPages } from './calls.tsx'
import { centreDossierPages } from './centre-dossiers.tsx'
import { dossierPages } from './dossiers.tsx'
import { endorsePages } from './endorse.tsx'
import { homePages } from './home.tsx'
import { itemPages } from './item.tsx'
import { policePages } from './police.tsx'
import { postingPages } from './posting.tsx'
import { preparedPages } from './prepared.tsx'
import { queuePage } from './queue.tsx'

export function supportPages(context: Context, cases: CaseSource): readonly Page[] {
  return [
    ...homePages(context, cases),
    ...callPages(context),
    ...preparedPages(context, cases),
    ...itemPages(context, cases),
    ...dossierPages(context, cases),
    aidPage(context),
    ...postingPages(context),
    ...answerPages(context),
    ...policePages(context, cases),
    queuePage(context),
    ...centreDossierPages(context, cases),
    ...endorsePages(context, cases),
  ]
}

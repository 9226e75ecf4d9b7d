// Every screen of the yearly check, one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '../../../platform/http/endpoint.ts'
import type { Checking } from '../actions/check.ts'
import { askPages } from './ask.tsx'
import { centrePages } from './centre.tsx'
import { campaignPages } from './centre-campaign.tsx'
import { extractPage } from './centre-extract.tsx'
import { centreFrameworkPages } from './centre-frameworks.tsx'
import { frameworkPage } from './framework.tsx'
import { frameworksPage } from './frameworks.tsx'
import { guestPages } from './guest.tsx'
import { homePages } from './home.tsx'
import { managementPages } from './management.tsx'
import { pastPage } from './past.tsx'
import { peersPage } from './peers.tsx'
import { planPage } from './plan.tsx'
import { questionPages } from './question.tsx'
import { resultPage } from './result.tsx'

export function assessmentPages(checking: Checking): readonly Page[] {
  return [
    ...homePages(checking),
    ...questionPages(checking),
    ...askPages(checking),
    ...guestPages(checking),
    resultPage(checking),
    planPage(checking),
    peersPage(checking),
    frameworksPage(checking),
    frameworkPage(checking),
    ...managementPages(checking),
    pastPage(checking),
    ...centrePages(checking),
    ...campaignPages(checking),
    extractPage(checking),
    ...centreFrameworkPages(checking),
  ]
}

// The addresses of the first minute: open to everybody, reached from a printed card, or typed by hand.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page } from '../../../../platform/http/endpoint.ts'
import { createCounter } from '../../../../platform/http/flood.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { floodLimits } from '../../actions/flood.ts'
import { cardPath, casePath, firstContactForm, nightQuery, stepForm } from '../../contract/first-contact.ts'
import { type Counters, receive, show, showReceived } from './send.ts'
import { mark, showCase } from './steps.ts'

export function firstContactPages(context: Context): readonly Page[] {
  const counters: Counters = {
    casesOfCard: createCounter(floodLimits.casesOfCard),
    wordsOfCard: createCounter(floodLimits.wordsOfCard),
    unplacedFromRemote: createCounter(floodLimits.unplacedFromRemote),
    unplaced: createCounter(floodLimits.unplaced),
  }
  const common = { permission: 'public', query: nightQuery } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: '/now',
      params: nothing,
      body: nothing,
      handle: (request) => show(context, counters, request, ''),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: '/now',
      params: nothing,
      body: firstContactForm,
      handle: (request) => receive(context, counters, request, ''),
    }),
    definePage({
      ...common,
      method: 'GET',
      path: '/now/received',
      params: nothing,
      body: nothing,
      handle: (request) => showReceived(context, request),
    }),
    definePage({
      ...common,
      method: 'GET',
      path: '/now/:token',
      params: cardPath,
      body: nothing,
      handle: (request) => show(context, counters, request, request.params.token),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: '/now/:token',
      params: cardPath,
      body: firstContactForm,
      handle: (request) => receive(context, counters, request, request.params.token),
    }),
    definePage({
      ...common,
      method: 'GET',
      path: '/now/:token/:caseKey',
      params: casePath,
      body: nothing,
      handle: (request) => showCase(context, request),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: '/now/:token/:caseKey',
      params: casePath,
      body: stepForm,
      handle: (request) => mark(context, request),
    }),
  ]
}

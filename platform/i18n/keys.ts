// The translation keys with the values and tags each asks for; written by generate.ts, not by hand.
// SPDX-License-Identifier: EUPL-1.2
// biome-ignore-all format: one line per message

export const locales = ['de', 'en', 'fr', 'it'] as const
export type Locale = (typeof locales)[number]

/** What each message asks for. */
export interface MessageValues {
  'accounts.account.title': Record<never, never>
  'accounts.backToSignIn': Record<never, never>
  'accounts.code.button': Record<never, never>
  'accounts.code.label': Record<never, never>
  'accounts.code.lead': Record<never, never>
  'accounts.code.lost': Record<never, never>
  'accounts.code.recover': Record<never, never>
  'accounts.code.title': Record<never, never>
  'accounts.code.wrong': Record<never, never>
  'accounts.done.password': Record<never, never>
  'accounts.done.saved': Record<never, never>
  'accounts.done.secondFactorOff': Record<never, never>
  'accounts.done.secondFactorOn': Record<never, never>
  'accounts.email': Record<never, never>
  'accounts.email.wrong': Record<never, never>
  'accounts.invitation.accepted': Record<never, never>
  'accounts.invitation.button': Record<never, never>
  'accounts.invitation.expired': Record<never, never>
  'accounts.invitation.lead': { readonly email: string | number; readonly role: string | number }
  'accounts.invitation.over.title': Record<never, never>
  'accounts.invitation.title': { readonly organisation: string | number }
  'accounts.invitation.unknown': Record<never, never>
  'accounts.invitation.withdrawn': Record<never, never>
  'accounts.invite.already': Record<never, never>
  'accounts.invite.button': Record<never, never>
  'accounts.invite.chooseRole': Record<never, never>
  'accounts.invite.heading': Record<never, never>
  'accounts.invite.hint': Record<never, never>
  'accounts.invite.tooMany': Record<never, never>
  'accounts.link.asked.text': Record<never, never>
  'accounts.link.asked.title': Record<never, never>
  'accounts.link.button': Record<never, never>
  'accounts.link.confirm.lead': { readonly email: string | number }
  'accounts.link.confirm.title': Record<never, never>
  'accounts.link.expired': Record<never, never>
  'accounts.link.lead': Record<never, never>
  'accounts.link.title': Record<never, never>
  'accounts.link.unknown': Record<never, never>
  'accounts.link.unusable.title': Record<never, never>
  'accounts.link.used': Record<never, never>
  'accounts.mail.invitation.notYou': Record<never, never>
  'accounts.mail.invitation.subject': { readonly organisation: string | number }
  'accounts.mail.invitation.text': { readonly person: string | number; readonly organisation: string | number; readonly role: string | number }
  'accounts.mail.link.subject': Record<never, never>
  'accounts.mail.link.text': Record<never, never>
  'accounts.mail.notYou': Record<never, never>
  'accounts.mail.recover.subject': Record<never, never>
  'accounts.mail.recover.text': Record<never, never>
  'accounts.menu.people': Record<never, never>
  'accounts.name': Record<never, never>
  'accounts.name.wrong': Record<never, never>
  'accounts.password': Record<never, never>
  'accounts.password.button': Record<never, never>
  'accounts.password.current': Record<never, never>
  'accounts.password.hint': { readonly length: string | number }
  'accounts.password.new': Record<never, never>
  'accounts.password.none': Record<never, never>
  'accounts.password.rule': { readonly length: string | number }
  'accounts.password.wrongCurrent': Record<never, never>
  'accounts.people.change': Record<never, never>
  'accounts.people.done.changed': Record<never, never>
  'accounts.people.done.invited': Record<never, never>
  'accounts.people.done.removed': Record<never, never>
  'accounts.people.done.withdrawn': Record<never, never>
  'accounts.people.heading': Record<never, never>
  'accounts.people.lastAdministrator': Record<never, never>
  'accounts.people.lastLead': Record<never, never>
  'accounts.people.lead': { readonly count: number }
  'accounts.people.noSuchRole': Record<never, never>
  'accounts.people.onlyLead': Record<never, never>
  'accounts.people.open': Record<never, never>
  'accounts.people.remove': Record<never, never>
  'accounts.people.roleOf': { readonly name: string | number }
  'accounts.people.title': { readonly organisation: string | number }
  'accounts.people.until': Record<never, never>
  'accounts.people.withdraw': Record<never, never>
  'accounts.people.you': Record<never, never>
  'accounts.preferences.button': Record<never, never>
  'accounts.preferences.heading': Record<never, never>
  'accounts.recover.asked': Record<never, never>
  'accounts.recover.button': Record<never, never>
  'accounts.recover.confirm': { readonly email: string | number }
  'accounts.recover.needsPassword': Record<never, never>
  'accounts.recover.title': Record<never, never>
  'accounts.role': Record<never, never>
  'accounts.role.administrator': Record<never, never>
  'accounts.role.administrator.hint': Record<never, never>
  'accounts.role.dutyOfficer': Record<never, never>
  'accounts.role.dutyOfficer.hint': Record<never, never>
  'accounts.role.lead': Record<never, never>
  'accounts.role.lead.hint': Record<never, never>
  'accounts.role.reader': Record<never, never>
  'accounts.role.reader.hint': Record<never, never>
  'accounts.role.responder': Record<never, never>
  'accounts.role.responder.hint': Record<never, never>
  'accounts.secondFactor.confirm': Record<never, never>
  'accounts.secondFactor.heading': Record<never, never>
  'accounts.secondFactor.off': Record<never, never>
  'accounts.secondFactor.on': Record<never, never>
  'accounts.secondFactor.onThisPhone': Record<never, never>
  'accounts.secondFactor.open': Record<never, never>
  'accounts.secondFactor.pending': Record<never, never>
  'accounts.secondFactor.remove': Record<never, never>
  'accounts.secondFactor.secret': Record<never, never>
  'accounts.secondFactor.start': Record<never, never>
  'accounts.sessions.button': Record<never, never>
  'accounts.sessions.heading': Record<never, never>
  'accounts.sessions.text': Record<never, never>
  'accounts.signIn.button': Record<never, never>
  'accounts.signIn.emergency': { readonly phone: string | number }
  'accounts.signIn.linkInstead': Record<never, never>
  'accounts.signIn.thenCode': Record<never, never>
  'accounts.signIn.title': Record<never, never>
  'accounts.signIn.wrong': Record<never, never>
  'accounts.tooMany': { readonly minutes: number }
  'advisories.bringBack.button': Record<never, never>
  'advisories.bringBack.reason': Record<never, never>
  'advisories.column.advisory': Record<never, never>
  'advisories.column.format': Record<never, never>
  'advisories.column.read': Record<never, never>
  'advisories.column.recorded': Record<never, never>
  'advisories.column.severity': Record<never, never>
  'advisories.column.source': Record<never, never>
  'advisories.column.state': Record<never, never>
  'advisories.column.validity': Record<never, never>
  'advisories.comments': Record<never, never>
  'advisories.comments.add': Record<never, never>
  'advisories.comments.count': { readonly count: number }
  'advisories.comments.hint': { readonly most: number }
  'advisories.comments.lead': Record<never, never>
  'advisories.comments.missing': Record<never, never>
  'advisories.comments.retract': Record<never, never>
  'advisories.comments.retracted': { readonly at: string | number }
  'advisories.comments.said': { readonly name: string | number; readonly version: string | number }
  'advisories.comments.text': Record<never, never>
  'advisories.compare.added': Record<never, never>
  'advisories.compare.after': Record<never, never>
  'advisories.compare.before': Record<never, never>
  'advisories.compare.button': Record<never, never>
  'advisories.compare.changed': Record<never, never>
  'advisories.compare.choose': Record<never, never>
  'advisories.compare.cut': Record<never, never>
  'advisories.compare.difference': Record<never, never>
  'advisories.compare.is': Record<never, never>
  'advisories.compare.kind': Record<never, never>
  'advisories.compare.lead': { readonly before: string | number; readonly after: string | number }
  'advisories.compare.line': Record<never, never>
  'advisories.compare.lines': Record<never, never>
  'advisories.compare.lines.tooMany': Record<never, never>
  'advisories.compare.link': Record<never, never>
  'advisories.compare.none': Record<never, never>
  'advisories.compare.place': Record<never, never>
  'advisories.compare.remediations': Record<never, never>
  'advisories.compare.remediations.none': Record<never, never>
  'advisories.compare.removed': Record<never, never>
  'advisories.compare.same': Record<never, never>
  'advisories.compare.same.text': Record<never, never>
  'advisories.compare.statements': Record<never, never>
  'advisories.compare.statements.none': Record<never, never>
  'advisories.compare.text': Record<never, never>
  'advisories.compare.title': Record<never, never>
  'advisories.compare.values': Record<never, never>
  'advisories.compare.values.none': Record<never, never>
  'advisories.compare.was': Record<never, never>
  'advisories.delete.button': Record<never, never>
  'advisories.delete.heading': Record<never, never>
  'advisories.delete.hint': Record<never, never>
  'advisories.delete.missing': Record<never, never>
  'advisories.delete.notYou': Record<never, never>
  'advisories.delete.open': Record<never, never>
  'advisories.delete.reason': Record<never, never>
  'advisories.delete.text': Record<never, never>
  'advisories.deleted.because': Record<never, never>
  'advisories.deleted.by': Record<never, never>
  'advisories.deleted.heading': Record<never, never>
  'advisories.deleted.lead': Record<never, never>
  'advisories.deleted.note': Record<never, never>
  'advisories.deleted.title': Record<never, never>
  'advisories.direction.down': Record<never, never>
  'advisories.direction.up': Record<never, never>
  'advisories.exploitation.active': Record<never, never>
  'advisories.exploitation.none': Record<never, never>
  'advisories.exploitation.poc': Record<never, never>
  'advisories.fault.code': Record<never, never>
  'advisories.fault.detail': Record<never, never>
  'advisories.fault.more': { readonly count: number }
  'advisories.fault.place': Record<never, never>
  'advisories.fault.remedy': Record<never, never>
  'advisories.faults.count': { readonly count: number }
  'advisories.feeds.add': Record<never, never>
  'advisories.feeds.addButton': Record<never, never>
  'advisories.feeds.addOne': { readonly name: string | number }
  'advisories.feeds.at': Record<never, never>
  'advisories.feeds.disable': Record<never, never>
  'advisories.feeds.empty': Record<never, never>
  'advisories.feeds.empty.heading': Record<never, never>
  'advisories.feeds.enable': Record<never, never>
  'advisories.feeds.faults': Record<never, never>
  'advisories.feeds.kind': Record<never, never>
  'advisories.feeds.kind.csaf': Record<never, never>
  'advisories.feeds.kind.epss': Record<never, never>
  'advisories.feeds.kind.kev': Record<never, never>
  'advisories.feeds.lag': { readonly minutes: number }
  'advisories.feeds.lastAttempt': Record<never, never>
  'advisories.feeds.lastSuccess': Record<never, never>
  'advisories.feeds.lead': { readonly enabled: number; readonly total: number }
  'advisories.feeds.menu': Record<never, never>
  'advisories.feeds.minutes': Record<never, never>
  'advisories.feeds.minutes.wrong': { readonly most: string | number }
  'advisories.feeds.name': Record<never, never>
  'advisories.feeds.name.missing': Record<never, never>
  'advisories.feeds.name.taken': Record<never, never>
  'advisories.feeds.never': Record<never, never>
  'advisories.feeds.newest': Record<never, never>
  'advisories.feeds.next': Record<never, never>
  'advisories.feeds.noneEnabled': Record<never, never>
  'advisories.feeds.notWhileDisabled': Record<never, never>
  'advisories.feeds.remove': Record<never, never>
  'advisories.feeds.run': Record<never, never>
  'advisories.feeds.signatures': Record<never, never>
  'advisories.feeds.state.disabled': Record<never, never>
  'advisories.feeds.state.failing': { readonly count: number }
  'advisories.feeds.state.waiting': Record<never, never>
  'advisories.feeds.state.working': Record<never, never>
  'advisories.feeds.title': Record<never, never>
  'advisories.feeds.url': Record<never, never>
  'advisories.feeds.url.hint': Record<never, never>
  'advisories.feeds.url.wrong': Record<never, never>
  'advisories.feeds.wellKnown': Record<never, never>
  'advisories.feeds.wellKnown.text': Record<never, never>
  'advisories.filter.category': Record<never, never>
  'advisories.filter.cve': Record<never, never>
  'advisories.filter.day.wrong': Record<never, never>
  'advisories.filter.direction': Record<never, never>
  'advisories.filter.direction.usual': Record<never, never>
  'advisories.filter.firstReleasedFrom': Record<never, never>
  'advisories.filter.firstReleasedUntil': Record<never, never>
  'advisories.filter.format': Record<never, never>
  'advisories.filter.history': Record<never, never>
  'advisories.filter.minScore': Record<never, never>
  'advisories.filter.minScore.value': { readonly score: number }
  'advisories.filter.more': Record<never, never>
  'advisories.filter.order': Record<never, never>
  'advisories.filter.order.usual': Record<never, never>
  'advisories.filter.product': Record<never, never>
  'advisories.filter.publisher': Record<never, never>
  'advisories.filter.publisherCategory': Record<never, never>
  'advisories.filter.releasedFrom': Record<never, never>
  'advisories.filter.releasedUntil': Record<never, never>
  'advisories.filter.search': Record<never, never>
  'advisories.filter.severity': Record<never, never>
  'advisories.filter.state': Record<never, never>
  'advisories.filter.status': Record<never, never>
  'advisories.filter.title': Record<never, never>
  'advisories.filter.tlp': Record<never, never>
  'advisories.filter.trackingId': Record<never, never>
  'advisories.filter.validity': Record<never, never>
  'advisories.filter.version': Record<never, never>
  'advisories.list.caption': Record<never, never>
  'advisories.list.counts': { readonly total: number; readonly invalid: number; readonly quarantined: number }
  'advisories.list.empty.filter': Record<never, never>
  'advisories.list.empty.heading': Record<never, never>
  'advisories.list.empty.none': Record<never, never>
  'advisories.list.filter': Record<never, never>
  'advisories.list.released': { readonly at: string | number }
  'advisories.list.search.hint': Record<never, never>
  'advisories.list.title': Record<never, never>
  'advisories.menu': Record<never, never>
  'advisories.metric.more': { readonly count: number }
  'advisories.metric.others': { readonly count: number }
  'advisories.metric.products': { readonly count: number }
  'advisories.metric.rating': { readonly rating: string | number }
  'advisories.metric.source': { readonly source: string | number }
  'advisories.one.allVersions': Record<never, never>
  'advisories.one.category': Record<never, never>
  'advisories.one.current': Record<never, never>
  'advisories.one.details': Record<never, never>
  'advisories.one.document': Record<never, never>
  'advisories.one.download': { readonly bytes: string | number }
  'advisories.one.essential': { readonly count: number }
  'advisories.one.exploitation': Record<never, never>
  'advisories.one.faults': { readonly count: number }
  'advisories.one.faults.caption': Record<never, never>
  'advisories.one.hash': Record<never, never>
  'advisories.one.invalid': Record<never, never>
  'advisories.one.notLive': Record<never, never>
  'advisories.one.product': Record<never, never>
  'advisories.one.published': Record<never, never>
  'advisories.one.references': Record<never, never>
  'advisories.one.remediations': Record<never, never>
  'advisories.one.revised': Record<never, never>
  'advisories.one.revisions': Record<never, never>
  'advisories.one.says': Record<never, never>
  'advisories.one.score': Record<never, never>
  'advisories.one.significant': { readonly count: number }
  'advisories.one.statements': Record<never, never>
  'advisories.one.status': Record<never, never>
  'advisories.one.tlp': Record<never, never>
  'advisories.one.unsaid': Record<never, never>
  'advisories.one.version': Record<never, never>
  'advisories.one.versions': Record<never, never>
  'advisories.one.vulnerabilities': Record<never, never>
  'advisories.one.vulnerability': Record<never, never>
  'advisories.one.weakness': Record<never, never>
  'advisories.one.whole': Record<never, never>
  'advisories.one.wordsCut': Record<never, never>
  'advisories.order.category': Record<never, never>
  'advisories.order.cve': Record<never, never>
  'advisories.order.firstReleased': Record<never, never>
  'advisories.order.format': Record<never, never>
  'advisories.order.history': Record<never, never>
  'advisories.order.product': Record<never, never>
  'advisories.order.productVersion': Record<never, never>
  'advisories.order.publisher': Record<never, never>
  'advisories.order.publisherCategory': Record<never, never>
  'advisories.order.publisherNamespace': Record<never, never>
  'advisories.order.recorded': Record<never, never>
  'advisories.order.released': Record<never, never>
  'advisories.order.score': Record<never, never>
  'advisories.order.severity': Record<never, never>
  'advisories.order.state': Record<never, never>
  'advisories.order.status': Record<never, never>
  'advisories.order.title': Record<never, never>
  'advisories.order.tlp': Record<never, never>
  'advisories.order.trackingId': Record<never, never>
  'advisories.order.vendor': Record<never, never>
  'advisories.order.version': Record<never, never>
  'advisories.outcome.epss': Record<never, never>
  'advisories.outcome.kev': Record<never, never>
  'advisories.outcome.known': Record<never, never>
  'advisories.outcome.new': Record<never, never>
  'advisories.outcome.quarantined': Record<never, never>
  'advisories.outcome.revised': Record<never, never>
  'advisories.publisher.coordinator': Record<never, never>
  'advisories.publisher.discoverer': Record<never, never>
  'advisories.publisher.multiplier': Record<never, never>
  'advisories.publisher.other': Record<never, never>
  'advisories.publisher.translator': Record<never, never>
  'advisories.publisher.user': Record<never, never>
  'advisories.publisher.vendor': Record<never, never>
  'advisories.quarantine.bytes': Record<never, never>
  'advisories.quarantine.delete': Record<never, never>
  'advisories.quarantine.empty': Record<never, never>
  'advisories.quarantine.empty.heading': Record<never, never>
  'advisories.quarantine.lead': Record<never, never>
  'advisories.quarantine.link': { readonly count: number }
  'advisories.quarantine.title': Record<never, never>
  'advisories.read.all': { readonly count: number }
  'advisories.read.all.text': Record<never, never>
  'advisories.read.is': Record<never, never>
  'advisories.read.isNot': Record<never, never>
  'advisories.read.mark': Record<never, never>
  'advisories.read.no': Record<never, never>
  'advisories.read.unmark': Record<never, never>
  'advisories.read.yes': Record<never, never>
  'advisories.state.deleted': Record<never, never>
  'advisories.state.draft': Record<never, never>
  'advisories.state.published': Record<never, never>
  'advisories.state.rejected': Record<never, never>
  'advisories.state.withdrawn': Record<never, never>
  'advisories.status.draft': Record<never, never>
  'advisories.status.final': Record<never, never>
  'advisories.status.interim': Record<never, never>
  'advisories.upload.again': Record<never, never>
  'advisories.upload.button': Record<never, never>
  'advisories.upload.faults': Record<never, never>
  'advisories.upload.faultsOf': { readonly name: string | number }
  'advisories.upload.file': Record<never, never>
  'advisories.upload.heading': Record<never, never>
  'advisories.upload.hint': { readonly megabytes: string | number }
  'advisories.upload.lead': Record<never, never>
  'advisories.upload.noFile': Record<never, never>
  'advisories.upload.outcome': Record<never, never>
  'advisories.upload.result.counts': { readonly added: number; readonly revised: number; readonly known: number; readonly quarantined: number; readonly kev: number; readonly epss: number }
  'advisories.upload.result.damaged': Record<never, never>
  'advisories.upload.result.documents': Record<never, never>
  'advisories.upload.result.ignored': { readonly count: number }
  'advisories.upload.result.title': { readonly total: number }
  'advisories.upload.title': Record<never, never>
  'advisories.validity.invalid': Record<never, never>
  'advisories.validity.valid': Record<never, never>
  'advisories.views': Record<never, never>
  'advisories.views.all': Record<never, never>
  'advisories.views.deleted': Record<never, never>
  'advisories.views.unread': Record<never, never>
  'alerts.alert.back': Record<never, never>
  'alerts.alert.by': Record<never, never>
  'alerts.alert.by.aside': Record<never, never>
  'alerts.alert.by.how': Record<never, never>
  'alerts.alert.by.how.next': { readonly zone: string | number }
  'alerts.alert.by.how.rule': { readonly kind: string | number; readonly rule: string | number; readonly since: string | number; readonly source: string | number; readonly verified: 'other' | 'yes' }
  'alerts.alert.by.none': Record<never, never>
  'alerts.alert.do': Record<never, never>
  'alerts.alert.do.care': Record<never, never>
  'alerts.alert.do.check': Record<never, never>
  'alerts.alert.do.check.title': Record<never, never>
  'alerts.alert.do.fix_planned': Record<never, never>
  'alerts.alert.do.mitigation': Record<never, never>
  'alerts.alert.do.no_fix_planned': Record<never, never>
  'alerts.alert.do.none': Record<never, never>
  'alerts.alert.do.none.title': Record<never, never>
  'alerts.alert.do.none_available': Record<never, never>
  'alerts.alert.do.optional_patch': Record<never, never>
  'alerts.alert.do.print': Record<never, never>
  'alerts.alert.do.vendor_fix': Record<never, never>
  'alerts.alert.do.workaround': Record<never, never>
  'alerts.alert.foreign': Record<never, never>
  'alerts.alert.wayTo': Record<never, never>
  'alerts.answer.acknowledge': Record<never, never>
  'alerts.answer.after': Record<never, never>
  'alerts.answer.applies': Record<never, never>
  'alerts.answer.applies.no': Record<never, never>
  'alerts.answer.applies.some': Record<never, never>
  'alerts.answer.applies.unknown': Record<never, never>
  'alerts.answer.applies.yes': { readonly assets: number }
  'alerts.answer.assignee': Record<never, never>
  'alerts.answer.assignee.hint': Record<never, never>
  'alerts.answer.closed': { readonly day: string | number }
  'alerts.answer.error.applies-missing': Record<never, never>
  'alerts.answer.error.date-missing': Record<never, never>
  'alerts.answer.error.date-past': Record<never, never>
  'alerts.answer.error.date-too-far': Record<never, never>
  'alerts.answer.error.reason-missing': Record<never, never>
  'alerts.answer.error.title': Record<never, never>
  'alerts.answer.error.wrong-state': Record<never, never>
  'alerts.answer.kind.accept-risk': Record<never, never>
  'alerts.answer.kind.acknowledge': Record<never, never>
  'alerts.answer.kind.not-applicable': Record<never, never>
  'alerts.answer.kind.progress': Record<never, never>
  'alerts.answer.kind.remediate': Record<never, never>
  'alerts.answer.kind.reopen': Record<never, never>
  'alerts.answer.lead': Record<never, never>
  'alerts.answer.readonly': Record<never, never>
  'alerts.answer.reason': Record<never, never>
  'alerts.answer.send': Record<never, never>
  'alerts.answer.step': Record<never, never>
  'alerts.answer.suggestion': Record<never, never>
  'alerts.answer.title': Record<never, never>
  'alerts.answer.until': Record<never, never>
  'alerts.answer.until.hint': Record<never, never>
  'alerts.assets.answer.affected': Record<never, never>
  'alerts.assets.answer.cannot_tell': Record<never, never>
  'alerts.assets.caption': Record<never, never>
  'alerts.assets.column.answer': Record<never, never>
  'alerts.assets.column.asset': Record<never, never>
  'alerts.assets.column.exposure': Record<never, never>
  'alerts.assets.column.role': Record<never, never>
  'alerts.assets.column.site': Record<never, never>
  'alerts.assets.column.version': Record<never, never>
  'alerts.assets.more': { readonly count: number }
  'alerts.assets.none': Record<never, never>
  'alerts.assets.notStated': Record<never, never>
  'alerts.assets.title': Record<never, never>
  'alerts.because.affected': { readonly product: string | number; readonly versions: string | number }
  'alerts.because.all': Record<never, never>
  'alerts.because.exploited': Record<never, never>
  'alerts.because.lead.affected': { readonly assets: number; readonly stated: 'other' | 'yes'; readonly versions: string | number; readonly exploited: 'other' | 'yes'; readonly exposure: 'open' | 'other'; readonly impact: 'life' | 'other'; readonly unsure: number }
  'alerts.because.lead.cannot-tell': { readonly unsure: number }
  'alerts.because.short.affected': { readonly assets: number }
  'alerts.because.short.cannot-tell': { readonly assets: number }
  'alerts.bulk.back': Record<never, never>
  'alerts.bulk.caption': Record<never, never>
  'alerts.bulk.column.will': Record<never, never>
  'alerts.bulk.lead': Record<never, never>
  'alerts.bulk.leftOut': { readonly state: string | number }
  'alerts.bulk.leftOut.check': Record<never, never>
  'alerts.bulk.nothing': Record<never, never>
  'alerts.bulk.store': { readonly ok: number }
  'alerts.bulk.title': { readonly ok: number }
  'alerts.clock.alert-acknowledge': Record<never, never>
  'alerts.clock.alert-remediate': Record<never, never>
  'alerts.clock.alert-review-risk': Record<never, never>
  'alerts.clock.alert-update': Record<never, never>
  'alerts.clock.why.alert-acknowledge': { readonly start: string | number }
  'alerts.clock.why.alert-remediate': { readonly urgency: string | number; readonly days: string | number; readonly start: string | number }
  'alerts.clock.why.alert-review-risk': Record<never, never>
  'alerts.clock.why.alert-update': { readonly start: string | number }
  'alerts.considered.again': Record<never, never>
  'alerts.considered.again.done': Record<never, never>
  'alerts.considered.answer.affected': Record<never, never>
  'alerts.considered.answer.cannot_tell': Record<never, never>
  'alerts.considered.answer.no_match': Record<never, never>
  'alerts.considered.answer.not_affected': Record<never, never>
  'alerts.considered.column.advisory': Record<never, never>
  'alerts.considered.column.answer': Record<never, never>
  'alerts.considered.column.because': Record<never, never>
  'alerts.considered.empty.end': Record<never, never>
  'alerts.considered.empty.heading': Record<never, never>
  'alerts.considered.empty.text': Record<never, never>
  'alerts.considered.lead': Record<never, never>
  'alerts.considered.more': Record<never, never>
  'alerts.considered.show': Record<never, never>
  'alerts.considered.show.certain': Record<never, never>
  'alerts.considered.show.ignored': Record<never, never>
  'alerts.considered.show.likely': Record<never, never>
  'alerts.considered.show.possible': Record<never, never>
  'alerts.considered.title': Record<never, never>
  'alerts.ended': { readonly because: 'aliasrefused' | 'aliastakenback' | 'deleted' | 'folded' | 'inventory' | 'other' | 'vex' }
  'alerts.exempted.documents': Record<never, never>
  'alerts.exempted.ground': { readonly vulnerability: string | number; readonly fixed: 'other' | 'yes'; readonly hasReason: 'other' | 'yes'; readonly reason: string | number }
  'alerts.exempted.lead': { readonly count: number }
  'alerts.exempted.more': { readonly count: number }
  'alerts.exempted.title': Record<never, never>
  'alerts.exempted.which': Record<never, never>
  'alerts.exposure.hospital-network': Record<never, never>
  'alerts.exposure.internet': Record<never, never>
  'alerts.exposure.isolated': Record<never, never>
  'alerts.exposure.offline': Record<never, never>
  'alerts.grade.confirmed-alias': Record<never, never>
  'alerts.grade.exact': Record<never, never>
  'alerts.grade.exact-identifier': Record<never, never>
  'alerts.grade.name-similarity': Record<never, never>
  'alerts.grade.none': Record<never, never>
  'alerts.grade.parsed': Record<never, never>
  'alerts.grade.unparsed': Record<never, never>
  'alerts.history.alert.acknowledged': { readonly who: string | number }
  'alerts.history.alert.escalated': { readonly step: 'deputy' | 'other' | 'owner' }
  'alerts.history.alert.not-applicable': { readonly who: string | number }
  'alerts.history.alert.progressed': { readonly who: string | number }
  'alerts.history.alert.raised': { readonly assets: number }
  'alerts.history.alert.remediated': { readonly who: string | number }
  'alerts.history.alert.reopened': { readonly because: 'exploited' | 'fixchanged' | 'moreassets' | 'moreurgent' | 'other' }
  'alerts.history.alert.reopened-by-member': { readonly who: string | number }
  'alerts.history.alert.resolved': Record<never, never>
  'alerts.history.alert.risk-accepted': { readonly who: string | number }
  'alerts.history.alert.withdrawn': Record<never, never>
  'alerts.history.remediation.marked': { readonly who: string | number; readonly assets: number; readonly status: string | number }
  'alerts.history.somebody': Record<never, never>
  'alerts.history.title': Record<never, never>
  'alerts.list.assets': { readonly affected: number; readonly unsure: number }
  'alerts.list.bulk': Record<never, never>
  'alerts.list.bulk.note': Record<never, never>
  'alerts.list.bulk.submit': Record<never, never>
  'alerts.list.bulk.ticked': { readonly count: string | number }
  'alerts.list.caption': Record<never, never>
  'alerts.list.closed': { readonly day: string | number }
  'alerts.list.column.alert': Record<never, never>
  'alerts.list.column.because': Record<never, never>
  'alerts.list.column.due': Record<never, never>
  'alerts.list.column.state': Record<never, never>
  'alerts.list.column.tick': Record<never, never>
  'alerts.list.counts': { readonly open: number; readonly toCheck: number; readonly closed: number }
  'alerts.list.empty': Record<never, never>
  'alerts.list.empty.heading': Record<never, never>
  'alerts.list.empty.open': { readonly matched: string | number; readonly total: string | number }
  'alerts.list.filter': Record<never, never>
  'alerts.list.filter.all': Record<never, never>
  'alerts.list.filter.closed': Record<never, never>
  'alerts.list.filter.open': Record<never, never>
  'alerts.list.filter.search': Record<never, never>
  'alerts.list.filter.sort': Record<never, never>
  'alerts.list.filter.state': Record<never, never>
  'alerts.list.filter.submit': Record<never, never>
  'alerts.list.filter.urgency': Record<never, never>
  'alerts.list.first': Record<never, never>
  'alerts.list.older': Record<never, never>
  'alerts.list.pages': Record<never, never>
  'alerts.list.shown.lead': Record<never, never>
  'alerts.list.shown.remove': Record<never, never>
  'alerts.list.shown.removeAll': Record<never, never>
  'alerts.list.shownCount': { readonly count: number }
  'alerts.list.sort.due': Record<never, never>
  'alerts.list.sort.newest': Record<never, never>
  'alerts.list.sort.urgency': Record<never, never>
  'alerts.list.tick': { readonly title: string | number }
  'alerts.list.title': Record<never, never>
  'alerts.menu': Record<never, never>
  'alerts.menu.board': Record<never, never>
  'alerts.menu.today': Record<never, never>
  'alerts.pieces.lead': { readonly count: number }
  'alerts.pieces.title': Record<never, never>
  'alerts.remediation.all': Record<never, never>
  'alerts.remediation.all.yes': { readonly count: number }
  'alerts.remediation.choose': { readonly asset: string | number }
  'alerts.remediation.column.asset': Record<never, never>
  'alerts.remediation.column.choose': Record<never, never>
  'alerts.remediation.column.status': Record<never, never>
  'alerts.remediation.column.vulnerabilities': Record<never, never>
  'alerts.remediation.counts': { readonly matching: number; readonly notRemediated: number; readonly inProgress: number; readonly done: number }
  'alerts.remediation.finished': Record<never, never>
  'alerts.remediation.lead': Record<never, never>
  'alerts.remediation.mark': Record<never, never>
  'alerts.remediation.more': { readonly count: number }
  'alerts.remediation.stale': { readonly status: string | number }
  'alerts.remediation.status.done': Record<never, never>
  'alerts.remediation.status.in-progress': Record<never, never>
  'alerts.remediation.status.not-remediated': Record<never, never>
  'alerts.remediation.store': Record<never, never>
  'alerts.remediation.title': Record<never, never>
  'alerts.remediation.unnamed': Record<never, never>
  'alerts.remediation.vulnerability': Record<never, never>
  'alerts.remediation.vulnerability.all': Record<never, never>
  'alerts.role.diagnostic': Record<never, never>
  'alerts.role.life-supporting': Record<never, never>
  'alerts.role.office': Record<never, never>
  'alerts.role.records': Record<never, never>
  'alerts.role.support': Record<never, never>
  'alerts.sources.advisory': { readonly publisher: string | number; readonly trackingId: string | number; readonly version: string | number; readonly hasTlp: 'other' | 'yes'; readonly tlp: string | number }
  'alerts.sources.also': { readonly publisher: string | number; readonly trackingId: string | number; readonly version: string | number }
  'alerts.sources.invalid': Record<never, never>
  'alerts.sources.title': Record<never, never>
  'alerts.state.acknowledged': Record<never, never>
  'alerts.state.in-progress': Record<never, never>
  'alerts.state.late': Record<never, never>
  'alerts.state.new': Record<never, never>
  'alerts.state.not-applicable': Record<never, never>
  'alerts.state.remediated': Record<never, never>
  'alerts.state.risk-accepted': Record<never, never>
  'alerts.state.withdrawn': Record<never, never>
  'alerts.today.answer': Record<never, never>
  'alerts.today.by': { readonly due: string | number; readonly left: string | number }
  'alerts.today.clocks': Record<never, never>
  'alerts.today.clocks.none': Record<never, never>
  'alerts.today.clocks.zone': { readonly zone: string | number; readonly time: string | number }
  'alerts.today.cover': Record<never, never>
  'alerts.today.cover.because': { readonly versions: number; readonly products: number; readonly life: number }
  'alerts.today.cover.empty': Record<never, never>
  'alerts.today.cover.import': Record<never, never>
  'alerts.today.cover.matched': { readonly count: string | number }
  'alerts.today.cover.next': { readonly life: number }
  'alerts.today.cover.say': { readonly matched: string | number; readonly total: string | number; readonly rest: number }
  'alerts.today.cover.unmatched': { readonly count: number }
  'alerts.today.needs': Record<never, never>
  'alerts.today.needs.aside': { readonly open: number }
  'alerts.today.quiet': Record<never, never>
  'alerts.today.see': Record<never, never>
  'alerts.today.title': { readonly count: number }
  'alerts.urgency.act-now': Record<never, never>
  'alerts.urgency.check': Record<never, never>
  'alerts.urgency.next-maintenance': Record<never, never>
  'alerts.urgency.this-week': Record<never, never>
  'alerts.urgency.watch': Record<never, never>
  'alerts.urgent.automatable': Record<never, never>
  'alerts.urgent.automatable.because.cvss': Record<never, never>
  'alerts.urgent.automatable.because.not-stated': Record<never, never>
  'alerts.urgent.automatable.because.stated': Record<never, never>
  'alerts.urgent.automatable.no': Record<never, never>
  'alerts.urgent.automatable.yes': Record<never, never>
  'alerts.urgent.exploitation': Record<never, never>
  'alerts.urgent.exploitation.active': Record<never, never>
  'alerts.urgent.exploitation.because.advisory': Record<never, never>
  'alerts.urgent.exploitation.because.cvss': Record<never, never>
  'alerts.urgent.exploitation.because.epss': Record<never, never>
  'alerts.urgent.exploitation.because.epss.figures': { readonly day: string | number; readonly probability: number; readonly percentile: number }
  'alerts.urgent.exploitation.because.kev': Record<never, never>
  'alerts.urgent.exploitation.because.nobody-says': Record<never, never>
  'alerts.urgent.exploitation.none': Record<never, never>
  'alerts.urgent.exploitation.poc': Record<never, never>
  'alerts.urgent.exposure': Record<never, never>
  'alerts.urgent.exposure.because.hospital-network': Record<never, never>
  'alerts.urgent.exposure.because.internet': Record<never, never>
  'alerts.urgent.exposure.because.isolated': Record<never, never>
  'alerts.urgent.exposure.because.not-stated': Record<never, never>
  'alerts.urgent.exposure.because.offline': Record<never, never>
  'alerts.urgent.exposure.controlled': Record<never, never>
  'alerts.urgent.exposure.open': Record<never, never>
  'alerts.urgent.exposure.small': Record<never, never>
  'alerts.urgent.impact': Record<never, never>
  'alerts.urgent.impact.because.diagnostic': Record<never, never>
  'alerts.urgent.impact.because.life-supporting': Record<never, never>
  'alerts.urgent.impact.because.not-stated': Record<never, never>
  'alerts.urgent.impact.because.office': Record<never, never>
  'alerts.urgent.impact.because.records': Record<never, never>
  'alerts.urgent.impact.because.support': Record<never, never>
  'alerts.urgent.impact.high': Record<never, never>
  'alerts.urgent.impact.low': Record<never, never>
  'alerts.urgent.impact.medium': Record<never, never>
  'alerts.urgent.impact.very-high': Record<never, never>
  'alerts.urgent.row': { readonly row: string | number; readonly table: string | number }
  'alerts.urgent.so': Record<never, never>
  'alerts.urgent.source': Record<never, never>
  'alerts.urgent.specialists': { readonly cves: string | number; readonly score: string | number }
  'alerts.urgent.specialists.epss': { readonly day: string | number; readonly probability: number; readonly percentile: number }
  'alerts.urgent.specialists.impact': { readonly impact: 'other' | 'total' }
  'alerts.urgent.title': Record<never, never>
  'alerts.why.allVersions': Record<never, never>
  'alerts.why.aside': { readonly affected: number; readonly unsure: number }
  'alerts.why.column.advisory': Record<never, never>
  'alerts.why.column.list': Record<never, never>
  'alerts.why.column.question': Record<never, never>
  'alerts.why.column.sure': Record<never, never>
  'alerts.why.document': { readonly sha256: string | number }
  'alerts.why.none': Record<never, never>
  'alerts.why.range': Record<never, never>
  'alerts.why.same': Record<never, never>
  'alerts.why.steps': Record<never, never>
  'alerts.why.title': Record<never, never>
  'app.accessibility': Record<never, never>
  'app.accessibility.lead': Record<never, never>
  'app.accessibility.text': Record<never, never>
  'app.backToStart': Record<never, never>
  'app.help': Record<never, never>
  'app.help.answer.text': Record<never, never>
  'app.help.answer.title': Record<never, never>
  'app.help.assets.text': Record<never, never>
  'app.help.assets.title': Record<never, never>
  'app.help.call.none': Record<never, never>
  'app.help.call.text': { readonly phone: string | number }
  'app.help.call.title': Record<never, never>
  'app.help.lead': Record<never, never>
  'app.help.unsure.text': Record<never, never>
  'app.help.unsure.title': Record<never, never>
  'app.privacy': Record<never, never>
  'app.privacy.lead': Record<never, never>
  'app.privacy.text': Record<never, never>
  'app.problem.lead': { readonly code: string | number }
  'app.problem.none': Record<never, never>
  'app.source': Record<never, never>
  'app.source.lead': Record<never, never>
  'assets.asset.because.needs-product': Record<never, never>
  'assets.asset.because.needs-version': Record<never, never>
  'assets.asset.because.yes': Record<never, never>
  'assets.asset.compared': Record<never, never>
  'assets.asset.correct': Record<never, never>
  'assets.asset.error.tooLong': { readonly count: number }
  'assets.asset.error.unnamed': Record<never, never>
  'assets.asset.facts': Record<never, never>
  'assets.asset.fromForm': { readonly day: string | number }
  'assets.asset.fromImport': { readonly day: string | number }
  'assets.asset.gone.button': Record<never, never>
  'assets.asset.gone.heading': Record<never, never>
  'assets.asset.gone.text': Record<never, never>
  'assets.asset.hint.environment': Record<never, never>
  'assets.asset.hint.udiDi': Record<never, never>
  'assets.asset.hint.version': Record<never, never>
  'assets.asset.isGone': Record<never, never>
  'assets.asset.isMissing': { readonly day: string | number }
  'assets.asset.new': Record<never, never>
  'assets.asset.newLead': Record<never, never>
  'assets.asset.save': Record<never, never>
  'assets.asset.saved': Record<never, never>
  'assets.columns.because': { readonly unsure: number }
  'assets.columns.cannot-tell': Record<never, never>
  'assets.columns.caption': Record<never, never>
  'assets.columns.column': Record<never, never>
  'assets.columns.error.nothing': Record<never, never>
  'assets.columns.error.twice': { readonly use: string | number }
  'assets.columns.is': { readonly heading: string | number }
  'assets.columns.lead': { readonly file: string | number; readonly rows: number; readonly columns: number }
  'assets.columns.likely': Record<never, never>
  'assets.columns.next': Record<never, never>
  'assets.columns.preview': Record<never, never>
  'assets.columns.preview.match': Record<never, never>
  'assets.columns.preview.needs-product': Record<never, never>
  'assets.columns.preview.needs-version': Record<never, never>
  'assets.columns.preview.yes': Record<never, never>
  'assets.columns.readAs': Record<never, never>
  'assets.columns.remembered': { readonly day: string | number }
  'assets.columns.submit': Record<never, never>
  'assets.columns.sure': Record<never, never>
  'assets.columns.sureness': Record<never, never>
  'assets.columns.title': Record<never, never>
  'assets.columns.unnamed': { readonly number: string | number }
  'assets.columns.values': Record<never, never>
  'assets.columns.why': Record<never, never>
  'assets.coverage.because': { readonly needsVersion: number; readonly needsProduct: number; readonly lifeSupporting: number }
  'assets.coverage.heading': Record<never, never>
  'assets.coverage.matched': { readonly count: number }
  'assets.coverage.say': { readonly matchable: number; readonly total: number }
  'assets.coverage.showProduct': Record<never, never>
  'assets.coverage.showVersion': Record<never, never>
  'assets.coverage.unmatched': { readonly count: number }
  'assets.difference.because': Record<never, never>
  'assets.difference.columns': Record<never, never>
  'assets.difference.lead': { readonly file: string | number }
  'assets.difference.next': Record<never, never>
  'assets.difference.remembered': { readonly day: string | number }
  'assets.difference.store': { readonly changes: number }
  'assets.difference.title': { readonly added: number; readonly changed: number; readonly gone: number }
  'assets.exposure.hospital-network': Record<never, never>
  'assets.exposure.internet': Record<never, never>
  'assets.exposure.isolated': Record<never, never>
  'assets.exposure.offline': Record<never, never>
  'assets.fact.clinicalRole': Record<never, never>
  'assets.fact.cpe': Record<never, never>
  'assets.fact.empty': Record<never, never>
  'assets.fact.environment': Record<never, never>
  'assets.fact.externalId': Record<never, never>
  'assets.fact.model': Record<never, never>
  'assets.fact.name': Record<never, never>
  'assets.fact.networkExposure': Record<never, never>
  'assets.fact.product': Record<never, never>
  'assets.fact.purl': Record<never, never>
  'assets.fact.serial': Record<never, never>
  'assets.fact.site': Record<never, never>
  'assets.fact.udiDi': Record<never, never>
  'assets.fact.vendor': Record<never, never>
  'assets.fact.version': Record<never, never>
  'assets.fault.assets.changed-meanwhile.do': Record<never, never>
  'assets.fault.assets.changed-meanwhile.why': Record<never, never>
  'assets.fault.assets.file-not-kept.do': Record<never, never>
  'assets.fault.assets.file-not-kept.why': Record<never, never>
  'assets.fault.assets.gave-up.do': Record<never, never>
  'assets.fault.assets.gave-up.why': Record<never, never>
  'assets.fault.assets.number-used-twice.do': Record<never, never>
  'assets.fault.assets.number-used-twice.why': Record<never, never>
  'assets.fault.assets.repeated.do': Record<never, never>
  'assets.fault.assets.repeated.why': Record<never, never>
  'assets.fault.assets.text-too-long.do': Record<never, never>
  'assets.fault.assets.text-too-long.why': Record<never, never>
  'assets.fault.assets.unnamed.do': Record<never, never>
  'assets.fault.assets.unnamed.why': Record<never, never>
  'assets.fault.csv.formula.do': Record<never, never>
  'assets.fault.csv.formula.why': Record<never, never>
  'assets.fault.csv.too-many-cells.do': Record<never, never>
  'assets.fault.csv.too-many-cells.why': Record<never, never>
  'assets.fault.inventory.cell-too-long.do': Record<never, never>
  'assets.fault.inventory.cell-too-long.why': Record<never, never>
  'assets.fault.inventory.empty-row.do': Record<never, never>
  'assets.fault.inventory.empty-row.why': Record<never, never>
  'assets.fault.inventory.heading-repeated.do': Record<never, never>
  'assets.fault.inventory.heading-repeated.why': Record<never, never>
  'assets.fault.inventory.identifier-twice.do': Record<never, never>
  'assets.fault.inventory.identifier-twice.why': Record<never, never>
  'assets.fault.inventory.nothing-identifies.do': Record<never, never>
  'assets.fault.inventory.nothing-identifies.why': Record<never, never>
  'assets.fault.inventory.same-row-twice.do': Record<never, never>
  'assets.fault.inventory.same-row-twice.why': Record<never, never>
  'assets.fault.inventory.unreadable-letters.do': Record<never, never>
  'assets.fault.inventory.unreadable-letters.why': Record<never, never>
  'assets.gone': { readonly day: string | number }
  'assets.gone.confirm': { readonly count: number }
  'assets.gone.done': Record<never, never>
  'assets.gone.heading': { readonly count: number }
  'assets.gone.show': Record<never, never>
  'assets.gone.text': Record<never, never>
  'assets.guess.all-different': Record<never, never>
  'assets.guess.empty-column': Record<never, never>
  'assets.guess.field-taken': { readonly by: string | number }
  'assets.guess.heading-and-values': Record<never, never>
  'assets.guess.heading-contains': { readonly word: string | number }
  'assets.guess.heading-known': Record<never, never>
  'assets.guess.heading-unknown': Record<never, never>
  'assets.guess.numbers-only': Record<never, never>
  'assets.guess.values-disagree': { readonly word: string | number }
  'assets.guess.values-look-like': { readonly percent: string | number }
  'assets.guess.words-not-known': Record<never, never>
  'assets.import.another': Record<never, never>
  'assets.import.comparing': { readonly file: string | number }
  'assets.import.discard': Record<never, never>
  'assets.import.discarded': { readonly file: string | number }
  'assets.import.discarded.lead': Record<never, never>
  'assets.import.failed': { readonly file: string | number }
  'assets.import.failed.lead': Record<never, never>
  'assets.import.leave': Record<never, never>
  'assets.import.notes': Record<never, never>
  'assets.import.progress': { readonly done: number; readonly total: number }
  'assets.import.progress.begun': { readonly time: string | number }
  'assets.import.reading': { readonly file: string | number }
  'assets.import.step2': Record<never, never>
  'assets.import.step3': Record<never, never>
  'assets.import.storing': { readonly file: string | number }
  'assets.imports.file': Record<never, never>
  'assets.imports.state': Record<never, never>
  'assets.imports.when': Record<never, never>
  'assets.list.add': Record<never, never>
  'assets.list.caption': Record<never, never>
  'assets.list.column.asset': Record<never, never>
  'assets.list.column.make': Record<never, never>
  'assets.list.filter': Record<never, never>
  'assets.list.filter.matchable': Record<never, never>
  'assets.list.filter.missing': Record<never, never>
  'assets.list.filter.searched': { readonly text: string | number }
  'assets.list.first': Record<never, never>
  'assets.list.import': Record<never, never>
  'assets.list.imports': Record<never, never>
  'assets.list.none': Record<never, never>
  'assets.list.none.heading': Record<never, never>
  'assets.list.nothing': { readonly total: number }
  'assets.list.nothing.heading': Record<never, never>
  'assets.list.title': Record<never, never>
  'assets.matchable.needs-product': Record<never, never>
  'assets.matchable.needs-version': Record<never, never>
  'assets.matchable.yes': Record<never, never>
  'assets.menu': Record<never, never>
  'assets.missing': { readonly day: string | number }
  'assets.outcome.added': Record<never, never>
  'assets.outcome.back': Record<never, never>
  'assets.outcome.changed': Record<never, never>
  'assets.outcome.changed.note': { readonly fact: string | number; readonly count: number }
  'assets.outcome.column.change': Record<never, never>
  'assets.outcome.first': Record<never, never>
  'assets.outcome.gone': Record<never, never>
  'assets.outcome.gone.note': Record<never, never>
  'assets.outcome.more': Record<never, never>
  'assets.outcome.none': Record<never, never>
  'assets.outcome.pages': Record<never, never>
  'assets.outcome.rejected': Record<never, never>
  'assets.outcome.rejected.note': Record<never, never>
  'assets.outcome.shown': { readonly count: number }
  'assets.outcome.unchanged': Record<never, never>
  'assets.rejected.correct': { readonly count: number }
  'assets.rejected.do': Record<never, never>
  'assets.rejected.download': Record<never, never>
  'assets.rejected.file': Record<never, never>
  'assets.rejected.heading': { readonly count: number }
  'assets.rejected.place': Record<never, never>
  'assets.rejected.says': Record<never, never>
  'assets.rejected.why': Record<never, never>
  'assets.result.back': Record<never, never>
  'assets.result.because': Record<never, never>
  'assets.result.lead': { readonly time: string | number; readonly file: string | number }
  'assets.result.title': { readonly stored: number; readonly total: number; readonly rejected: number }
  'assets.role.diagnostic': Record<never, never>
  'assets.role.life-supporting': Record<never, never>
  'assets.role.office': Record<never, never>
  'assets.role.records': Record<never, never>
  'assets.role.support': Record<never, never>
  'assets.state.compared': Record<never, never>
  'assets.state.comparing': Record<never, never>
  'assets.state.discarded': Record<never, never>
  'assets.state.failed': Record<never, never>
  'assets.state.mapping': Record<never, never>
  'assets.state.reading': Record<never, never>
  'assets.state.stored': Record<never, never>
  'assets.state.storing': Record<never, never>
  'assets.upload.covers': Record<never, never>
  'assets.upload.covers.part': Record<never, never>
  'assets.upload.covers.part.hint': Record<never, never>
  'assets.upload.covers.whole': Record<never, never>
  'assets.upload.covers.whole.hint': Record<never, never>
  'assets.upload.describes': Record<never, never>
  'assets.upload.describes.hint': Record<never, never>
  'assets.upload.file': Record<never, never>
  'assets.upload.file.error': Record<never, never>
  'assets.upload.lead': Record<never, never>
  'assets.upload.step': Record<never, never>
  'assets.upload.submit': Record<never, never>
  'assets.upload.title': Record<never, never>
  'assets.use.leave-out': Record<never, never>
  'board.advisories': Record<never, never>
  'board.advisories.caption': Record<never, never>
  'board.advisories.empty': Record<never, never>
  'board.advisories.empty.shown': Record<never, never>
  'board.advisories.empty.text': Record<never, never>
  'board.advisory.again': Record<never, never>
  'board.advisory.all': Record<never, never>
  'board.advisory.caption': Record<never, never>
  'board.advisory.empty': Record<never, never>
  'board.advisory.empty.text': Record<never, never>
  'board.advisory.lead': { readonly count: number }
  'board.advisory.members': Record<never, never>
  'board.advisory.views': Record<never, never>
  'board.age.1-2': Record<never, never>
  'board.age.3-7': Record<never, never>
  'board.age.8-14': Record<never, never>
  'board.age.over-14': Record<never, never>
  'board.age.under-1': Record<never, never>
  'board.ages': { readonly all: number; readonly old: number }
  'board.ages.age': Record<never, never>
  'board.ages.all': Record<never, never>
  'board.ages.caption': Record<never, never>
  'board.ages.later': Record<never, never>
  'board.ages.now': Record<never, never>
  'board.ages.soon': Record<never, never>
  'board.assets': { readonly affected: number }
  'board.assets.both': { readonly affected: number; readonly unsure: number }
  'board.clock.alert-acknowledge': Record<never, never>
  'board.clock.alert-remediate': Record<never, never>
  'board.clock.alert-review-risk': Record<never, never>
  'board.clock.alert-update': Record<never, never>
  'board.clock.none': Record<never, never>
  'board.clock.why': { readonly kind: string | number; readonly start: string | number; readonly told: 'deputy' | 'officer' | 'other' | 'owner' }
  'board.clocks': Record<never, never>
  'board.clocks.none': Record<never, never>
  'board.column.advisory': Record<never, never>
  'board.column.affected': Record<never, never>
  'board.column.answers': Record<never, never>
  'board.column.assets': Record<never, never>
  'board.column.call': Record<never, never>
  'board.column.clock': Record<never, never>
  'board.column.country': Record<never, never>
  'board.column.member': Record<never, never>
  'board.column.overdue': Record<never, never>
  'board.column.silent': Record<never, never>
  'board.column.stands': Record<never, never>
  'board.column.step': Record<never, never>
  'board.column.told': Record<never, never>
  'board.column.tried': Record<never, never>
  'board.contacts.noPhone': Record<never, never>
  'board.contacts.none': Record<never, never>
  'board.contacts.outOfHours': Record<never, never>
  'board.countries': Record<never, never>
  'board.countries.caption': Record<never, never>
  'board.countries.note': Record<never, never>
  'board.countries.of': { readonly concerned: number; readonly members: number }
  'board.duty.deputy': Record<never, never>
  'board.duty.management': Record<never, never>
  'board.duty.primary': Record<never, never>
  'board.members': { readonly count: number }
  'board.next': Record<never, never>
  'board.next.because.nobody': { readonly due: string | number }
  'board.next.because.nothing': Record<never, never>
  'board.next.because.overdue': { readonly title: string | number; readonly urgency: string | number; readonly due: string | number; readonly over: string | number; readonly overdueAfter: number; readonly silentAfter: number }
  'board.next.because.silent': { readonly title: string | number; readonly urgency: string | number; readonly opened: string | number; readonly hours: string | number; readonly overdueAfter: number; readonly silentAfter: number }
  'board.next.call': { readonly member: string | number }
  'board.next.clocks': Record<never, never>
  'board.next.nobody': Record<never, never>
  'board.next.open': Record<never, never>
  'board.shown.hides': { readonly count: number }
  'board.shown.overdue': Record<never, never>
  'board.shown.silent': Record<never, never>
  'board.shown.unsure': Record<never, never>
  'board.side': Record<never, never>
  'board.silence': Record<never, never>
  'board.silence.actNow': { readonly count: string | number }
  'board.silence.because': { readonly hours: string | number }
  'board.silence.caption': Record<never, never>
  'board.silence.more': { readonly count: number }
  'board.silence.none': Record<never, never>
  'board.standing.answered': Record<never, never>
  'board.standing.overdue': Record<never, never>
  'board.standing.silent': Record<never, never>
  'board.standing.waiting': Record<never, never>
  'board.step.none': Record<never, never>
  'board.step.overdue': { readonly count: string | number }
  'board.step.silent': { readonly count: string | number }
  'board.tally.open': Record<never, never>
  'board.tally.open.note': { readonly members: number }
  'board.tally.overdue': Record<never, never>
  'board.tally.overdue.note': { readonly count: number }
  'board.tally.silent': Record<never, never>
  'board.tally.silent.note': Record<never, never>
  'board.tally.soon': { readonly hours: string | number }
  'board.tally.soon.note': Record<never, never>
  'board.tally.unsure': Record<never, never>
  'board.tally.unsure.note': Record<never, never>
  'board.title': Record<never, never>
  'board.tried.deputy': { readonly count: string | number }
  'board.tried.failed': { readonly count: string | number }
  'board.tried.last': { readonly at: string | number }
  'board.tried.mail': { readonly count: string | number }
  'board.tried.none': Record<never, never>
  'board.tried.reminder': { readonly count: string | number }
  'board.tried.waiting': { readonly count: string | number }
  'board.unsent.failed': { readonly count: number }
  'board.unsent.noServer': Record<never, never>
  'board.unsent.server': Record<never, never>
  'board.unsent.waiting': { readonly count: number }
  'board.unsure': { readonly count: string | number; readonly members: string | number }
  'board.zone': { readonly zone: string | number }
  'explain.alias': { readonly own: string | number; readonly isSame: 'other' | 'yes'; readonly stated: string | number }
  'explain.asset-field': { readonly field: string | number; readonly value: string | number }
  'explain.authority.anybody': Record<never, never>
  'explain.authority.coordinator': Record<never, never>
  'explain.authority.distributor': Record<never, never>
  'explain.authority.manufacturer': Record<never, never>
  'explain.backport-possible': { readonly hasDistribution: 'other' | 'yes'; readonly distribution: string | number }
  'explain.condition-not-stated': { readonly condition: string | number }
  'explain.display-name-decides': { readonly field: string | number; readonly display: string | number }
  'explain.each-piece': { readonly condition: string | number }
  'explain.excluded-product': { readonly name: string | number; readonly hasReleases: 'other' | 'yes'; readonly releases: string | number }
  'explain.grades': { readonly identity: 'confirmedalias' | 'exactidentifier' | 'namesimilarity' | 'other'; readonly range: 'exact' | 'other' | 'parsed' }
  'explain.ground.authority': { readonly authority: string | number }
  'explain.ground.equals': Record<never, never>
  'explain.ground.specificity': Record<never, never>
  'explain.ground.time': Record<never, never>
  'explain.identifier-differs': { readonly scheme: string | number; readonly own: string | number; readonly stated: string | number }
  'explain.identifier-equal': { readonly scheme: string | number; readonly value: string | number }
  'explain.justification': { readonly reason: string | number }
  'explain.justification.code_not_present': Record<never, never>
  'explain.justification.code_not_reachable': Record<never, never>
  'explain.justification.component_not_present': Record<never, never>
  'explain.justification.inline_mitigations_already_exist': Record<never, never>
  'explain.justification.protected_at_perimeter': Record<never, never>
  'explain.justification.protected_at_runtime': Record<never, never>
  'explain.justification.protected_by_compiler': Record<never, never>
  'explain.justification.protected_by_mitigating_control': Record<never, never>
  'explain.justification.requires_configuration': Record<never, never>
  'explain.justification.requires_dependency': Record<never, never>
  'explain.justification.requires_environment': Record<never, never>
  'explain.justification.vulnerable_code_cannot_be_controlled_by_adversary': Record<never, never>
  'explain.justification.vulnerable_code_not_in_execute_path': Record<never, never>
  'explain.justification.vulnerable_code_not_present': Record<never, never>
  'explain.model-compared': { readonly own: string | number; readonly fits: 'other' | 'yes'; readonly stated: string | number }
  'explain.name-from-title': { readonly written: string | number; readonly used: string | number }
  'explain.name.all-words': { readonly own: string | number; readonly stated: string | number }
  'explain.name.equal': { readonly own: string | number; readonly stated: string | number }
  'explain.name.kind-differs': { readonly own: string | number; readonly stated: string | number }
  'explain.name.model-and-brand': { readonly own: string | number; readonly stated: string | number }
  'explain.name.model-not-stated': { readonly own: string | number; readonly stated: string | number }
  'explain.name.more-specific': { readonly own: string | number; readonly stated: string | number }
  'explain.name.nothing-common': { readonly own: string | number; readonly stated: string | number }
  'explain.name.other-model': { readonly own: string | number; readonly stated: string | number }
  'explain.name.short-form': { readonly own: string | number; readonly stated: string | number }
  'explain.name.word-missing': { readonly own: string | number; readonly stated: string | number }
  'explain.other-release': { readonly stated: string | number; readonly own: string | number }
  'explain.overruled.cannot_tell': { readonly vulnerability: string | number; readonly publisher: string | number; readonly status: string | number; readonly hasReason: 'other' | 'yes'; readonly reason: string | number; readonly sha256: string | number; readonly pointer: string | number }
  'explain.overruled.not_affected': { readonly vulnerability: string | number; readonly publisher: string | number; readonly status: string | number; readonly hasReason: 'other' | 'yes'; readonly reason: string | number; readonly sha256: string | number; readonly pointer: string | number }
  'explain.patch-named': { readonly patch: string | number }
  'explain.platform': { readonly own: string | number; readonly fits: 'other' | 'yes'; readonly stated: string | number }
  'explain.range-read': { readonly step: string | number }
  'explain.remedy-contradicts': { readonly versions: string | number; readonly fix: string | number; readonly remedy: string | number }
  'explain.statement': { readonly pointer: string | number; readonly product: string | number; readonly versions: string | number }
  'explain.status.first_affected': Record<never, never>
  'explain.status.first_fixed': Record<never, never>
  'explain.status.fixed': Record<never, never>
  'explain.status.known_affected': Record<never, never>
  'explain.status.known_not_affected': Record<never, never>
  'explain.status.last_affected': Record<never, never>
  'explain.status.recommended': Record<never, never>
  'explain.status.under_investigation': Record<never, never>
  'explain.status.unknown': Record<never, never>
  'explain.vendor.different': { readonly own: string | number; readonly stated: string | number }
  'explain.vendor.related': { readonly own: string | number; readonly stated: string | number; readonly how: string | number; readonly through: string | number }
  'explain.vendor.same': { readonly own: string | number; readonly stated: string | number }
  'explain.vendor.unknown': Record<never, never>
  'explain.version-cleaned': { readonly from: string | number; readonly to: string | number }
  'explain.version.all': Record<never, never>
  'explain.version.in': { readonly version: string | number; readonly versions: string | number }
  'explain.version.missing': { readonly versions: string | number }
  'explain.version.not-needed': Record<never, never>
  'explain.version.other-notation': { readonly version: string | number; readonly versions: string | number }
  'explain.version.out': { readonly version: string | number; readonly versions: string | number }
  'explain.version.unreadable-range': { readonly versions: string | number; readonly version: string | number }
  'explain.version.unreadable-version': { readonly version: string | number; readonly versions: string | number }
  'explain.vex': { readonly isSilent: 'other' | 'yes'; readonly status: string | number; readonly hasVulnerability: 'other' | 'yes'; readonly vulnerability: string | number }
  'mails.answer': Record<never, never>
  'mails.answer.phone': { readonly phone: string | number }
  'mails.answer.text': Record<never, never>
  'mails.assets.closed': Record<never, never>
  'mails.because': Record<never, never>
  'mails.because.affected': { readonly assets: number; readonly unsure: number }
  'mails.because.exploited': Record<never, never>
  'mails.because.life': Record<never, never>
  'mails.because.open': Record<never, never>
  'mails.because.reopened': { readonly because: 'exploited' | 'fixchanged' | 'moreassets' | 'moreurgent' | 'other' }
  'mails.because.unsure': { readonly unsure: number }
  'mails.deputy.lead': { readonly organisation: string | number; readonly count: number }
  'mails.deputy.next': Record<never, never>
  'mails.deputy.subject': { readonly count: number; readonly organisation: string | number }
  'mails.digest.acknowledged': Record<never, never>
  'mails.digest.lead': { readonly count: number; readonly organisation: string | number }
  'mails.digest.line': { readonly title: string | number; readonly urgency: string | number; readonly assets: number; readonly unsure: number; readonly answer: string | number }
  'mails.digest.subject': { readonly count: number; readonly organisation: string | number }
  'mails.do': Record<never, never>
  'mails.do.care': Record<never, never>
  'mails.do.check': Record<never, never>
  'mails.do.fix_planned': Record<never, never>
  'mails.do.mitigation': Record<never, never>
  'mails.do.no_fix_planned': Record<never, never>
  'mails.do.none': Record<never, never>
  'mails.do.none_available': Record<never, never>
  'mails.do.optional_patch': Record<never, never>
  'mails.do.vendor_fix': Record<never, never>
  'mails.do.workaround': Record<never, never>
  'mails.foot': { readonly duty: 'deputy' | 'lead' | 'management' | 'other' | 'primary'; readonly organisation: string | number }
  'mails.link.alert': Record<never, never>
  'mails.link.alerts': Record<never, never>
  'mails.link.board': Record<never, never>
  'mails.list.more': { readonly count: number }
  'mails.officer.do': Record<never, never>
  'mails.officer.lead': { readonly count: number; readonly members: number }
  'mails.officer.line': { readonly organisation: string | number; readonly title: string | number; readonly what: string | number; readonly due: string | number; readonly because: 'deputy' | 'nobody' | 'other' }
  'mails.officer.subject': { readonly members: number }
  'mails.opened.lead': { readonly organisation: string | number }
  'mails.opened.subject': { readonly title: string | number }
  'mails.owed.alert-acknowledge': Record<never, never>
  'mails.owed.alert-remediate': Record<never, never>
  'mails.owed.alert-review-risk': Record<never, never>
  'mails.owed.alert-update': Record<never, never>
  'mails.owed.line': { readonly title: string | number; readonly what: string | number; readonly due: string | number; readonly assets: number; readonly unsure: number }
  'mails.reminder.lead': { readonly count: number; readonly organisation: string | number }
  'mails.reminder.next': Record<never, never>
  'mails.reminder.subject': { readonly count: number; readonly organisation: string | number }
  'mails.title.closed': { readonly tlp: string | number }
  'mails.urgency.act-now': Record<never, never>
  'mails.urgency.check': Record<never, never>
  'mails.urgency.next-maintenance': Record<never, never>
  'mails.urgency.this-week': Record<never, never>
  'mails.urgency.watch': Record<never, never>
  'mails.what': Record<never, never>
  'mails.when': Record<never, never>
  'mails.when.acknowledge': { readonly due: string | number }
  'mails.when.remediate': { readonly due: string | number }
  'mails.when.zone': { readonly zone: string | number }
  'matching.advisories': { readonly count: number }
  'matching.alike.title': Record<never, never>
  'matching.answer.different': Record<never, never>
  'matching.answer.member': Record<never, never>
  'matching.answer.same': Record<never, never>
  'matching.answer.takenBack': Record<never, never>
  'matching.attacked': Record<never, never>
  'matching.because': { readonly members: number; readonly advisories: number; readonly exploited: number }
  'matching.column.advisory': Record<never, never>
  'matching.column.decision': Record<never, never>
  'matching.column.depends': Record<never, never>
  'matching.column.list': Record<never, never>
  'matching.column.reason': Record<never, never>
  'matching.column.since': Record<never, never>
  'matching.column.who': Record<never, never>
  'matching.column.why': Record<never, never>
  'matching.compared.caption': Record<never, never>
  'matching.compared.differs': Record<never, never>
  'matching.compared.equal': Record<never, never>
  'matching.compared.field': Record<never, never>
  'matching.compared.neither': Record<never, never>
  'matching.compared.oneOnly': Record<never, never>
  'matching.compared.result': Record<never, never>
  'matching.compared.title': Record<never, never>
  'matching.compared.unsaid': Record<never, never>
  'matching.concerned.none': Record<never, never>
  'matching.concerned.title': Record<never, never>
  'matching.decide.answer': Record<never, never>
  'matching.decide.answer.missing': Record<never, never>
  'matching.decide.different': Record<never, never>
  'matching.decide.different.hint': Record<never, never>
  'matching.decide.later': Record<never, never>
  'matching.decide.lead': Record<never, never>
  'matching.decide.member': Record<never, never>
  'matching.decide.member.hint': Record<never, never>
  'matching.decide.reason': Record<never, never>
  'matching.decide.reason.hint': Record<never, never>
  'matching.decide.reason.long': { readonly most: string | number }
  'matching.decide.reason.missing': Record<never, never>
  'matching.decide.same': Record<never, never>
  'matching.decide.same.hint': Record<never, never>
  'matching.decide.save': Record<never, never>
  'matching.decide.title': Record<never, never>
  'matching.decisions.empty': Record<never, never>
  'matching.decisions.empty.text': Record<never, never>
  'matching.decisions.lead': Record<never, never>
  'matching.decisions.noLonger': Record<never, never>
  'matching.decisions.title': Record<never, never>
  'matching.exploited': { readonly count: number }
  'matching.field.model': Record<never, never>
  'matching.field.platforms': Record<never, never>
  'matching.field.product': Record<never, never>
  'matching.field.vendor': Record<never, never>
  'matching.found.proposed': { readonly count: number }
  'matching.found.similar': Record<never, never>
  'matching.found.unsure': Record<never, never>
  'matching.made.aside': Record<never, never>
  'matching.made.line': { readonly who: string | number; readonly answer: string | number }
  'matching.made.title': Record<never, never>
  'matching.members': { readonly count: number }
  'matching.menu': Record<never, never>
  'matching.next': Record<never, never>
  'matching.next.open': Record<never, never>
  'matching.notCounted': Record<never, never>
  'matching.pair.title': { readonly own: string | number; readonly stated: string | number }
  'matching.pair.waiting': Record<never, never>
  'matching.proposals.aside': Record<never, never>
  'matching.proposals.title': Record<never, never>
  'matching.propose.button': Record<never, never>
  'matching.propose.line': { readonly who: string | number; readonly stated: string | number }
  'matching.propose.outcome': { readonly day: string | number; readonly answer: string | number }
  'matching.propose.product': Record<never, never>
  'matching.propose.product.missing': Record<never, never>
  'matching.propose.sent': Record<never, never>
  'matching.propose.text': Record<never, never>
  'matching.propose.title': Record<never, never>
  'matching.propose.tooLong': { readonly most: string | number }
  'matching.propose.vendor': Record<never, never>
  'matching.propose.waiting': Record<never, never>
  'matching.propose.words': Record<never, never>
  'matching.propose.words.hint': Record<never, never>
  'matching.propose.words.missing': Record<never, never>
  'matching.queue.caption': Record<never, never>
  'matching.queue.decided': Record<never, never>
  'matching.queue.empty': Record<never, never>
  'matching.queue.empty.text': Record<never, never>
  'matching.queue.lead': Record<never, never>
  'matching.queue.takenBack': Record<never, never>
  'matching.queue.title': { readonly count: number }
  'matching.standing.title': Record<never, never>
  'matching.undo.button': Record<never, never>
  'matching.undo.reason': Record<never, never>
  'matching.undo.text': Record<never, never>
  'matching.vex.button': Record<never, never>
  'matching.vex.column.by': Record<never, never>
  'matching.vex.column.document': Record<never, never>
  'matching.vex.column.effect': Record<never, never>
  'matching.vex.column.reason': Record<never, never>
  'matching.vex.effect': { readonly count: number }
  'matching.vex.faults': { readonly count: number }
  'matching.vex.file': Record<never, never>
  'matching.vex.file.error': Record<never, never>
  'matching.vex.file.hint': { readonly megabytes: string | number }
  'matching.vex.handIn': Record<never, never>
  'matching.vex.lead': Record<never, never>
  'matching.vex.list': Record<never, never>
  'matching.vex.menu': Record<never, never>
  'matching.vex.none': Record<never, never>
  'matching.vex.reason': Record<never, never>
  'matching.vex.reason.error': Record<never, never>
  'matching.vex.reason.hint': Record<never, never>
  'matching.vex.takeBack': { readonly name: string | number }
  'matching.vex.title': Record<never, never>
  'matching.vex.withdrawn': { readonly who: string | number; readonly when: string | number }
  'matching.views': Record<never, never>
  'matching.views.decisions': Record<never, never>
  'matching.views.waiting': Record<never, never>
  'matching.why.similar': Record<never, never>
  'matching.why.title': Record<never, never>
  'matching.why.unsure': Record<never, never>
  'organisations.back': Record<never, never>
  'organisations.balanceSheet': Record<never, never>
  'organisations.class.because.country': { readonly country: string | number }
  'organisations.class.because.facts': { readonly facts: string | number }
  'organisations.class.because.kind': Record<never, never>
  'organisations.class.because.missing': { readonly lacking: string | number; readonly possible: string | number }
  'organisations.class.computed': { readonly name: string | number }
  'organisations.class.designated': { readonly source: string | number }
  'organisations.class.essential': Record<never, never>
  'organisations.class.heading': Record<never, never>
  'organisations.class.important': Record<never, never>
  'organisations.class.notInScope': Record<never, never>
  'organisations.class.unknown': Record<never, never>
  'organisations.contacts.change': Record<never, never>
  'organisations.contacts.duty': Record<never, never>
  'organisations.contacts.heading': Record<never, never>
  'organisations.contacts.language': Record<never, never>
  'organisations.contacts.missing': { readonly duty: string | number; readonly reason: string | number }
  'organisations.contacts.missingList': { readonly duties: string | number }
  'organisations.contacts.name': { readonly duty: string | number }
  'organisations.contacts.nameOne': Record<never, never>
  'organisations.contacts.nobody': Record<never, never>
  'organisations.contacts.outOfHours': Record<never, never>
  'organisations.contacts.person': Record<never, never>
  'organisations.contacts.phone': Record<never, never>
  'organisations.country': Record<never, never>
  'organisations.country.wrong': Record<never, never>
  'organisations.designation.button': Record<never, never>
  'organisations.designation.class': Record<never, never>
  'organisations.designation.heading': Record<never, never>
  'organisations.designation.none': Record<never, never>
  'organisations.designation.source': Record<never, never>
  'organisations.designation.source.hint': Record<never, never>
  'organisations.designation.sourceWrong': Record<never, never>
  'organisations.done.contact': Record<never, never>
  'organisations.done.contactRemoved': Record<never, never>
  'organisations.done.facts': Record<never, never>
  'organisations.done.site': Record<never, never>
  'organisations.done.siteRemoved': Record<never, never>
  'organisations.duty.deputy': Record<never, never>
  'organisations.duty.deputy.reason': Record<never, never>
  'organisations.duty.management': Record<never, never>
  'organisations.duty.management.reason': Record<never, never>
  'organisations.duty.primary': Record<never, never>
  'organisations.duty.primary.reason': Record<never, never>
  'organisations.email': Record<never, never>
  'organisations.email.wrong': Record<never, never>
  'organisations.employees': Record<never, never>
  'organisations.employees.hint': Record<never, never>
  'organisations.employees.wrong': Record<never, never>
  'organisations.fact.balanceSheet': { readonly amount: string | number }
  'organisations.fact.employees': { readonly count: number }
  'organisations.fact.turnover': { readonly amount: string | number }
  'organisations.facts.change': Record<never, never>
  'organisations.facts.heading': Record<never, never>
  'organisations.facts.lead': Record<never, never>
  'organisations.kind': Record<never, never>
  'organisations.kind.clinic': Record<never, never>
  'organisations.kind.hospital': Record<never, never>
  'organisations.kind.hospitalGroup': Record<never, never>
  'organisations.kind.other': Record<never, never>
  'organisations.kind.practice': Record<never, never>
  'organisations.kind.universityHospital': Record<never, never>
  'organisations.kind.wrong': Record<never, never>
  'organisations.language': Record<never, never>
  'organisations.language.wrong': Record<never, never>
  'organisations.languages': Record<never, never>
  'organisations.languages.others': Record<never, never>
  'organisations.lead': Record<never, never>
  'organisations.members.none': Record<never, never>
  'organisations.members.none.text': Record<never, never>
  'organisations.members.people': Record<never, never>
  'organisations.members.title': { readonly count: number }
  'organisations.menu': Record<never, never>
  'organisations.menu.members': Record<never, never>
  'organisations.money.hint': Record<never, never>
  'organisations.money.wrong': Record<never, never>
  'organisations.name': Record<never, never>
  'organisations.name.wrong': Record<never, never>
  'organisations.notTold': Record<never, never>
  'organisations.onlyLead': Record<never, never>
  'organisations.outOfHours.hint': Record<never, never>
  'organisations.outOfHours.needed': Record<never, never>
  'organisations.phone.wrong': Record<never, never>
  'organisations.register.button': Record<never, never>
  'organisations.register.lead': Record<never, never>
  'organisations.register.nameTaken': Record<never, never>
  'organisations.register.title': Record<never, never>
  'organisations.remove': Record<never, never>
  'organisations.rule.group': Record<never, never>
  'organisations.rule.sizes': Record<never, never>
  'organisations.rule.source': Record<never, never>
  'organisations.rule.summary': Record<never, never>
  'organisations.rule.unverified': Record<never, never>
  'organisations.rule.validFrom': Record<never, never>
  'organisations.save': Record<never, never>
  'organisations.site.add': Record<never, never>
  'organisations.site.city': Record<never, never>
  'organisations.site.name': Record<never, never>
  'organisations.site.taken': Record<never, never>
  'organisations.sites.heading': Record<never, never>
  'organisations.sites.none': Record<never, never>
  'organisations.timeZone': Record<never, never>
  'organisations.timeZone.wrong': Record<never, never>
  'organisations.turnover': Record<never, never>
  'problems.advisories.already-deleted.detail': { readonly id: string | number }
  'problems.advisories.already-deleted.remedy': Record<never, never>
  'problems.advisories.already-deleted.title': Record<never, never>
  'problems.advisories.comment-not-yours.detail': { readonly id: string | number }
  'problems.advisories.comment-not-yours.remedy': Record<never, never>
  'problems.advisories.comment-not-yours.title': Record<never, never>
  'problems.advisories.no-file.detail': Record<never, never>
  'problems.advisories.no-file.remedy': Record<never, never>
  'problems.advisories.no-file.title': Record<never, never>
  'problems.advisories.not-deleted.detail': { readonly id: string | number }
  'problems.advisories.not-deleted.remedy': Record<never, never>
  'problems.advisories.not-deleted.title': Record<never, never>
  'problems.advisories.thread-full.detail': { readonly id: string | number; readonly most: string | number }
  'problems.advisories.thread-full.remedy': Record<never, never>
  'problems.advisories.thread-full.title': Record<never, never>
  'problems.advisories.unknown-advisory.detail': { readonly id: string | number }
  'problems.advisories.unknown-advisory.remedy': Record<never, never>
  'problems.advisories.unknown-advisory.title': Record<never, never>
  'problems.advisories.unknown-document.detail': { readonly id: string | number }
  'problems.advisories.unknown-document.remedy': Record<never, never>
  'problems.advisories.unknown-document.title': Record<never, never>
  'problems.advisories.unknown-feed.detail': { readonly id: string | number }
  'problems.advisories.unknown-feed.remedy': Record<never, never>
  'problems.advisories.unknown-feed.title': Record<never, never>
  'problems.alerts.already-acknowledged.detail': { readonly day: string | number }
  'problems.alerts.already-acknowledged.remedy': Record<never, never>
  'problems.alerts.already-acknowledged.title': Record<never, never>
  'problems.alerts.answer-incomplete.detail': { readonly because: 'date' | 'far' | 'other' | 'past' | 'reason' }
  'problems.alerts.answer-incomplete.remedy': Record<never, never>
  'problems.alerts.answer-incomplete.title': Record<never, never>
  'problems.alerts.no-such-assets.detail': Record<never, never>
  'problems.alerts.no-such-assets.remedy': Record<never, never>
  'problems.alerts.no-such-assets.title': Record<never, never>
  'problems.alerts.not-found.detail': { readonly id: string | number }
  'problems.alerts.not-found.remedy': Record<never, never>
  'problems.alerts.not-found.title': Record<never, never>
  'problems.alerts.nothing-to-mark.detail': Record<never, never>
  'problems.alerts.nothing-to-mark.remedy': Record<never, never>
  'problems.alerts.nothing-to-mark.title': Record<never, never>
  'problems.alerts.too-many-runs.detail': { readonly most: string | number }
  'problems.alerts.too-many-runs.remedy': Record<never, never>
  'problems.alerts.too-many-runs.title': Record<never, never>
  'problems.alerts.wrong-state.detail': Record<never, never>
  'problems.alerts.wrong-state.remedy': Record<never, never>
  'problems.alerts.wrong-state.title': Record<never, never>
  'problems.assets.already-gone.detail': { readonly name: string | number; readonly day: string | number }
  'problems.assets.already-gone.remedy': Record<never, never>
  'problems.assets.already-gone.title': Record<never, never>
  'problems.assets.columns-unclear.detail': { readonly file: string | number }
  'problems.assets.columns-unclear.remedy': Record<never, never>
  'problems.assets.columns-unclear.title': Record<never, never>
  'problems.assets.file-empty.detail': { readonly file: string | number }
  'problems.assets.file-empty.remedy': Record<never, never>
  'problems.assets.file-empty.title': Record<never, never>
  'problems.assets.file-missing.detail': Record<never, never>
  'problems.assets.file-missing.remedy': Record<never, never>
  'problems.assets.file-missing.title': Record<never, never>
  'problems.assets.file-too-large.detail': { readonly file: string | number; readonly megabytes: string | number; readonly most: string | number }
  'problems.assets.file-too-large.remedy': Record<never, never>
  'problems.assets.file-too-large.title': Record<never, never>
  'problems.assets.import-moved-on.detail': { readonly file: string | number }
  'problems.assets.import-moved-on.remedy': Record<never, never>
  'problems.assets.import-moved-on.title': Record<never, never>
  'problems.assets.import-unknown.detail': { readonly id: string | number }
  'problems.assets.import-unknown.remedy': Record<never, never>
  'problems.assets.import-unknown.title': Record<never, never>
  'problems.assets.unknown.detail': { readonly id: string | number }
  'problems.assets.unknown.remedy': Record<never, never>
  'problems.assets.unknown.title': Record<never, never>
  'problems.assets.unnamed.detail': Record<never, never>
  'problems.assets.unnamed.remedy': Record<never, never>
  'problems.assets.unnamed.title': Record<never, never>
  'problems.matching.already-decided.detail': { readonly who: string | number; readonly day: string | number }
  'problems.matching.already-decided.remedy': Record<never, never>
  'problems.matching.already-decided.title': Record<never, never>
  'problems.matching.nothing-to-take-back.detail': Record<never, never>
  'problems.matching.nothing-to-take-back.remedy': Record<never, never>
  'problems.matching.nothing-to-take-back.title': Record<never, never>
  'problems.matching.proposal-unnamed.detail': Record<never, never>
  'problems.matching.proposal-unnamed.remedy': Record<never, never>
  'problems.matching.proposal-unnamed.title': Record<never, never>
  'problems.matching.too-many-proposals.detail': { readonly most: string | number }
  'problems.matching.too-many-proposals.remedy': Record<never, never>
  'problems.matching.too-many-proposals.title': Record<never, never>
  'problems.matching.too-many-vex.detail': { readonly most: string | number }
  'problems.matching.too-many-vex.remedy': Record<never, never>
  'problems.matching.too-many-vex.title': Record<never, never>
  'problems.matching.unknown-pair.detail': { readonly id: string | number }
  'problems.matching.unknown-pair.remedy': Record<never, never>
  'problems.matching.unknown-pair.title': Record<never, never>
  'problems.matching.vex-gone.detail': Record<never, never>
  'problems.matching.vex-gone.remedy': Record<never, never>
  'problems.matching.vex-gone.title': Record<never, never>
  'problems.matching.vex-known.detail': { readonly fileName: string | number }
  'problems.matching.vex-known.remedy': Record<never, never>
  'problems.matching.vex-known.title': Record<never, never>
  'problems.matching.vex-unreadable.detail': { readonly fileName: string | number; readonly why: string | number }
  'problems.matching.vex-unreadable.remedy': Record<never, never>
  'problems.matching.vex-unreadable.title': Record<never, never>
  'problems.platform.database-gone.detail': Record<never, never>
  'problems.platform.database-gone.remedy': { readonly seconds: string | number }
  'problems.platform.database-gone.title': Record<never, never>
  'problems.platform.defect.detail': Record<never, never>
  'problems.platform.defect.remedy': { readonly reference: string | number }
  'problems.platform.defect.title': Record<never, never>
  'problems.platform.form-expired.detail': Record<never, never>
  'problems.platform.form-expired.remedy': Record<never, never>
  'problems.platform.form-expired.title': Record<never, never>
  'problems.platform.invalid-input.detail': { readonly count: number }
  'problems.platform.invalid-input.remedy': Record<never, never>
  'problems.platform.invalid-input.title': Record<never, never>
  'problems.platform.not-found.detail': Record<never, never>
  'problems.platform.not-found.remedy': Record<never, never>
  'problems.platform.not-found.title': Record<never, never>
  'problems.platform.not-permitted.detail': Record<never, never>
  'problems.platform.not-permitted.remedy': Record<never, never>
  'problems.platform.not-permitted.title': Record<never, never>
  'problems.platform.sign-in-first.detail': Record<never, never>
  'problems.platform.sign-in-first.remedy': Record<never, never>
  'problems.platform.sign-in-first.title': Record<never, never>
  'problems.platform.too-large.detail': Record<never, never>
  'problems.platform.too-large.remedy': Record<never, never>
  'problems.platform.too-large.title': Record<never, never>
  'problems.platform.unreadable.detail': Record<never, never>
  'problems.platform.unreadable.remedy': Record<never, never>
  'problems.platform.unreadable.title': Record<never, never>
  'shell.accessibility': Record<never, never>
  'shell.answers.answered': { readonly count: number }
  'shell.answers.late': { readonly count: number }
  'shell.answers.silent': { readonly count: number }
  'shell.answers.waiting': { readonly count: number }
  'shell.bulk.heading': Record<never, never>
  'shell.bulk.note': Record<never, never>
  'shell.bulk.preview': Record<never, never>
  'shell.bulk.tick': { readonly name: string | number }
  'shell.bulk.tickColumn': Record<never, never>
  'shell.bulk.ticked': { readonly count: string | number }
  'shell.callInstead': { readonly phone: string | number }
  'shell.cannotTell': Record<never, never>
  'shell.change.is': Record<never, never>
  'shell.change.was': Record<never, never>
  'shell.errors.title': { readonly count: number }
  'shell.example': Record<never, never>
  'shell.exercise': Record<never, never>
  'shell.field.choose': Record<never, never>
  'shell.field.day': Record<never, never>
  'shell.field.month': Record<never, never>
  'shell.field.optional': Record<never, never>
  'shell.field.year': Record<never, never>
  'shell.filter.all': Record<never, never>
  'shell.filter.apply': Record<never, never>
  'shell.filter.remove': Record<never, never>
  'shell.filter.removeAll': Record<never, never>
  'shell.filter.search': Record<never, never>
  'shell.filter.shown': Record<never, never>
  'shell.help': Record<never, never>
  'shell.language': Record<never, never>
  'shell.list.newer': Record<never, never>
  'shell.list.next': Record<never, never>
  'shell.list.older': Record<never, never>
  'shell.list.pages': Record<never, never>
  'shell.list.previous': Record<never, never>
  'shell.list.shown': { readonly shown: number }
  'shell.list.shownOf': { readonly shown: number; readonly total: number }
  'shell.navigation': Record<never, never>
  'shell.pages.wayTo': Record<never, never>
  'shell.print.phone': { readonly phone: string | number }
  'shell.print.state': { readonly organisation: string | number; readonly moment: string | number }
  'shell.printThis': Record<never, never>
  'shell.privacy': Record<never, never>
  'shell.problem.code': { readonly problem: string | number }
  'shell.problem.kept': Record<never, never>
  'shell.problem.phone': { readonly phone: string | number }
  'shell.problem.reference': { readonly reference: string | number }
  'shell.problem.titlePrefix': { readonly title: string | number }
  'shell.progress.leave': Record<never, never>
  'shell.progress.refresh': { readonly seconds: string | number }
  'shell.progress.reload': Record<never, never>
  'shell.raw.faulty': Record<never, never>
  'shell.reportIncident': Record<never, never>
  'shell.runBy': { readonly centre: string | number }
  'shell.signIn': Record<never, never>
  'shell.signOut': Record<never, never>
  'shell.skip': Record<never, never>
  'shell.sourceCode': Record<never, never>
  'shell.suggestion': { readonly source: string | number }
  'shell.theme': Record<never, never>
  'shell.theme.dark': Record<never, never>
  'shell.theme.device': Record<never, never>
  'shell.theme.light': Record<never, never>
  'shell.time.asOf': { readonly place: string | number; readonly time: string | number }
  'shell.time.clock': { readonly time: string | number }
  'shell.time.instant': { readonly day: string | number; readonly time: string | number }
  'shell.time.left.days': { readonly days: number }
  'shell.time.left.daysHours': { readonly days: number; readonly hours: string | number }
  'shell.time.left.hours': { readonly hours: string | number; readonly minutes: string | number }
  'shell.time.left.minutes': { readonly minutes: string | number }
  'shell.time.left.now': Record<never, never>
  'shell.time.notStarted': Record<never, never>
  'shell.time.over.days': { readonly days: number }
  'shell.time.over.hours': { readonly hours: string | number; readonly minutes: string | number }
  'shell.time.over.minutes': { readonly minutes: string | number }
  'shell.time.over.now': Record<never, never>
  'shell.urgency.check': Record<never, never>
  'shell.urgency.now': Record<never, never>
  'shell.urgency.plan': Record<never, never>
  'shell.urgency.soon': Record<never, never>
  'shell.urgency.watch': Record<never, never>
}

/** The tags, such as a link, that the page must explain to `tr`. */
export interface MessageTags {
  'alerts.remediation.finished': 'link'
  'alerts.today.by': 'quiet'
  'alerts.today.needs.aside': 'link'
  'assets.result.because': 'link'
}

export type TranslationKey = keyof MessageValues

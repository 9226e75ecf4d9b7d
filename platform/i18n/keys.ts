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
  'after.back': { readonly word: string | number }
  'after.case.closed': Record<never, never>
  'after.case.open': Record<never, never>
  'after.done.kept': Record<never, never>
  'after.done.lesson': Record<never, never>
  'after.done.nothing': Record<never, never>
  'after.extract.because': Record<never, never>
  'after.extract.because.hint': Record<never, never>
  'after.extract.begin': Record<never, never>
  'after.extract.cancel': Record<never, never>
  'after.extract.country': { readonly country: string | number }
  'after.extract.country.hint': { readonly count: number }
  'after.extract.country.no': Record<never, never>
  'after.extract.country.small': { readonly least: string | number }
  'after.extract.country.yes': Record<never, never>
  'after.extract.description': Record<never, never>
  'after.extract.description.hint': Record<never, never>
  'after.extract.form': Record<never, never>
  'after.extract.hit': { readonly found: string | number }
  'after.extract.hit.description': Record<never, never>
  'after.extract.hit.indicator': { readonly text: string | number }
  'after.extract.hits': { readonly count: number }
  'after.extract.hits.hint': Record<never, never>
  'after.extract.indicator': { readonly type: string | number; readonly value: string | number }
  'after.extract.indicator.remark': { readonly note: string | number }
  'after.extract.indicators': Record<never, never>
  'after.extract.indicators.hint': Record<never, never>
  'after.extract.indicators.more': { readonly count: number }
  'after.extract.indicators.none': Record<never, never>
  'after.extract.lead': Record<never, never>
  'after.extract.name': { readonly kind: string | number }
  'after.extract.preview': Record<never, never>
  'after.extract.readOnly': Record<never, never>
  'after.extract.remarks': Record<never, never>
  'after.extract.remarks.hint': Record<never, never>
  'after.extract.title': Record<never, never>
  'after.extract.tlp': Record<never, never>
  'after.extract.tlp.hint': { readonly tlp: string | number }
  'after.extract.tlp.wider': Record<never, never>
  'after.extract.what': Record<never, never>
  'after.fault.changed-meanwhile': Record<never, never>
  'after.fault.choose': Record<never, never>
  'after.fault.missing': Record<never, never>
  'after.fault.no-time': Record<never, never>
  'after.fault.not-past': Record<never, never>
  'after.fault.reason-missing': Record<never, never>
  'after.fault.still-telling': Record<never, never>
  'after.fault.too-long': Record<never, never>
  'after.fault.year': Record<never, never>
  'after.figures.all': Record<never, never>
  'after.figures.because': Record<never, never>
  'after.figures.caption': { readonly quarter: string | number }
  'after.figures.chart': Record<never, never>
  'after.figures.chart.caption': Record<never, never>
  'after.figures.chart.without': { readonly count: number }
  'after.figures.csv': Record<never, never>
  'after.figures.cut': { readonly count: string | number }
  'after.figures.duty': Record<never, never>
  'after.figures.filings': Record<never, never>
  'after.figures.grows': { readonly end: string | number }
  'after.figures.hospitals': Record<never, never>
  'after.figures.hours': { readonly hours: string | number }
  'after.figures.inTime': Record<never, never>
  'after.figures.late': Record<never, never>
  'after.figures.lead': { readonly filings: number; readonly members: number }
  'after.figures.lessons': Record<never, never>
  'after.figures.lessons.late': { readonly late: number }
  'after.figures.lessons.open': { readonly open: number; readonly hospitals: string | number; readonly members: string | number }
  'after.figures.median': Record<never, never>
  'after.figures.median.short': Record<never, never>
  'after.figures.noDueTime': Record<never, never>
  'after.figures.none': Record<never, never>
  'after.figures.none.text': Record<never, never>
  'after.figures.notKnown': Record<never, never>
  'after.figures.of': { readonly part: string | number; readonly whole: string | number }
  'after.figures.quarter': Record<never, never>
  'after.figures.quarter.name': { readonly year: string | number; readonly quarter: string | number }
  'after.figures.quarter.short': { readonly quarter: string | number; readonly year: string | number }
  'after.figures.running': { readonly quarter: string | number }
  'after.figures.title': Record<never, never>
  'after.figures.whole': { readonly end: string | number }
  'after.indicator.domain': Record<never, never>
  'after.indicator.email': Record<never, never>
  'after.indicator.file-name': Record<never, never>
  'after.indicator.ipv4': Record<never, never>
  'after.indicator.ipv6': Record<never, never>
  'after.indicator.md5': Record<never, never>
  'after.indicator.other': Record<never, never>
  'after.indicator.sha1': Record<never, never>
  'after.indicator.sha256': Record<never, never>
  'after.indicator.url': Record<never, never>
  'after.lead': Record<never, never>
  'after.lesson.add': Record<never, never>
  'after.lesson.dueAt': Record<never, never>
  'after.lesson.dueAt.hint': { readonly zone: string | number }
  'after.lesson.leadsTo': Record<never, never>
  'after.lesson.leadsTo.hint': Record<never, never>
  'after.lesson.leadsTo.none': Record<never, never>
  'after.lesson.new': Record<never, never>
  'after.lesson.owner': Record<never, never>
  'after.lesson.what': Record<never, never>
  'after.lesson.what.hint': Record<never, never>
  'after.lessons': Record<never, never>
  'after.lessons.due': Record<never, never>
  'after.lessons.end': Record<never, never>
  'after.lessons.late': Record<never, never>
  'after.lessons.lesson': Record<never, never>
  'after.lessons.none': Record<never, never>
  'after.lessons.owner': Record<never, never>
  'after.lessons.state': Record<never, never>
  'after.lessons.state.done': Record<never, never>
  'after.lessons.state.dropped': Record<never, never>
  'after.lessons.state.open': Record<never, never>
  'after.lessons.what': Record<never, never>
  'after.line.closed': { readonly note: string | number }
  'after.line.corrected': { readonly fact: string | number; readonly before: string | number; readonly now: string | number; readonly reason: string | number }
  'after.line.correction': { readonly authority: string | number; readonly filing: string | number }
  'after.line.diverted': { readonly service: string | number; readonly state: string | number; readonly to: string | number }
  'after.line.done': { readonly duty: string | number }
  'after.line.fact': { readonly fact: string | number; readonly value: string | number }
  'after.line.filing': { readonly authority: string | number; readonly filing: string | number }
  'after.line.moment': { readonly moment: string | number }
  'after.line.opened': { readonly kind: string | number }
  'after.line.service': { readonly service: string | number; readonly state: string | number }
  'after.line.significant': { readonly answer: string | number; readonly because: string | number }
  'after.line.task': { readonly title: string | number }
  'after.noted': Record<never, never>
  'after.noted.by': { readonly name: string | number; readonly at: string | number }
  'after.noted.make': Record<never, never>
  'after.open.case': Record<never, never>
  'after.open.exercise': Record<never, never>
  'after.open.late': { readonly count: number }
  'after.open.more': { readonly count: string | number }
  'after.open.none': Record<never, never>
  'after.open.none.text': Record<never, never>
  'after.open.title': { readonly count: number }
  'after.preview.changed': Record<never, never>
  'after.preview.confirmed': { readonly count: number }
  'after.preview.country': Record<never, never>
  'after.preview.country.none': Record<never, never>
  'after.preview.day': Record<never, never>
  'after.preview.edit': Record<never, never>
  'after.preview.exercise': Record<never, never>
  'after.preview.files': Record<never, never>
  'after.preview.files.what': Record<never, never>
  'after.preview.indicators': Record<never, never>
  'after.preview.indicators.none': Record<never, never>
  'after.preview.json.misp': Record<never, never>
  'after.preview.json.stix': Record<never, never>
  'after.preview.lead': Record<never, never>
  'after.preview.leaves': Record<never, never>
  'after.preview.made': Record<never, never>
  'after.preview.made.text': { readonly at: string | number }
  'after.preview.misp': Record<never, never>
  'after.preview.name': Record<never, never>
  'after.preview.nothingSent': Record<never, never>
  'after.preview.producer': Record<never, never>
  'after.preview.stays': Record<never, never>
  'after.preview.stays.always': Record<never, never>
  'after.preview.stays.country': { readonly count: number; readonly least: string | number }
  'after.preview.stays.indicators': { readonly count: number }
  'after.preview.stays.pattern': { readonly value: string | number }
  'after.preview.stays.remarks': Record<never, never>
  'after.preview.stix': Record<never, never>
  'after.preview.title': Record<never, never>
  'after.preview.tlp': Record<never, never>
  'after.preview.victim': Record<never, never>
  'after.preview.victim.text': Record<never, never>
  'after.report': Record<never, never>
  'after.report.closed': Record<never, never>
  'after.report.confidence': Record<never, never>
  'after.report.cut': { readonly count: number }
  'after.report.draft': Record<never, never>
  'after.report.filing': Record<never, never>
  'after.report.filing.link': Record<never, never>
  'after.report.hint': Record<never, never>
  'after.report.keep': Record<never, never>
  'after.report.kept': Record<never, never>
  'after.report.leftOut': { readonly calls: number; readonly lessons: number }
  'after.report.readOnly': Record<never, never>
  'after.report.reason': Record<never, never>
  'after.report.reason.hint': Record<never, never>
  'after.report.rootCause.hint': Record<never, never>
  'after.report.standing': Record<never, never>
  'after.report.standing.by': { readonly name: string | number; readonly at: string | number }
  'after.report.texts': Record<never, never>
  'after.report.threatType.hint': Record<never, never>
  'after.report.what': { readonly count: number }
  'after.state.diverted': Record<never, never>
  'after.state.on-paper': Record<never, never>
  'after.state.reduced': Record<never, never>
  'after.state.running': Record<never, never>
  'after.state.stopped': Record<never, never>
  'after.title': Record<never, never>
  'after.tlp.amber': Record<never, never>
  'after.tlp.amber+strict': Record<never, never>
  'after.tlp.clear': Record<never, never>
  'after.tlp.green': Record<never, never>
  'after.tlp.red': Record<never, never>
  'after.zone': { readonly zone: string | number }
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
  'alerts.because.lead.warning': Record<never, never>
  'alerts.because.short.affected': { readonly assets: number }
  'alerts.because.short.cannot-tell': { readonly assets: number }
  'alerts.because.short.warning': Record<never, never>
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
  'alerts.helps.because': { readonly situations: string | number }
  'alerts.helps.exploited': Record<never, never>
  'alerts.helps.heading': Record<never, never>
  'alerts.helps.medical-device': Record<never, never>
  'alerts.helps.no-fix': Record<never, never>
  'alerts.helps.old-system': Record<never, never>
  'alerts.helps.reachable-from-internet': Record<never, never>
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
  'alerts.history.alert.warned': Record<never, never>
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
  'alerts.urgent.exploitation.because.sightings': Record<never, never>
  'alerts.urgent.exploitation.none': Record<never, never>
  'alerts.urgent.exploitation.poc': Record<never, never>
  'alerts.urgent.exposure': Record<never, never>
  'alerts.urgent.exposure.because.centre': Record<never, never>
  'alerts.urgent.exposure.because.hospital-network': Record<never, never>
  'alerts.urgent.exposure.because.internet': Record<never, never>
  'alerts.urgent.exposure.because.isolated': Record<never, never>
  'alerts.urgent.exposure.because.not-stated': Record<never, never>
  'alerts.urgent.exposure.because.offline': Record<never, never>
  'alerts.urgent.exposure.because.unknown-systems': Record<never, never>
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
  'alerts.urgent.impact.because.unknown-systems': Record<never, never>
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
  'alerts.warning.answer': Record<never, never>
  'alerts.warning.answer.title': Record<never, never>
  'alerts.warning.audience': Record<never, never>
  'alerts.warning.audience.all': Record<never, never>
  'alerts.warning.audience.countries': { readonly countries: string | number }
  'alerts.warning.audience.kinds': { readonly kinds: string | number }
  'alerts.warning.audience.sensor': { readonly sensor: 'other' | 'yes' }
  'alerts.warning.because': Record<never, never>
  'alerts.warning.by': Record<never, never>
  'alerts.warning.hand.title': Record<never, never>
  'alerts.warning.hospitals': Record<never, never>
  'alerts.warning.hospitals.source': Record<never, never>
  'alerts.warning.hospitals.value': { readonly hospitals: string | number }
  'alerts.warning.sensor': Record<never, never>
  'alerts.warning.sensor.title': Record<never, never>
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
  'assessments.again.because': Record<never, never>
  'assessments.again.changed-question': Record<never, never>
  'assessments.again.heading': { readonly count: number }
  'assessments.again.new-question': Record<never, never>
  'assessments.again.old-answer': Record<never, never>
  'assessments.again.question': Record<never, never>
  'assessments.again.same': Record<never, never>
  'assessments.again.version': { readonly before: string | number; readonly now: string | number }
  'assessments.ask.email': Record<never, never>
  'assessments.ask.forWhom': Record<never, never>
  'assessments.ask.language': Record<never, never>
  'assessments.ask.lead': { readonly days: string | number }
  'assessments.ask.leave': Record<never, never>
  'assessments.ask.section': { readonly section: string | number; readonly count: number }
  'assessments.ask.send': Record<never, never>
  'assessments.ask.title': Record<never, never>
  'assessments.ask.what': Record<never, never>
  'assessments.ask.words': Record<never, never>
  'assessments.ask.words.hint': Record<never, never>
  'assessments.asked.answered': Record<never, never>
  'assessments.asked.back': Record<never, never>
  'assessments.asked.count': { readonly done: string | number; readonly total: string | number }
  'assessments.asked.do': Record<never, never>
  'assessments.asked.heading': Record<never, never>
  'assessments.asked.over': { readonly until: string | number }
  'assessments.asked.questions': Record<never, never>
  'assessments.asked.state': Record<never, never>
  'assessments.asked.taken-back': Record<never, never>
  'assessments.asked.waiting': { readonly until: string | number }
  'assessments.asked.who': { readonly name: string | number; readonly email: string | number }
  'assessments.asked.whom': Record<never, never>
  'assessments.behind.facts': Record<never, never>
  'assessments.behind.heading': Record<never, never>
  'assessments.behind.measure': Record<never, never>
  'assessments.behind.part': { readonly part: string | number; readonly figure: string | number; readonly unknown: number }
  'assessments.behind.standing': Record<never, never>
  'assessments.behind.text': Record<never, never>
  'assessments.campaign.closed': Record<never, never>
  'assessments.campaign.country': Record<never, never>
  'assessments.campaign.end': Record<never, never>
  'assessments.campaign.end.button': Record<never, never>
  'assessments.campaign.end.text': Record<never, never>
  'assessments.campaign.invited': Record<never, never>
  'assessments.campaign.late': Record<never, never>
  'assessments.campaign.lead': { readonly by: string | number }
  'assessments.campaign.member': Record<never, never>
  'assessments.campaign.members': Record<never, never>
  'assessments.campaign.rates': Record<never, never>
  'assessments.campaign.title': { readonly closed: number; readonly invited: number }
  'assessments.campaign.waiting': Record<never, never>
  'assessments.cell.all': Record<never, never>
  'assessments.centre.atLeast': { readonly count: string | number }
  'assessments.centre.campaigns': Record<never, never>
  'assessments.centre.campaigns.none': Record<never, never>
  'assessments.centre.campaigns.none.text': Record<never, never>
  'assessments.centre.due': Record<never, never>
  'assessments.centre.due.hint': Record<never, never>
  'assessments.centre.ended': Record<never, never>
  'assessments.centre.extract.button': Record<never, never>
  'assessments.centre.extract.hint': Record<never, never>
  'assessments.centre.extract.none': Record<never, never>
  'assessments.centre.extract.of': { readonly year: string | number }
  'assessments.centre.extract.year': Record<never, never>
  'assessments.centre.extracts': Record<never, never>
  'assessments.centre.extracts.text': { readonly least: number }
  'assessments.centre.houses': Record<never, never>
  'assessments.centre.lead': Record<never, never>
  'assessments.centre.made': Record<never, never>
  'assessments.centre.members': Record<never, never>
  'assessments.centre.open': Record<never, never>
  'assessments.centre.open.button': Record<never, never>
  'assessments.centre.running': Record<never, never>
  'assessments.centre.state': Record<never, never>
  'assessments.centre.title': Record<never, never>
  'assessments.centre.whom': Record<never, never>
  'assessments.centre.whom.all': Record<never, never>
  'assessments.centre.whom.all.hint': Record<never, never>
  'assessments.centre.whom.some': Record<never, never>
  'assessments.centre.year': Record<never, never>
  'assessments.chart.functions': Record<never, never>
  'assessments.chart.law': Record<never, never>
  'assessments.chart.part': Record<never, never>
  'assessments.chart.points': Record<never, never>
  'assessments.chart.unknown': { readonly count: number }
  'assessments.close.because': Record<never, never>
  'assessments.close.blocked': Record<never, never>
  'assessments.close.button': Record<never, never>
  'assessments.close.early': Record<never, never>
  'assessments.close.early.text': { readonly count: number }
  'assessments.close.heading': Record<never, never>
  'assessments.close.label': Record<never, never>
  'assessments.close.unknown': { readonly count: number }
  'assessments.date.day': Record<never, never>
  'assessments.date.month': Record<never, never>
  'assessments.date.year': Record<never, never>
  'assessments.depth': Record<never, never>
  'assessments.depth.1': { readonly count: number }
  'assessments.depth.2': { readonly count: number }
  'assessments.depth.3': { readonly count: number }
  'assessments.depth.hint': Record<never, never>
  'assessments.depth.open': { readonly open: number }
  'assessments.depth.short.1': Record<never, never>
  'assessments.depth.short.2': Record<never, never>
  'assessments.depth.short.3': Record<never, never>
  'assessments.fact': { readonly label: string | number; readonly value: string | number }
  'assessments.fact.unknown': Record<never, never>
  'assessments.fault.address': Record<never, never>
  'assessments.fault.choose': Record<never, never>
  'assessments.fault.date': Record<never, never>
  'assessments.fault.far': Record<never, never>
  'assessments.fault.long': Record<never, never>
  'assessments.fault.mail': Record<never, never>
  'assessments.fault.missing': Record<never, never>
  'assessments.fault.past': Record<never, never>
  'assessments.fault.year': Record<never, never>
  'assessments.figure.DE': Record<never, never>
  'assessments.figure.GV': Record<never, never>
  'assessments.figure.ID': Record<never, never>
  'assessments.figure.PR': Record<never, never>
  'assessments.figure.RC': Record<never, never>
  'assessments.figure.RS': Record<never, never>
  'assessments.figure.a': Record<never, never>
  'assessments.figure.art-20': Record<never, never>
  'assessments.figure.art-23': Record<never, never>
  'assessments.figure.b': Record<never, never>
  'assessments.figure.c': Record<never, never>
  'assessments.figure.d': Record<never, never>
  'assessments.figure.e': Record<never, never>
  'assessments.figure.f': Record<never, never>
  'assessments.figure.g': Record<never, never>
  'assessments.figure.h': Record<never, never>
  'assessments.figure.i': Record<never, never>
  'assessments.figure.j': Record<never, never>
  'assessments.figure.none': Record<never, never>
  'assessments.figure.overall': Record<never, never>
  'assessments.figure.points': { readonly points: string | number }
  'assessments.frameworks.about': Record<never, never>
  'assessments.frameworks.about.text': Record<never, never>
  'assessments.frameworks.after': Record<never, never>
  'assessments.frameworks.because': Record<never, never>
  'assessments.frameworks.before': Record<never, never>
  'assessments.frameworks.empty': Record<never, never>
  'assessments.frameworks.empty.text': Record<never, never>
  'assessments.frameworks.filter': Record<never, never>
  'assessments.frameworks.heading': Record<never, never>
  'assessments.frameworks.imported': { readonly day: string | number }
  'assessments.frameworks.lead': Record<never, never>
  'assessments.frameworks.meta': { readonly version: string | number; readonly publisher: string | number }
  'assessments.frameworks.name': Record<never, never>
  'assessments.frameworks.nothing': Record<never, never>
  'assessments.frameworks.own': Record<never, never>
  'assessments.frameworks.pages': Record<never, never>
  'assessments.frameworks.part': Record<never, never>
  'assessments.frameworks.publisher': Record<never, never>
  'assessments.frameworks.requirement': Record<never, never>
  'assessments.frameworks.requirements': Record<never, never>
  'assessments.frameworks.result': { readonly total: number; readonly met: number; readonly partly: number; readonly not: number; readonly unknown: number; readonly unmapped: number }
  'assessments.frameworks.rights': Record<never, never>
  'assessments.frameworks.shown': { readonly shown: number; readonly total: number }
  'assessments.frameworks.standing': Record<never, never>
  'assessments.frameworks.text': { readonly ref: string | number }
  'assessments.frameworks.title': Record<never, never>
  'assessments.frameworks.version': Record<never, never>
  'assessments.frameworks.versions': Record<never, never>
  'assessments.gain': { readonly facts: string | number; readonly part: string | number; readonly points: number; readonly more: number }
  'assessments.gains.ask': { readonly count: number }
  'assessments.gains.heading': Record<never, never>
  'assessments.gains.none': Record<never, never>
  'assessments.gains.none.text': Record<never, never>
  'assessments.gains.plan': Record<never, never>
  'assessments.guest.again': Record<never, never>
  'assessments.guest.asked': Record<never, never>
  'assessments.guest.done': Record<never, never>
  'assessments.guest.done.lead': { readonly by: string | number }
  'assessments.guest.from': { readonly by: string | number; readonly house: string | number; readonly until: string | number }
  'assessments.guest.progress': { readonly number: string | number; readonly total: string | number }
  'assessments.guest.title': { readonly house: string | number }
  'assessments.guest.words': { readonly words: string | number }
  'assessments.home.closed': { readonly year: string | number }
  'assessments.home.lead': Record<never, never>
  'assessments.home.running': { readonly done: string | number; readonly total: string | number }
  'assessments.home.running.lead': Record<never, never>
  'assessments.home.start': Record<never, never>
  'assessments.import.button': Record<never, never>
  'assessments.import.by': { readonly day: string | number; readonly name: string | number }
  'assessments.import.confirm': Record<never, never>
  'assessments.import.confirmed': { readonly day: string | number; readonly name: string | number; readonly right: string | number }
  'assessments.import.done': { readonly name: string | number; readonly requirements: number; readonly mappings: number }
  'assessments.import.fault': { readonly place: string | number; readonly detail: string | number }
  'assessments.import.file': Record<never, never>
  'assessments.import.file.hint': Record<never, never>
  'assessments.import.heading': Record<never, never>
  'assessments.import.lead': Record<never, never>
  'assessments.import.mappings': Record<never, never>
  'assessments.import.nofile': Record<never, never>
  'assessments.import.none': Record<never, never>
  'assessments.import.none.text': Record<never, never>
  'assessments.import.right': Record<never, never>
  'assessments.import.right.hint': Record<never, never>
  'assessments.import.shown': Record<never, never>
  'assessments.import.title': Record<never, never>
  'assessments.import.waiting': Record<never, never>
  'assessments.import.withdraw': Record<never, never>
  'assessments.invited': { readonly year: string | number; readonly by: string | number; readonly late: 'other' | 'yes' }
  'assessments.kind.clinic': Record<never, never>
  'assessments.kind.hospital': Record<never, never>
  'assessments.kind.hospital-group': Record<never, never>
  'assessments.kind.other': Record<never, never>
  'assessments.kind.practice': Record<never, never>
  'assessments.kind.university-hospital': Record<never, never>
  'assessments.mail.ask.foot': { readonly by: string | number }
  'assessments.mail.ask.open': { readonly until: string | number }
  'assessments.mail.ask.subject': { readonly by: string | number; readonly count: number }
  'assessments.mail.ask.text': { readonly by: string | number; readonly house: string | number; readonly count: number }
  'assessments.mail.ask.unknown': Record<never, never>
  'assessments.mail.ask.words': { readonly by: string | number }
  'assessments.mail.campaign.foot': { readonly centre: string | number }
  'assessments.mail.campaign.how': Record<never, never>
  'assessments.mail.campaign.open': Record<never, never>
  'assessments.mail.campaign.subject': { readonly occasion: 'invited' | 'other' | 'reminded'; readonly year: string | number; readonly by: string | number }
  'assessments.mail.campaign.text': { readonly occasion: 'invited' | 'other' | 'reminded'; readonly centre: string | number; readonly year: string | number; readonly by: string | number }
  'assessments.management.because': { readonly facts: string | number }
  'assessments.management.closed': { readonly year: string | number; readonly day: string | number }
  'assessments.management.duty': Record<never, never>
  'assessments.management.duty.text': Record<never, never>
  'assessments.management.good': Record<never, never>
  'assessments.management.good.none': Record<never, never>
  'assessments.management.lead': { readonly points: number; readonly unknown: number }
  'assessments.management.open': Record<never, never>
  'assessments.management.page': { readonly number: number; readonly pages: number }
  'assessments.management.part': { readonly part: string | number; readonly figure: string | number }
  'assessments.management.pdf': Record<never, never>
  'assessments.management.steps': Record<never, never>
  'assessments.management.title': Record<never, never>
  'assessments.management.unknown': Record<never, never>
  'assessments.management.unknown.none': Record<never, never>
  'assessments.management.unprintable': { readonly count: number }
  'assessments.management.weak': Record<never, never>
  'assessments.management.weak.none': Record<never, never>
  'assessments.menu': Record<never, never>
  'assessments.menu.frameworks': Record<never, never>
  'assessments.past.answer': Record<never, never>
  'assessments.past.by': { readonly day: string | number; readonly name: string | number }
  'assessments.past.closed': Record<never, never>
  'assessments.past.depth': Record<never, never>
  'assessments.past.evidence': Record<never, never>
  'assessments.past.figures': Record<never, never>
  'assessments.past.form': Record<never, never>
  'assessments.past.heading': Record<never, never>
  'assessments.past.lead': { readonly count: number; readonly version: string | number }
  'assessments.past.of': { readonly year: string | number }
  'assessments.past.question': Record<never, never>
  'assessments.past.source': Record<never, never>
  'assessments.past.year': Record<never, never>
  'assessments.peers.because': { readonly year: string | number; readonly group: string | number; readonly houses: number; readonly coarser: 'other' | 'yes'; readonly least: number }
  'assessments.peers.chart': Record<never, never>
  'assessments.peers.coarser': { readonly group: string | number; readonly houses: number }
  'assessments.peers.empty': Record<never, never>
  'assessments.peers.empty.text': Record<never, never>
  'assessments.peers.figures': Record<never, never>
  'assessments.peers.group': Record<never, never>
  'assessments.peers.how': Record<never, never>
  'assessments.peers.how.made': { readonly day: string | number }
  'assessments.peers.how.text': { readonly least: number }
  'assessments.peers.lead': Record<never, never>
  'assessments.peers.lower': Record<never, never>
  'assessments.peers.median': Record<never, never>
  'assessments.peers.none': Record<never, never>
  'assessments.peers.own': Record<never, never>
  'assessments.peers.own.closed': Record<never, never>
  'assessments.peers.own.today': Record<never, never>
  'assessments.peers.same': { readonly group: string | number; readonly houses: number }
  'assessments.peers.title.above': Record<never, never>
  'assessments.peers.title.among': Record<never, never>
  'assessments.peers.title.below': Record<never, never>
  'assessments.peers.title.unknown': Record<never, never>
  'assessments.peers.upper': Record<never, never>
  'assessments.peers.whose': Record<never, never>
  'assessments.plan.ask': { readonly count: number }
  'assessments.plan.ask.text': Record<never, never>
  'assessments.plan.because': Record<never, never>
  'assessments.plan.change': Record<never, never>
  'assessments.plan.essential': { readonly place: number }
  'assessments.plan.give': Record<never, never>
  'assessments.plan.lead': Record<never, never>
  'assessments.plan.measure': Record<never, never>
  'assessments.plan.not': Record<never, never>
  'assessments.plan.open': Record<never, never>
  'assessments.plan.planned': { readonly day: string | number; readonly name: string | number }
  'assessments.plan.title': { readonly count: number }
  'assessments.plan.when': Record<never, never>
  'assessments.question.ask': Record<never, never>
  'assessments.question.evidence': Record<never, never>
  'assessments.question.evidence.hint': Record<never, never>
  'assessments.question.more': Record<never, never>
  'assessments.question.note': Record<never, never>
  'assessments.question.note.hint': Record<never, never>
  'assessments.question.progress': { readonly number: string | number; readonly total: string | number; readonly section: string | number }
  'assessments.question.save': Record<never, never>
  'assessments.question.saved': { readonly time: string | number }
  'assessments.question.stop': Record<never, never>
  'assessments.question.where': Record<never, never>
  'assessments.question.why': { readonly why: string | number }
  'assessments.question.why.known': { readonly why: string | number; readonly value: string | number; readonly source: string | number }
  'assessments.question.why.old': { readonly why: string | number; readonly when: 'lastyear' | 'other'; readonly value: string | number; readonly source: string | number }
  'assessments.questions.answer': Record<never, never>
  'assessments.questions.answered': Record<never, never>
  'assessments.questions.heading': Record<never, never>
  'assessments.questions.not-asked': Record<never, never>
  'assessments.questions.old': Record<never, never>
  'assessments.questions.open': Record<never, never>
  'assessments.questions.proof': Record<never, never>
  'assessments.questions.question': Record<never, never>
  'assessments.questions.state': Record<never, never>
  'assessments.questions.unknown': Record<never, never>
  'assessments.requirement.all': Record<never, never>
  'assessments.requirement.met': Record<never, never>
  'assessments.requirement.not': Record<never, never>
  'assessments.requirement.not-known': Record<never, never>
  'assessments.requirement.not-mapped': Record<never, never>
  'assessments.requirement.partly': Record<never, never>
  'assessments.result.asof': { readonly day: string | number }
  'assessments.result.because': { readonly measures: number; readonly unknown: number }
  'assessments.result.by.functions': Record<never, never>
  'assessments.result.by.law': Record<never, never>
  'assessments.result.lead': Record<never, never>
  'assessments.result.none': Record<never, never>
  'assessments.result.title': { readonly points: number }
  'assessments.result.unsure': Record<never, never>
  'assessments.result.views': Record<never, never>
  'assessments.running.because': { readonly count: number }
  'assessments.running.change': Record<never, never>
  'assessments.running.depth': { readonly depth: string | number }
  'assessments.running.depth.save': Record<never, never>
  'assessments.running.go': Record<never, never>
  'assessments.running.next': { readonly section: string | number }
  'assessments.size.clinic': Record<never, never>
  'assessments.size.hospital': Record<never, never>
  'assessments.size.practice': Record<never, never>
  'assessments.standing.done': Record<never, never>
  'assessments.standing.not-done': Record<never, never>
  'assessments.standing.not-known': Record<never, never>
  'assessments.standing.partly': Record<never, never>
  'assessments.start.again': Record<never, never>
  'assessments.start.blocked': Record<never, never>
  'assessments.start.button': Record<never, never>
  'assessments.start.heading': { readonly year: string | number }
  'assessments.title': Record<never, never>
  'assessments.view.check': Record<never, never>
  'assessments.view.frameworks': Record<never, never>
  'assessments.view.management': Record<never, never>
  'assessments.view.peers': Record<never, never>
  'assessments.view.plan': Record<never, never>
  'assessments.view.result': Record<never, never>
  'assessments.views': Record<never, never>
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
  'authorities.basis.forwarded': Record<never, never>
  'authorities.basis.may': Record<never, never>
  'authorities.basis.must': Record<never, never>
  'authorities.bearer.church': Record<never, never>
  'authorities.bearer.private': Record<never, never>
  'authorities.bearer.public': Record<never, never>
  'authorities.caution': Record<never, never>
  'authorities.channel.mail': Record<never, never>
  'authorities.channel.page': Record<never, never>
  'authorities.channel.portal': Record<never, never>
  'authorities.channel.telephone': Record<never, never>
  'authorities.countries': Record<never, never>
  'authorities.encryption.offered': Record<never, never>
  'authorities.encryption.required': Record<never, never>
  'authorities.encryption.unknown': Record<never, never>
  'authorities.evidence.official': Record<never, never>
  'authorities.evidence.secondary': Record<never, never>
  'authorities.filing.accepted': Record<never, never>
  'authorities.filing.not-accepted': Record<never, never>
  'authorities.filing.unknown': Record<never, never>
  'authorities.gap.controller': Record<never, never>
  'authorities.gap.kept-inside': Record<never, never>
  'authorities.gap.not-in-force': Record<never, never>
  'authorities.gap.owed-by-the-maker': Record<never, never>
  'authorities.gap.owed-to-you': Record<never, never>
  'authorities.gap.persons-concerned': Record<never, never>
  'authorities.gap.provider-of-the-system': Record<never, never>
  'authorities.gap.recipient-not-found': Record<never, never>
  'authorities.gap.service-recipients': Record<never, never>
  'authorities.gaps': Record<never, never>
  'authorities.hours.always': Record<never, never>
  'authorities.hours.unknown': Record<never, never>
  'authorities.hours.weekly': { readonly days: string | number; readonly from: string | number; readonly to: string | number; readonly zone: string | number }
  'authorities.lead': Record<never, never>
  'authorities.menu': Record<never, never>
  'authorities.night': Record<never, never>
  'authorities.night.answered-any-time': { readonly address: string | number }
  'authorities.night.call-then-file': { readonly address: string | number }
  'authorities.night.file-any-time': { readonly address: string | number }
  'authorities.night.night-number-exists': { readonly address: string }
  'authorities.night.not-known': { readonly address: string }
  'authorities.none': { readonly country: string | number }
  'authorities.none.text': Record<never, never>
  'authorities.notVerified': Record<never, never>
  'authorities.officialName': Record<never, never>
  'authorities.onlyFor': Record<never, never>
  'authorities.open.no': Record<never, never>
  'authorities.open.yes': Record<never, never>
  'authorities.open.yes-unless-holiday': Record<never, never>
  'authorities.purpose.ask': Record<never, never>
  'authorities.purpose.file': Record<never, never>
  'authorities.purpose.help': Record<never, never>
  'authorities.role.cer-authority': Record<never, never>
  'authorities.role.competent-authority': Record<never, never>
  'authorities.role.csirt': Record<never, never>
  'authorities.role.data-protection': Record<never, never>
  'authorities.role.device-authority': Record<never, never>
  'authorities.role.health-authority': Record<never, never>
  'authorities.role.joint-reporting-point': Record<never, never>
  'authorities.role.police': Record<never, never>
  'authorities.role.reporting-platform': Record<never, never>
  'authorities.source': { readonly title: string | number; readonly evidence: string | number; readonly dated: string | number; readonly checked: string | number }
  'authorities.source.none': Record<never, never>
  'authorities.source.undated': Record<never, never>
  'authorities.title': { readonly country: string | number }
  'authorities.union': Record<never, never>
  'authorities.unknown.not-found': Record<never, never>
  'authorities.unknown.not-published': Record<never, never>
  'authorities.unknown.sources-differ': Record<never, never>
  'authorities.unverified': Record<never, never>
  'authorities.verified': { readonly name: string | number; readonly on: string | number }
  'authorities.what': Record<never, never>
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
  'board.readiness.lead': { readonly ready: string | number; readonly total: number; readonly unknown: string | number }
  'board.readiness.made': Record<never, never>
  'board.readiness.member': Record<never, never>
  'board.readiness.never': Record<never, never>
  'board.readiness.opened': Record<never, never>
  'board.readiness.pack': Record<never, never>
  'board.readiness.restored': Record<never, never>
  'board.readiness.state': { readonly state: 'changed' | 'fetch' | 'none' | 'old' | 'other' | 'tried' }
  'board.readiness.title': Record<never, never>
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
  'catalogue.because.all': Record<never, never>
  'catalogue.because.duty': { readonly facts: string | number }
  'catalogue.because.duty.all': Record<never, never>
  'catalogue.because.facts': { readonly facts: string | number }
  'catalogue.because.measure': { readonly measures: string | number }
  'catalogue.because.measure.facts': { readonly measures: string | number; readonly facts: string | number }
  'catalogue.because.missing': { readonly count: number; readonly labels: string | number }
  'catalogue.because.not': { readonly facts: string | number }
  'catalogue.because.old': { readonly facts: string | number }
  'catalogue.because.unknown': { readonly labels: string | number }
  'catalogue.choose': Record<never, never>
  'catalogue.column.because': Record<never, never>
  'catalogue.column.cost': Record<never, never>
  'catalogue.column.from': Record<never, never>
  'catalogue.column.languages': Record<never, never>
  'catalogue.column.offer': Record<never, never>
  'catalogue.cost.free': Record<never, never>
  'catalogue.cost.paid': Record<never, never>
  'catalogue.cost.shared': Record<never, never>
  'catalogue.date.day': Record<never, never>
  'catalogue.date.month': Record<never, never>
  'catalogue.date.year': Record<never, never>
  'catalogue.decide.done': Record<never, never>
  'catalogue.decide.done.button': Record<never, never>
  'catalogue.decide.done.text': Record<never, never>
  'catalogue.decide.not-for-us': Record<never, never>
  'catalogue.decide.not-for-us.button': Record<never, never>
  'catalogue.decide.not-for-us.hint': Record<never, never>
  'catalogue.decide.other': Record<never, never>
  'catalogue.decide.plan': Record<never, never>
  'catalogue.decide.plan.button': Record<never, never>
  'catalogue.decide.plan.hint': Record<never, never>
  'catalogue.decide.plan.until': Record<never, never>
  'catalogue.decide.plan.who': Record<never, never>
  'catalogue.decide.plan.who.hint': Record<never, never>
  'catalogue.decide.put-off': Record<never, never>
  'catalogue.decide.put-off.button': Record<never, never>
  'catalogue.decide.put-off.hint': Record<never, never>
  'catalogue.decide.put-off.until': Record<never, never>
  'catalogue.decide.read': Record<never, never>
  'catalogue.decide.reason': Record<never, never>
  'catalogue.decide.reason.hint': Record<never, never>
  'catalogue.decide.title': { readonly title: string | number }
  'catalogue.demand.by': Record<never, never>
  'catalogue.demand.by.country': Record<never, never>
  'catalogue.demand.by.pillar': Record<never, never>
  'catalogue.demand.by.size': Record<never, never>
  'catalogue.demand.empty': Record<never, never>
  'catalogue.demand.empty.text': Record<never, never>
  'catalogue.demand.fewer': Record<never, never>
  'catalogue.demand.lead': { readonly day: string | number }
  'catalogue.demand.pillars': Record<never, never>
  'catalogue.demand.requests': Record<never, never>
  'catalogue.demand.small': Record<never, never>
  'catalogue.demand.title': Record<never, never>
  'catalogue.demand.total': Record<never, never>
  'catalogue.done.ask': { readonly name: string | number }
  'catalogue.done.decline': { readonly name: string | number }
  'catalogue.done.deliver': { readonly name: string | number }
  'catalogue.done.helped': { readonly name: string | number }
  'catalogue.done.not-helped': { readonly name: string | number }
  'catalogue.done.partly-helped': { readonly name: string | number }
  'catalogue.done.promise': { readonly name: string | number }
  'catalogue.done.take': { readonly name: string | number }
  'catalogue.done.withdraw': { readonly name: string | number }
  'catalogue.export.channel.centre': Record<never, never>
  'catalogue.export.channel.external': Record<never, never>
  'catalogue.export.channel.self': Record<never, never>
  'catalogue.export.description': Record<never, never>
  'catalogue.export.title': Record<never, never>
  'catalogue.fact.answer': { readonly value: string | number; readonly label: string | number; readonly day: string | number }
  'catalogue.fact.authority': { readonly label: string | number; readonly value: string | number }
  'catalogue.fact.other': { readonly label: string | number; readonly value: string | number; readonly source: string | number }
  'catalogue.fact.profile': { readonly label: string | number; readonly value: string | number }
  'catalogue.fact.rule': { readonly label: string | number; readonly value: string | number }
  'catalogue.fault.choose': Record<never, never>
  'catalogue.fault.country': Record<never, never>
  'catalogue.fault.date': Record<never, never>
  'catalogue.fault.far': Record<never, never>
  'catalogue.fault.half': Record<never, never>
  'catalogue.fault.language': Record<never, never>
  'catalogue.fault.long': Record<never, never>
  'catalogue.fault.missing': Record<never, never>
  'catalogue.fault.number': Record<never, never>
  'catalogue.fault.past': Record<never, never>
  'catalogue.fault.phone': Record<never, never>
  'catalogue.give': Record<never, never>
  'catalogue.give.elsewhere': { readonly label: string | number }
  'catalogue.give.label': { readonly label: string | number }
  'catalogue.house.clinic': Record<never, never>
  'catalogue.house.hospital': Record<never, never>
  'catalogue.house.hospital-group': Record<never, never>
  'catalogue.house.other': Record<never, never>
  'catalogue.house.practice': Record<never, never>
  'catalogue.house.university-hospital': Record<never, never>
  'catalogue.kind.clause': Record<never, never>
  'catalogue.kind.course': Record<never, never>
  'catalogue.kind.duty': Record<never, never>
  'catalogue.kind.funding': Record<never, never>
  'catalogue.kind.guide': Record<never, never>
  'catalogue.kind.measure': Record<never, never>
  'catalogue.kind.service': Record<never, never>
  'catalogue.kind.tool': Record<never, never>
  'catalogue.languages.all': Record<never, never>
  'catalogue.level.eu': Record<never, never>
  'catalogue.level.national': Record<never, never>
  'catalogue.level.own': Record<never, never>
  'catalogue.level.regional': Record<never, never>
  'catalogue.mail.due.assessment-renew': { readonly day: string | number }
  'catalogue.mail.due.course-renew': { readonly count: number; readonly day: string | number }
  'catalogue.mail.due.duty-review': { readonly count: number; readonly day: string | number }
  'catalogue.mail.due.foot': { readonly organisation: string | number }
  'catalogue.mail.due.lead': { readonly count: number; readonly days: string | number; readonly late: number }
  'catalogue.mail.due.measure': { readonly count: number; readonly day: string | number }
  'catalogue.mail.due.open.assessment-renew': Record<never, never>
  'catalogue.mail.due.open.course-renew': Record<never, never>
  'catalogue.mail.due.open.duty-review': Record<never, never>
  'catalogue.mail.due.open.measure': Record<never, never>
  'catalogue.mail.due.subject': { readonly organisation: string | number; readonly count: number }
  'catalogue.mail.late.answer': { readonly organisation: string | number; readonly title: string | number; readonly due: string | number }
  'catalogue.mail.late.foot': Record<never, never>
  'catalogue.mail.late.open': Record<never, never>
  'catalogue.mail.late.promise': { readonly organisation: string | number; readonly title: string | number; readonly due: string | number }
  'catalogue.mail.late.subject': { readonly organisation: string | number; readonly title: string | number }
  'catalogue.menu': Record<never, never>
  'catalogue.menu.requests': Record<never, never>
  'catalogue.month.all': { readonly count: number }
  'catalogue.month.also': Record<never, never>
  'catalogue.month.aside': Record<never, never>
  'catalogue.month.aside.action': Record<never, never>
  'catalogue.month.aside.not-for-us': { readonly reason: string | number }
  'catalogue.month.aside.put-off': { readonly day: string | number; readonly reason: string | number }
  'catalogue.month.aside.state': Record<never, never>
  'catalogue.month.aside.undo': { readonly title: string | number }
  'catalogue.month.by': { readonly day: string | number }
  'catalogue.month.by.whom': { readonly day: string | number; readonly name: string | number }
  'catalogue.month.change': Record<never, never>
  'catalogue.month.course.minutes': { readonly minutes: number }
  'catalogue.month.done': Record<never, never>
  'catalogue.month.done.line': { readonly title: string | number; readonly day: string | number }
  'catalogue.month.done.none': Record<never, never>
  'catalogue.month.empty.heading': Record<never, never>
  'catalogue.month.empty.none': Record<never, never>
  'catalogue.month.empty.text': { readonly done: number }
  'catalogue.month.facts': Record<never, never>
  'catalogue.month.first.button': Record<never, never>
  'catalogue.month.first.heading': Record<never, never>
  'catalogue.month.first.text': { readonly done: number; readonly total: string | number }
  'catalogue.month.first.title': { readonly count: number }
  'catalogue.month.helps': Record<never, never>
  'catalogue.month.hours': { readonly hours: number }
  'catalogue.month.know': Record<never, never>
  'catalogue.month.know.old': { readonly source: string | number }
  'catalogue.month.know.say': Record<never, never>
  'catalogue.month.know.unknown': Record<never, never>
  'catalogue.month.late': { readonly day: string | number }
  'catalogue.month.meta': { readonly month: string | number; readonly count: number }
  'catalogue.month.minutes': { readonly minutes: number }
  'catalogue.month.more': Record<never, never>
  'catalogue.month.plan': Record<never, never>
  'catalogue.month.question.minutes': Record<never, never>
  'catalogue.month.said-done': { readonly day: string | number }
  'catalogue.month.things': Record<never, never>
  'catalogue.month.title': { readonly count: number }
  'catalogue.offer.amount': Record<never, never>
  'catalogue.offer.amount.most': { readonly euro: string | number }
  'catalogue.offer.amount.own': { readonly percent: string | number }
  'catalogue.offer.amount.unknown': Record<never, never>
  'catalogue.offer.ask': Record<never, never>
  'catalogue.offer.ask.hint': Record<never, never>
  'catalogue.offer.ask.name': Record<never, never>
  'catalogue.offer.ask.phone': Record<never, never>
  'catalogue.offer.ask.phone.hint': Record<never, never>
  'catalogue.offer.ask.reader': Record<never, never>
  'catalogue.offer.ask.save': Record<never, never>
  'catalogue.offer.ask.send': Record<never, never>
  'catalogue.offer.ask.text': Record<never, never>
  'catalogue.offer.details': Record<never, never>
  'catalogue.offer.example': Record<never, never>
  'catalogue.offer.from': Record<never, never>
  'catalogue.offer.helps': Record<never, never>
  'catalogue.offer.helps.none': Record<never, never>
  'catalogue.offer.helps.open': Record<never, never>
  'catalogue.offer.how': Record<never, never>
  'catalogue.offer.licence': Record<never, never>
  'catalogue.offer.note': Record<never, never>
  'catalogue.offer.only-in': { readonly languages: string | number }
  'catalogue.offer.open': Record<never, never>
  'catalogue.offer.pillars': Record<never, never>
  'catalogue.offer.prepare': { readonly text: string | number }
  'catalogue.offer.retired': Record<never, never>
  'catalogue.offer.review': Record<never, never>
  'catalogue.offer.review.by': { readonly day: string | number; readonly name: string | number }
  'catalogue.offer.review.day': { readonly day: string | number }
  'catalogue.offer.review.none': Record<never, never>
  'catalogue.offer.rows': Record<never, never>
  'catalogue.offer.rows.open': { readonly table: string | number; readonly version: string | number; readonly rows: string | number }
  'catalogue.offer.rows.text': { readonly table: string | number; readonly version: string | number; readonly rows: string | number }
  'catalogue.offer.self.none': Record<never, never>
  'catalogue.offer.service-level': Record<never, never>
  'catalogue.offer.service-level.hours': { readonly hours: number }
  'catalogue.offer.service-level.none': Record<never, never>
  'catalogue.offer.source': Record<never, never>
  'catalogue.offer.there': { readonly host: string | number }
  'catalogue.offer.version': Record<never, never>
  'catalogue.offer.version.value': { readonly version: string | number; readonly day: string | number }
  'catalogue.offer.way': Record<never, never>
  'catalogue.offer.what': Record<never, never>
  'catalogue.offers.filter': Record<never, never>
  'catalogue.offers.filter.all': Record<never, never>
  'catalogue.offers.filter.clear': Record<never, never>
  'catalogue.offers.filter.cost': Record<never, never>
  'catalogue.offers.filter.kind': Record<never, never>
  'catalogue.offers.filter.level': Record<never, never>
  'catalogue.offers.filter.only': Record<never, never>
  'catalogue.offers.filter.pillar': Record<never, never>
  'catalogue.offers.filter.remove': Record<never, never>
  'catalogue.offers.filter.submit': Record<never, never>
  'catalogue.offers.lead': { readonly sure: number; readonly maybe: number }
  'catalogue.offers.measures': Record<never, never>
  'catalogue.offers.no': Record<never, never>
  'catalogue.offers.none': Record<never, never>
  'catalogue.offers.requests': Record<never, never>
  'catalogue.offers.title': Record<never, never>
  'catalogue.offers.unknown': Record<never, never>
  'catalogue.offers.yes': Record<never, never>
  'catalogue.outcome.no': Record<never, never>
  'catalogue.outcome.partly': Record<never, never>
  'catalogue.outcome.yes': Record<never, never>
  'catalogue.own.again': Record<never, never>
  'catalogue.own.changed': Record<never, never>
  'catalogue.own.changed.value': { readonly day: string | number; readonly name: string | number }
  'catalogue.own.edit': { readonly title: string | number }
  'catalogue.own.empty.text': Record<never, never>
  'catalogue.own.form.audience': Record<never, never>
  'catalogue.own.form.audience.lead': Record<never, never>
  'catalogue.own.form.change': Record<never, never>
  'catalogue.own.form.cost': Record<never, never>
  'catalogue.own.form.countries': Record<never, never>
  'catalogue.own.form.countries.hint': Record<never, never>
  'catalogue.own.form.helps': Record<never, never>
  'catalogue.own.form.hours': Record<never, never>
  'catalogue.own.form.hours.hint': Record<never, never>
  'catalogue.own.form.kind': Record<never, never>
  'catalogue.own.form.kinds': Record<never, never>
  'catalogue.own.form.pillars': Record<never, never>
  'catalogue.own.form.save': Record<never, never>
  'catalogue.own.form.sizes': Record<never, never>
  'catalogue.own.form.summary': { readonly language: string | number }
  'catalogue.own.form.title': { readonly language: string | number }
  'catalogue.own.form.what': { readonly language: string | number }
  'catalogue.own.form.words': { readonly language: string | number }
  'catalogue.own.form.words.lead': Record<never, never>
  'catalogue.own.lacking': { readonly languages: string | number }
  'catalogue.own.lead': Record<never, never>
  'catalogue.own.new': Record<never, never>
  'catalogue.own.only-admin': Record<never, never>
  'catalogue.own.retire': Record<never, never>
  'catalogue.own.retire.text': Record<never, never>
  'catalogue.own.state.offered': Record<never, never>
  'catalogue.own.state.retired': Record<never, never>
  'catalogue.own.title': { readonly count: number }
  'catalogue.own.version': Record<never, never>
  'catalogue.own.versions': Record<never, never>
  'catalogue.own.versions.open': { readonly version: string | number }
  'catalogue.own.versions.title': { readonly version: string | number; readonly title: string | number }
  'catalogue.own.written': Record<never, never>
  'catalogue.pillar.detect': Record<never, never>
  'catalogue.pillar.prevent': Record<never, never>
  'catalogue.pillar.recover': Record<never, never>
  'catalogue.pillar.respond': Record<never, never>
  'catalogue.places': Record<never, never>
  'catalogue.places.check': Record<never, never>
  'catalogue.places.duties': Record<never, never>
  'catalogue.places.measures': Record<never, never>
  'catalogue.places.purchases': Record<never, never>
  'catalogue.places.readiness': Record<never, never>
  'catalogue.places.training': Record<never, never>
  'catalogue.queue.empty': Record<never, never>
  'catalogue.queue.empty.text': Record<never, never>
  'catalogue.queue.lead': Record<never, never>
  'catalogue.queue.open': Record<never, never>
  'catalogue.queue.over': Record<never, never>
  'catalogue.queue.title': { readonly count: number }
  'catalogue.quoted': { readonly title: string | number }
  'catalogue.request.askedBy': Record<never, never>
  'catalogue.request.clock': Record<never, never>
  'catalogue.request.clock.promise': Record<never, never>
  'catalogue.request.clock.why': { readonly hours: number }
  'catalogue.request.contact': Record<never, never>
  'catalogue.request.due': Record<never, never>
  'catalogue.request.history': Record<never, never>
  'catalogue.request.member': Record<never, never>
  'catalogue.request.offer': Record<never, never>
  'catalogue.request.outcome': Record<never, never>
  'catalogue.request.state': Record<never, never>
  'catalogue.request.title.asked': Record<never, never>
  'catalogue.request.title.closed': Record<never, never>
  'catalogue.request.title.declined': Record<never, never>
  'catalogue.request.title.delivered': Record<never, never>
  'catalogue.request.title.external': Record<never, never>
  'catalogue.request.title.promised': { readonly day: string | number }
  'catalogue.request.title.taken': { readonly name: string | number }
  'catalogue.request.title.withdrawn': Record<never, never>
  'catalogue.request.words': Record<never, never>
  'catalogue.request.zone': { readonly zone: string | number }
  'catalogue.size.clinic': Record<never, never>
  'catalogue.size.hospital': Record<never, never>
  'catalogue.size.practice': Record<never, never>
  'catalogue.size.unknown': Record<never, never>
  'catalogue.state.asked': Record<never, never>
  'catalogue.state.closed': Record<never, never>
  'catalogue.state.declined': Record<never, never>
  'catalogue.state.delivered': Record<never, never>
  'catalogue.state.external': Record<never, never>
  'catalogue.state.late': { readonly state: string | number }
  'catalogue.state.promised': Record<never, never>
  'catalogue.state.taken': Record<never, never>
  'catalogue.state.withdrawn': Record<never, never>
  'catalogue.step.decline': Record<never, never>
  'catalogue.step.deliver': Record<never, never>
  'catalogue.step.helped': Record<never, never>
  'catalogue.step.next': Record<never, never>
  'catalogue.step.not-helped': Record<never, never>
  'catalogue.step.note': Record<never, never>
  'catalogue.step.note.needed': Record<never, never>
  'catalogue.step.other': Record<never, never>
  'catalogue.step.partly-helped': Record<never, never>
  'catalogue.step.promise': Record<never, never>
  'catalogue.step.take': Record<never, never>
  'catalogue.step.when': Record<never, never>
  'catalogue.step.withdraw': Record<never, never>
  'catalogue.views': Record<never, never>
  'catalogue.views.demand': Record<never, never>
  'catalogue.views.items': Record<never, never>
  'catalogue.views.requests': Record<never, never>
  'duties.applies.applies': Record<never, never>
  'duties.applies.not_applicable': Record<never, never>
  'duties.applies.unknown': Record<never, never>
  'duties.because.ai-involved': Record<never, never>
  'duties.because.ai-not-involved': Record<never, never>
  'duties.because.ai-open': Record<never, never>
  'duties.because.anchor': { readonly moment: string | number; readonly at: string | number }
  'duties.because.anchor-unknown': { readonly moment: string | number }
  'duties.because.and-without-undue-delay': Record<never, never>
  'duties.because.asked-by': { readonly due: string | number }
  'duties.because.cer-no-disruption': Record<never, never>
  'duties.because.cer-not-critical': Record<never, never>
  'duties.because.cer-open': Record<never, never>
  'duties.because.cer-owed': Record<never, never>
  'duties.because.clamped': Record<never, never>
  'duties.because.clocks-change': Record<never, never>
  'duties.because.device-no-harm': Record<never, never>
  'duties.because.device-not-involved': Record<never, never>
  'duties.because.device-open': Record<never, never>
  'duties.because.device-suspected': Record<never, never>
  'duties.because.gdpr-breach': Record<never, never>
  'duties.because.gdpr-high': Record<never, never>
  'duties.because.gdpr-high-open': Record<never, never>
  'duties.because.gdpr-no-data': Record<never, never>
  'duties.because.gdpr-not-high': Record<never, never>
  'duties.because.gdpr-open': Record<never, never>
  'duties.because.gdpr-register': Record<never, never>
  'duties.because.gdpr-risk-presumed': Record<never, never>
  'duties.because.gdpr-risk-unlikely': Record<never, never>
  'duties.because.health-body-not-serious': Record<never, never>
  'duties.because.health-body-open': Record<never, never>
  'duties.because.health-body-serious': Record<never, never>
  'duties.because.in-doubt': Record<never, never>
  'duties.because.lacking': { readonly facts: string | number }
  'duties.because.later': { readonly later: string | number }
  'duties.because.law-elsewhere': { readonly country: string | number }
  'duties.because.law-no-longer': { readonly day: string | number }
  'duties.because.law-not-yet': { readonly day: string | number }
  'duties.because.law-uncertain': { readonly country: string | number }
  'duties.because.local-time-doubled': Record<never, never>
  'duties.because.local-time-skipped': Record<never, never>
  'duties.because.manufacturer-owes': Record<never, never>
  'duties.because.nis2-class-says-no': Record<never, never>
  'duties.because.nis2-critical': Record<never, never>
  'duties.because.nis2-not-in-scope': Record<never, never>
  'duties.because.nis2-not-significant': Record<never, never>
  'duties.because.nis2-open': Record<never, never>
  'duties.because.nis2-owed': Record<never, never>
  'duties.because.not-asked-yet': Record<never, never>
  'duties.because.not-ongoing': Record<never, never>
  'duties.because.note-ai-73-days': Record<never, never>
  'duties.because.note-ai-dates': Record<never, never>
  'duties.because.note-ai-order': Record<never, never>
  'duties.because.note-any-employee': Record<never, never>
  'duties.because.note-bsi-confirms': Record<never, never>
  'duties.because.note-cer-and-nis2': Record<never, never>
  'duties.because.note-cer-relevant': Record<never, never>
  'duties.because.note-cer-unable': Record<never, never>
  'duties.because.note-cra-14-times': Record<never, never>
  'duties.because.note-cra-15-date': Record<never, never>
  'duties.because.note-csirt-where-possible': Record<never, never>
  'duties.because.note-device-manufacturer-too': Record<never, never>
  'duties.because.note-device-national': Record<never, never>
  'duties.because.note-ehds-days': Record<never, never>
  'duties.because.note-evidence': Record<never, never>
  'duties.because.note-final-from-notification': Record<never, never>
  'duties.because.note-fr-portal': Record<never, never>
  'duties.because.note-gdpr-34-exceptions': Record<never, never>
  'duties.because.note-gdpr-aware': Record<never, never>
  'duties.because.note-gdpr-phases': Record<never, never>
  'duties.because.note-it-listing': Record<never, never>
  'duties.because.note-mdr-m-days': Record<never, never>
  'duties.because.note-monthly': Record<never, never>
  'duties.because.note-nl-csirt': Record<never, never>
  'duties.because.note-no-liability': Record<never, never>
  'duties.because.note-not-withdrawn': Record<never, never>
  'duties.because.note-pl-channel': Record<never, never>
  'duties.because.note-processor-owes-you': Record<never, never>
  'duties.because.note-progress-instead': Record<never, never>
  'duties.because.note-speed-first': Record<never, never>
  'duties.because.ongoing': Record<never, never>
  'duties.because.ongoing-open': Record<never, never>
  'duties.because.plus-hours': { readonly hours: number; readonly due: string | number }
  'duties.because.plus-months': { readonly months: number; readonly due: string | number }
  'duties.because.processor-involved': Record<never, never>
  'duties.because.processor-not-involved': Record<never, never>
  'duties.because.processor-open': Record<never, never>
  'duties.because.proposed': { readonly rule: string | number }
  'duties.because.service-affected': Record<never, never>
  'duties.because.service-not-affected': Record<never, never>
  'duties.because.service-open': Record<never, never>
  'duties.because.significance-happened': { readonly facts: string | number }
  'duties.because.significance-none': { readonly facts: string | number }
  'duties.because.significance-open': { readonly facts: string | number }
  'duties.because.significance-possible': { readonly facts: string | number }
  'duties.because.significance-threshold': { readonly source: string | number }
  'duties.because.time-always': Record<never, never>
  'duties.because.time-immediately': Record<never, never>
  'duties.because.time-none': Record<never, never>
  'duties.because.time-without-undue-delay': Record<never, never>
  'duties.because.transposition-in-force': { readonly law: string | number }
  'duties.because.transposition-not-found': { readonly law: string | number }
  'duties.because.transposition-signed': { readonly law: string | number }
  'duties.because.unverified-background': { readonly article: string | number; readonly source: string | number }
  'duties.because.unverified-source-read': { readonly article: string | number; readonly source: string | number }
  'duties.because.voluntary': Record<never, never>
  'duties.because.voluntary-not-needed': Record<never, never>
  'duties.content.known': { readonly known: number; readonly required: number }
  'duties.fact.aiSystemInvolved': Record<never, never>
  'duties.fact.criticalEntity': Record<never, never>
  'duties.fact.damageToOthers': Record<never, never>
  'duties.fact.degradedMode': Record<never, never>
  'duties.fact.deviceHarm': Record<never, never>
  'duties.fact.deviceInvolved': Record<never, never>
  'duties.fact.diversion': Record<never, never>
  'duties.fact.ehrSystemInvolved': Record<never, never>
  'duties.fact.entityClass': Record<never, never>
  'duties.fact.essentialServiceDisrupted': Record<never, never>
  'duties.fact.essentialServiceHit': Record<never, never>
  'duties.fact.finalReportWaits': Record<never, never>
  'duties.fact.financialLoss': Record<never, never>
  'duties.fact.ongoing': Record<never, never>
  'duties.fact.ongoingAtFinalReport': Record<never, never>
  'duties.fact.otherSitesAtRisk': Record<never, never>
  'duties.fact.patientInDanger': Record<never, never>
  'duties.fact.personalData': Record<never, never>
  'duties.fact.processorInvolved': Record<never, never>
  'duties.fact.riskToPersons': Record<never, never>
  'duties.fact.serviceAffected': Record<never, never>
  'duties.fact.severeDisruption': Record<never, never>
  'duties.fact.significant': Record<never, never>
  'duties.moment.aiProviderToldAt': Record<never, never>
  'duties.moment.awareAt': Record<never, never>
  'duties.moment.cerDetailedSubmittedAt': Record<never, never>
  'duties.moment.cerInitialSubmittedAt': Record<never, never>
  'duties.moment.csirtAnsweredAt': Record<never, never>
  'duties.moment.dataProtectionSubmittedAt': Record<never, never>
  'duties.moment.detectedAt': Record<never, never>
  'duties.moment.deviceReportSubmittedAt': Record<never, never>
  'duties.moment.earlyWarningReceivedAt': Record<never, never>
  'duties.moment.earlyWarningSubmittedAt': Record<never, never>
  'duties.moment.finalReportSubmittedAt': Record<never, never>
  'duties.moment.firstKnownAt': Record<never, never>
  'duties.moment.handledAt': Record<never, never>
  'duties.moment.healthAuthoritySubmittedAt': Record<never, never>
  'duties.moment.intermediateReportDueAt': Record<never, never>
  'duties.moment.intermediateReportSubmittedAt': Record<never, never>
  'duties.moment.notificationSubmittedAt': Record<never, never>
  'duties.moment.occurredAt': Record<never, never>
  'duties.moment.personalDataAwareAt': Record<never, never>
  'duties.moment.personsToldAt': Record<never, never>
  'duties.moment.processorToldAt': Record<never, never>
  'duties.moment.productReportSubmittedAt': Record<never, never>
  'duties.moment.progressReportSubmittedAt': Record<never, never>
  'duties.moment.recipientsToldAt': Record<never, never>
  'duties.moment.registerEnteredAt': Record<never, never>
  'duties.moment.voluntaryReportSubmittedAt': Record<never, never>
  'duties.need.required': Record<never, never>
  'duties.need.update': Record<never, never>
  'duties.need.welcome': Record<never, never>
  'duties.owedBy.ai-provider': Record<never, never>
  'duties.owedBy.csirt': Record<never, never>
  'duties.owedBy.hospital': Record<never, never>
  'duties.owedBy.manufacturer': Record<never, never>
  'duties.owedBy.processor': Record<never, never>
  'duties.recipient.ai-provider': Record<never, never>
  'duties.recipient.cer-authority': Record<never, never>
  'duties.recipient.controller': Record<never, never>
  'duties.recipient.csirt': Record<never, never>
  'duties.recipient.data-protection': Record<never, never>
  'duties.recipient.device-authority': Record<never, never>
  'duties.recipient.health-csirt': Record<never, never>
  'duties.recipient.hospital': Record<never, never>
  'duties.recipient.internal-register': Record<never, never>
  'duties.recipient.joint-reporting-point': Record<never, never>
  'duties.recipient.market-surveillance': Record<never, never>
  'duties.recipient.persons': Record<never, never>
  'duties.recipient.service-recipients': Record<never, never>
  'duties.recipient.single-entry-point': Record<never, never>
  'duties.regime.AI': Record<never, never>
  'duties.regime.CER': Record<never, never>
  'duties.regime.CRA': Record<never, never>
  'duties.regime.EHDS': Record<never, never>
  'duties.regime.GDPR': Record<never, never>
  'duties.regime.MDR': Record<never, never>
  'duties.regime.NIS2': Record<never, never>
  'duties.regime.national-health': Record<never, never>
  'duties.rule.AI-26.name': Record<never, never>
  'duties.rule.AI-26.what': Record<never, never>
  'duties.rule.AI-73.name': Record<never, never>
  'duties.rule.AI-73.what': Record<never, never>
  'duties.rule.CER-1.name': Record<never, never>
  'duties.rule.CER-1.what': Record<never, never>
  'duties.rule.CER-2.name': Record<never, never>
  'duties.rule.CER-2.what': Record<never, never>
  'duties.rule.CRA-14.name': Record<never, never>
  'duties.rule.CRA-14.what': Record<never, never>
  'duties.rule.CRA-15.name': Record<never, never>
  'duties.rule.CRA-15.what': Record<never, never>
  'duties.rule.EHDS-44.name': Record<never, never>
  'duties.rule.EHDS-44.what': Record<never, never>
  'duties.rule.FR-SIG.name': Record<never, never>
  'duties.rule.FR-SIG.what': Record<never, never>
  'duties.rule.GDPR-33-OMNIBUS.name': Record<never, never>
  'duties.rule.GDPR-33-OMNIBUS.what': Record<never, never>
  'duties.rule.GDPR-33.name': Record<never, never>
  'duties.rule.GDPR-33.what': Record<never, never>
  'duties.rule.GDPR-33P.name': Record<never, never>
  'duties.rule.GDPR-33P.what': Record<never, never>
  'duties.rule.GDPR-34.name': Record<never, never>
  'duties.rule.GDPR-34.what': Record<never, never>
  'duties.rule.GDPR-REG.name': Record<never, never>
  'duties.rule.GDPR-REG.what': Record<never, never>
  'duties.rule.MDR-M.name': Record<never, never>
  'duties.rule.MDR-M.what': Record<never, never>
  'duties.rule.MDR-U.name': Record<never, never>
  'duties.rule.MDR-U.what': Record<never, never>
  'duties.rule.NIS2-EW.name': Record<never, never>
  'duties.rule.NIS2-EW.what': Record<never, never>
  'duties.rule.NIS2-FB.name': Record<never, never>
  'duties.rule.NIS2-FB.what': Record<never, never>
  'duties.rule.NIS2-FR.name': Record<never, never>
  'duties.rule.NIS2-FR.what': Record<never, never>
  'duties.rule.NIS2-IN.name': Record<never, never>
  'duties.rule.NIS2-IN.what': Record<never, never>
  'duties.rule.NIS2-IR.name': Record<never, never>
  'duties.rule.NIS2-IR.what': Record<never, never>
  'duties.rule.NIS2-PR.name': Record<never, never>
  'duties.rule.NIS2-PR.what': Record<never, never>
  'duties.rule.NIS2-RC.name': Record<never, never>
  'duties.rule.NIS2-RC.what': Record<never, never>
  'duties.rule.NIS2-VOL.name': Record<never, never>
  'duties.rule.NIS2-VOL.what': Record<never, never>
  'duties.rule.SEP-OMNIBUS.name': Record<never, never>
  'duties.rule.SEP-OMNIBUS.what': Record<never, never>
  'duties.state.met': Record<never, never>
  'duties.state.met-late': Record<never, never>
  'duties.state.not-applicable': Record<never, never>
  'duties.state.open': Record<never, never>
  'duties.state.overdue': Record<never, never>
  'duties.state.owed': Record<never, never>
  'duties.state.running': Record<never, never>
  'duties.state.waiting': Record<never, never>
  'duties.strength.duty': Record<never, never>
  'duties.strength.encouraged': Record<never, never>
  'duties.strength.voluntary': Record<never, never>
  'duties.unverified': Record<never, never>
  'duties.verified': { readonly name: string | number }
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
  'facts.fact.leave': Record<never, never>
  'facts.fact.save': Record<never, never>
  'facts.fault.both': Record<never, never>
  'facts.fault.choose': Record<never, never>
  'facts.fault.number': Record<never, never>
  'facts.fault.range': Record<never, never>
  'facts.form.progress': { readonly number: string | number; readonly total: string | number; readonly section: string | number }
  'facts.form.save': Record<never, never>
  'facts.form.skip': Record<never, never>
  'facts.form.stop': Record<never, never>
  'facts.group.access': Record<never, never>
  'facts.group.care': Record<never, never>
  'facts.group.detection': Record<never, never>
  'facts.group.devices': Record<never, never>
  'facts.group.law': Record<never, never>
  'facts.group.organisation': Record<never, never>
  'facts.group.people': Record<never, never>
  'facts.group.protection': Record<never, never>
  'facts.group.recovery': Record<never, never>
  'facts.group.response': Record<never, never>
  'facts.group.suppliers': Record<never, never>
  'facts.group.systems': Record<never, never>
  'facts.history.by': Record<never, never>
  'facts.history.heading': Record<never, never>
  'facts.history.source': Record<never, never>
  'facts.history.value': Record<never, never>
  'facts.list.beside': { readonly source: string | number; readonly value: string | number }
  'facts.list.correct': Record<never, never>
  'facts.list.give': Record<never, never>
  'facts.list.lead': { readonly known: string | number; readonly total: string | number; readonly old: number }
  'facts.list.never': { readonly count: number }
  'facts.list.old': Record<never, never>
  'facts.list.title': Record<never, never>
  'facts.list.who': Record<never, never>
  'facts.list.who.text': Record<never, never>
  'facts.question.before': { readonly old: 'other' | 'yes'; readonly value: string | number; readonly source: string | number }
  'facts.question.help': Record<never, never>
  'facts.question.number': { readonly unit: 'beds' | 'days' | 'euro' | 'hours' | 'months' | 'other' | 'people' | 'percent'; readonly label: string | number }
  'facts.question.unknown': Record<never, never>
  'facts.question.unknown.hint': Record<never, never>
  'facts.question.where': Record<never, never>
  'facts.question.why': { readonly why: string | number; readonly before: string | number }
  'facts.source.alerts': Record<never, never>
  'facts.source.answer': Record<never, never>
  'facts.source.authority': Record<never, never>
  'facts.source.centre': Record<never, never>
  'facts.source.dated': { readonly source: string | number; readonly day: string | number }
  'facts.source.exercise': Record<never, never>
  'facts.source.incidents': Record<never, never>
  'facts.source.inventory': Record<never, never>
  'facts.source.profile': Record<never, never>
  'facts.source.readiness': Record<never, never>
  'facts.source.rule': Record<never, never>
  'facts.source.sensor': Record<never, never>
  'facts.source.training': Record<never, never>
  'facts.source.with-reference': { readonly source: string | number; readonly reference: string | number }
  'facts.value.no': Record<never, never>
  'facts.value.number': { readonly unit: 'beds' | 'days' | 'euro' | 'hours' | 'months' | 'other' | 'people' | 'percent'; readonly count: number; readonly value: string | number }
  'facts.value.unknown': Record<never, never>
  'facts.value.yes': Record<never, never>
  'filing-pages.after.at': Record<never, never>
  'filing-pages.after.at.hint': { readonly zone: string | number }
  'filing-pages.after.correct': Record<never, never>
  'filing-pages.after.correct.lead': Record<never, never>
  'filing-pages.after.heading': Record<never, never>
  'filing-pages.after.receipt': Record<never, never>
  'filing-pages.after.receipt.button': Record<never, never>
  'filing-pages.after.receipt.number': Record<never, never>
  'filing-pages.after.refused': Record<never, never>
  'filing-pages.after.refused.because': Record<never, never>
  'filing-pages.after.refused.button': Record<never, never>
  'filing-pages.after.void': Record<never, never>
  'filing-pages.after.void.because': Record<never, never>
  'filing-pages.after.void.button': Record<never, never>
  'filing-pages.after.void.lead': Record<never, never>
  'filing-pages.all': Record<never, never>
  'filing-pages.already.heading': Record<never, never>
  'filing-pages.already.none': Record<never, never>
  'filing-pages.attempts.heading': Record<never, never>
  'filing-pages.attempts.line': { readonly at: string | number; readonly way: string | number; readonly because: string | number; readonly name: string | number }
  'filing-pages.authority.not-known': Record<never, never>
  'filing-pages.authority.persons-concerned': Record<never, never>
  'filing-pages.case': { readonly word: string | number }
  'filing-pages.changes.correction': { readonly authority: string | number }
  'filing-pages.changes.heading': Record<never, never>
  'filing-pages.changes.is': Record<never, never>
  'filing-pages.changes.prepare': { readonly authority: string | number }
  'filing-pages.changes.was': Record<never, never>
  'filing-pages.clash.both-right': Record<never, never>
  'filing-pages.clash.choose': Record<never, never>
  'filing-pages.clash.draft': { readonly authority: string | number }
  'filing-pages.clash.fix-fact': Record<never, never>
  'filing-pages.clash.heading': { readonly fact: string | number; readonly finding: string | number }
  'filing-pages.clash.label': Record<never, never>
  'filing-pages.clash.nothing': Record<never, never>
  'filing-pages.clash.reason': Record<never, never>
  'filing-pages.clash.reason.hint': Record<never, never>
  'filing-pages.clash.settle': { readonly fact: string | number }
  'filing-pages.clash.summary': Record<never, never>
  'filing-pages.clash.told': { readonly authority: string | number; readonly title: string | number; readonly at: string | number; readonly hasReceipt: 'other' | 'yes'; readonly receipt: string | number }
  'filing-pages.clash.use-draft.other': { readonly value: string | number; readonly authority: string | number }
  'filing-pages.clash.use-draft.same-chain': { readonly value: string | number }
  'filing-pages.clash.use-earlier': { readonly value: string | number }
  'filing-pages.clash.value': Record<never, never>
  'filing-pages.clash.value.hint.answer': { readonly choices: string | number }
  'filing-pages.clash.value.hint.countries': Record<never, never>
  'filing-pages.clash.value.hint.instant': { readonly zone: string | number }
  'filing-pages.clash.value.hint.number': Record<never, never>
  'filing-pages.clash.value.hint.text': Record<never, never>
  'filing-pages.clash.waiting': { readonly count: number }
  'filing-pages.copy.back': Record<never, never>
  'filing-pages.copy.lead': Record<never, never>
  'filing-pages.copy.record': Record<never, never>
  'filing-pages.copy.title': { readonly title: string | number }
  'filing-pages.copy.whole': Record<never, never>
  'filing-pages.corrected.by': Record<never, never>
  'filing-pages.corrects': Record<never, never>
  'filing-pages.corrects.link': { readonly title: string | number; readonly at: string | number }
  'filing-pages.corrects.word': Record<never, never>
  'filing-pages.due': Record<never, never>
  'filing-pages.errors': Record<never, never>
  'filing-pages.exercise.mark': Record<never, never>
  'filing-pages.exercise.sentence': Record<never, never>
  'filing-pages.fault.missing': Record<never, never>
  'filing-pages.fault.no-time': Record<never, never>
  'filing-pages.fault.not-the-word': Record<never, never>
  'filing-pages.fault.not-yet': Record<never, never>
  'filing-pages.fault.too-long': Record<never, never>
  'filing-pages.fields.also': Record<never, never>
  'filing-pages.fields.clash': Record<never, never>
  'filing-pages.fields.enter': Record<never, never>
  'filing-pages.fields.enter.hidden': { readonly field: string | number }
  'filing-pages.fields.frozen': Record<never, never>
  'filing-pages.fields.heading': Record<never, never>
  'filing-pages.fields.later': { readonly count: number }
  'filing-pages.fields.noted': Record<never, never>
  'filing-pages.fields.profile': Record<never, never>
  'filing-pages.fields.profile.link': Record<never, never>
  'filing-pages.fields.profile.missing': Record<never, never>
  'filing-pages.follows': Record<never, never>
  'filing-pages.further': { readonly count: number }
  'filing-pages.hash': Record<never, never>
  'filing-pages.hash.broken': Record<never, never>
  'filing-pages.hash.intact': Record<never, never>
  'filing-pages.heading': Record<never, never>
  'filing-pages.list.lead': Record<never, never>
  'filing-pages.list.title': { readonly word: string | number }
  'filing-pages.mail.foot': Record<never, never>
  'filing-pages.mail.subject': { readonly exercise: 'other' | 'yes'; readonly corrects: 'other' | 'yes'; readonly title: string | number; readonly organisation: string | number }
  'filing-pages.mandate': Record<never, never>
  'filing-pages.none': Record<never, never>
  'filing-pages.number': { readonly id: string | number }
  'filing-pages.open': { readonly title: string | number; readonly authority: string | number }
  'filing-pages.prepare': Record<never, never>
  'filing-pages.prepare.for': Record<never, never>
  'filing-pages.prepare.hidden': { readonly title: string | number }
  'filing-pages.prepare.one': Record<never, never>
  'filing-pages.print.by': { readonly name: string | number; readonly at: string | number; readonly zone: string | number }
  'filing-pages.print.draft': Record<never, never>
  'filing-pages.print.mark.draft': Record<never, never>
  'filing-pages.print.page': { readonly page: string | number; readonly pages: string | number }
  'filing-pages.print.unprintable': { readonly count: number }
  'filing-pages.readonly': Record<never, never>
  'filing-pages.receipt': Record<never, never>
  'filing-pages.receipt.line': { readonly number: string | number; readonly at: string | number }
  'filing-pages.receipt.none': Record<never, never>
  'filing-pages.receiver.exercise': Record<never, never>
  'filing-pages.receiver.heading': Record<never, never>
  'filing-pages.receiver.night': Record<never, never>
  'filing-pages.receiver.not-known': Record<never, never>
  'filing-pages.receiver.official': Record<never, never>
  'filing-pages.receiver.persons-concerned': Record<never, never>
  'filing-pages.receiver.unverified': Record<never, never>
  'filing-pages.recipient': Record<never, never>
  'filing-pages.refused.because': Record<never, never>
  'filing-pages.send.authorityName': Record<never, never>
  'filing-pages.send.authorityName.hint': Record<never, never>
  'filing-pages.send.blocked': Record<never, never>
  'filing-pages.send.blocked.because': { readonly reason: string | number }
  'filing-pages.send.button.mail': Record<never, never>
  'filing-pages.send.button.mail.exercise': Record<never, never>
  'filing-pages.send.button.paper': Record<never, never>
  'filing-pages.send.button.portal': Record<never, never>
  'filing-pages.send.button.telephone': Record<never, never>
  'filing-pages.send.changed': Record<never, never>
  'filing-pages.send.checks': Record<never, never>
  'filing-pages.send.exercise.manual': Record<never, never>
  'filing-pages.send.final': Record<never, never>
  'filing-pages.send.happened.hint': { readonly zone: string | number }
  'filing-pages.send.happened.paper': Record<never, never>
  'filing-pages.send.happened.portal': Record<never, never>
  'filing-pages.send.happened.telephone': Record<never, never>
  'filing-pages.send.heading': Record<never, never>
  'filing-pages.send.how': Record<never, never>
  'filing-pages.send.mandate': Record<never, never>
  'filing-pages.send.mandate.hint': Record<never, never>
  'filing-pages.send.missing.ok': Record<never, never>
  'filing-pages.send.name': Record<never, never>
  'filing-pages.send.next': Record<never, never>
  'filing-pages.send.night': { readonly word: string | number }
  'filing-pages.send.night.centre': { readonly name: string | number }
  'filing-pages.send.night.hint': Record<never, never>
  'filing-pages.send.noMail.encryption-required': Record<never, never>
  'filing-pages.send.noMail.invented-hospital': Record<never, never>
  'filing-pages.send.noMail.no-own-address': Record<never, never>
  'filing-pages.send.noMail.own-address-is-an-authority': Record<never, never>
  'filing-pages.send.noMail.takes-no-mail': Record<never, never>
  'filing-pages.send.not-enough': { readonly fields: string | number }
  'filing-pages.send.preview': Record<never, never>
  'filing-pages.send.preview.rest': Record<never, never>
  'filing-pages.send.preview.subject': Record<never, never>
  'filing-pages.send.receiptNumber': Record<never, never>
  'filing-pages.send.receiptNumber.hint': Record<never, never>
  'filing-pages.send.recipient': { readonly address: string | number }
  'filing-pages.send.recipient.exercise': { readonly address: string | number }
  'filing-pages.send.role': Record<never, never>
  'filing-pages.send.role.hint': Record<never, never>
  'filing-pages.send.title': { readonly title: string | number }
  'filing-pages.send.way.hint.mail': Record<never, never>
  'filing-pages.send.way.hint.paper': Record<never, never>
  'filing-pages.send.way.hint.portal': Record<never, never>
  'filing-pages.send.way.hint.telephone': Record<never, never>
  'filing-pages.send.way.mail': Record<never, never>
  'filing-pages.send.way.paper': Record<never, never>
  'filing-pages.send.way.portal': Record<never, never>
  'filing-pages.send.way.telephone': Record<never, never>
  'filing-pages.send.who': Record<never, never>
  'filing-pages.send.word': Record<never, never>
  'filing-pages.sender': Record<never, never>
  'filing-pages.sendingAt': Record<never, never>
  'filing-pages.sent.heading': Record<never, never>
  'filing-pages.sentAt': Record<never, never>
  'filing-pages.settled.heading': Record<never, never>
  'filing-pages.settled.line': { readonly name: string | number; readonly at: string | number; readonly way: string | number }
  'filing-pages.take.copy': Record<never, never>
  'filing-pages.take.heading': Record<never, never>
  'filing-pages.take.json': Record<never, never>
  'filing-pages.take.language': { readonly language: string | number }
  'filing-pages.take.pdf': Record<never, never>
  'filing-pages.take.print': Record<never, never>
  'filing-pages.to': { readonly authority: string | number }
  'filing-pages.void.note': Record<never, never>
  'filing-pages.void.word': Record<never, never>
  'filing-pages.way': Record<never, never>
  'filing-pages.way-on.arrived': Record<never, never>
  'filing-pages.way-on.arrived.button': Record<never, never>
  'filing-pages.way-on.failed': Record<never, never>
  'filing-pages.way-on.failed.button': Record<never, never>
  'filing-pages.way-on.failed.lead': Record<never, never>
  'filing-pages.way-on.failed.title': Record<never, never>
  'filing-pages.way-on.how': Record<never, never>
  'filing-pages.way-on.noTelephone': Record<never, never>
  'filing-pages.way-on.pending': Record<never, never>
  'filing-pages.way-on.retry': { readonly count: number }
  'filing-pages.way-on.said': { readonly problem: string | number }
  'filing-pages.way-on.telephone': Record<never, never>
  'filings.answer.no': Record<never, never>
  'filings.answer.unknown': Record<never, never>
  'filings.answer.yes': Record<never, never>
  'filings.blocked.contradiction-open': Record<never, never>
  'filings.blocked.frozen': Record<never, never>
  'filings.blocked.not-checked': Record<never, never>
  'filings.blocked.not-from-here': Record<never, never>
  'filings.choice.damageToOthers.happened': Record<never, never>
  'filings.choice.damageToOthers.no': Record<never, never>
  'filings.choice.damageToOthers.possible': Record<never, never>
  'filings.choice.damageToOthers.unknown': Record<never, never>
  'filings.choice.deviceHarm.death': Record<never, never>
  'filings.choice.deviceHarm.none': Record<never, never>
  'filings.choice.deviceHarm.possible': Record<never, never>
  'filings.choice.deviceHarm.serious-deterioration': Record<never, never>
  'filings.choice.deviceHarm.unknown': Record<never, never>
  'filings.choice.essentialServiceDisrupted.happened': Record<never, never>
  'filings.choice.essentialServiceDisrupted.no': Record<never, never>
  'filings.choice.essentialServiceDisrupted.possible': Record<never, never>
  'filings.choice.essentialServiceDisrupted.unknown': Record<never, never>
  'filings.choice.financialLoss.happened': Record<never, never>
  'filings.choice.financialLoss.no': Record<never, never>
  'filings.choice.financialLoss.possible': Record<never, never>
  'filings.choice.financialLoss.unknown': Record<never, never>
  'filings.choice.personalData.breach': Record<never, never>
  'filings.choice.personalData.none': Record<never, never>
  'filings.choice.personalData.unknown': Record<never, never>
  'filings.choice.riskToPersons.high': Record<never, never>
  'filings.choice.riskToPersons.risk': Record<never, never>
  'filings.choice.riskToPersons.unknown': Record<never, never>
  'filings.choice.riskToPersons.unlikely': Record<never, never>
  'filings.choice.severeDisruption.happened': Record<never, never>
  'filings.choice.severeDisruption.no': Record<never, never>
  'filings.choice.severeDisruption.possible': Record<never, never>
  'filings.choice.severeDisruption.unknown': Record<never, never>
  'filings.choice.severity.critical': Record<never, never>
  'filings.choice.severity.high': Record<never, never>
  'filings.choice.severity.low': Record<never, never>
  'filings.choice.severity.medium': Record<never, never>
  'filings.choice.severity.unknown': Record<never, never>
  'filings.confidence.confirmed': Record<never, never>
  'filings.confidence.likely': Record<never, never>
  'filings.confidence.unsure': Record<never, never>
  'filings.entityClass.essential': Record<never, never>
  'filings.entityClass.important': Record<never, never>
  'filings.entityClass.not_in_scope': Record<never, never>
  'filings.entityClass.unknown': Record<never, never>
  'filings.fact.aiSystemInvolved': Record<never, never>
  'filings.fact.areaAffected': Record<never, never>
  'filings.fact.awareAt': Record<never, never>
  'filings.fact.careImpact': Record<never, never>
  'filings.fact.countriesAffected': Record<never, never>
  'filings.fact.crossBorder': Record<never, never>
  'filings.fact.damageToOthers': Record<never, never>
  'filings.fact.dataProtectionContact': Record<never, never>
  'filings.fact.dataSubjectCategories': Record<never, never>
  'filings.fact.dataSubjectCount': Record<never, never>
  'filings.fact.degradedMode': Record<never, never>
  'filings.fact.delayReason': Record<never, never>
  'filings.fact.description': Record<never, never>
  'filings.fact.detectedAt': Record<never, never>
  'filings.fact.deviceHarm': Record<never, never>
  'filings.fact.deviceInvolved': Record<never, never>
  'filings.fact.deviceManufacturer': Record<never, never>
  'filings.fact.deviceModel': Record<never, never>
  'filings.fact.deviceSoftwareVersion': Record<never, never>
  'filings.fact.deviceUdi': Record<never, never>
  'filings.fact.diversion': Record<never, never>
  'filings.fact.durationHours': Record<never, never>
  'filings.fact.ehrSystemInvolved': Record<never, never>
  'filings.fact.essentialServiceDisrupted': Record<never, never>
  'filings.fact.financialLoss': Record<never, never>
  'filings.fact.firstKnownAt': Record<never, never>
  'filings.fact.handledAt': Record<never, never>
  'filings.fact.impact': Record<never, never>
  'filings.fact.indicators': Record<never, never>
  'filings.fact.likelyConsequences': Record<never, never>
  'filings.fact.maliciousSuspected': Record<never, never>
  'filings.fact.measuresPlanned': Record<never, never>
  'filings.fact.measuresTaken': Record<never, never>
  'filings.fact.occurredAt': Record<never, never>
  'filings.fact.ongoing': Record<never, never>
  'filings.fact.otherSitesAtRisk': Record<never, never>
  'filings.fact.patientInDanger': Record<never, never>
  'filings.fact.personalData': Record<never, never>
  'filings.fact.personalDataAwareAt': Record<never, never>
  'filings.fact.processorInvolved': Record<never, never>
  'filings.fact.ransomAmount': Record<never, never>
  'filings.fact.ransomDemanded': Record<never, never>
  'filings.fact.ransomPaid': Record<never, never>
  'filings.fact.ransomWallet': Record<never, never>
  'filings.fact.recordCategories': Record<never, never>
  'filings.fact.recordCount': Record<never, never>
  'filings.fact.riskToPersons': Record<never, never>
  'filings.fact.rootCause': Record<never, never>
  'filings.fact.severeDisruption': Record<never, never>
  'filings.fact.severity': Record<never, never>
  'filings.fact.threatType': Record<never, never>
  'filings.fact.usersAffected': Record<never, never>
  'filings.fact.usersAffectedShare': Record<never, never>
  'filings.finding.contradiction': Record<never, never>
  'filings.finding.explained': Record<never, never>
  'filings.finding.left-out': Record<never, never>
  'filings.finding.taken-back': Record<never, never>
  'filings.finding.update': Record<never, never>
  'filings.hint.required': Record<never, never>
  'filings.hint.satisfied': { readonly field: string | number }
  'filings.hint.unreadable': Record<never, never>
  'filings.hint.update': Record<never, never>
  'filings.hint.welcome': Record<never, never>
  'filings.known': { readonly known: string | number; readonly asked: string | number }
  'filings.need.required': Record<never, never>
  'filings.need.update': Record<never, never>
  'filings.need.welcome': Record<never, never>
  'filings.organisation.contactEmail': Record<never, never>
  'filings.organisation.contactName': Record<never, never>
  'filings.organisation.contactPhone': Record<never, never>
  'filings.organisation.country': Record<never, never>
  'filings.organisation.entityClass': Record<never, never>
  'filings.organisation.name': Record<never, never>
  'filings.organisation.registrationNumber': Record<never, never>
  'filings.saidUnknown': { readonly count: number }
  'filings.section.care': Record<never, never>
  'filings.section.data': Record<never, never>
  'filings.section.device': Record<never, never>
  'filings.section.measures': Record<never, never>
  'filings.section.ransom': Record<never, never>
  'filings.section.reach': Record<never, never>
  'filings.section.times': Record<never, never>
  'filings.section.what': Record<never, never>
  'filings.section.who': Record<never, never>
  'filings.settle.both-right': Record<never, never>
  'filings.settle.fix-fact': Record<never, never>
  'filings.settle.nothing-to-settle': Record<never, never>
  'filings.settle.question': Record<never, never>
  'filings.settle.reason-missing': Record<never, never>
  'filings.settle.reason-too-long': Record<never, never>
  'filings.settle.use-draft': Record<never, never>
  'filings.settle.use-earlier': Record<never, never>
  'filings.settle.value-does-not-fit': Record<never, never>
  'filings.source': { readonly source: string | number; readonly at: string | number; readonly confidence: string | number }
  'filings.state.contradiction-open': Record<never, never>
  'filings.state.corrected': Record<never, never>
  'filings.state.draft': Record<never, never>
  'filings.state.ready': Record<never, never>
  'filings.state.receipted': Record<never, never>
  'filings.state.refused': Record<never, never>
  'filings.state.sending': Record<never, never>
  'filings.state.sent': Record<never, never>
  'filings.state.sent-by-telephone': Record<never, never>
  'filings.state.sent-on-paper': Record<never, never>
  'filings.title.CER-1': Record<never, never>
  'filings.title.CER-2': Record<never, never>
  'filings.title.FR-SIG': Record<never, never>
  'filings.title.GDPR-33': Record<never, never>
  'filings.title.GDPR-34': Record<never, never>
  'filings.title.MDR-U': Record<never, never>
  'filings.title.NIS2-EW': Record<never, never>
  'filings.title.NIS2-FR': Record<never, never>
  'filings.title.NIS2-IN': Record<never, never>
  'filings.title.NIS2-IR': Record<never, never>
  'filings.title.NIS2-PR': Record<never, never>
  'filings.unverified': Record<never, never>
  'filings.value.atLeast': { readonly value: string | number }
  'filings.value.hours': { readonly value: string | number }
  'filings.value.instant': { readonly instant: string | number; readonly zone: string | number }
  'filings.value.percent': { readonly value: string | number }
  'filings.verdict.complete': Record<never, never>
  'filings.verdict.enough': Record<never, never>
  'filings.verdict.not-enough': { readonly fields: string | number }
  'guidance.answer.no': Record<never, never>
  'guidance.answer.none': Record<never, never>
  'guidance.answer.not-applicable': Record<never, never>
  'guidance.answer.partly': Record<never, never>
  'guidance.answer.yes': Record<never, never>
  'guidance.asked.count': { readonly count: number }
  'guidance.asked.good': Record<never, never>
  'guidance.asked.kind': { readonly kinds: string | number }
  'guidance.asked.measures': Record<never, never>
  'guidance.asked.more': Record<never, never>
  'guidance.asked.touched': { readonly kinds: string | number; readonly touches: string | number }
  'guidance.asked.unsure': { readonly kinds: string | number; readonly touches: string | number }
  'guidance.asked.warning': Record<never, never>
  'guidance.asked.why': Record<never, never>
  'guidance.cameFrom.because': { readonly alerts: number; readonly lessons: number }
  'guidance.cameFrom.heading': Record<never, never>
  'guidance.compare.choose': Record<never, never>
  'guidance.compare.first': Record<never, never>
  'guidance.compare.heading': Record<never, never>
  'guidance.compare.lead': Record<never, never>
  'guidance.compare.none': { readonly name: string | number }
  'guidance.compare.notAsked': Record<never, never>
  'guidance.compare.second': Record<never, never>
  'guidance.compare.show': Record<never, never>
  'guidance.compare.title': { readonly a: string | number; readonly b: string | number }
  'guidance.compare.two': Record<never, never>
  'guidance.compare.two.text': Record<never, never>
  'guidance.contact.heading': Record<never, never>
  'guidance.contact.name': Record<never, never>
  'guidance.contact.reach': Record<never, never>
  'guidance.contact.reach.hint': Record<never, never>
  'guidance.fault.choose': Record<never, never>
  'guidance.fault.long': Record<never, never>
  'guidance.fault.missing': Record<never, never>
  'guidance.file-fault.sbom.empty.do': Record<never, never>
  'guidance.file-fault.sbom.empty.why': Record<never, never>
  'guidance.file-fault.sbom.no-sbom.do': Record<never, never>
  'guidance.file-fault.sbom.no-sbom.why': Record<never, never>
  'guidance.files.download': Record<never, never>
  'guidance.files.heading': Record<never, never>
  'guidance.files.import': Record<never, never>
  'guidance.files.import.hint': Record<never, never>
  'guidance.files.imported': Record<never, never>
  'guidance.files.none': Record<never, never>
  'guidance.files.refused': { readonly count: number }
  'guidance.files.what': { readonly format: string | number; readonly components: number; readonly faults: number; readonly moment: string | number }
  'guidance.framework.cis-8': Record<never, never>
  'guidance.framework.hhs-hph-cpg': Record<never, never>
  'guidance.framework.implementing-regulation-2024-2690': Record<never, never>
  'guidance.framework.iso-27001-2022': Record<never, never>
  'guidance.framework.nis2-art-21': Record<never, never>
  'guidance.framework.nist-csf-2.0': Record<never, never>
  'guidance.guest.answer': { readonly question: string | number }
  'guidance.guest.answers': Record<never, never>
  'guidance.guest.handIn': Record<never, never>
  'guidance.guest.handIn.hint': Record<never, never>
  'guidance.guest.handedIn': { readonly purchase: string | number }
  'guidance.guest.languages': Record<never, never>
  'guidance.guest.lead': Record<never, never>
  'guidance.guest.level.must': Record<never, never>
  'guidance.guest.level.should': Record<never, never>
  'guidance.guest.proof.certificate': Record<never, never>
  'guidance.guest.proof.contact': Record<never, never>
  'guidance.guest.proof.document': Record<never, never>
  'guidance.guest.proof.sbom': Record<never, never>
  'guidance.guest.save': Record<never, never>
  'guidance.guest.saved': Record<never, never>
  'guidance.guest.sbom': Record<never, never>
  'guidance.guest.sbom.count': { readonly count: number }
  'guidance.guest.thanks': Record<never, never>
  'guidance.guest.title': { readonly hospital: string | number; readonly purchase: string | number }
  'guidance.guest.until': { readonly moment: string | number }
  'guidance.guest.why': Record<never, never>
  'guidance.guest.words': { readonly question: string | number }
  'guidance.kind.device': Record<never, never>
  'guidance.kind.device.hint': Record<never, never>
  'guidance.kind.health-record-system': Record<never, never>
  'guidance.kind.health-record-system.hint': Record<never, never>
  'guidance.kind.remote-maintenance': Record<never, never>
  'guidance.kind.remote-maintenance.hint': Record<never, never>
  'guidance.kind.software-service': Record<never, never>
  'guidance.kind.software-service.hint': Record<never, never>
  'guidance.leaveOut.because': Record<never, never>
  'guidance.leaveOut.submit': Record<never, never>
  'guidance.leaveOut.takeIn': Record<never, never>
  'guidance.letter.a': Record<never, never>
  'guidance.letter.all': Record<never, never>
  'guidance.letter.art-20': Record<never, never>
  'guidance.letter.art-23': Record<never, never>
  'guidance.letter.b': Record<never, never>
  'guidance.letter.c': Record<never, never>
  'guidance.letter.d': Record<never, never>
  'guidance.letter.e': Record<never, never>
  'guidance.letter.f': Record<never, never>
  'guidance.letter.g': Record<never, never>
  'guidance.letter.h': Record<never, never>
  'guidance.letter.i': Record<never, never>
  'guidance.letter.j': Record<never, never>
  'guidance.level.must': Record<never, never>
  'guidance.level.should': Record<never, never>
  'guidance.link.heading': Record<never, never>
  'guidance.link.made': { readonly supplier: string | number }
  'guidance.link.make': Record<never, never>
  'guidance.link.once': Record<never, never>
  'guidance.link.over': { readonly moment: string | number }
  'guidance.link.revoked': { readonly moment: string | number }
  'guidance.link.takeBack': Record<never, never>
  'guidance.link.until': { readonly moment: string | number }
  'guidance.linked.clause': Record<never, never>
  'guidance.linked.clauses': { readonly count: number }
  'guidance.linked.course': Record<never, never>
  'guidance.linked.duty': Record<never, never>
  'guidance.linked.funding': Record<never, never>
  'guidance.linked.guide': Record<never, never>
  'guidance.linked.heading': Record<never, never>
  'guidance.linked.measure': Record<never, never>
  'guidance.linked.service': Record<never, never>
  'guidance.linked.tool': Record<never, never>
  'guidance.measure.essential': { readonly place: string | number }
  'guidance.measure.evidence': Record<never, never>
  'guidance.measure.first': Record<never, never>
  'guidance.measure.for': { readonly size: string | number }
  'guidance.measure.how': Record<never, never>
  'guidance.measure.minutes': { readonly minutes: number }
  'guidance.measure.plan': Record<never, never>
  'guidance.measure.planned': { readonly day: string | number; readonly name: string | number }
  'guidance.measure.side': Record<never, never>
  'guidance.measure.who': Record<never, never>
  'guidance.measures.because': Record<never, never>
  'guidance.measures.begin': Record<never, never>
  'guidance.measures.essentials': Record<never, never>
  'guidance.measures.filter': Record<never, never>
  'guidance.measures.filter.show': Record<never, never>
  'guidance.measures.lead': { readonly size: string | number }
  'guidance.measures.letter': Record<never, never>
  'guidance.measures.measure': Record<never, never>
  'guidance.measures.next': Record<never, never>
  'guidance.measures.none': Record<never, never>
  'guidance.measures.others': Record<never, never>
  'guidance.measures.print': Record<never, never>
  'guidance.measures.sizes': Record<never, never>
  'guidance.measures.standing': Record<never, never>
  'guidance.measures.title': { readonly done: string | number; readonly count: string | number }
  'guidance.menu.measures': Record<never, never>
  'guidance.menu.purchases': Record<never, never>
  'guidance.notAsked.heading': Record<never, never>
  'guidance.notAsked.said': { readonly name: string | number; readonly reason: string | number }
  'guidance.notAsked.untouched': { readonly touches: string | number }
  'guidance.origin.heading': Record<never, never>
  'guidance.origin.languages': Record<never, never>
  'guidance.origin.languages.all': Record<never, never>
  'guidance.origin.licence': Record<never, never>
  'guidance.origin.notReviewed': Record<never, never>
  'guidance.origin.review': Record<never, never>
  'guidance.origin.reviewed': { readonly day: string | number; readonly name: string | number }
  'guidance.origin.source': Record<never, never>
  'guidance.origin.version': Record<never, never>
  'guidance.pack.how': Record<never, never>
  'guidance.pack.lead': Record<never, never>
  'guidance.pack.made': { readonly name: string | number; readonly day: string | number }
  'guidance.pack.title': { readonly size: string | number }
  'guidance.paper.lead': Record<never, never>
  'guidance.paper.page': { readonly page: string | number; readonly pages: string | number }
  'guidance.paper.title': Record<never, never>
  'guidance.paper.unprintable': { readonly count: number }
  'guidance.phase.manage': Record<never, never>
  'guidance.phase.manage.what': Record<never, never>
  'guidance.phase.plan': Record<never, never>
  'guidance.phase.plan.what': Record<never, never>
  'guidance.phase.source': Record<never, never>
  'guidance.phase.source.what': Record<never, never>
  'guidance.proof.certificate': Record<never, never>
  'guidance.proof.contact': Record<never, never>
  'guidance.proof.document': Record<never, never>
  'guidance.proof.sbom': Record<never, never>
  'guidance.proposals.because': { readonly supplier: string | number; readonly current: string | number; readonly value: string | number }
  'guidance.proposals.decline': Record<never, never>
  'guidance.proposals.heading': Record<never, never>
  'guidance.proposals.take': Record<never, never>
  'guidance.purchase.change': Record<never, never>
  'guidance.purchase.change.title': { readonly name: string | number }
  'guidance.purchase.kinds': Record<never, never>
  'guidance.purchase.language': Record<never, never>
  'guidance.purchase.language.show': Record<never, never>
  'guidance.purchase.lead': Record<never, never>
  'guidance.purchase.make': Record<never, never>
  'guidance.purchase.name': Record<never, never>
  'guidance.purchase.name.hint': Record<never, never>
  'guidance.purchase.new.lead': Record<never, never>
  'guidance.purchase.new.title': Record<never, never>
  'guidance.purchase.pdf': Record<never, never>
  'guidance.purchase.save': Record<never, never>
  'guidance.purchase.supplier': Record<never, never>
  'guidance.purchase.supplier.hint': Record<never, never>
  'guidance.purchase.supplier.open': Record<never, never>
  'guidance.purchase.text': Record<never, never>
  'guidance.purchase.title': { readonly count: number; readonly name: string | number }
  'guidance.purchase.touches': Record<never, never>
  'guidance.purchase.touches.lead': Record<never, never>
  'guidance.purchase.what': Record<never, never>
  'guidance.purchases.changed': Record<never, never>
  'guidance.purchases.changedBy': { readonly day: string | number; readonly name: string | number }
  'guidance.purchases.empty': Record<never, never>
  'guidance.purchases.empty.text': Record<never, never>
  'guidance.purchases.lead': Record<never, never>
  'guidance.purchases.list': Record<never, never>
  'guidance.purchases.new': Record<never, never>
  'guidance.purchases.title': Record<never, never>
  'guidance.questions.answer': { readonly fact: string | number }
  'guidance.questions.change': { readonly fact: string | number }
  'guidance.questions.heading': Record<never, never>
  'guidance.questions.lead': Record<never, never>
  'guidance.questions.old': Record<never, never>
  'guidance.sbom.back': Record<never, never>
  'guidance.sbom.do': Record<never, never>
  'guidance.sbom.faults': { readonly count: number }
  'guidance.sbom.field': Record<never, never>
  'guidance.sbom.file': Record<never, never>
  'guidance.sbom.handed': Record<never, never>
  'guidance.sbom.hint': { readonly megabytes: string | number }
  'guidance.sbom.lead': Record<never, never>
  'guidance.sbom.missing': Record<never, never>
  'guidance.sbom.one': { readonly file: string | number; readonly components: number; readonly moment: string | number }
  'guidance.sbom.place': Record<never, never>
  'guidance.sbom.read': { readonly file: string | number; readonly components: number }
  'guidance.sbom.refused': Record<never, never>
  'guidance.sbom.shown': { readonly count: string | number }
  'guidance.sbom.submit': Record<never, never>
  'guidance.sbom.title': Record<never, never>
  'guidance.sbom.why': Record<never, never>
  'guidance.sheet.lead': Record<never, never>
  'guidance.sheet.open': { readonly count: number }
  'guidance.sheet.reopen': Record<never, never>
  'guidance.sheet.side': Record<never, never>
  'guidance.sheet.state.begun': Record<never, never>
  'guidance.sheet.state.handed-in': Record<never, never>
  'guidance.sheet.state.sent': Record<never, never>
  'guidance.sheet.title.begun': { readonly supplier: string | number; readonly answered: string | number; readonly count: string | number }
  'guidance.sheet.title.handed-in': { readonly supplier: string | number; readonly answered: string | number; readonly count: string | number }
  'guidance.sheet.title.sent': { readonly supplier: string | number; readonly answered: string | number; readonly count: string | number }
  'guidance.sheets.answered': Record<never, never>
  'guidance.sheets.answeredOf': { readonly answered: string | number; readonly count: string | number }
  'guidance.sheets.compare': Record<never, never>
  'guidance.sheets.heading': Record<never, never>
  'guidance.sheets.language': Record<never, never>
  'guidance.sheets.language.hint': Record<never, never>
  'guidance.sheets.lead': { readonly count: number }
  'guidance.sheets.make': Record<never, never>
  'guidance.sheets.state': Record<never, never>
  'guidance.sheets.supplier': Record<never, never>
  'guidance.size.because.chosen': { readonly size: string | number }
  'guidance.size.because.known': { readonly size: string | number }
  'guidance.size.because.unknown': { readonly size: string | number }
  'guidance.size.clinic': Record<never, never>
  'guidance.size.hospital': Record<never, never>
  'guidance.size.practice': Record<never, never>
  'guidance.standing.because': { readonly facts: string | number }
  'guidance.standing.done': Record<never, never>
  'guidance.standing.lacking': { readonly facts: string | number }
  'guidance.standing.not-done': Record<never, never>
  'guidance.standing.not-known': Record<never, never>
  'guidance.standing.old': { readonly facts: string | number }
  'guidance.standing.partly': Record<never, never>
  'guidance.task.done': Record<never, never>
  'guidance.task.doneBy': { readonly name: string | number; readonly moment: string | number }
  'guidance.task.note': Record<never, never>
  'guidance.task.sign': Record<never, never>
  'guidance.task.takeBack': Record<never, never>
  'guidance.tasks.heading': Record<never, never>
  'guidance.tasks.lead': Record<never, never>
  'guidance.tell.colleague': Record<never, never>
  'guidance.tell.colleague.text': { readonly title: string | number; readonly why: string | number; readonly step: string | number }
  'guidance.tell.heading': Record<never, never>
  'guidance.tell.supplier': Record<never, never>
  'guidance.tell.supplier.text': { readonly title: string | number; readonly why: string | number; readonly step: string | number }
  'guidance.touch.answer.no': Record<never, never>
  'guidance.touch.answer.unknown': Record<never, never>
  'guidance.touch.answer.yes': Record<never, never>
  'guidance.touch.clinical-service': Record<never, never>
  'guidance.touch.clinical-service.question': Record<never, never>
  'guidance.touch.network': Record<never, never>
  'guidance.touch.network.question': Record<never, never>
  'guidance.touch.patient-data': Record<never, never>
  'guidance.touch.patient-data.question': Record<never, never>
  'guidance.touch.remote-access': Record<never, never>
  'guidance.touch.remote-access.question': Record<never, never>
  'guidance.use.clause': Record<never, never>
  'guidance.use.question': Record<never, never>
  'guidance.value.no': Record<never, never>
  'guidance.value.unknown': Record<never, never>
  'guidance.value.yes': Record<never, never>
  'guidance.who.both': Record<never, never>
  'guidance.who.hospital': Record<never, never>
  'guidance.who.supplier': Record<never, never>
  'incidents.kind.data-published': Record<never, never>
  'incidents.kind.device-suspected': Record<never, never>
  'incidents.kind.domain-controller-lost': Record<never, never>
  'incidents.kind.ehr-down': Record<never, never>
  'incidents.kind.imaging-down': Record<never, never>
  'incidents.kind.laboratory-down': Record<never, never>
  'incidents.kind.other': Record<never, never>
  'incidents.kind.ransomware': Record<never, never>
  'incidents.kind.supplier-compromised': Record<never, never>
  'incidents.kind.telephone-down': Record<never, never>
  'incidents.kind.unknown': Record<never, never>
  'incidents.menu': Record<never, never>
  'incidents.wake.foot': Record<never, never>
  'incidents.wake.lead': { readonly exercise: 'other' | 'yes'; readonly organisation: string | number; readonly word: string | number; readonly opened: string | number; readonly kind: string | number }
  'incidents.wake.ring': Record<never, never>
  'incidents.wake.subject': { readonly exercise: 'other' | 'yes'; readonly organisation: string | number; readonly word: string | number }
  'incidents.wake.take': Record<never, never>
  'incidents.wake.waiting': { readonly minutes: number }
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
  'mails.because.warning': Record<never, never>
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
  'mails.do.warning': Record<never, never>
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
  'night.again': Record<never, never>
  'night.answer.no': Record<never, never>
  'night.answer.unknown': Record<never, never>
  'night.answer.yes': Record<never, never>
  'night.asOf': { readonly moment: string | number; readonly zone: string | number }
  'night.back.code': Record<never, never>
  'night.back.code.hint': Record<never, never>
  'night.back.code.label': Record<never, never>
  'night.back.go': Record<never, never>
  'night.back.word': Record<never, never>
  'night.back.word.hint': Record<never, never>
  'night.back.word.label': Record<never, never>
  'night.back.word.unknown': Record<never, never>
  'night.before': Record<never, never>
  'night.before.cannot': { readonly at: string | number; readonly step: string | number }
  'night.before.done': { readonly at: string | number; readonly step: string | number }
  'night.cannot': Record<never, never>
  'night.card': { readonly organisation: string | number; readonly place: string | number }
  'night.cardName': { readonly place: string | number }
  'night.cards.lead': Record<never, never>
  'night.cards.list': Record<never, never>
  'night.cards.made': Record<never, never>
  'night.cards.madeBy': { readonly at: string | number; readonly name: string | number }
  'night.cards.make': Record<never, never>
  'night.cards.neverUsed': Record<never, never>
  'night.cards.new': Record<never, never>
  'night.cards.none': Record<never, never>
  'night.cards.none.text': Record<never, never>
  'night.cards.notReachable': Record<never, never>
  'night.cards.once': Record<never, never>
  'night.cards.place': Record<never, never>
  'night.cards.place.hint': Record<never, never>
  'night.cards.place.missing': Record<never, never>
  'night.cards.realm': Record<never, never>
  'night.cards.realm.exercise': Record<never, never>
  'night.cards.realm.real': Record<never, never>
  'night.cards.state': Record<never, never>
  'night.cards.title': Record<never, never>
  'night.cards.used': Record<never, never>
  'night.cards.wayTo': Record<never, never>
  'night.cards.withdraw': { readonly number: string | number; readonly place: string | number }
  'night.cards.withdrawn.done': Record<never, never>
  'night.cards.withdrawnAt': { readonly at: string | number }
  'night.cards.zone': { readonly zone: string | number }
  'night.caseTitle': { readonly kind: string | number; readonly site: string | number }
  'night.closed': { readonly name: string | number; readonly at: string | number }
  'night.danger': Record<never, never>
  'night.danger.hint': Record<never, never>
  'night.decider.heading': Record<never, never>
  'night.decider.name': Record<never, never>
  'night.decider.phone': Record<never, never>
  'night.done': Record<never, never>
  'night.fault.kept': Record<never, never>
  'night.fault.phone.missing': Record<never, never>
  'night.fault.phone.unreadable': Record<never, never>
  'night.fault.title': Record<never, never>
  'night.fault.tooMany': { readonly phone: string | number }
  'night.fault.tooMany.noPhone': Record<never, never>
  'night.gaps': Record<never, never>
  'night.heading': Record<never, never>
  'night.heading.closed': Record<never, never>
  'night.heading.onPhone': Record<never, never>
  'night.heading.reachable': Record<never, never>
  'night.hospital': Record<never, never>
  'night.lead': Record<never, never>
  'night.lost': { readonly word: string | number }
  'night.mail.foot': Record<never, never>
  'night.mail.language': { readonly language: string | number }
  'night.mail.lead': { readonly sent: string | number }
  'night.mail.notSaid': Record<never, never>
  'night.mail.open': Record<never, never>
  'night.mail.ring': Record<never, never>
  'night.mail.subject': { readonly hospital: string | number }
  'night.meanwhile': Record<never, never>
  'night.meanwhile.answered': { readonly name: string | number; readonly at: string | number; readonly number: string | number; readonly by: string | number }
  'night.meanwhile.clocks': Record<never, never>
  'night.meanwhile.nobody': { readonly told: string | number; readonly number: string | number; readonly next: string | number }
  'night.meanwhile.ringUs': { readonly phone: string | number }
  'night.meanwhile.waking': { readonly number: string | number; readonly next: string | number }
  'night.meanwhile.woken': { readonly told: string | number; readonly number: string | number; readonly next: string | number }
  'night.name': Record<never, never>
  'night.noLine': { readonly phone: string | number }
  'night.nobody.text': Record<never, never>
  'night.nobody.title': Record<never, never>
  'night.note.cannot': { readonly step: string | number }
  'night.note.done': { readonly step: string | number }
  'night.numbers': Record<never, never>
  'night.numbers.centre': Record<never, never>
  'night.numbers.emergency': Record<never, never>
  'night.one': Record<never, never>
  'night.phone': Record<never, never>
  'night.phone.hint': Record<never, never>
  'night.received': { readonly organisation: string | number; readonly opened: string | number }
  'night.send': Record<never, never>
  'night.sent.ring': { readonly phone: string | number }
  'night.sent.text': Record<never, never>
  'night.sent.title': Record<never, never>
  'night.sheet.back': Record<never, never>
  'night.sheet.call': { readonly phone: string | number }
  'night.sheet.danger': Record<never, never>
  'night.sheet.exercise': Record<never, never>
  'night.sheet.foot': { readonly number: string | number; readonly made: string | number }
  'night.sheet.leaveOn': Record<never, never>
  'night.sheet.noNet': Record<never, never>
  'night.sheet.once': Record<never, never>
  'night.sheet.ownData': Record<never, never>
  'night.sheet.phone': { readonly phone: string | number }
  'night.sheet.qr': Record<never, never>
  'night.sheet.scan': Record<never, never>
  'night.sheet.title': { readonly place: string | number }
  'night.sheet.typed': Record<never, never>
  'night.sight.data-on-internet': Record<never, never>
  'night.sight.images': Record<never, never>
  'night.sight.laboratory': Record<never, never>
  'night.sight.medical-device': Record<never, never>
  'night.sight.other': Record<never, never>
  'night.sight.patient-records': Record<never, never>
  'night.sight.ransom-note': Record<never, never>
  'night.sight.sign-in': Record<never, never>
  'night.sight.supplier': Record<never, never>
  'night.sight.telephone': Record<never, never>
  'night.sights': Record<never, never>
  'night.sights.hint': Record<never, never>
  'night.site': Record<never, never>
  'night.source': { readonly place: string | number }
  'night.spreading': Record<never, never>
  'night.step.do-not-touch.because': Record<never, never>
  'night.step.do-not-touch.care': Record<never, never>
  'night.step.do-not-touch.limit': Record<never, never>
  'night.step.do-not-touch.title': Record<never, never>
  'night.step.find-phones.because': Record<never, never>
  'night.step.find-phones.care': Record<never, never>
  'night.step.find-phones.limit': Record<never, never>
  'night.step.find-phones.title': Record<never, never>
  'night.step.leave-device.because': Record<never, never>
  'night.step.leave-device.care': Record<never, never>
  'night.step.leave-device.limit': Record<never, never>
  'night.step.leave-device.title': Record<never, never>
  'night.step.note-address.because': Record<never, never>
  'night.step.note-address.care': Record<never, never>
  'night.step.note-address.limit': Record<never, never>
  'night.step.note-address.title': Record<never, never>
  'night.step.paper.because': Record<never, never>
  'night.step.paper.care': Record<never, never>
  'night.step.paper.limit': Record<never, never>
  'night.step.paper.title': Record<never, never>
  'night.step.pull-network.because': { readonly spreading: 'other' | 'yes' }
  'night.step.pull-network.care': Record<never, never>
  'night.step.pull-network.limit': Record<never, never>
  'night.step.pull-network.title': Record<never, never>
  'night.step.ring-decider.because': Record<never, never>
  'night.step.ring-decider.care': Record<never, never>
  'night.step.ring-decider.limit': Record<never, never>
  'night.step.ring-decider.title': Record<never, never>
  'night.step.shut-remote.because': Record<never, never>
  'night.step.shut-remote.care': Record<never, never>
  'night.step.shut-remote.limit': Record<never, never>
  'night.step.shut-remote.title': Record<never, never>
  'night.step.stay-with-patient.because': Record<never, never>
  'night.step.stay-with-patient.care': Record<never, never>
  'night.step.stay-with-patient.limit': Record<never, never>
  'night.step.stay-with-patient.title': Record<never, never>
  'night.step.write-down.because': Record<never, never>
  'night.step.write-down.care': Record<never, never>
  'night.step.write-down.limit': Record<never, never>
  'night.step.write-down.title': Record<never, never>
  'night.title': Record<never, never>
  'night.town': Record<never, never>
  'night.unknown': Record<never, never>
  'night.unknownCode': Record<never, never>
  'night.which': Record<never, never>
  'night.words': Record<never, never>
  'night.words.hint': Record<never, never>
  'night.works': Record<never, never>
  'night.works.emergency': Record<never, never>
  'night.works.hint': Record<never, never>
  'night.works.internet': Record<never, never>
  'night.works.nothing': Record<never, never>
  'night.works.patient-records': Record<never, never>
  'night.works.telephone': Record<never, never>
  'night.works.unknown': Record<never, never>
  'night.you': Record<never, never>
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
  'playbooks.about': Record<never, never>
  'playbooks.answer.no': Record<never, never>
  'playbooks.answer.yes': Record<never, never>
  'playbooks.cacao': Record<never, never>
  'playbooks.cacao.document': Record<never, never>
  'playbooks.cacao.foreign': Record<never, never>
  'playbooks.cacao.in': { readonly language: string | number }
  'playbooks.cacao.own': Record<never, never>
  'playbooks.centre': Record<never, never>
  'playbooks.column.from': Record<never, never>
  'playbooks.column.marking': Record<never, never>
  'playbooks.column.name': Record<never, never>
  'playbooks.column.offered': Record<never, never>
  'playbooks.column.reviewed': Record<never, never>
  'playbooks.done.imported': Record<never, never>
  'playbooks.done.kept': Record<never, never>
  'playbooks.done.offered': Record<never, never>
  'playbooks.due.again': { readonly count: string | number }
  'playbooks.due.at': { readonly moment: string | number }
  'playbooks.due.days': { readonly days: number }
  'playbooks.due.hours': { readonly hours: string | number }
  'playbooks.due.minutes': { readonly minutes: string | number }
  'playbooks.due.none': Record<never, never>
  'playbooks.edition': Record<never, never>
  'playbooks.edition.value': { readonly version: string | number; readonly day: string | number }
  'playbooks.fault.detail': Record<never, never>
  'playbooks.fault.place': Record<never, never>
  'playbooks.fault.remedy': Record<never, never>
  'playbooks.foreign': Record<never, never>
  'playbooks.import.button': Record<never, never>
  'playbooks.import.faults': Record<never, never>
  'playbooks.import.faults.caption': Record<never, never>
  'playbooks.import.file': Record<never, never>
  'playbooks.import.heading': Record<never, never>
  'playbooks.import.hint': { readonly megabytes: string | number }
  'playbooks.import.lead': Record<never, never>
  'playbooks.import.noFile': Record<never, never>
  'playbooks.import.offer': Record<never, never>
  'playbooks.import.offer.hint': Record<never, never>
  'playbooks.import.refused': { readonly count: number }
  'playbooks.import.remarks': Record<never, never>
  'playbooks.import.title': Record<never, never>
  'playbooks.import.whom': Record<never, never>
  'playbooks.list.imported': Record<never, never>
  'playbooks.list.lead': Record<never, never>
  'playbooks.list.none': Record<never, never>
  'playbooks.list.none.text': Record<never, never>
  'playbooks.list.own': Record<never, never>
  'playbooks.list.title': Record<never, never>
  'playbooks.marked': { readonly tlp: string | number }
  'playbooks.marking.none': Record<never, never>
  'playbooks.menu': Record<never, never>
  'playbooks.notFor': Record<never, never>
  'playbooks.offer.start': Record<never, never>
  'playbooks.offer.stop': Record<never, never>
  'playbooks.offered.no': Record<never, never>
  'playbooks.offered.yes': Record<never, never>
  'playbooks.outcome.cannot': Record<never, never>
  'playbooks.outcome.done': Record<never, never>
  'playbooks.paper.how': Record<never, never>
  'playbooks.paper.line': Record<never, never>
  'playbooks.reviewed.clinical': Record<never, never>
  'playbooks.reviewed.no': Record<never, never>
  'playbooks.reviewed.nobody': Record<never, never>
  'playbooks.reviewed.technical': Record<never, never>
  'playbooks.reviewed.yes': Record<never, never>
  'playbooks.run.ended': { readonly who: string | number; readonly moment: string | number }
  'playbooks.run.finished': Record<never, never>
  'playbooks.run.late': { readonly count: number }
  'playbooks.run.progress': { readonly done: string | number; readonly needed: string | number; readonly open: number }
  'playbooks.run.started': { readonly who: string | number; readonly moment: string | number }
  'playbooks.state.late': Record<never, never>
  'playbooks.state.later': Record<never, never>
  'playbooks.state.open': Record<never, never>
  'playbooks.state.skipped': Record<never, never>
  'playbooks.step.because': { readonly text: string | number }
  'playbooks.step.clinician': Record<never, never>
  'playbooks.step.done': { readonly result: string | number; readonly who: string | number; readonly moment: string | number }
  'playbooks.step.doneWhen': Record<never, never>
  'playbooks.step.effect': { readonly text: string | number }
  'playbooks.step.ifCannot': Record<never, never>
  'playbooks.step.note': { readonly who: string | number; readonly moment: string | number }
  'playbooks.step.safety': Record<never, never>
  'playbooks.step.taken': { readonly who: string | number; readonly moment: string | number }
  'playbooks.steps': { readonly count: number }
  'playbooks.steps.from': Record<never, never>
  'playbooks.track.both': Record<never, never>
  'playbooks.track.clinical': Record<never, never>
  'playbooks.track.technical': Record<never, never>
  'playbooks.unreviewed': Record<never, never>
  'playbooks.useWhen': Record<never, never>
  'playbooks.way.end': Record<never, never>
  'playbooks.way.join': { readonly numbers: string | number }
  'playbooks.way.steps': { readonly count: number; readonly numbers: string | number }
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
  'problems.assessments.campaign-runs.detail': { readonly year: string | number }
  'problems.assessments.campaign-runs.remedy': Record<never, never>
  'problems.assessments.campaign-runs.title': Record<never, never>
  'problems.assessments.extract-made.detail': { readonly year: string | number }
  'problems.assessments.extract-made.remedy': Record<never, never>
  'problems.assessments.extract-made.title': Record<never, never>
  'problems.assessments.framework-faulty.detail': { readonly count: number }
  'problems.assessments.framework-faulty.remedy': Record<never, never>
  'problems.assessments.framework-faulty.title': Record<never, never>
  'problems.assessments.framework-known.detail': { readonly name: string | number; readonly version: string | number }
  'problems.assessments.framework-known.remedy': Record<never, never>
  'problems.assessments.framework-known.title': Record<never, never>
  'problems.assessments.link-closed.detail': Record<never, never>
  'problems.assessments.link-closed.remedy': Record<never, never>
  'problems.assessments.link-closed.title': Record<never, never>
  'problems.assessments.moved-on.detail': Record<never, never>
  'problems.assessments.moved-on.remedy': Record<never, never>
  'problems.assessments.moved-on.title': Record<never, never>
  'problems.assessments.not-running.detail': Record<never, never>
  'problems.assessments.not-running.remedy': Record<never, never>
  'problems.assessments.not-running.title': Record<never, never>
  'problems.assessments.running-already.detail': Record<never, never>
  'problems.assessments.running-already.remedy': Record<never, never>
  'problems.assessments.running-already.title': Record<never, never>
  'problems.assessments.too-few.detail': { readonly year: string | number; readonly least: string | number }
  'problems.assessments.too-few.remedy': Record<never, never>
  'problems.assessments.too-few.title': Record<never, never>
  'problems.assessments.unknown.detail': Record<never, never>
  'problems.assessments.unknown.remedy': Record<never, never>
  'problems.assessments.unknown.title': Record<never, never>
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
  'problems.catalogue.changed-meanwhile.detail': Record<never, never>
  'problems.catalogue.changed-meanwhile.remedy': Record<never, never>
  'problems.catalogue.changed-meanwhile.title': Record<never, never>
  'problems.catalogue.moved-on.detail': Record<never, never>
  'problems.catalogue.moved-on.remedy': Record<never, never>
  'problems.catalogue.moved-on.title': Record<never, never>
  'problems.catalogue.not-requestable.detail': Record<never, never>
  'problems.catalogue.not-requestable.remedy': Record<never, never>
  'problems.catalogue.not-requestable.title': Record<never, never>
  'problems.catalogue.unknown.detail': Record<never, never>
  'problems.catalogue.unknown.remedy': Record<never, never>
  'problems.catalogue.unknown.title': Record<never, never>
  'problems.facts.unknown.detail': Record<never, never>
  'problems.facts.unknown.remedy': Record<never, never>
  'problems.facts.unknown.title': Record<never, never>
  'problems.guidance.link-closed.detail': Record<never, never>
  'problems.guidance.link-closed.remedy': Record<never, never>
  'problems.guidance.link-closed.title': Record<never, never>
  'problems.guidance.moved-on.detail': Record<never, never>
  'problems.guidance.moved-on.remedy': Record<never, never>
  'problems.guidance.moved-on.title': Record<never, never>
  'problems.guidance.too-many.detail': Record<never, never>
  'problems.guidance.too-many.remedy': Record<never, never>
  'problems.guidance.too-many.title': Record<never, never>
  'problems.guidance.too-often.detail': Record<never, never>
  'problems.guidance.too-often.remedy': Record<never, never>
  'problems.guidance.too-often.title': Record<never, never>
  'problems.guidance.unknown.detail': Record<never, never>
  'problems.guidance.unknown.remedy': Record<never, never>
  'problems.guidance.unknown.title': Record<never, never>
  'problems.incidents.already-taken.detail': { readonly name: string | number }
  'problems.incidents.already-taken.remedy': Record<never, never>
  'problems.incidents.already-taken.title': Record<never, never>
  'problems.incidents.asset-unknown.detail': { readonly id: string | number }
  'problems.incidents.asset-unknown.remedy': Record<never, never>
  'problems.incidents.asset-unknown.title': Record<never, never>
  'problems.incidents.clock-unowned.detail': { readonly count: number }
  'problems.incidents.clock-unowned.remedy': Record<never, never>
  'problems.incidents.clock-unowned.title': Record<never, never>
  'problems.incidents.closed.detail': { readonly word: string | number }
  'problems.incidents.closed.remedy': Record<never, never>
  'problems.incidents.closed.title': Record<never, never>
  'problems.incidents.door-closed.detail': Record<never, never>
  'problems.incidents.door-closed.remedy': Record<never, never>
  'problems.incidents.door-closed.title': Record<never, never>
  'problems.incidents.evidence-missing.detail': Record<never, never>
  'problems.incidents.evidence-missing.remedy': Record<never, never>
  'problems.incidents.evidence-missing.title': Record<never, never>
  'problems.incidents.evidence-too-large.detail': { readonly megabytes: number }
  'problems.incidents.evidence-too-large.remedy': Record<never, never>
  'problems.incidents.evidence-too-large.title': Record<never, never>
  'problems.incidents.facts-unreadable.detail': { readonly count: number }
  'problems.incidents.facts-unreadable.remedy': Record<never, never>
  'problems.incidents.facts-unreadable.title': Record<never, never>
  'problems.incidents.filing-blocked.detail': Record<never, never>
  'problems.incidents.filing-blocked.remedy': Record<never, never>
  'problems.incidents.filing-blocked.title': Record<never, never>
  'problems.incidents.filing-incomplete.detail': { readonly count: number }
  'problems.incidents.filing-incomplete.remedy': Record<never, never>
  'problems.incidents.filing-incomplete.title': Record<never, never>
  'problems.incidents.filing-unknown.detail': { readonly id: string | number }
  'problems.incidents.filing-unknown.remedy': Record<never, never>
  'problems.incidents.filing-unknown.title': Record<never, never>
  'problems.incidents.no-shift.detail': Record<never, never>
  'problems.incidents.no-shift.remedy': Record<never, never>
  'problems.incidents.no-shift.title': Record<never, never>
  'problems.incidents.not-closed.detail': { readonly word: string | number }
  'problems.incidents.not-closed.remedy': Record<never, never>
  'problems.incidents.not-closed.title': Record<never, never>
  'problems.incidents.read-only.detail': Record<never, never>
  'problems.incidents.read-only.remedy': Record<never, never>
  'problems.incidents.read-only.title': Record<never, never>
  'problems.incidents.reason-missing.detail': Record<never, never>
  'problems.incidents.reason-missing.remedy': Record<never, never>
  'problems.incidents.reason-missing.title': Record<never, never>
  'problems.incidents.task-ended.detail': Record<never, never>
  'problems.incidents.task-ended.remedy': Record<never, never>
  'problems.incidents.task-ended.title': Record<never, never>
  'problems.incidents.unknown.detail': { readonly id: string | number }
  'problems.incidents.unknown.remedy': Record<never, never>
  'problems.incidents.unknown.title': Record<never, never>
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
  'problems.playbooks.already-done.detail': { readonly who: string | number; readonly time: string | number }
  'problems.playbooks.already-done.remedy': Record<never, never>
  'problems.playbooks.already-done.title': Record<never, never>
  'problems.playbooks.already-taken.detail': { readonly who: string | number; readonly time: string | number }
  'problems.playbooks.already-taken.remedy': Record<never, never>
  'problems.playbooks.already-taken.title': Record<never, never>
  'problems.playbooks.import-known.detail': Record<never, never>
  'problems.playbooks.import-known.remedy': Record<never, never>
  'problems.playbooks.import-known.title': Record<never, never>
  'problems.playbooks.no-such-answer.detail': Record<never, never>
  'problems.playbooks.no-such-answer.remedy': Record<never, never>
  'problems.playbooks.no-such-answer.title': Record<never, never>
  'problems.playbooks.no-such-run.detail': Record<never, never>
  'problems.playbooks.no-such-run.remedy': Record<never, never>
  'problems.playbooks.no-such-run.title': Record<never, never>
  'problems.playbooks.no-such-step.detail': Record<never, never>
  'problems.playbooks.no-such-step.remedy': Record<never, never>
  'problems.playbooks.no-such-step.title': Record<never, never>
  'problems.playbooks.not-done.detail': Record<never, never>
  'problems.playbooks.not-done.remedy': Record<never, never>
  'problems.playbooks.not-done.title': Record<never, never>
  'problems.playbooks.not-found.detail': Record<never, never>
  'problems.playbooks.not-found.remedy': Record<never, never>
  'problems.playbooks.not-found.title': Record<never, never>
  'problems.playbooks.not-open.detail': Record<never, never>
  'problems.playbooks.not-open.remedy': Record<never, never>
  'problems.playbooks.not-open.title': Record<never, never>
  'problems.playbooks.not-shareable.detail': { readonly tlp: string | number }
  'problems.playbooks.not-shareable.remedy': Record<never, never>
  'problems.playbooks.not-shareable.title': Record<never, never>
  'problems.playbooks.note-needed.detail': Record<never, never>
  'problems.playbooks.note-needed.remedy': Record<never, never>
  'problems.playbooks.note-needed.title': Record<never, never>
  'problems.playbooks.run-ended.detail': { readonly who: string | number; readonly day: string | number; readonly time: string | number }
  'problems.playbooks.run-ended.remedy': Record<never, never>
  'problems.playbooks.run-ended.title': Record<never, never>
  'problems.playbooks.run-full.detail': { readonly most: string | number }
  'problems.playbooks.run-full.remedy': Record<never, never>
  'problems.playbooks.run-full.title': Record<never, never>
  'problems.sensors.code-not-valid.detail': { readonly minutes: number }
  'problems.sensors.code-not-valid.remedy': Record<never, never>
  'problems.sensors.code-not-valid.title': Record<never, never>
  'problems.sensors.epoch-token-given.detail': { readonly epoch: number }
  'problems.sensors.epoch-token-given.remedy': Record<never, never>
  'problems.sensors.epoch-token-given.title': Record<never, never>
  'problems.sensors.no-pack-file.detail': Record<never, never>
  'problems.sensors.no-pack-file.remedy': Record<never, never>
  'problems.sensors.no-pack-file.title': Record<never, never>
  'problems.sensors.no-such-file.detail': Record<never, never>
  'problems.sensors.no-such-file.remedy': Record<never, never>
  'problems.sensors.no-such-file.title': Record<never, never>
  'problems.sensors.not-anonymous.detail': Record<never, never>
  'problems.sensors.not-anonymous.remedy': Record<never, never>
  'problems.sensors.not-anonymous.title': Record<never, never>
  'problems.sensors.not-blinded.detail': Record<never, never>
  'problems.sensors.not-blinded.remedy': Record<never, never>
  'problems.sensors.not-blinded.title': Record<never, never>
  'problems.sensors.not-found.detail': Record<never, never>
  'problems.sensors.not-found.remedy': Record<never, never>
  'problems.sensors.not-found.title': Record<never, never>
  'problems.sensors.not-packaged.detail': Record<never, never>
  'problems.sensors.not-packaged.remedy': Record<never, never>
  'problems.sensors.not-packaged.title': Record<never, never>
  'problems.sensors.pack-not-newer.detail': { readonly sequence: number }
  'problems.sensors.pack-not-newer.remedy': Record<never, never>
  'problems.sensors.pack-not-newer.title': Record<never, never>
  'problems.sensors.pack-refused.detail': { readonly because: 'expired' | 'mismatch' | 'missing' | 'other' | 'rollback' | 'signatures' | 'toolarge' }
  'problems.sensors.pack-refused.remedy': Record<never, never>
  'problems.sensors.pack-refused.title': Record<never, never>
  'problems.sensors.too-few-hospitals.detail': { readonly least: number }
  'problems.sensors.too-few-hospitals.remedy': Record<never, never>
  'problems.sensors.too-few-hospitals.title': Record<never, never>
  'problems.sensors.too-many-attempts.detail': Record<never, never>
  'problems.sensors.too-many-attempts.remedy': Record<never, never>
  'problems.sensors.too-many-attempts.title': Record<never, never>
  'problems.sensors.too-many-sensors.detail': { readonly sensors: number; readonly codes: number }
  'problems.sensors.too-many-sensors.remedy': Record<never, never>
  'problems.sensors.too-many-sensors.title': Record<never, never>
  'problems.sensors.unknown-epoch.detail': { readonly epoch: number }
  'problems.sensors.unknown-epoch.remedy': Record<never, never>
  'problems.sensors.unknown-epoch.title': Record<never, never>
  'problems.sensors.unknown-item.detail': Record<never, never>
  'problems.sensors.unknown-item.remedy': Record<never, never>
  'problems.sensors.unknown-item.title': Record<never, never>
  'problems.sensors.unknown-signature.detail': Record<never, never>
  'problems.sensors.unknown-signature.remedy': Record<never, never>
  'problems.sensors.unknown-signature.title': Record<never, never>
  'problems.sensors.unknown-token.detail': Record<never, never>
  'problems.sensors.unknown-token.remedy': Record<never, never>
  'problems.sensors.unknown-token.title': Record<never, never>
  'problems.support.dossier-changed.detail': Record<never, never>
  'problems.support.dossier-changed.remedy': Record<never, never>
  'problems.support.dossier-changed.title': Record<never, never>
  'problems.support.dossier-lacks.detail': { readonly count: number }
  'problems.support.dossier-lacks.remedy': Record<never, never>
  'problems.support.dossier-lacks.title': Record<never, never>
  'problems.support.exercise-stays.detail': Record<never, never>
  'problems.support.exercise-stays.remedy': Record<never, never>
  'problems.support.exercise-stays.title': Record<never, never>
  'problems.support.link-closed.detail': Record<never, never>
  'problems.support.link-closed.remedy': Record<never, never>
  'problems.support.link-closed.title': Record<never, never>
  'problems.support.moved-on.detail': Record<never, never>
  'problems.support.moved-on.remedy': Record<never, never>
  'problems.support.moved-on.title': Record<never, never>
  'problems.support.no-longer-there.detail': Record<never, never>
  'problems.support.no-longer-there.remedy': Record<never, never>
  'problems.support.no-longer-there.title': Record<never, never>
  'problems.support.not-your-turn.detail': Record<never, never>
  'problems.support.not-your-turn.remedy': Record<never, never>
  'problems.support.not-your-turn.title': Record<never, never>
  'problems.support.unknown.detail': Record<never, never>
  'problems.support.unknown.remedy': Record<never, never>
  'problems.support.unknown.title': Record<never, never>
  'ransomware.because.ending': { readonly value: string | number; readonly others: number }
  'ransomware.because.fileName': { readonly value: string | number; readonly others: number }
  'ransomware.because.mark': { readonly kind: 'mail' | 'onion' | 'other' | 'tox' | 'wallet'; readonly value: string | number; readonly others: number }
  'ransomware.because.name': { readonly value: string | number; readonly others: number }
  'ransomware.because.text': { readonly percent: string | number; readonly phrases: string | number }
  'ransomware.certainty.likely': Record<never, never>
  'ransomware.certainty.possible': Record<never, never>
  'ransomware.ending.ordinary': Record<never, never>
  'ransomware.form.again': Record<never, never>
  'ransomware.form.button': Record<never, never>
  'ransomware.form.ending': Record<never, never>
  'ransomware.form.ending.hint': Record<never, never>
  'ransomware.form.file': Record<never, never>
  'ransomware.form.file.hint': { readonly megabytes: number }
  'ransomware.form.fileName': Record<never, never>
  'ransomware.form.fileName.hint': Record<never, never>
  'ransomware.form.heading': Record<never, never>
  'ransomware.form.kept': Record<never, never>
  'ransomware.form.note': Record<never, never>
  'ransomware.form.note.hint': Record<never, never>
  'ransomware.form.nothing': Record<never, never>
  'ransomware.found.careful': Record<never, never>
  'ransomware.found.heading': Record<never, never>
  'ransomware.found.none': Record<never, never>
  'ransomware.found.none.meaning': Record<never, never>
  'ransomware.found.one': { readonly family: string | number }
  'ransomware.found.several': { readonly count: number }
  'ransomware.keep.backups': Record<never, never>
  'ransomware.keep.backups.detail': Record<never, never>
  'ransomware.keep.disks': Record<never, never>
  'ransomware.keep.disks.detail': Record<never, never>
  'ransomware.keep.heading': Record<never, never>
  'ransomware.keep.journal': Record<never, never>
  'ransomware.keep.journal.detail': Record<never, never>
  'ransomware.keep.lead': Record<never, never>
  'ransomware.keep.logs': Record<never, never>
  'ransomware.keep.logs.detail': Record<never, never>
  'ransomware.keep.memory': Record<never, never>
  'ransomware.keep.memory.detail': Record<never, never>
  'ransomware.keep.note': Record<never, never>
  'ransomware.keep.note.detail': Record<never, never>
  'ransomware.keep.power': Record<never, never>
  'ransomware.keep.power.detail': Record<never, never>
  'ransomware.keep.samples': Record<never, never>
  'ransomware.keep.samples.detail': Record<never, never>
  'ransomware.lead': Record<never, never>
  'ransomware.menu': Record<never, never>
  'ransomware.notReady': Record<never, never>
  'ransomware.references': Record<never, never>
  'ransomware.references.hint': Record<never, never>
  'ransomware.source.at': { readonly moment: string | number }
  'ransomware.source.counts': { readonly families: number; readonly notes: number }
  'ransomware.source.galaxy': Record<never, never>
  'ransomware.source.licence': { readonly licence: string | number }
  'ransomware.source.notes': Record<never, never>
  'ransomware.source.version': { readonly version: string | number }
  'ransomware.sources.heading': Record<never, never>
  'ransomware.sources.lead': Record<never, never>
  'ransomware.sources.none': Record<never, never>
  'ransomware.sources.none.hint': Record<never, never>
  'ransomware.synonyms': { readonly names: string | number }
  'ransomware.title': Record<never, never>
  'ransomware.tools.copy': Record<never, never>
  'ransomware.tools.heading': Record<never, never>
  'ransomware.tools.police': Record<never, never>
  'ransomware.tools.upload': Record<never, never>
  'ransomware.tools.verify': Record<never, never>
  'ransomware.tools.warning': Record<never, never>
  'ransomware.tools.where': Record<never, never>
  'readiness.age.ageing': Record<never, never>
  'readiness.age.fresh': Record<never, never>
  'readiness.age.stale': Record<never, never>
  'readiness.back': Record<never, never>
  'readiness.card.heading': { readonly holder: string | number }
  'readiness.card.lead': Record<never, never>
  'readiness.card.made': { readonly moment: string | number }
  'readiness.card.next': Record<never, never>
  'readiness.card.once': Record<never, never>
  'readiness.card.picture': Record<never, never>
  'readiness.card.title': Record<never, never>
  'readiness.card.use': Record<never, never>
  'readiness.class.database': Record<never, never>
  'readiness.class.domain-controller': Record<never, never>
  'readiness.class.file-server': Record<never, never>
  'readiness.class.other': Record<never, never>
  'readiness.envelope': Record<never, never>
  'readiness.envelope.facts': Record<never, never>
  'readiness.envelope.facts.lead': Record<never, never>
  'readiness.envelope.full': Record<never, never>
  'readiness.envelope.keep': Record<never, never>
  'readiness.envelope.lead': Record<never, never>
  'readiness.envelope.open': Record<never, never>
  'readiness.envelope.state': Record<never, never>
  'readiness.firstHour.authorities': Record<never, never>
  'readiness.firstHour.call': Record<never, never>
  'readiness.firstHour.decide': Record<never, never>
  'readiness.firstHour.evidence': Record<never, never>
  'readiness.firstHour.journal': Record<never, never>
  'readiness.firstHour.patients': Record<never, never>
  'readiness.firstHour.stop': Record<never, never>
  'readiness.firstHour.wards': Record<never, never>
  'readiness.forecast': Record<never, never>
  'readiness.forecast.atLeast': { readonly hours: string | number; readonly unknown: number }
  'readiness.forecast.known': { readonly hours: string | number }
  'readiness.forecast.noOrder': Record<never, never>
  'readiness.forecast.unknown': Record<never, never>
  'readiness.hours': { readonly hours: string | number }
  'readiness.lead': Record<never, never>
  'readiness.menu': Record<never, never>
  'readiness.open.button': Record<never, never>
  'readiness.open.code': Record<never, never>
  'readiness.open.damaged': Record<never, never>
  'readiness.open.lead': Record<never, never>
  'readiness.open.mistyped': Record<never, never>
  'readiness.open.noScript': Record<never, never>
  'readiness.open.oldBrowser': Record<never, never>
  'readiness.open.opening': Record<never, never>
  'readiness.open.print': Record<never, never>
  'readiness.open.wrongCode': Record<never, never>
  'readiness.order.change': Record<never, never>
  'readiness.order.lead': Record<never, never>
  'readiness.order.save': Record<never, never>
  'readiness.order.systems': Record<never, never>
  'readiness.order.systems.hint': Record<never, never>
  'readiness.order.title': { readonly service: string | number }
  'readiness.order.wrong': { readonly systems: number; readonly characters: number }
  'readiness.outcome.failed': Record<never, never>
  'readiness.outcome.partly': Record<never, never>
  'readiness.outcome.restored': Record<never, never>
  'readiness.pack.asOf': { readonly moment: string | number; readonly zone: string | number }
  'readiness.pack.authorities': Record<never, never>
  'readiness.pack.authorities.none': { readonly country: string | number }
  'readiness.pack.authorities.regions': Record<never, never>
  'readiness.pack.authorities.unreachable': { readonly names: string | number }
  'readiness.pack.authorities.unverified': Record<never, never>
  'readiness.pack.downtime': Record<never, never>
  'readiness.pack.downtime.missing': { readonly services: string | number }
  'readiness.pack.firstHour': Record<never, never>
  'readiness.pack.hours.always': Record<never, never>
  'readiness.pack.hours.unknown': Record<never, never>
  'readiness.pack.hours.weekly': { readonly days: string | number; readonly from: string | number; readonly to: string | number; readonly zone: string | number }
  'readiness.pack.noNumber': Record<never, never>
  'readiness.pack.openingWord': Record<never, never>
  'readiness.pack.order': Record<never, never>
  'readiness.pack.order.none': Record<never, never>
  'readiness.pack.people': Record<never, never>
  'readiness.pack.people.none': Record<never, never>
  'readiness.pack.suppliers': Record<never, never>
  'readiness.pack.suppliers.none': Record<never, never>
  'readiness.pack.title': { readonly organisation: string | number }
  'readiness.page.downtime': { readonly service: string | number }
  'readiness.page.empty': { readonly page: string | number }
  'readiness.page.hint': Record<never, never>
  'readiness.page.save': Record<never, never>
  'readiness.page.written': { readonly page: string | number }
  'readiness.page.wrong': { readonly characters: number }
  'readiness.pages': Record<never, never>
  'readiness.pages.lead': Record<never, never>
  'readiness.pdf.button': { readonly slot: number }
  'readiness.pdf.code': { readonly slot: number }
  'readiness.pdf.code.hint': Record<never, never>
  'readiness.pdf.heading': { readonly slot: number }
  'readiness.pdf.unprintable': Record<never, never>
  'readiness.people': Record<never, never>
  'readiness.people.lead': Record<never, never>
  'readiness.person.add': Record<never, never>
  'readiness.person.agreed': Record<never, never>
  'readiness.person.agreed.question': Record<never, never>
  'readiness.person.agreed.wrong': Record<never, never>
  'readiness.person.agreed.yes': Record<never, never>
  'readiness.person.button': Record<never, never>
  'readiness.person.name': Record<never, never>
  'readiness.person.name.wrong': Record<never, never>
  'readiness.person.phone': Record<never, never>
  'readiness.person.task': Record<never, never>
  'readiness.person.task.hint': Record<never, never>
  'readiness.person.task.wrong': Record<never, never>
  'readiness.phone': { readonly slot: number }
  'readiness.phone.askLead': Record<never, never>
  'readiness.phone.carries': { readonly moment: string | number }
  'readiness.phone.carriesNothing': Record<never, never>
  'readiness.phone.changed': Record<never, never>
  'readiness.phone.code.button': { readonly slot: number }
  'readiness.phone.code.wrong': Record<never, never>
  'readiness.phone.fetch': { readonly slot: number }
  'readiness.phone.fetch.hint': Record<never, never>
  'readiness.phone.firstCode': { readonly slot: number }
  'readiness.phone.holder': { readonly slot: number }
  'readiness.phone.holder.hint': Record<never, never>
  'readiness.phone.holder.wrong': Record<never, never>
  'readiness.phone.language': { readonly slot: number }
  'readiness.phone.neverOpened': Record<never, never>
  'readiness.phone.newCode': { readonly slot: number }
  'readiness.phone.newCode.effect': Record<never, never>
  'readiness.phone.none': Record<never, never>
  'readiness.phone.not-fetched': Record<never, never>
  'readiness.phone.not-tried': Record<never, never>
  'readiness.phone.of': { readonly holder: string | number; readonly moment: string | number }
  'readiness.phone.old': Record<never, never>
  'readiness.phone.opened': { readonly moment: string | number }
  'readiness.phone.ready': Record<never, never>
  'readiness.phone.word': { readonly slot: number }
  'readiness.phone.word.button': { readonly slot: number }
  'readiness.phone.word.hint': Record<never, never>
  'readiness.phone.word.wrong': Record<never, never>
  'readiness.phoneNumber': Record<never, never>
  'readiness.phoneNumber.wrong': Record<never, never>
  'readiness.proof': Record<never, never>
  'readiness.protocol.database.1': Record<never, never>
  'readiness.protocol.database.2': Record<never, never>
  'readiness.protocol.database.3': Record<never, never>
  'readiness.protocol.database.4': Record<never, never>
  'readiness.protocol.database.5': Record<never, never>
  'readiness.protocol.database.6': Record<never, never>
  'readiness.protocol.directory.1': Record<never, never>
  'readiness.protocol.directory.2': Record<never, never>
  'readiness.protocol.directory.3': Record<never, never>
  'readiness.protocol.directory.4': Record<never, never>
  'readiness.protocol.directory.5': Record<never, never>
  'readiness.protocol.directory.6': Record<never, never>
  'readiness.protocol.file.1': Record<never, never>
  'readiness.protocol.file.2': Record<never, never>
  'readiness.protocol.file.3': Record<never, never>
  'readiness.protocol.file.4': Record<never, never>
  'readiness.protocol.file.5': Record<never, never>
  'readiness.protocol.file.6': Record<never, never>
  'readiness.protocols': Record<never, never>
  'readiness.protocols.after': Record<never, never>
  'readiness.protocols.after.text': Record<never, never>
  'readiness.protocols.care': Record<never, never>
  'readiness.protocols.lead': Record<never, never>
  'readiness.protocols.title': Record<never, never>
  'readiness.remove': Record<never, never>
  'readiness.service': Record<never, never>
  'readiness.service.administration': Record<never, never>
  'readiness.service.blood-bank': Record<never, never>
  'readiness.service.dialysis': Record<never, never>
  'readiness.service.emergency': Record<never, never>
  'readiness.service.imaging': Record<never, never>
  'readiness.service.intensive-care': Record<never, never>
  'readiness.service.laboratory': Record<never, never>
  'readiness.service.obstetrics': Record<never, never>
  'readiness.service.outpatient': Record<never, never>
  'readiness.service.pharmacy': Record<never, never>
  'readiness.service.surgery': Record<never, never>
  'readiness.services': Record<never, never>
  'readiness.step.failedSince': { readonly system: string | number }
  'readiness.step.known': { readonly system: string | number; readonly hours: string | number }
  'readiness.step.neverTested': { readonly system: string | number }
  'readiness.step.onlyStale': { readonly system: string | number }
  'readiness.supplier.add': Record<never, never>
  'readiness.supplier.button': Record<never, never>
  'readiness.supplier.contract': Record<never, never>
  'readiness.supplier.contract.hint': Record<never, never>
  'readiness.supplier.contract.wrong': Record<never, never>
  'readiness.supplier.name': Record<never, never>
  'readiness.supplier.name.wrong': Record<never, never>
  'readiness.supplier.phone': Record<never, never>
  'readiness.supplier.supplies': Record<never, never>
  'readiness.supplier.supplies.hint': Record<never, never>
  'readiness.supplier.supplies.wrong': Record<never, never>
  'readiness.suppliers': Record<never, never>
  'readiness.test.class': Record<never, never>
  'readiness.test.class.wrong': Record<never, never>
  'readiness.test.end': Record<never, never>
  'readiness.test.end.hint': Record<never, never>
  'readiness.test.end.wrong': Record<never, never>
  'readiness.test.evidence': Record<never, never>
  'readiness.test.file': Record<never, never>
  'readiness.test.file.hint': { readonly megabytes: number }
  'readiness.test.lead': Record<never, never>
  'readiness.test.note': Record<never, never>
  'readiness.test.note.hint': Record<never, never>
  'readiness.test.note.wrong': Record<never, never>
  'readiness.test.outcome': Record<never, never>
  'readiness.test.outcome.wrong': Record<never, never>
  'readiness.test.recordedBy': { readonly name: string | number }
  'readiness.test.size': Record<never, never>
  'readiness.test.size.wrong': Record<never, never>
  'readiness.test.start': Record<never, never>
  'readiness.test.start.wrong': Record<never, never>
  'readiness.test.system': Record<never, never>
  'readiness.test.system.hint': Record<never, never>
  'readiness.test.system.wrong': Record<never, never>
  'readiness.test.time.hint': { readonly zone: string | number }
  'readiness.test.watchedBy': { readonly name: string | number }
  'readiness.test.watcher': Record<never, never>
  'readiness.test.watcher.hint': Record<never, never>
  'readiness.test.watcher.wrong': Record<never, never>
  'readiness.test.when': Record<never, never>
  'readiness.test.withdraw': Record<never, never>
  'readiness.test.withdrawn': Record<never, never>
  'readiness.tests': Record<never, never>
  'readiness.tests.none': Record<never, never>
  'readiness.tests.none.meaning': Record<never, never>
  'readiness.tests.record': Record<never, never>
  'readiness.tests.rule': { readonly fresh: number; readonly ageing: number; readonly from: string | number }
  'readiness.tests.save': Record<never, never>
  'readiness.title': { readonly known: number; readonly total: number }
  'recovery.add': Record<never, never>
  'recovery.add.button': Record<never, never>
  'recovery.add.hint': Record<never, never>
  'recovery.before': Record<never, never>
  'recovery.before.link': Record<never, never>
  'recovery.care': Record<never, never>
  'recovery.fault.board-full': Record<never, never>
  'recovery.fault.changed': { readonly name: string | number; readonly state: string | number }
  'recovery.fault.known': Record<never, never>
  'recovery.fault.no-hours': Record<never, never>
  'recovery.fault.no-service': Record<never, never>
  'recovery.fault.no-system': Record<never, never>
  'recovery.fault.not-next': Record<never, never>
  'recovery.fault.note-too-long': Record<never, never>
  'recovery.fault.system-too-long': Record<never, never>
  'recovery.finder': Record<never, never>
  'recovery.history': Record<never, never>
  'recovery.hours': { readonly hours: string | number }
  'recovery.keep': Record<never, never>
  'recovery.lead': { readonly organisation: string | number; readonly word: string | number; readonly at: string | number; readonly zone: string | number }
  'recovery.left.back': Record<never, never>
  'recovery.left.restoring': { readonly hours: string | number; readonly tested: string | number; readonly ageing: 'other' | 'yes' }
  'recovery.left.waiting': { readonly hours: string | number; readonly ageing: 'other' | 'yes' }
  'recovery.link': Record<never, never>
  'recovery.needed': { readonly at: string | number; readonly assumed: 'other' | 'yes' }
  'recovery.needed.nobody': Record<never, never>
  'recovery.note': Record<never, never>
  'recovery.opens': Record<never, never>
  'recovery.progress': Record<never, never>
  'recovery.progress.back': Record<never, never>
  'recovery.progress.total': Record<never, never>
  'recovery.progress.waiting': Record<never, never>
  'recovery.progress.working': Record<never, never>
  'recovery.service': Record<never, never>
  'recovery.service.allBack': Record<never, never>
  'recovery.service.atLeast': { readonly hours: string | number; readonly unknown: number }
  'recovery.service.known': { readonly hours: string | number; readonly at: string | number }
  'recovery.service.left': Record<never, never>
  'recovery.service.noOrder': Record<never, never>
  'recovery.service.unknown': Record<never, never>
  'recovery.services': Record<never, never>
  'recovery.services.order': Record<never, never>
  'recovery.state.back': Record<never, never>
  'recovery.state.checked': Record<never, never>
  'recovery.state.restoring': Record<never, never>
  'recovery.state.waiting': Record<never, never>
  'recovery.systems': Record<never, never>
  'recovery.systems.none': Record<never, never>
  'recovery.systems.none.text': Record<never, never>
  'recovery.systems.order': Record<never, never>
  'recovery.tell': Record<never, never>
  'recovery.tell.back': Record<never, never>
  'recovery.tell.checked': Record<never, never>
  'recovery.tell.restoring': Record<never, never>
  'recovery.tell.waiting': Record<never, never>
  'recovery.title': { readonly back: number; readonly total: number }
  'recovery.title.none': Record<never, never>
  'recovery.told': { readonly at: string | number; readonly name: string | number }
  'recovery.tolerable': Record<never, never>
  'recovery.tolerable.button': Record<never, never>
  'recovery.tolerable.by': { readonly name: string | number; readonly at: string | number; readonly earlier: 'other' | 'yes' }
  'recovery.tolerable.heading': Record<never, never>
  'recovery.tolerable.hint': Record<never, never>
  'recovery.tolerable.hours': Record<never, never>
  'recovery.tolerable.lead': Record<never, never>
  'recovery.tolerable.unknown': Record<never, never>
  'recovery.unknown.failed-since': Record<never, never>
  'recovery.unknown.in-no-order': Record<never, never>
  'recovery.unknown.never-tested': Record<never, never>
  'recovery.unknown.only-stale': Record<never, never>
  'recovery.unknown.over-time': { readonly tested: string | number }
  'recovery.verdict': Record<never, never>
  'recovery.verdict.in-time': Record<never, never>
  'recovery.verdict.past': Record<never, never>
  'recovery.verdict.runs': Record<never, never>
  'recovery.verdict.too-late': Record<never, never>
  'recovery.verdict.unknown': Record<never, never>
  'recovery.whole': Record<never, never>
  'recovery.whole.tell': Record<never, never>
  'regulation.applies': { readonly count: number }
  'regulation.applies.none': Record<never, never>
  'regulation.articles': Record<never, never>
  'regulation.articles.source': Record<never, never>
  'regulation.attention': Record<never, never>
  'regulation.attention.none': Record<never, never>
  'regulation.attention.own': { readonly text: string | number }
  'regulation.because': { readonly reasons: string | number }
  'regulation.because.authority': { readonly reference: string | number; readonly open: 'other' | 'yes'; readonly computed: string | number }
  'regulation.because.either': { readonly possible: string | number }
  'regulation.because.open': { readonly possible: string | number; readonly facts: string | number }
  'regulation.change': { readonly now: string | number; readonly before: string | number }
  'regulation.changes': Record<never, never>
  'regulation.class': Record<never, never>
  'regulation.class.essential': Record<never, never>
  'regulation.class.important': Record<never, never>
  'regulation.class.not-in-scope': Record<never, never>
  'regulation.class.uncertain': Record<never, never>
  'regulation.class.unknown': Record<never, never>
  'regulation.coming': { readonly count: number }
  'regulation.evidence': Record<never, never>
  'regulation.evidence.long': { readonly characters: string | number }
  'regulation.evidence.missing': Record<never, never>
  'regulation.facts': Record<never, never>
  'regulation.from': { readonly day: string | number }
  'regulation.history': Record<never, never>
  'regulation.history.day': Record<never, never>
  'regulation.history.taken-back': Record<never, never>
  'regulation.history.what': Record<never, never>
  'regulation.history.who': Record<never, never>
  'regulation.keep.back': Record<never, never>
  'regulation.keep.button': Record<never, never>
  'regulation.keep.evidence': Record<never, never>
  'regulation.keep.hint': { readonly months: number }
  'regulation.keep.renew': Record<never, never>
  'regulation.keep.who': Record<never, never>
  'regulation.keeping': Record<never, never>
  'regulation.kept.nobody': Record<never, never>
  'regulation.kept.over': { readonly day: string | number }
  'regulation.kept.until': { readonly day: string | number }
  'regulation.kept.yes': Record<never, never>
  'regulation.law.ai-act': Record<never, never>
  'regulation.law.cer': Record<never, never>
  'regulation.law.cra': Record<never, never>
  'regulation.law.ehds': Record<never, never>
  'regulation.law.gdpr': Record<never, never>
  'regulation.law.ivdr': Record<never, never>
  'regulation.law.mdr': Record<never, never>
  'regulation.law.national': Record<never, never>
  'regulation.law.nis2': Record<never, never>
  'regulation.lead': { readonly applies: number; readonly open: number; readonly coming: number }
  'regulation.measures': Record<never, never>
  'regulation.menu': Record<never, never>
  'regulation.not-applicable': { readonly count: number }
  'regulation.open': { readonly facts: string | number }
  'regulation.printed': { readonly name: string | number; readonly day: string | number }
  'regulation.question.settles': Record<never, never>
  'regulation.question.step': Record<never, never>
  'regulation.questions': { readonly count: number }
  'regulation.questions.others': { readonly count: number }
  'regulation.rows': Record<never, never>
  'regulation.rows.article': Record<never, never>
  'regulation.rows.open': Record<never, never>
  'regulation.rows.reason': Record<never, never>
  'regulation.rows.table': Record<never, never>
  'regulation.rows.unverified': Record<never, never>
  'regulation.said.done': Record<never, never>
  'regulation.state.applies': Record<never, never>
  'regulation.state.coming': Record<never, never>
  'regulation.state.not-applicable': Record<never, never>
  'regulation.state.uncertain': Record<never, never>
  'regulation.state.unknown': Record<never, never>
  'regulation.title.at-least-important': Record<never, never>
  'regulation.title.essential': Record<never, never>
  'regulation.title.important': Record<never, never>
  'regulation.title.not-in-scope': Record<never, never>
  'regulation.title.open': Record<never, never>
  'regulation.title.uncertain': Record<never, never>
  'regulation.uncertain': { readonly count: number }
  'regulation.uncertain.lead': Record<never, never>
  'regulation.unknown': { readonly count: number }
  'regulation.unknown.lead': Record<never, never>
  'regulation.unverified': Record<never, never>
  'regulation.what': Record<never, never>
  'regulation.whom': Record<never, never>
  'regulation.whom.all': Record<never, never>
  'regulation.whom.no-way': Record<never, never>
  'regulation.whom.nobody': Record<never, never>
  'regulation.whom.not-found': Record<never, never>
  'regulation.whom.one-of': { readonly count: string | number }
  'regulation.why': Record<never, never>
  'room.added': Record<never, never>
  'room.answers.correct': Record<never, never>
  'room.answers.enter': Record<never, never>
  'room.answers.heading': Record<never, never>
  'room.answers.notYet': Record<never, never>
  'room.assets.add': Record<never, never>
  'room.assets.asset': Record<never, never>
  'room.assets.button': Record<never, never>
  'room.assets.found': Record<never, never>
  'room.assets.gone': Record<never, never>
  'room.assets.heading': Record<never, never>
  'room.assets.lead': Record<never, never>
  'room.assets.more': { readonly count: number }
  'room.assets.none': Record<never, never>
  'room.assets.note': Record<never, never>
  'room.assets.noteLabel': Record<never, never>
  'room.assets.nothing': Record<never, never>
  'room.assets.number': Record<never, never>
  'room.assets.search': Record<never, never>
  'room.assets.searchFirst': Record<never, never>
  'room.assets.title': Record<never, never>
  'room.back': { readonly word: string | number }
  'room.because': Record<never, never>
  'room.because.hint': Record<never, never>
  'room.brief.assessment': Record<never, never>
  'room.brief.background': Record<never, never>
  'room.brief.changed': { readonly since: string | number }
  'room.brief.clock': Record<never, never>
  'room.brief.clocks': Record<never, never>
  'room.brief.due': Record<never, never>
  'room.brief.lead': { readonly at: string | number; readonly zone: string | number }
  'room.brief.link': Record<never, never>
  'room.brief.noClocks': Record<never, never>
  'room.brief.noPromises': Record<never, never>
  'room.brief.noServices': Record<never, never>
  'room.brief.notDecided': Record<never, never>
  'room.brief.notKnown': Record<never, never>
  'room.brief.nothing': Record<never, never>
  'room.brief.promises': Record<never, never>
  'room.brief.recommendation': Record<never, never>
  'room.brief.show': Record<never, never>
  'room.brief.since': Record<never, never>
  'room.brief.situation': Record<never, never>
  'room.brief.title': { readonly word: string | number }
  'room.cancel': Record<never, never>
  'room.care.button': Record<never, never>
  'room.care.divertedTo': { readonly where: string | number }
  'room.care.divertedTo.label': Record<never, never>
  'room.care.expected': { readonly at: string | number }
  'room.care.expectedAt': Record<never, never>
  'room.care.expectedAt.hint': { readonly zone: string | number }
  'room.care.heading': Record<never, never>
  'room.care.last': { readonly state: string | number; readonly name: string | number; readonly at: string | number }
  'room.care.lead': Record<never, never>
  'room.care.notTold': Record<never, never>
  'room.care.note': Record<never, never>
  'room.care.note.hint': Record<never, never>
  'room.care.passed': { readonly at: string | number }
  'room.care.question': Record<never, never>
  'room.care.service': Record<never, never>
  'room.care.state': Record<never, never>
  'room.care.toldBy': { readonly name: string | number; readonly at: string | number }
  'room.care.update': Record<never, never>
  'room.clock.always': Record<never, never>
  'room.clock.asAsked': Record<never, never>
  'room.clock.doneAgain': Record<never, never>
  'room.clock.enough': Record<never, never>
  'room.clock.immediately': Record<never, never>
  'room.clock.missing': { readonly facts: string | number }
  'room.clock.missingSome': { readonly facts: string | number; readonly count: number }
  'room.clock.noTime': Record<never, never>
  'room.clock.nothingNeeded': Record<never, never>
  'room.clock.owner': Record<never, never>
  'room.clock.plusHours': { readonly at: string | number; readonly moment: string | number; readonly hours: number }
  'room.clock.plusMonths': { readonly at: string | number; readonly moment: string | number; readonly months: number }
  'room.clock.starts': { readonly moment: string | number }
  'room.clock.struck': { readonly until: string | number }
  'room.clock.toCritical': Record<never, never>
  'room.clock.toDone': Record<never, never>
  'room.clock.toDoneNamed': { readonly rule: string | number }
  'room.clock.toFiling': Record<never, never>
  'room.clock.toOwner': Record<never, never>
  'room.clock.unowned': Record<never, never>
  'room.clock.withoutDelay': Record<never, never>
  'room.clock.workedOut': Record<never, never>
  'room.clocks.heading': Record<never, never>
  'room.clocks.none': Record<never, never>
  'room.clocks.now': { readonly now: string | number; readonly zone: string | number }
  'room.clocks.others': { readonly count: number }
  'room.close.button': Record<never, never>
  'room.close.clocks': { readonly count: number }
  'room.close.lead': Record<never, never>
  'room.close.link': Record<never, never>
  'room.close.note': Record<never, never>
  'room.close.note.hint': Record<never, never>
  'room.close.reopen': Record<never, never>
  'room.close.title': Record<never, never>
  'room.critical.label': Record<never, never>
  'room.critical.lead': Record<never, never>
  'room.critical.title': Record<never, never>
  'room.custody.altered': { readonly sha256: string | number }
  'room.custody.handed-over': { readonly name: string | number; readonly whom: string | number }
  'room.custody.opened': { readonly name: string | number }
  'room.custody.received': { readonly name: string | number }
  'room.decided.criticalEntity': Record<never, never>
  'room.decided.done': { readonly at: string | number }
  'room.decided.extractTlp': Record<never, never>
  'room.decided.owner': { readonly name: string | number }
  'room.decided.significant': Record<never, never>
  'room.done.at': Record<never, never>
  'room.done.button': Record<never, never>
  'room.done.known': { readonly at: string | number; readonly name: string | number }
  'room.done.lead': Record<never, never>
  'room.done.takeBack': Record<never, never>
  'room.done.title': { readonly rule: string | number }
  'room.evidence.add': Record<never, never>
  'room.evidence.button': Record<never, never>
  'room.evidence.file': Record<never, never>
  'room.evidence.file.hint': Record<never, never>
  'room.evidence.handOver': Record<never, never>
  'room.evidence.heading': Record<never, never>
  'room.evidence.lead': { readonly megabytes: number }
  'room.evidence.none': Record<never, never>
  'room.evidence.open': Record<never, never>
  'room.evidence.size': { readonly bytes: string | number }
  'room.evidence.taken': { readonly from: string | number; readonly at: string | number }
  'room.evidence.takenAt': Record<never, never>
  'room.evidence.takenFrom': Record<never, never>
  'room.evidence.takenFrom.hint': Record<never, never>
  'room.evidence.title': Record<never, never>
  'room.facts.add': Record<never, never>
  'room.facts.again': Record<never, never>
  'room.facts.again.one': { readonly fact: string | number }
  'room.facts.button': Record<never, never>
  'room.facts.countries.hint': Record<never, never>
  'room.facts.fact': Record<never, never>
  'room.facts.from': Record<never, never>
  'room.facts.heading': Record<never, never>
  'room.facts.hours.hint': Record<never, never>
  'room.facts.lead': Record<never, never>
  'room.facts.none': Record<never, never>
  'room.facts.nothing': Record<never, never>
  'room.facts.once': Record<never, never>
  'room.facts.percent.hint': Record<never, never>
  'room.facts.reason': Record<never, never>
  'room.facts.reason.hint': Record<never, never>
  'room.facts.recorded': { readonly name: string | number; readonly at: string | number }
  'room.facts.source': Record<never, never>
  'room.facts.source.hint': Record<never, never>
  'room.facts.sure': Record<never, never>
  'room.facts.takenBack': Record<never, never>
  'room.facts.until': { readonly at: string | number; readonly name: string | number }
  'room.facts.value': Record<never, never>
  'room.fault.changed-by': { readonly name: string | number; readonly value: string | number }
  'room.fault.changed-meanwhile': Record<never, never>
  'room.fault.choose': Record<never, never>
  'room.fault.days': Record<never, never>
  'room.fault.line': { readonly field: string | number; readonly fault: string | number }
  'room.fault.line-too-long': Record<never, never>
  'room.fault.missing': Record<never, never>
  'room.fault.no-answer': Record<never, never>
  'room.fault.no-country': Record<never, never>
  'room.fault.no-file': Record<never, never>
  'room.fault.no-number': Record<never, never>
  'room.fault.no-share': Record<never, never>
  'room.fault.no-time': Record<never, never>
  'room.fault.not-past': Record<never, never>
  'room.fault.not-yet': Record<never, never>
  'room.fault.nothing-new': Record<never, never>
  'room.fault.reason-missing': Record<never, never>
  'room.fault.too-long': Record<never, never>
  'room.fault.too-many-lines': Record<never, never>
  'room.fault.year': Record<never, never>
  'room.field.zone': { readonly zone: string | number }
  'room.group.care': Record<never, never>
  'room.group.device': Record<never, never>
  'room.group.measures': Record<never, never>
  'room.group.nature': Record<never, never>
  'room.group.personalData': Record<never, never>
  'room.group.ransom': Record<never, never>
  'room.group.reach': Record<never, never>
  'room.group.significance': Record<never, never>
  'room.group.times': Record<never, never>
  'room.guests.add': Record<never, never>
  'room.guests.button': Record<never, never>
  'room.guests.days': Record<never, never>
  'room.guests.days.hint': { readonly max: number }
  'room.guests.heading': Record<never, never>
  'room.guests.lead': Record<never, never>
  'room.guests.link': Record<never, never>
  'room.guests.made': { readonly name: string | number }
  'room.guests.may': Record<never, never>
  'room.guests.may.read': Record<never, never>
  'room.guests.may.read.hint': Record<never, never>
  'room.guests.may.write': Record<never, never>
  'room.guests.may.write.hint': Record<never, never>
  'room.guests.name': Record<never, never>
  'room.guests.none': Record<never, never>
  'room.guests.ofWhom': Record<never, never>
  'room.guests.ofWhom.hint': Record<never, never>
  'room.guests.once': { readonly until: string | number }
  'room.guests.out': Record<never, never>
  'room.guests.over': Record<never, never>
  'room.guests.revoked': Record<never, never>
  'room.guests.title': Record<never, never>
  'room.guests.until': Record<never, never>
  'room.handOver.lead': Record<never, never>
  'room.handOver.title': { readonly file: string | number }
  'room.handOver.toWhom': Record<never, never>
  'room.handOver.toWhom.hint': Record<never, never>
  'room.head.takenBy': { readonly name: string | number }
  'room.head.takenByNobody': Record<never, never>
  'room.inbound.at': Record<never, never>
  'room.inbound.csirtAnsweredAt': Record<never, never>
  'room.inbound.earlyWarningReceivedAt': Record<never, never>
  'room.inbound.intermediateReportDueAt': Record<never, never>
  'room.inbound.lead': Record<never, never>
  'room.inbound.processorToldAt': Record<never, never>
  'room.indicatorType.domain': Record<never, never>
  'room.indicatorType.email': Record<never, never>
  'room.indicatorType.file-name': Record<never, never>
  'room.indicatorType.ipv4': Record<never, never>
  'room.indicatorType.ipv6': Record<never, never>
  'room.indicatorType.md5': Record<never, never>
  'room.indicatorType.other': Record<never, never>
  'room.indicatorType.sha1': Record<never, never>
  'room.indicatorType.sha256': Record<never, never>
  'room.indicatorType.url': Record<never, never>
  'room.indicators.add': Record<never, never>
  'room.indicators.button': Record<never, never>
  'room.indicators.detect': Record<never, never>
  'room.indicators.heading': Record<never, never>
  'room.indicators.lead': { readonly max: number }
  'room.indicators.lines': Record<never, never>
  'room.indicators.lines.hint': Record<never, never>
  'room.indicators.none': Record<never, never>
  'room.indicators.note': Record<never, never>
  'room.indicators.title': Record<never, never>
  'room.indicators.type': Record<never, never>
  'room.indicators.value': Record<never, never>
  'room.journal.asset-added': { readonly what: string | number; readonly who: string | number }
  'room.journal.asset-removed': { readonly what: string | number; readonly who: string | number }
  'room.journal.closed': { readonly who: string | number }
  'room.journal.decided': { readonly what: string | number; readonly who: string | number }
  'room.journal.evidence-added': { readonly what: string | number; readonly who: string | number }
  'room.journal.evidence-handed-over': { readonly what: string | number; readonly who: string | number }
  'room.journal.extract-made': { readonly who: string | number }
  'room.journal.fact-corrected': { readonly what: string | number; readonly who: string | number }
  'room.journal.fact-recorded': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-checked': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-correction-void': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-not-arrived': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-prepared': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-receipted': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-refused': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-sending': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-sent': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-settled': { readonly what: string | number; readonly who: string | number }
  'room.journal.filing-void': { readonly what: string | number; readonly who: string | number }
  'room.journal.guest-invited': { readonly who: string | number; readonly what: string | number }
  'room.journal.guest-shown-out': { readonly who: string | number; readonly what: string | number }
  'room.journal.indicator-removed': { readonly who: string | number }
  'room.journal.indicators-added': { readonly who: string | number; readonly what: string | number }
  'room.journal.lesson-added': { readonly what: string | number; readonly who: string | number }
  'room.journal.officer-woken': Record<never, never>
  'room.journal.opened': { readonly who: string | number; readonly what: string | number }
  'room.journal.profile-changed': Record<never, never>
  'room.journal.promise-added': { readonly what: string | number; readonly who: string | number }
  'room.journal.renamed': { readonly who: string | number; readonly what: string | number }
  'room.journal.reopened': { readonly who: string | number }
  'room.journal.run-ended': { readonly who: string | number }
  'room.journal.run-started': { readonly who: string | number }
  'room.journal.service-told': { readonly what: string | number; readonly who: string | number }
  'room.journal.system-told': { readonly who: string | number; readonly what: string | number }
  'room.journal.taken': { readonly who: string | number }
  'room.journal.task-added': { readonly what: string | number; readonly who: string | number }
  'room.journal.task-assigned': { readonly what: string | number; readonly who: string | number }
  'room.journal.task-ended': { readonly what: string | number; readonly who: string | number }
  'room.journal.tolerance-told': { readonly who: string | number; readonly what: string | number }
  'room.lesson.add': Record<never, never>
  'room.lesson.heading': Record<never, never>
  'room.lesson.none': Record<never, never>
  'room.list.clock': Record<never, never>
  'room.list.closed': Record<never, never>
  'room.list.exercise': Record<never, never>
  'room.list.exercises': Record<never, never>
  'room.list.lead': Record<never, never>
  'room.list.lead.centre': Record<never, never>
  'room.list.member': Record<never, never>
  'room.list.more': { readonly count: number }
  'room.list.noClock': Record<never, never>
  'room.list.nobody': Record<never, never>
  'room.list.none': Record<never, never>
  'room.list.none.text': Record<never, never>
  'room.list.open': Record<never, never>
  'room.list.since': Record<never, never>
  'room.list.taken': Record<never, never>
  'room.list.title': { readonly count: number }
  'room.list.unowned': { readonly count: number }
  'room.list.what': Record<never, never>
  'room.list.word': Record<never, never>
  'room.next.ask-service': { readonly service: string | number }
  'room.next.ask-service.because': Record<never, never>
  'room.next.ask-service.button': Record<never, never>
  'room.next.aware': Record<never, never>
  'room.next.aware.because': Record<never, never>
  'room.next.aware.button': Record<never, never>
  'room.next.calm': Record<never, never>
  'room.next.calm.because': Record<never, never>
  'room.next.clock': { readonly rule: string | number }
  'room.next.clock.because': { readonly due: string | number; readonly moved: 'other' | 'yes' }
  'room.next.clock.button': Record<never, never>
  'room.next.closed': Record<never, never>
  'room.next.closed.because': { readonly name: string | number; readonly at: string | number }
  'room.next.label': Record<never, never>
  'room.next.late-clock': { readonly rule: string | number }
  'room.next.late-clock.because': { readonly due: string | number; readonly moved: 'other' | 'yes' }
  'room.next.late-clock.button': Record<never, never>
  'room.next.late-promise.because': { readonly owner: string | number; readonly due: string | number }
  'room.next.late-promise.button': Record<never, never>
  'room.next.late-task.because': { readonly owner: string | number; readonly due: string | number }
  'room.next.late-task.button': Record<never, never>
  'room.next.noPhone': Record<never, never>
  'room.next.own-clock': { readonly rule: string | number }
  'room.next.own-clock.because': Record<never, never>
  'room.next.own-clock.button': Record<never, never>
  'room.next.ring': { readonly name: string | number }
  'room.next.significance': Record<never, never>
  'room.next.significance.because': Record<never, never>
  'room.next.significance.button': Record<never, never>
  'room.next.take': Record<never, never>
  'room.next.take.because': { readonly opened: string | number }
  'room.next.take.button': Record<never, never>
  'room.next.tell-services': Record<never, never>
  'room.next.tell-services.because': Record<never, never>
  'room.next.tell-services.button': Record<never, never>
  'room.notDone.button': Record<never, never>
  'room.notDone.lead': Record<never, never>
  'room.notDone.title': { readonly rule: string | number }
  'room.note.button': Record<never, never>
  'room.note.by.action': { readonly name: string | number }
  'room.note.by.call': { readonly name: string | number }
  'room.note.by.decision': { readonly name: string | number }
  'room.note.by.lesson': { readonly name: string | number }
  'room.note.by.note': { readonly name: string | number }
  'room.note.happenedAt': Record<never, never>
  'room.note.happenedAt.hint': { readonly zone: string | number }
  'room.note.kind': Record<never, never>
  'room.note.kind.action': Record<never, never>
  'room.note.kind.call': Record<never, never>
  'room.note.kind.decision': Record<never, never>
  'room.note.kind.lesson': Record<never, never>
  'room.note.kind.note': Record<never, never>
  'room.note.lead': Record<never, never>
  'room.note.text': Record<never, never>
  'room.note.title': Record<never, never>
  'room.open.awareAt': Record<never, never>
  'room.open.awareAt.hint': Record<never, never>
  'room.open.button': Record<never, never>
  'room.open.description': Record<never, never>
  'room.open.description.hint': Record<never, never>
  'room.open.exercise': Record<never, never>
  'room.open.exercise.hint': Record<never, never>
  'room.open.exercise.yes': Record<never, never>
  'room.open.kind': Record<never, never>
  'room.open.lead': Record<never, never>
  'room.open.member': Record<never, never>
  'room.open.name': Record<never, never>
  'room.open.name.hint': Record<never, never>
  'room.open.phone': Record<never, never>
  'room.open.phone.hint': Record<never, never>
  'room.open.title': Record<never, never>
  'room.open.zoneOfMember': Record<never, never>
  'room.owner.lead': Record<never, never>
  'room.owner.name': Record<never, never>
  'room.owner.note': Record<never, never>
  'room.owner.noteDefault': Record<never, never>
  'room.owner.title': { readonly rule: string | number }
  'room.print.foot': { readonly word: string | number; readonly name: string | number; readonly at: string | number; readonly zone: string | number }
  'room.print.how': Record<never, never>
  'room.print.link': Record<never, never>
  'room.print.phone': { readonly phone: string | number }
  'room.print.title': { readonly word: string | number }
  'room.promise.add': Record<never, never>
  'room.promise.heading': Record<never, never>
  'room.promise.none': Record<never, never>
  'room.promise.to': { readonly name: string | number }
  'room.remove': Record<never, never>
  'room.save': Record<never, never>
  'room.service.administration': Record<never, never>
  'room.service.blood-bank': Record<never, never>
  'room.service.dialysis': Record<never, never>
  'room.service.emergency': Record<never, never>
  'room.service.imaging': Record<never, never>
  'room.service.intensive-care': Record<never, never>
  'room.service.laboratory': Record<never, never>
  'room.service.obstetrics': Record<never, never>
  'room.service.outpatient': Record<never, never>
  'room.service.pharmacy': Record<never, never>
  'room.service.surgery': Record<never, never>
  'room.serviceState.diverted': Record<never, never>
  'room.serviceState.diverted.hint': Record<never, never>
  'room.serviceState.on-paper': Record<never, never>
  'room.serviceState.on-paper.hint': Record<never, never>
  'room.serviceState.reduced': Record<never, never>
  'room.serviceState.reduced.hint': Record<never, never>
  'room.serviceState.running': Record<never, never>
  'room.serviceState.running.hint': Record<never, never>
  'room.serviceState.stopped': Record<never, never>
  'room.serviceState.stopped.hint': Record<never, never>
  'room.settings.link': Record<never, never>
  'room.settings.name': Record<never, never>
  'room.settings.title': Record<never, never>
  'room.settings.tlp': Record<never, never>
  'room.side': Record<never, never>
  'room.significance.answer.happened': Record<never, never>
  'room.significance.answer.no': Record<never, never>
  'room.significance.answer.possible': Record<never, never>
  'room.significance.answer.unknown': Record<never, never>
  'room.significance.because': Record<never, never>
  'room.significance.because.hint': Record<never, never>
  'room.significance.button': Record<never, never>
  'room.significance.damageToOthers': Record<never, never>
  'room.significance.damageToOthers.hint': Record<never, never>
  'room.significance.financialLoss': Record<never, never>
  'room.significance.financialLoss.hint': Record<never, never>
  'room.significance.inDoubt': Record<never, never>
  'room.significance.inDoubt.hint': Record<never, never>
  'room.significance.inDoubt.yes': Record<never, never>
  'room.significance.last': { readonly answer: string | number; readonly name: string | number; readonly at: string | number }
  'room.significance.lead': Record<never, never>
  'room.significance.severeDisruption': Record<never, never>
  'room.significance.severeDisruption.hint': Record<never, never>
  'room.significance.title': Record<never, never>
  'room.state.closed': Record<never, never>
  'room.state.open': Record<never, never>
  'room.task.add': Record<never, never>
  'room.task.assign': Record<never, never>
  'room.task.button': Record<never, never>
  'room.task.doneBy': { readonly name: string | number; readonly at: string | number }
  'room.task.droppedBy': { readonly name: string | number; readonly at: string | number }
  'room.task.dueAt': Record<never, never>
  'room.task.end': Record<never, never>
  'room.task.end.button': Record<never, never>
  'room.task.end.done': Record<never, never>
  'room.task.end.dropped': Record<never, never>
  'room.task.end.state': Record<never, never>
  'room.task.ended': Record<never, never>
  'room.task.heading': Record<never, never>
  'room.task.kind': Record<never, never>
  'room.task.kind.lesson': Record<never, never>
  'room.task.kind.lesson.hint': Record<never, never>
  'room.task.kind.promise': Record<never, never>
  'room.task.kind.promise.hint': Record<never, never>
  'room.task.kind.task': Record<never, never>
  'room.task.kind.task.hint': Record<never, never>
  'room.task.late': { readonly due: string | number }
  'room.task.lead': Record<never, never>
  'room.task.none': Record<never, never>
  'room.task.outcome': Record<never, never>
  'room.task.owner': Record<never, never>
  'room.task.standing': { readonly owner: string | number; readonly due: string | number }
  'room.task.title': Record<never, never>
  'room.task.toWhom': Record<never, never>
  'room.task.toWhom.hint': Record<never, never>
  'room.task.what': Record<never, never>
  'room.timeline.add': Record<never, never>
  'room.timeline.all': { readonly count: number }
  'room.timeline.heading': Record<never, never>
  'room.tlp.amber': Record<never, never>
  'room.tlp.amber+strict': Record<never, never>
  'room.tlp.clear': Record<never, never>
  'room.tlp.green': Record<never, never>
  'room.tlp.red': Record<never, never>
  'room.via.first-contact': Record<never, never>
  'room.via.member': Record<never, never>
  'room.via.officer': Record<never, never>
  'room.who.card': Record<never, never>
  'room.who.centre': Record<never, never>
  'room.who.engine': Record<never, never>
  'room.who.guest': Record<never, never>
  'room.who.member': Record<never, never>
  'room.why.anchor': { readonly at: string | number; readonly moment: string | number }
  'room.why.article': Record<never, never>
  'room.why.calculation': Record<never, never>
  'room.why.countedFrom': Record<never, never>
  'room.why.moved': { readonly until: string | number }
  'room.why.movedBy': { readonly until: string | number; readonly fact: string | number }
  'room.why.noAnchor': Record<never, never>
  'room.why.rule': Record<never, never>
  'room.why.ruleId': { readonly id: string | number; readonly from: string | number }
  'room.why.summary': Record<never, never>
  'room.why.trigger': Record<never, never>
  'runs.asOf': { readonly organisation: string | number; readonly word: string | number; readonly at: string | number; readonly zone: string | number }
  'runs.end': Record<never, never>
  'runs.end.early': Record<never, never>
  'runs.end.why': Record<never, never>
  'runs.ended': { readonly who: string | number }
  'runs.fault.missing': Record<never, never>
  'runs.fault.no-button': Record<never, never>
  'runs.fault.now': Record<never, never>
  'runs.fault.too-long': Record<never, never>
  'runs.heading': Record<never, never>
  'runs.new.button': Record<never, never>
  'runs.new.fault.choose': Record<never, never>
  'runs.new.fault.too-many': Record<never, never>
  'runs.new.imported': { readonly name: string | number }
  'runs.new.lead': Record<never, never>
  'runs.new.made': Record<never, never>
  'runs.new.running': Record<never, never>
  'runs.new.title': Record<never, never>
  'runs.new.which': Record<never, never>
  'runs.none': Record<never, never>
  'runs.note': Record<never, never>
  'runs.note.add': Record<never, never>
  'runs.note.button': Record<never, never>
  'runs.note.only': Record<never, never>
  'runs.note.whole': Record<never, never>
  'runs.of': { readonly number: number }
  'runs.open': Record<never, never>
  'runs.open.mine': Record<never, never>
  'runs.open.none': Record<never, never>
  'runs.open.taken': { readonly who: string | number }
  'runs.progress': { readonly done: number; readonly needed: number }
  'runs.reload': Record<never, never>
  'runs.reopen': Record<never, never>
  'runs.reopen.button': Record<never, never>
  'runs.reopen.why': Record<never, never>
  'runs.role': Record<never, never>
  'runs.role.button': Record<never, never>
  'runs.role.none': Record<never, never>
  'runs.start': Record<never, never>
  'runs.take': Record<never, never>
  'runs.take.over': Record<never, never>
  'runs.whole': Record<never, never>
  'sensors.asset': Record<never, never>
  'sensors.asset.ehr': Record<never, never>
  'sensors.asset.medical-device': Record<never, never>
  'sensors.asset.network': Record<never, never>
  'sensors.asset.pacs': Record<never, never>
  'sensors.asset.server': Record<never, never>
  'sensors.asset.several': Record<never, never>
  'sensors.asset.unknown': Record<never, never>
  'sensors.asset.workstation': Record<never, never>
  'sensors.atLeast': { readonly hospitals: number }
  'sensors.blind': Record<never, never>
  'sensors.blind.none': Record<never, never>
  'sensors.blind.value': { readonly count: number; readonly sources: string | number }
  'sensors.code.done': Record<never, never>
  'sensors.code.enrol': Record<never, never>
  'sensors.code.get': Record<never, never>
  'sensors.code.get.check': { readonly sha256: string | number }
  'sensors.code.heading': Record<never, never>
  'sensors.code.lead': { readonly until: string | number; readonly minutes: number }
  'sensors.code.needs': Record<never, never>
  'sensors.code.once': Record<never, never>
  'sensors.code.title': { readonly label: string | number }
  'sensors.code.watch': Record<never, never>
  'sensors.column.advice': Record<never, never>
  'sensors.column.days': Record<never, never>
  'sensors.column.false': Record<never, never>
  'sensors.column.hospitals': Record<never, never>
  'sensors.column.item': Record<never, never>
  'sensors.column.last': Record<never, never>
  'sensors.column.logs': Record<never, never>
  'sensors.column.pack': Record<never, never>
  'sensors.column.reported': Record<never, never>
  'sensors.column.rules': Record<never, never>
  'sensors.column.sensor': Record<never, never>
  'sensors.column.standing': Record<never, never>
  'sensors.column.warned': Record<never, never>
  'sensors.coverage': Record<never, never>
  'sensors.coverage.because': { readonly count: number; readonly named: 'other' | 'some'; readonly sources: string | number }
  'sensors.coverage.because.silent': { readonly unknown: number; readonly sensors: number }
  'sensors.coverage.blind': Record<never, never>
  'sensors.coverage.covered': Record<never, never>
  'sensors.coverage.say': { readonly covered: number; readonly all: number }
  'sensors.coverage.table': Record<never, never>
  'sensors.coverage.technique': Record<never, never>
  'sensors.coverage.unknown': Record<never, never>
  'sensors.draft.advice': { readonly title: string | number }
  'sensors.draft.seen': { readonly hospitals: number; readonly when: string | number; readonly title: string | number; readonly hasTechniques: 'other' | 'yes'; readonly techniques: string | number }
  'sensors.draft.title': { readonly title: string | number }
  'sensors.enrol': Record<never, never>
  'sensors.enrol.label': Record<never, never>
  'sensors.enrol.label.hint': Record<never, never>
  'sensors.enrol.label.wrong': { readonly most: number }
  'sensors.enrol.make': Record<never, never>
  'sensors.enrol.only': Record<never, never>
  'sensors.enrol.say': { readonly minutes: number }
  'sensors.enrolled': Record<never, never>
  'sensors.fewer': Record<never, never>
  'sensors.fleet': Record<never, never>
  'sensors.fleet.none': Record<never, never>
  'sensors.fleet.pack': Record<never, never>
  'sensors.fleet.part.before': { readonly sequence: number }
  'sensors.fleet.part.never-reported': Record<never, never>
  'sensors.fleet.part.newest': { readonly sequence: number }
  'sensors.fleet.part.older': Record<never, never>
  'sensors.fleet.part.silent': Record<never, never>
  'sensors.fleet.part.without-pack': Record<never, never>
  'sensors.fleet.say': { readonly members: number; readonly sensors: number }
  'sensors.fleet.sensors': Record<never, never>
  'sensors.health': Record<never, never>
  'sensors.item': Record<never, never>
  'sensors.lead': Record<never, never>
  'sensors.level': Record<never, never>
  'sensors.level.critical': Record<never, never>
  'sensors.level.high': Record<never, never>
  'sensors.level.informational': Record<never, never>
  'sensors.level.low': Record<never, never>
  'sensors.level.medium': Record<never, never>
  'sensors.list': Record<never, never>
  'sensors.logs.silent': { readonly source: string | number; readonly since: string | number }
  'sensors.logs.unknown': { readonly since: string | number }
  'sensors.logs.well': Record<never, never>
  'sensors.mail.proposal.foot': Record<never, never>
  'sensors.mail.proposal.nobody': Record<never, never>
  'sensors.mail.proposal.open': Record<never, never>
  'sensors.mail.proposal.say': { readonly hospitals: number; readonly days: number; readonly title: string | number }
  'sensors.mail.proposal.subject': { readonly title: string | number }
  'sensors.menu': Record<never, never>
  'sensors.menu.packs': Record<never, never>
  'sensors.menu.sightings': Record<never, never>
  'sensors.never': Record<never, never>
  'sensors.none': Record<never, never>
  'sensors.none.text': Record<never, never>
  'sensors.outcome': Record<never, never>
  'sensors.outcome.blocked': Record<never, never>
  'sensors.outcome.false-positive': Record<never, never>
  'sensors.outcome.not-blocked': Record<never, never>
  'sensors.outcome.several': Record<never, never>
  'sensors.outcome.unknown': Record<never, never>
  'sensors.pack.behind': { readonly sequence: number; readonly newest: number; readonly day: string | number }
  'sensors.pack.newest': { readonly sequence: number }
  'sensors.pack.none': Record<never, never>
  'sensors.packs.expiry': { readonly state: 'other' | 'over' | 'soon'; readonly until: string | number }
  'sensors.packs.file': Record<never, never>
  'sensors.packs.hint': { readonly megabytes: number }
  'sensors.packs.indicators': Record<never, never>
  'sensors.packs.lead': Record<never, never>
  'sensors.packs.list': Record<never, never>
  'sensors.packs.name': { readonly id: string | number; readonly sequence: number }
  'sensors.packs.noFile': Record<never, never>
  'sensors.packs.none': Record<never, never>
  'sensors.packs.none.text': Record<never, never>
  'sensors.packs.only': Record<never, never>
  'sensors.packs.pack': Record<never, never>
  'sensors.packs.publish': Record<never, never>
  'sensors.packs.rules': Record<never, never>
  'sensors.packs.selfTest': Record<never, never>
  'sensors.packs.selfTest.value': { readonly withSamples: number; readonly untested: number }
  'sensors.packs.title': { readonly sequence: number }
  'sensors.packs.when': Record<never, never>
  'sensors.prevalence': Record<never, never>
  'sensors.prevalence.source': { readonly days: number }
  'sensors.prevalence.value': { readonly hospitals: number; readonly speaking: number }
  'sensors.preview.edit': Record<never, never>
  'sensors.preview.lead': { readonly members: number }
  'sensors.preview.mailed': { readonly urgency: 'now' | 'other' }
  'sensors.preview.members': Record<never, never>
  'sensors.preview.nobody': Record<never, never>
  'sensors.preview.overtaken': Record<never, never>
  'sensors.preview.say': Record<never, never>
  'sensors.preview.send': { readonly members: number }
  'sensors.preview.send.heading': Record<never, never>
  'sensors.preview.title': Record<never, never>
  'sensors.preview.urgency': Record<never, never>
  'sensors.preview.whom': Record<never, never>
  'sensors.rules': { readonly loaded: string | number; readonly unsupported: number; readonly blind: number }
  'sensors.rules.all': { readonly loaded: number; readonly unsupported: number; readonly quarantined: number }
  'sensors.sightings.fleet': Record<never, never>
  'sensors.sightings.lead': { readonly least: number; readonly members: number; readonly speaking: number }
  'sensors.sightings.meta': { readonly days: number }
  'sensors.sightings.none': Record<never, never>
  'sensors.sightings.none.text': Record<never, never>
  'sensors.sightings.seen': Record<never, never>
  'sensors.sightings.title': { readonly count: number }
  'sensors.sightings.tune': Record<never, never>
  'sensors.source.dicom': Record<never, never>
  'sensors.source.dns': Record<never, never>
  'sensors.source.ehr-audit': Record<never, never>
  'sensors.source.firewall': Record<never, never>
  'sensors.source.hl7': Record<never, never>
  'sensors.source.linux-audit': Record<never, never>
  'sensors.source.network-sensor': Record<never, never>
  'sensors.source.other': Record<never, never>
  'sensors.source.proxy': Record<never, never>
  'sensors.source.syslog': Record<never, never>
  'sensors.source.webserver': Record<never, never>
  'sensors.source.windows-event-log': Record<never, never>
  'sensors.source.windows-forwarded': Record<never, never>
  'sensors.span': { readonly from: string | number; readonly until: string | number }
  'sensors.standing.current': Record<never, never>
  'sensors.standing.current.say': Record<never, never>
  'sensors.standing.never-reported': Record<never, never>
  'sensors.standing.never-reported.say': Record<never, never>
  'sensors.standing.old-pack': Record<never, never>
  'sensors.standing.old-pack.say': Record<never, never>
  'sensors.standing.silent': Record<never, never>
  'sensors.standing.silent.say': Record<never, never>
  'sensors.standing.withdrawn': Record<never, never>
  'sensors.standing.withdrawn.say': Record<never, never>
  'sensors.standing.without-pack': Record<never, never>
  'sensors.standing.without-pack.say': Record<never, never>
  'sensors.title': { readonly count: number; readonly well: number }
  'sensors.trouble': Record<never, never>
  'sensors.trouble.count': { readonly concerned: number; readonly sensors: number }
  'sensors.trouble.member': Record<never, never>
  'sensors.trouble.more': { readonly count: number }
  'sensors.trouble.none': Record<never, never>
  'sensors.trouble.none.text': Record<never, never>
  'sensors.trouble.say': Record<never, never>
  'sensors.tune.say': Record<never, never>
  'sensors.version': Record<never, never>
  'sensors.warn': Record<never, never>
  'sensors.warn.advice': { readonly language: string | number }
  'sensors.warn.audience': Record<never, never>
  'sensors.warn.audience.say': Record<never, never>
  'sensors.warn.blocked': { readonly least: number }
  'sensors.warn.countries': Record<never, never>
  'sensors.warn.empty': Record<never, never>
  'sensors.warn.exposure': Record<never, never>
  'sensors.warn.exposure.controlled': Record<never, never>
  'sensors.warn.exposure.hint': Record<never, never>
  'sensors.warn.exposure.open': Record<never, never>
  'sensors.warn.exposure.unknown': Record<never, never>
  'sensors.warn.kinds': Record<never, never>
  'sensors.warn.lead': Record<never, never>
  'sensors.warn.long': { readonly most: number }
  'sensors.warn.missing': Record<never, never>
  'sensors.warn.preview': Record<never, never>
  'sensors.warn.say': Record<never, never>
  'sensors.warn.seen': { readonly language: string | number }
  'sensors.warn.sensor': Record<never, never>
  'sensors.warn.sensor.all': Record<never, never>
  'sensors.warn.sensor.with': Record<never, never>
  'sensors.warn.sensor.without': Record<never, never>
  'sensors.warn.title.field': { readonly language: string | number }
  'sensors.warned': { readonly day: string | number; readonly members: number }
  'sensors.warned.by': { readonly day: string | number; readonly who: string | number; readonly members: number }
  'sensors.warned.not': Record<never, never>
  'sensors.weeks': Record<never, never>
  'sensors.weeks.all': Record<never, never>
  'sensors.weeks.false': Record<never, never>
  'sensors.weeks.say': Record<never, never>
  'sensors.weeks.seen': Record<never, never>
  'sensors.weeks.week': Record<never, never>
  'sensors.when': Record<never, never>
  'sensors.when.hospitals': Record<never, never>
  'sensors.when.say': { readonly least: number }
  'sensors.withdraw': Record<never, never>
  'sensors.withdraw.say': Record<never, never>
  'sensors.withdrawn.done': Record<never, never>
  'sensors.withdrawn.list': { readonly count: number }
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
  'shell.navigation.more': Record<never, never>
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
  'shifts.because': { readonly cases: number; readonly unowned: number }
  'shifts.begin': Record<never, never>
  'shifts.begin.button': Record<never, never>
  'shifts.begin.text': Record<never, never>
  'shifts.brief': Record<never, never>
  'shifts.brief.empty': Record<never, never>
  'shifts.brief.none': Record<never, never>
  'shifts.case': { readonly word: string | number; readonly organisation: string | number }
  'shifts.clock': Record<never, never>
  'shifts.clocks': Record<never, never>
  'shifts.due': Record<never, never>
  'shifts.end': Record<never, never>
  'shifts.end.button': Record<never, never>
  'shifts.error.name': Record<never, never>
  'shifts.error.unowned': { readonly count: number }
  'shifts.from': Record<never, never>
  'shifts.none': Record<never, never>
  'shifts.owner': Record<never, never>
  'shifts.owner.none': Record<never, never>
  'shifts.owner.say': Record<never, never>
  'shifts.past': Record<never, never>
  'shifts.promise': { readonly whom: string | number; readonly title: string | number; readonly due: string | number; readonly owner: string | number }
  'shifts.running': { readonly since: string | number }
  'shifts.title': Record<never, never>
  'shifts.to': Record<never, never>
  'shifts.to.hint': Record<never, never>
  'shifts.until': Record<never, never>
  'shifts.who': Record<never, never>
  'shifts.zone': { readonly zone: string | number }
  'support.aid.answer.because': Record<never, never>
  'support.aid.answer.heading': Record<never, never>
  'support.aid.answer.send': Record<never, never>
  'support.aid.area': Record<never, never>
  'support.aid.area.hint': Record<never, never>
  'support.aid.because': Record<never, never>
  'support.aid.capacity': Record<never, never>
  'support.aid.circle': Record<never, never>
  'support.aid.circle.all': Record<never, never>
  'support.aid.circle.countries': Record<never, never>
  'support.aid.circle.members': Record<never, never>
  'support.aid.countries': Record<never, never>
  'support.aid.countries.choose': Record<never, never>
  'support.aid.from': Record<never, never>
  'support.aid.from.hint': Record<never, never>
  'support.aid.heading': Record<never, never>
  'support.aid.kind': Record<never, never>
  'support.aid.kind.beds': Record<never, never>
  'support.aid.kind.devices': Record<never, never>
  'support.aid.kind.laboratory': Record<never, never>
  'support.aid.kind.network': Record<never, never>
  'support.aid.kind.other': Record<never, never>
  'support.aid.kind.patients': Record<never, never>
  'support.aid.kind.people': Record<never, never>
  'support.aid.kind.transport': Record<never, never>
  'support.aid.lead': Record<never, never>
  'support.aid.members': Record<never, never>
  'support.aid.members.hint': Record<never, never>
  'support.aid.name': Record<never, never>
  'support.aid.name.hint': Record<never, never>
  'support.aid.name.label': Record<never, never>
  'support.aid.need.answer': { readonly title: string | number }
  'support.aid.need.answer.text': Record<never, never>
  'support.aid.need.heading': Record<never, never>
  'support.aid.need.lead': Record<never, never>
  'support.aid.need.post': Record<never, never>
  'support.aid.need.title': Record<never, never>
  'support.aid.need.title.hint': Record<never, never>
  'support.aid.needs': Record<never, never>
  'support.aid.needs.none': Record<never, never>
  'support.aid.none.text': Record<never, never>
  'support.aid.offer.answer': { readonly title: string | number }
  'support.aid.offer.answer.text': Record<never, never>
  'support.aid.offer.heading': Record<never, never>
  'support.aid.offer.lead': Record<never, never>
  'support.aid.offer.post': Record<never, never>
  'support.aid.offer.title': Record<never, never>
  'support.aid.offer.title.hint': Record<never, never>
  'support.aid.offers': Record<never, never>
  'support.aid.offers.none': Record<never, never>
  'support.aid.open': Record<never, never>
  'support.aid.over': Record<never, never>
  'support.aid.own': Record<never, never>
  'support.aid.own.none': Record<never, never>
  'support.aid.say': Record<never, never>
  'support.aid.seen.countries': { readonly countries: string | number }
  'support.aid.seen.members': { readonly count: number }
  'support.aid.subject': Record<never, never>
  'support.aid.subject.need': Record<never, never>
  'support.aid.subject.offer': Record<never, never>
  'support.aid.text': Record<never, never>
  'support.aid.title': { readonly needs: number; readonly offers: number }
  'support.aid.title.label': Record<never, never>
  'support.aid.unnamed': Record<never, never>
  'support.aid.until': Record<never, never>
  'support.aid.what': Record<never, never>
  'support.aid.who': Record<never, never>
  'support.aid.withdraw': { readonly title: string | number }
  'support.aid.withdrawn': Record<never, never>
  'support.answer.no': Record<never, never>
  'support.answer.unknown': Record<never, never>
  'support.answer.yes': Record<never, never>
  'support.call.askedBy': Record<never, never>
  'support.call.case': Record<never, never>
  'support.call.heading': Record<never, never>
  'support.call.history': Record<never, never>
  'support.call.kind': Record<never, never>
  'support.call.promise': Record<never, never>
  'support.call.ring': Record<never, never>
  'support.call.send': Record<never, never>
  'support.call.text': Record<never, never>
  'support.call.text.hint': Record<never, never>
  'support.call.title.asked': Record<never, never>
  'support.call.title.closed': Record<never, never>
  'support.call.title.delivered': Record<never, never>
  'support.call.title.promised': { readonly who: string | number }
  'support.call.title.taken': { readonly name: string | number }
  'support.call.title.under-way': { readonly who: string | number }
  'support.call.title.withdrawn': Record<never, never>
  'support.call.what': Record<never, never>
  'support.calls.asked': Record<never, never>
  'support.calls.by': Record<never, never>
  'support.calls.caption': Record<never, never>
  'support.calls.empty': Record<never, never>
  'support.calls.empty.text': Record<never, never>
  'support.calls.heading': Record<never, never>
  'support.calls.none': Record<never, never>
  'support.calls.state': Record<never, never>
  'support.calls.what': Record<never, never>
  'support.case.exercise': { readonly title: string | number }
  'support.case.label': Record<never, never>
  'support.case.none': Record<never, never>
  'support.chain.contact-point': Record<never, never>
  'support.chain.csirt': Record<never, never>
  'support.chain.hospital': Record<never, never>
  'support.chain.later': Record<never, never>
  'support.chain.reserve': Record<never, never>
  'support.chain.turn': Record<never, never>
  'support.choose': Record<never, never>
  'support.clock.answer': Record<never, never>
  'support.clock.promise': Record<never, never>
  'support.clock.why': { readonly rule: string | number; readonly verified: 'other' | 'yes' }
  'support.contact.name': Record<never, never>
  'support.contact.phone': Record<never, never>
  'support.decide.decision': Record<never, never>
  'support.decide.endorsed': Record<never, never>
  'support.decide.hand-over': Record<never, never>
  'support.decide.heading.contact-point': Record<never, never>
  'support.decide.heading.csirt': Record<never, never>
  'support.decide.heading.hospital': Record<never, never>
  'support.decide.heading.reserve': Record<never, never>
  'support.decide.lacking': { readonly items: string | number }
  'support.decide.mandate': Record<never, never>
  'support.decide.mandate.hint': Record<never, never>
  'support.decide.name': Record<never, never>
  'support.decide.receipt': Record<never, never>
  'support.decide.recorded': Record<never, never>
  'support.decide.refused': Record<never, never>
  'support.decide.role': Record<never, never>
  'support.decide.send': Record<never, never>
  'support.decide.text': Record<never, never>
  'support.decide.text.hint': Record<never, never>
  'support.decision.endorsed': Record<never, never>
  'support.decision.refused': Record<never, never>
  'support.done.ask': { readonly name: string | number }
  'support.done.deliver': { readonly name: string | number }
  'support.done.give-back': { readonly name: string | number }
  'support.done.helped': { readonly name: string | number }
  'support.done.not-helped': { readonly name: string | number }
  'support.done.partly-helped': { readonly name: string | number }
  'support.done.promise': { readonly name: string | number }
  'support.done.start': { readonly name: string | number }
  'support.done.take': { readonly name: string | number }
  'support.done.withdraw': { readonly name: string | number }
  'support.dossier.after': Record<never, never>
  'support.dossier.age': Record<never, never>
  'support.dossier.before': Record<never, never>
  'support.dossier.broken': Record<never, never>
  'support.dossier.changes': { readonly count: number }
  'support.dossier.changes.text': Record<never, never>
  'support.dossier.column': Record<never, never>
  'support.dossier.ended': Record<never, never>
  'support.dossier.endorsements': Record<never, never>
  'support.dossier.hash': Record<never, never>
  'support.dossier.item': Record<never, never>
  'support.dossier.items': Record<never, never>
  'support.dossier.json': Record<never, never>
  'support.dossier.lead': Record<never, never>
  'support.dossier.leadOnly': Record<never, never>
  'support.dossier.meter': { readonly ready: number; readonly all: number }
  'support.dossier.name': Record<never, never>
  'support.dossier.name.hint': Record<never, never>
  'support.dossier.needed': Record<never, never>
  'support.dossier.notDirectly': { readonly regulation: string | number; readonly article: string | number }
  'support.dossier.notReady': Record<never, never>
  'support.dossier.notYet': Record<never, never>
  'support.dossier.open': Record<never, never>
  'support.dossier.open.heading': Record<never, never>
  'support.dossier.opened': Record<never, never>
  'support.dossier.own': Record<never, never>
  'support.dossier.practice': Record<never, never>
  'support.dossier.short': Record<never, never>
  'support.dossier.state.accepted': Record<never, never>
  'support.dossier.state.draft': Record<never, never>
  'support.dossier.state.ended': Record<never, never>
  'support.dossier.state.refused': Record<never, never>
  'support.dossier.state.with-contact-point': Record<never, never>
  'support.dossier.state.with-csirt': Record<never, never>
  'support.dossier.state.with-reserve': Record<never, never>
  'support.dossier.state.withdrawn': Record<never, never>
  'support.dossier.title': { readonly ready: number; readonly all: number }
  'support.dossier.withdrawn': Record<never, never>
  'support.dossier.written': { readonly days: number; readonly name: string | number }
  'support.endorse.thanks': Record<never, never>
  'support.endorse.thanks.text': Record<never, never>
  'support.exercise.box': Record<never, never>
  'support.exercise.hint': Record<never, never>
  'support.exercise.label': Record<never, never>
  'support.exercise.word': Record<never, never>
  'support.fact.awareAt': Record<never, never>
  'support.fact.countriesAffected': Record<never, never>
  'support.fact.crossBorder': Record<never, never>
  'support.fact.description': Record<never, never>
  'support.fact.detectedAt': Record<never, never>
  'support.fact.financialLoss': Record<never, never>
  'support.fact.impact': Record<never, never>
  'support.fact.maliciousSuspected': Record<never, never>
  'support.fact.measuresTaken': Record<never, never>
  'support.fact.occurredAt': Record<never, never>
  'support.fact.ongoing': Record<never, never>
  'support.fact.ransomAmount': Record<never, never>
  'support.fact.ransomDemanded': Record<never, never>
  'support.fact.ransomPaid': Record<never, never>
  'support.fact.ransomWallet': Record<never, never>
  'support.fact.rootCause': Record<never, never>
  'support.fact.threatType': Record<never, never>
  'support.fault.choose': Record<never, never>
  'support.fault.country': Record<never, never>
  'support.fault.far': Record<never, never>
  'support.fault.long': Record<never, never>
  'support.fault.missing': Record<never, never>
  'support.fault.names': Record<never, never>
  'support.fault.order': Record<never, never>
  'support.fault.own-name': Record<never, never>
  'support.fault.past': Record<never, never>
  'support.fault.phone': Record<never, never>
  'support.fault.time': Record<never, never>
  'support.item.contacts': Record<never, never>
  'support.item.contacts.hint': Record<never, never>
  'support.item.contracts': Record<never, never>
  'support.item.contracts.hint': Record<never, never>
  'support.item.entity': Record<never, never>
  'support.item.entity.hint': Record<never, never>
  'support.item.impact': Record<never, never>
  'support.item.impact.hint': Record<never, never>
  'support.item.mandate': Record<never, never>
  'support.item.mandate.hint': Record<never, never>
  'support.item.measures': Record<never, never>
  'support.item.measures.hint': Record<never, never>
  'support.item.national': Record<never, never>
  'support.item.national.hint': Record<never, never>
  'support.item.remote-access': Record<never, never>
  'support.item.remote-access.hint': Record<never, never>
  'support.item.request': Record<never, never>
  'support.item.request.hint': Record<never, never>
  'support.item.save': Record<never, never>
  'support.item.state.draft': Record<never, never>
  'support.item.state.missing': Record<never, never>
  'support.item.state.old': Record<never, never>
  'support.item.state.ready': Record<never, never>
  'support.item.suggestion': Record<never, never>
  'support.item.text.hint': Record<never, never>
  'support.item.write': Record<never, never>
  'support.kind.advice': Record<never, never>
  'support.kind.advice.hint': Record<never, never>
  'support.kind.communication': Record<never, never>
  'support.kind.communication.hint': Record<never, never>
  'support.kind.forensics': Record<never, never>
  'support.kind.forensics.hint': Record<never, never>
  'support.kind.hands': Record<never, never>
  'support.kind.hands.hint': Record<never, never>
  'support.kind.restore': Record<never, never>
  'support.kind.restore.hint': Record<never, never>
  'support.kind.talk': Record<never, never>
  'support.kind.talk.hint': Record<never, never>
  'support.lead': Record<never, never>
  'support.link.exercise': Record<never, never>
  'support.link.forWhom': Record<never, never>
  'support.link.heading': Record<never, never>
  'support.link.made': { readonly days: number }
  'support.link.make': Record<never, never>
  'support.link.say': Record<never, never>
  'support.link.state.open': { readonly until: string | number }
  'support.link.state.over': { readonly until: string | number }
  'support.link.state.revoked': { readonly until: string | number }
  'support.link.state.used': { readonly until: string | number }
  'support.link.takeBack': { readonly name: string | number }
  'support.mail.call.broken': { readonly exercise: 'other' | 'yes'; readonly organisation: string | number; readonly due: string | number; readonly kind: string | number }
  'support.mail.call.open': Record<never, never>
  'support.mail.call.ring': Record<never, never>
  'support.mail.call.subject': { readonly exercise: 'other' | 'yes'; readonly organisation: string | number; readonly kind: string | number }
  'support.mail.call.waiting': { readonly exercise: 'other' | 'yes'; readonly organisation: string | number; readonly kind: string | number; readonly due: string | number }
  'support.mail.dossier.endorsed': { readonly exercise: 'other' | 'yes'; readonly who: string | number; readonly title: string | number }
  'support.mail.dossier.handed-over': { readonly exercise: 'other' | 'yes'; readonly title: string | number }
  'support.mail.dossier.refused': { readonly exercise: 'other' | 'yes'; readonly who: string | number; readonly title: string | number }
  'support.mail.foot.centre': Record<never, never>
  'support.mail.foot.circle': Record<never, never>
  'support.mail.foot.exercise': Record<never, never>
  'support.mail.foot.own': Record<never, never>
  'support.mail.match.accepted': { readonly exercise: 'other' | 'yes'; readonly title: string | number }
  'support.mail.match.answered': { readonly exercise: 'other' | 'yes'; readonly title: string | number }
  'support.mail.match.declined': { readonly exercise: 'other' | 'yes'; readonly title: string | number }
  'support.mail.need.lead': { readonly exercise: 'other' | 'yes' }
  'support.mail.need.open': Record<never, never>
  'support.mail.need.subject': { readonly exercise: 'other' | 'yes'; readonly title: string | number }
  'support.mail.open': Record<never, never>
  'support.match.heading': Record<never, never>
  'support.match.need.owner': Record<never, never>
  'support.match.need.partner': Record<never, never>
  'support.match.offer.owner': Record<never, never>
  'support.match.offer.partner': Record<never, never>
  'support.match.other': Record<never, never>
  'support.match.state.accepted': Record<never, never>
  'support.match.state.asked': Record<never, never>
  'support.match.state.declined': Record<never, never>
  'support.match.state.ended': Record<never, never>
  'support.match.state.withdrawn': Record<never, never>
  'support.match.step.accept': { readonly title: string | number }
  'support.match.step.decline': { readonly title: string | number }
  'support.match.step.end': { readonly title: string | number }
  'support.match.step.withdraw': { readonly title: string | number }
  'support.match.unnamed': Record<never, never>
  'support.menu': Record<never, never>
  'support.menu.centre': Record<never, never>
  'support.police.at': Record<never, never>
  'support.police.authorities': Record<never, never>
  'support.police.case': Record<never, never>
  'support.police.custody': Record<never, never>
  'support.police.evidence': Record<never, never>
  'support.police.evidence.none': Record<never, never>
  'support.police.facts': Record<never, never>
  'support.police.file': Record<never, never>
  'support.police.freeText': Record<never, never>
  'support.police.heading': Record<never, never>
  'support.police.indicators': Record<never, never>
  'support.police.indicators.none': Record<never, never>
  'support.police.json': Record<never, never>
  'support.police.lead': Record<never, never>
  'support.police.missing': { readonly facts: string | number }
  'support.police.none': Record<never, never>
  'support.police.notVerified': Record<never, never>
  'support.police.offices': Record<never, never>
  'support.police.offices.none': Record<never, never>
  'support.police.read': Record<never, never>
  'support.police.reporter': Record<never, never>
  'support.police.say': Record<never, never>
  'support.police.taken': Record<never, never>
  'support.police.title': { readonly word: string | number }
  'support.police.type': Record<never, never>
  'support.police.value': Record<never, never>
  'support.prefill.class': { readonly entityClass: string | number; readonly source: string | number }
  'support.prefill.countries': { readonly countries: string | number }
  'support.prefill.duty.deputy': Record<never, never>
  'support.prefill.duty.management': Record<never, never>
  'support.prefill.duty.primary': Record<never, never>
  'support.prefill.employees': { readonly count: number }
  'support.prefill.night': { readonly phone: string | number }
  'support.queue.aid': Record<never, never>
  'support.queue.aid.none': Record<never, never>
  'support.queue.dossiers': Record<never, never>
  'support.queue.dossiers.none': Record<never, never>
  'support.queue.empty': Record<never, never>
  'support.queue.empty.text': Record<never, never>
  'support.queue.heading': { readonly count: number }
  'support.queue.lead': Record<never, never>
  'support.queue.member': Record<never, never>
  'support.queue.open': Record<never, never>
  'support.queue.over': Record<never, never>
  'support.queue.title': Record<never, never>
  'support.reserve.heading': Record<never, never>
  'support.reserve.open': Record<never, never>
  'support.reserve.say': { readonly ready: number; readonly all: number }
  'support.state.asked': Record<never, never>
  'support.state.closed': Record<never, never>
  'support.state.delivered': Record<never, never>
  'support.state.late': { readonly state: string | number }
  'support.state.promised': Record<never, never>
  'support.state.taken': Record<never, never>
  'support.state.under-way': Record<never, never>
  'support.state.withdrawn': Record<never, never>
  'support.step.deliver': Record<never, never>
  'support.step.deliver.heading': Record<never, never>
  'support.step.give-back': Record<never, never>
  'support.step.give-back.heading': Record<never, never>
  'support.step.helped': Record<never, never>
  'support.step.helped.heading': Record<never, never>
  'support.step.not-helped': Record<never, never>
  'support.step.not-helped.heading': Record<never, never>
  'support.step.note': Record<never, never>
  'support.step.note.needed': Record<never, never>
  'support.step.other': Record<never, never>
  'support.step.partly-helped': Record<never, never>
  'support.step.partly-helped.heading': Record<never, never>
  'support.step.promise': Record<never, never>
  'support.step.promise.heading': Record<never, never>
  'support.step.start': Record<never, never>
  'support.step.start.heading': Record<never, never>
  'support.step.take': Record<never, never>
  'support.step.take.heading': Record<never, never>
  'support.step.when': Record<never, never>
  'support.step.who': Record<never, never>
  'support.step.who.hint': Record<never, never>
  'support.step.withdraw': Record<never, never>
  'support.step.withdraw.heading': Record<never, never>
  'support.title': Record<never, never>
  'support.unverified': { readonly rule: string | number }
  'support.value.administration': Record<never, never>
  'support.value.blood-bank': Record<never, never>
  'support.value.dialysis': Record<never, never>
  'support.value.diverted': Record<never, never>
  'support.value.emergency': Record<never, never>
  'support.value.handed-over': Record<never, never>
  'support.value.happened': Record<never, never>
  'support.value.imaging': Record<never, never>
  'support.value.intensive-care': Record<never, never>
  'support.value.laboratory': Record<never, never>
  'support.value.obstetrics': Record<never, never>
  'support.value.on-paper': Record<never, never>
  'support.value.opened': Record<never, never>
  'support.value.outpatient': Record<never, never>
  'support.value.pharmacy': Record<never, never>
  'support.value.possible': Record<never, never>
  'support.value.received': Record<never, never>
  'support.value.reduced': Record<never, never>
  'support.value.stopped': Record<never, never>
  'support.value.surgery': Record<never, never>
  'support.via.centre': { readonly name: string | number }
  'support.via.link': { readonly name: string | number }
  'support.zone': { readonly zone: string | number }
  'training.badge.criteria': { readonly needed: number; readonly questions: number }
  'training.badge.description': { readonly minutes: number }
  'training.because.biomedical': Record<never, never>
  'training.because.board': Record<never, never>
  'training.because.doctor': Record<never, never>
  'training.because.facts': { readonly facts: string | number }
  'training.because.it': Record<never, never>
  'training.because.no': { readonly facts: string | number }
  'training.because.pharmacy-laboratory': Record<never, never>
  'training.because.reception': Record<never, never>
  'training.because.unknown': { readonly facts: string | number }
  'training.because.ward': Record<never, never>
  'training.busy.text': Record<never, never>
  'training.busy.title': Record<never, never>
  'training.campaign.heading': Record<never, never>
  'training.campaign.label': Record<never, never>
  'training.campaign.list': Record<never, never>
  'training.campaign.members': Record<never, never>
  'training.campaign.only': Record<never, never>
  'training.campaign.plan': Record<never, never>
  'training.campaign.planned': { readonly members: number }
  'training.campaign.say': Record<never, never>
  'training.centre.lead': Record<never, never>
  'training.centre.member': Record<never, never>
  'training.centre.none': Record<never, never>
  'training.centre.none.text': Record<never, never>
  'training.centre.rates': Record<never, never>
  'training.centre.share': Record<never, never>
  'training.centre.share.value': { readonly percent: number }
  'training.centre.title': { readonly members: number }
  'training.certificate.back': Record<never, never>
  'training.certificate.file': Record<never, never>
  'training.certificate.has': Record<never, never>
  'training.certificate.heading': Record<never, never>
  'training.certificate.issuer': { readonly centre: string | number }
  'training.certificate.make': Record<never, never>
  'training.certificate.name': Record<never, never>
  'training.certificate.name.long': { readonly max: number }
  'training.certificate.name.missing': Record<never, never>
  'training.certificate.none': Record<never, never>
  'training.certificate.now': Record<never, never>
  'training.certificate.own-name': Record<never, never>
  'training.certificate.picture': Record<never, never>
  'training.certificate.say': Record<never, never>
  'training.certificate.text': Record<never, never>
  'training.certificate.title': { readonly course: string | number }
  'training.certificate.valid': { readonly from: string | number; readonly until: string | number }
  'training.certificate.verify': { readonly address: string | number }
  'training.certificate.word': Record<never, never>
  'training.check.because': { readonly fault: 'expired' | 'none' | 'notYet' | 'other' | 'signature' | 'unknownKey' }
  'training.check.button': Record<never, never>
  'training.check.course': Record<never, never>
  'training.check.fault': { readonly fault: 'expired' | 'notYet' | 'other' | 'unknownKey' }
  'training.check.from': Record<never, never>
  'training.check.holder': Record<never, never>
  'training.check.holder.none': Record<never, never>
  'training.check.lead': Record<never, never>
  'training.check.text': Record<never, never>
  'training.check.title': Record<never, never>
  'training.check.until': Record<never, never>
  'training.check.valid': Record<never, never>
  'training.class.by': { readonly centre: 'other' | 'yes'; readonly name: string | number }
  'training.class.close': Record<never, never>
  'training.class.close.say': Record<never, never>
  'training.class.lead': { readonly course: string | number; readonly until: string | number }
  'training.class.lead.over': { readonly course: string | number }
  'training.class.lead.self': { readonly course: string | number }
  'training.class.made': Record<never, never>
  'training.class.numbers': Record<never, never>
  'training.class.reminded': { readonly people: number }
  'training.class.sheet': Record<never, never>
  'training.class.title': { readonly label: string | number; readonly code: string | number }
  'training.classes.code': Record<never, never>
  'training.classes.course': Record<never, never>
  'training.classes.finished': Record<never, never>
  'training.classes.heading': Record<never, never>
  'training.classes.label': Record<never, never>
  'training.classes.none': Record<never, never>
  'training.classes.none.text': Record<never, never>
  'training.classes.over': Record<never, never>
  'training.classes.passed': Record<never, never>
  'training.classes.started': Record<never, never>
  'training.classes.until': Record<never, never>
  'training.course.about': Record<never, never>
  'training.course.goals': Record<never, never>
  'training.course.languages': Record<never, never>
  'training.course.lessons': Record<never, never>
  'training.course.licence': Record<never, never>
  'training.course.make': Record<never, never>
  'training.course.pass': Record<never, never>
  'training.course.pass.value': { readonly needed: number; readonly questions: number }
  'training.course.references': Record<never, never>
  'training.course.reviewed': Record<never, never>
  'training.course.reviewed.none': Record<never, never>
  'training.course.reviewed.value': { readonly day: string | number; readonly name: string | number }
  'training.course.role': Record<never, never>
  'training.course.source': Record<never, never>
  'training.course.start': Record<never, never>
  'training.course.start.say': Record<never, never>
  'training.course.teaches': Record<never, never>
  'training.course.time': Record<never, never>
  'training.course.valid': Record<never, never>
  'training.course.valid.value': { readonly months: number }
  'training.course.version': Record<never, never>
  'training.courses.heading': Record<never, never>
  'training.courses.none': Record<never, never>
  'training.courses.none.text': Record<never, never>
  'training.enter.check': Record<never, never>
  'training.enter.code': Record<never, never>
  'training.enter.code.hint': Record<never, never>
  'training.enter.lead': Record<never, never>
  'training.enter.open': Record<never, never>
  'training.enter.shape': Record<never, never>
  'training.enter.title': Record<never, never>
  'training.enter.unknown': Record<never, never>
  'training.enter.wait': Record<never, never>
  'training.fault.choose': Record<never, never>
  'training.fault.day': Record<never, never>
  'training.fault.far': Record<never, never>
  'training.fault.long': { readonly max: number }
  'training.fault.missing': Record<never, never>
  'training.fault.past': Record<never, never>
  'training.few': Record<never, never>
  'training.few.short': Record<never, never>
  'training.form.course': Record<never, never>
  'training.form.label': Record<never, never>
  'training.form.label.hint': Record<never, never>
  'training.form.language': Record<never, never>
  'training.form.lead': Record<never, never>
  'training.form.make': Record<never, never>
  'training.form.people': Record<never, never>
  'training.form.people.hint': Record<never, never>
  'training.form.title': Record<never, never>
  'training.form.until': Record<never, never>
  'training.home.because': { readonly people: number; readonly employees: number; readonly percent: number }
  'training.home.because.none': Record<never, never>
  'training.home.because.staff': { readonly people: number }
  'training.home.counted': { readonly people: number }
  'training.home.lead': Record<never, never>
  'training.home.none': Record<never, never>
  'training.intro.because': { readonly label: string | number; readonly until: string | number }
  'training.intro.because.self': Record<never, never>
  'training.intro.begin': Record<never, never>
  'training.intro.begin.next': Record<never, never>
  'training.intro.continue': Record<never, never>
  'training.intro.continue.say': Record<never, never>
  'training.intro.goals': Record<never, never>
  'training.intro.time': { readonly minutes: number; readonly lessons: number; readonly questions: number }
  'training.intro.who': Record<never, never>
  'training.intro.who.answers': { readonly days: number }
  'training.intro.who.employer': Record<never, never>
  'training.intro.who.name': Record<never, never>
  'training.lesson.back': Record<never, never>
  'training.lesson.next': Record<never, never>
  'training.lesson.place': { readonly number: number; readonly total: number }
  'training.lesson.quiz': Record<never, never>
  'training.lesson.remember': Record<never, never>
  'training.lesson.scene': Record<never, never>
  'training.mail.code': Record<never, never>
  'training.mail.foot': Record<never, never>
  'training.mail.print': Record<never, never>
  'training.mail.subject': { readonly step: 'other' | 'planned' | 'week'; readonly label: string | number }
  'training.mail.text': { readonly course: string | number; readonly minutes: number; readonly label: string | number; readonly until: string | number }
  'training.make': Record<never, never>
  'training.menu.centre': Record<never, never>
  'training.over.text': Record<never, never>
  'training.over.title': Record<never, never>
  'training.quiz.answer': Record<never, never>
  'training.quiz.because': { readonly explanation: string | number }
  'training.quiz.choose': Record<never, never>
  'training.quiz.end': Record<never, never>
  'training.quiz.next': Record<never, never>
  'training.quiz.place': { readonly number: number; readonly total: number }
  'training.quiz.right': Record<never, never>
  'training.quiz.would': { readonly answer: string | number }
  'training.quiz.wrong': Record<never, never>
  'training.quiz.yours': { readonly answer: string | number }
  'training.rates.all': Record<never, never>
  'training.rates.by-course': Record<never, never>
  'training.rates.by-month': Record<never, never>
  'training.rates.heading': Record<never, never>
  'training.rates.month': Record<never, never>
  'training.rates.none': Record<never, never>
  'training.rates.none.text': Record<never, never>
  'training.rates.not-passed': Record<never, never>
  'training.rates.passed': Record<never, never>
  'training.rates.say': { readonly days: number }
  'training.rates.xapi': Record<never, never>
  'training.rates.xapi.few': Record<never, never>
  'training.rates.xapi.say': Record<never, never>
  'training.renewals.heading': Record<never, never>
  'training.renewals.item': { readonly course: string | number; readonly day: string | number }
  'training.result.again': Record<never, never>
  'training.result.because': { readonly needed: number; readonly questions: number }
  'training.result.leave': Record<never, never>
  'training.result.leave.say': Record<never, never>
  'training.result.not': { readonly right: number; readonly questions: number; readonly needed: number }
  'training.result.not.lead': Record<never, never>
  'training.result.passed': { readonly right: number; readonly questions: number }
  'training.result.passed.lead': Record<never, never>
  'training.result.statement': Record<never, never>
  'training.result.statement.say': Record<never, never>
  'training.result.unfinished': Record<never, never>
  'training.role.biomedical': Record<never, never>
  'training.role.board': Record<never, never>
  'training.role.doctor': Record<never, never>
  'training.role.it': Record<never, never>
  'training.role.pharmacy-laboratory': Record<never, never>
  'training.role.reception': Record<never, never>
  'training.role.ward': Record<never, never>
  'training.sheet.heading': { readonly minutes: number }
  'training.sheet.no-name': Record<never, never>
  'training.sheet.picture': Record<never, never>
  'training.sheet.scan': { readonly address: string | number }
  'training.sheet.until': { readonly until: string | number }
  'training.title': Record<never, never>
}

/** The tags, such as a link, that the page must explain to `tr`. */
export interface MessageTags {
  'alerts.remediation.finished': 'link'
  'alerts.today.by': 'quiet'
  'alerts.today.needs.aside': 'link'
  'assets.result.because': 'link'
  'catalogue.month.know.say': 'link'
  'catalogue.offers.measures': 'link' | 'duties'
  'guidance.size.because.chosen': 'a'
  'guidance.size.because.known': 'a'
  'guidance.size.because.unknown': 'a'
  'ransomware.tools.where': 'link'
}

export type TranslationKey = keyof MessageValues

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
  'alerts.role.diagnostic': Record<never, never>
  'alerts.role.life-supporting': Record<never, never>
  'alerts.role.office': Record<never, never>
  'alerts.role.records': Record<never, never>
  'alerts.role.support': Record<never, never>
  'alerts.sources.advisory': { readonly publisher: string | number; readonly trackingId: string | number; readonly version: string | number; readonly hasTlp: 'other' | 'yes'; readonly tlp: string | number }
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
  'alerts.today.cover.unmatched': { readonly count: string | number }
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
  'alerts.urgent.specialists': { readonly cves: string | number; readonly score: string | number }
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
  'problems.platform.defect.detail': Record<never, never>
  'problems.platform.defect.remedy': { readonly reference: string | number }
  'problems.platform.defect.title': Record<never, never>
  'problems.platform.form-expired.detail': Record<never, never>
  'problems.platform.form-expired.remedy': Record<never, never>
  'problems.platform.form-expired.title': Record<never, never>
  'problems.platform.not-found.detail': Record<never, never>
  'problems.platform.not-found.remedy': Record<never, never>
  'problems.platform.not-found.title': Record<never, never>
  'problems.platform.not-permitted.detail': Record<never, never>
  'problems.platform.not-permitted.remedy': Record<never, never>
  'problems.platform.not-permitted.title': Record<never, never>
  'problems.platform.too-large.detail': Record<never, never>
  'problems.platform.too-large.remedy': Record<never, never>
  'problems.platform.too-large.title': Record<never, never>
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
  'alerts.today.by': 'quiet'
  'alerts.today.needs.aside': 'link'
}

export type TranslationKey = keyof MessageValues

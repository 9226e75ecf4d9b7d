// Where each table stands on a cluster of several PostgreSQL servers (Citus), and what has to give way for it.
// SPDX-License-Identifier: EUPL-1.2

export interface PlacedTable {
  readonly table: string
  readonly reason: string
}

/** The column by whose hash member data is spread; all distributed tables are colocated by it. */
export const distributionColumn = 'organisation_id'

/** Copied whole to each server, so that every server decides about its own members without asking another. Parents come first. */
export const referenceTables: readonly PlacedTable[] = [
  { table: 'organisations', reason: 'named by foreign keys of all member data' },
  { table: 'products', reason: 'joined with inventories, small because hospitals share products' },
  { table: 'product_keys', reason: 'goes with products by foreign key' },
  { table: 'product_links', reason: 'goes with products by foreign key' },
  { table: 'product_versions', reason: 'named by every asset' },
  { table: 'product_version_hashes', reason: 'goes with product_versions by foreign key' },
  { table: 'statements', reason: 'goes with products by foreign key' },
  { table: 'statement_ranges', reason: 'goes with statements by foreign key' },
  { table: 'statement_hashes', reason: 'goes with statements by foreign key' },
  { table: 'verdicts', reason: 'joined with the versions that each member runs: the fan-out' },
  { table: 'matched_advisories', reason: 'one row for each advisory, read with advisories' },
  { table: 'alias_searches', reason: 'goes with products by foreign key' },
  { table: 'advisories', reason: 'joined with alerts' },
  { table: 'advisory_revisions', reason: 'goes with advisories by foreign key' },
  { table: 'advisory_vulnerabilities', reason: 'joined with alerts' },
  { table: 'kev_entries', reason: 'joined with alerts by the vulnerabilities of their advisories' },
  { table: 'epss_scores', reason: 'joined with alerts by the vulnerabilities of their advisories' },
  { table: 'spoken_vulnerabilities', reason: "joined with members' own VEX documents" },
  { table: 'urgency_decisions', reason: 'joined with alerts' },
  { table: 'alert_warnings', reason: 'joined with alerts' },
  { table: 'journal_chain', reason: 'one chain over all members, joined with the journal whole' },
]

/** Spread by the member's number. Parents come first. */
export const distributedTables: readonly PlacedTable[] = [
  { table: 'journal', reason: 'one entry for each alert and each act of a member' },
  { table: 'sites', reason: 'of one member' },
  { table: 'contacts', reason: 'of one member' },
  { table: 'imports', reason: 'of one member' },
  { table: 'import_files', reason: 'of one member' },
  { table: 'import_rows', reason: 'of one member' },
  { table: 'import_mappings', reason: 'of one member' },
  { table: 'inventory_revisions', reason: 'of one member' },
  { table: 'assets', reason: 'of one member; the largest table' },
  { table: 'installed_versions', reason: 'of one member; what the fan-out reads' },
  { table: 'alerts', reason: 'of one member' },
  { table: 'remediation_marks', reason: 'of one member' },
  { table: 'member_vex_documents', reason: 'of one member' },
  { table: 'member_vex_vulnerabilities', reason: 'of one member' },
  { table: 'member_exemptions', reason: 'of one member' },
  { table: 'playbook_runs', reason: 'of one member' },
  { table: 'playbook_run_events', reason: 'of one member' },
  { table: 'restore_tests', reason: 'of one member' },
  { table: 'recovery_steps', reason: 'of one member' },
  { table: 'envelope_people', reason: 'of one member' },
  { table: 'envelope_suppliers', reason: 'of one member' },
  { table: 'envelope_pages', reason: 'of one member' },
  { table: 'envelope_phones', reason: 'of one member' },
  { table: 'envelope_packs', reason: 'of one member' },
]

const subselect =
  'its policy looks into another table, which Citus refuses on tables that it spreads or copies'
const skipLocked =
  'claimed across members with `for update skip locked`, which Citus allows on the coordinator only'
const writtenByCentre =
  'the centre alone writes it; were it copied, its key to advisories would ask for the right to change advisories'

const decidedByTrigger =
  'a few rows for each case; triggers keep what was sent and endorsed, and Citus lets none decide on a table that it spreads'

/** Stay as they are, on the coordinator. */
export const localTables: readonly PlacedTable[] = [
  { table: 'obligations', reason: skipLocked },
  { table: 'deliveries', reason: skipLocked },
  { table: 'events', reason: 'the outbox: taken in order by one process, empty most of the time' },
  { table: 'persons', reason: subselect },
  { table: 'memberships', reason: 'read by the policy of persons; people work for several organisations' },
  { table: 'sessions', reason: 'looked up by a token, before the organisation is known' },
  { table: 'sign_in_links', reason: 'looked up by a token, before the organisation is known' },
  { table: 'sign_in_attempts', reason: 'counted by address, before the person is known' },
  { table: 'invitations', reason: 'its token is unique across organisations' },
  { table: 'advisory_reads', reason: writtenByCentre },
  { table: 'advisory_comments', reason: writtenByCentre },
  { table: 'alias_pairs', reason: subselect },
  { table: 'alias_decisions', reason: subselect },
  { table: 'alias_proposals', reason: 'read by the policies of alias_pairs and alias_decisions' },
  { table: 'feeds', reason: 'read by the coordinator only' },
  { table: 'feed_documents', reason: 'read by the coordinator only' },
  { table: 'feed_faults', reason: 'read by the coordinator only' },
  { table: 'quarantined_documents', reason: 'read by the coordinator only' },
  { table: 'epss_releases', reason: 'read by the coordinator only' },
  { table: 'ransomware_sources', reason: 'read by the coordinator only' },
  { table: 'ransomware_families', reason: 'read by the coordinator only' },
  { table: 'support_calls', reason: skipLocked },
  { table: 'support_call_steps', reason: 'goes with support_calls by foreign key' },
  { table: 'aid_offers', reason: 'read across members by the engine' },
  { table: 'aid_needs', reason: 'read across members by the engine' },
  { table: 'aid_matches', reason: 'read across members by the engine' },
  { table: 'incidents', reason: decidedByTrigger },
  { table: 'incident_facts', reason: decidedByTrigger },
  { table: 'incident_notes', reason: decidedByTrigger },
  { table: 'incident_decisions', reason: decidedByTrigger },
  { table: 'incident_tasks', reason: decidedByTrigger },
  { table: 'incident_services', reason: decidedByTrigger },
  { table: 'incident_assets', reason: decidedByTrigger },
  { table: 'incident_indicators', reason: decidedByTrigger },
  { table: 'incident_files', reason: decidedByTrigger },
  { table: 'incident_custody', reason: decidedByTrigger },
  { table: 'incident_guests', reason: decidedByTrigger },
  { table: 'incident_cards', reason: decidedByTrigger },
  { table: 'filings', reason: decidedByTrigger },
  { table: 'incident_recovery', reason: decidedByTrigger },
  { table: 'incident_tolerances', reason: decidedByTrigger },
  { table: 'support_dossiers', reason: decidedByTrigger },
  { table: 'support_dossier_items', reason: decidedByTrigger },
  { table: 'support_endorsements', reason: decidedByTrigger },
  { table: 'support_links', reason: decidedByTrigger },
  { table: 'fact_statements', reason: decidedByTrigger },
  { table: 'catalogue_items', reason: 'of the centre, read by the coordinator only' },
  { table: 'item_choices', reason: decidedByTrigger },
  { table: 'item_requests', reason: skipLocked },
  { table: 'item_request_steps', reason: 'goes with item_requests by foreign key' },
  { table: 'duty_outcomes', reason: decidedByTrigger },
  { table: 'duty_acceptances', reason: decidedByTrigger },
  { table: 'assessments', reason: decidedByTrigger },
  { table: 'assessment_answers', reason: decidedByTrigger },
  { table: 'assessment_snapshots', reason: decidedByTrigger },
  { table: 'assessment_links', reason: decidedByTrigger },
  { table: 'assessment_campaigns', reason: 'of the centre, read by the coordinator only' },
  { table: 'assessment_invitations', reason: decidedByTrigger },
  { table: 'benchmark_extracts', reason: 'of the centre, read by the coordinator only' },
  { table: 'benchmark_cells', reason: 'of the centre, read by the coordinator only' },
  { table: 'frameworks', reason: 'of the centre, read by the coordinator only' },
  { table: 'framework_requirements', reason: 'of the centre, read by the coordinator only' },
  { table: 'framework_mappings', reason: 'of the centre, read by the coordinator only' },
  { table: 'training_campaigns', reason: decidedByTrigger },
  { table: 'training_classes', reason: decidedByTrigger },
  { table: 'training_learners', reason: decidedByTrigger },
  { table: 'training_answers', reason: decidedByTrigger },
  { table: 'training_outcomes', reason: decidedByTrigger },
  { table: 'training_releases', reason: decidedByTrigger },
  { table: 'training_renewals', reason: decidedByTrigger },
  { table: 'training_keys', reason: 'of the centre, read by the coordinator only' },
  { table: 'sensor_codes', reason: 'looked up by a code, before the organisation is known' },
  { table: 'sensors', reason: 'looked up by a token, before the organisation is known' },
  { table: 'sensor_epoch_tokens', reason: 'one row for each member and month' },
  { table: 'sensor_epochs', reason: 'of the centre, read by the coordinator only' },
  { table: 'sensor_packs', reason: 'of the centre, read by the coordinator only' },
  { table: 'sensor_pack_files', reason: 'of the centre, read by the coordinator only' },
  { table: 'sensor_pack_trust', reason: 'of the centre, read by the coordinator only' },
  { table: 'sensor_pack_items', reason: 'of the centre, read by the coordinator only' },
  { table: 'sightings', reason: 'of no member, read by the coordinator only' },
  { table: 'sighting_groups', reason: 'of no member, read by the coordinator only' },
  { table: 'sighting_proposals', reason: 'of no member, read by the coordinator only' },
  { table: 'sighting_warnings', reason: 'of the centre, read by the coordinator only' },
  { table: 'task_done', reason: decidedByTrigger },
  { table: 'purchases', reason: decidedByTrigger },
  { table: 'purchase_revisions', reason: decidedByTrigger },
  { table: 'purchase_choices', reason: decidedByTrigger },
  { table: 'supplier_sheets', reason: decidedByTrigger },
  { table: 'supplier_sheet_links', reason: decidedByTrigger },
  { table: 'supplier_sheet_revisions', reason: decidedByTrigger },
  { table: 'supplier_files', reason: decidedByTrigger },
  { table: 'supplier_file_imports', reason: decidedByTrigger },
  { table: 'supplier_fact_decisions', reason: decidedByTrigger },
  { table: 'shifts', reason: 'of the centre, read by the coordinator only' },
  { table: 'imported_playbooks', reason: 'read by the coordinator only' },
  { table: 'installation', reason: 'facts of the installation, read by the coordinator only' },
  { table: 'salus_migrations', reason: 'the list of applied migrations' },
]

export interface DroppedKey {
  readonly from: string
  readonly to: string
  readonly reason: string
}

const fromLocalToAdvisory =
  'a local table that names copied ones would have to be handed to Citus whole; an advisory is only ever removed with the example centre'
const fromLocal =
  'a local table that names organisations would have to be handed to Citus whole; an organisation is only ever deleted with the example centre'

/** Foreign keys that cannot stand on a cluster. All others are kept. */
export const droppedKeys: readonly DroppedKey[] = [
  {
    from: 'journal_chain',
    to: 'journal',
    reason:
      'a copied table cannot name rows of a spread one; `journal verify` finds what the key would have refused',
  },
  { from: 'advisory_reads', to: 'advisories', reason: fromLocalToAdvisory },
  { from: 'advisory_comments', to: 'advisories', reason: fromLocalToAdvisory },
  { from: 'memberships', to: 'organisations', reason: fromLocal },
  { from: 'invitations', to: 'organisations', reason: fromLocal },
  { from: 'alias_proposals', to: 'organisations', reason: fromLocal },
  { from: 'incidents', to: 'organisations', reason: fromLocal },
  { from: 'incident_cards', to: 'organisations', reason: fromLocal },
  { from: 'support_dossiers', to: 'organisations', reason: fromLocal },
  { from: 'support_dossier_items', to: 'organisations', reason: fromLocal },
  { from: 'support_calls', to: 'organisations', reason: fromLocal },
  { from: 'aid_offers', to: 'organisations', reason: fromLocal },
  { from: 'aid_needs', to: 'organisations', reason: fromLocal },
  { from: 'aid_matches', to: 'organisations', reason: fromLocal },
  { from: 'fact_statements', to: 'organisations', reason: fromLocal },
  { from: 'item_choices', to: 'organisations', reason: fromLocal },
  { from: 'item_requests', to: 'organisations', reason: fromLocal },
  { from: 'duty_outcomes', to: 'organisations', reason: fromLocal },
  { from: 'duty_acceptances', to: 'organisations', reason: fromLocal },
  { from: 'assessments', to: 'organisations', reason: fromLocal },
  { from: 'assessment_invitations', to: 'organisations', reason: fromLocal },
  { from: 'training_campaigns', to: 'organisations', reason: fromLocal },
  { from: 'training_classes', to: 'organisations', reason: fromLocal },
  { from: 'training_releases', to: 'organisations', reason: fromLocal },
  { from: 'training_renewals', to: 'organisations', reason: fromLocal },
  { from: 'sensor_codes', to: 'organisations', reason: fromLocal },
  { from: 'sensors', to: 'organisations', reason: fromLocal },
  { from: 'sensor_epoch_tokens', to: 'organisations', reason: fromLocal },
  { from: 'task_done', to: 'organisations', reason: fromLocal },
  { from: 'purchases', to: 'organisations', reason: fromLocal },
]

/**
 * Triggers that cannot run on a copy of their table, and the tables that name organisations by a foreign key instead:
 * on one server it would cost a third of the fan-out (migrations/0013), on a cluster it is the only way to forget.
 */
export const replacedTriggers = [
  {
    table: 'organisations',
    trigger: 'organisations_forget',
    byKeysOf: ['installed_versions', 'alerts'],
  },
] as const

/** Citus numbers rows of tables that it copies or spreads with bigint only. */
export const widenedIdentities = [{ table: 'urgency_decisions', column: 'id' }] as const

-- Telling all members of a wide advisory writes a row for each of them. An index that starts with the member touches another
-- page for each; one that starts with what is new (a number, an advisory) writes its rows side by side.

alter table alerts drop constraint alerts_pkey;
alter table alerts add primary key (id, organisation_id);
alter table alerts drop constraint alerts_organisation_id_advisory_id_key;
alter table alerts add unique (advisory_id, organisation_id);
drop index alerts_advisory;
-- The one index by member. Not only of the open ones: then closing an alert changes no index.
drop index alerts_open;
create index alerts_member on alerts (organisation_id, opened_at desc);

alter table journal_chain drop constraint journal_chain_organisation_id_journal_id_fkey;
alter table journal drop constraint journal_pkey;
alter table journal add primary key (id, organisation_id);
alter table journal_chain add foreign key (organisation_id, journal_id) references journal (organisation_id, id);
drop index journal_id;
drop index journal_object;
create index journal_object on journal (object_type, object_id, organisation_id, id desc);

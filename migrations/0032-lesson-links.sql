-- What a lesson leads to: a measure, a course or a service of the catalogue, by its key.
-- SPDX-License-Identifier: EUPL-1.2
alter table incident_tasks add column leads_to text check (leads_to ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(leads_to) <= 80);
alter table incident_tasks add constraint only_lessons_lead check (leads_to is null or kind = 'lesson');
create index incident_tasks_leads_to on incident_tasks (organisation_id, leads_to) where leads_to is not null;

-- Who does what is planned, where it is not the one who planned it: a name, which need not belong to an account.
alter table item_choices add column who text check (length(who) between 1 and 200);
alter table item_choices add check (who is null or choice = 'planned');

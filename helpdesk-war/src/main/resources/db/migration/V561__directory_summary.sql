-- Where the last session's summary is written over there: whose entry, and which attribute.
alter table directory_connection add column summary_of varchar(20) default 'NOBODY' not null;
alter table directory_connection add column summary_attribute varchar(60) default '' not null;

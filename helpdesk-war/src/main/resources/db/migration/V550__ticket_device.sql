-- What a ticket is about, by the name or serial number on it; in ServiceNow the configuration item.
alter table ticket add column device varchar(200) default '' not null;

-- How a provider that speaks HTTP says later what became of a message: the name of the value, and which words mean what.
alter table sms_settings add column report_field varchar(60) default 'status' not null;
alter table sms_settings add column report_delivered varchar(300) default 'delivered, DELIVRD' not null;
alter table sms_settings add column report_failed varchar(300) default 'failed, undelivered, UNDELIV, rejected, REJECTD, expired' not null;

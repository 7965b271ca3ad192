-- An instance that does not answer polls, or asks to be left alone, is asked again later.
alter table servicenow_connection add column poll_failures integer default 0 not null;
alter table servicenow_connection add column poll_not_before timestamp(6) with time zone;

-- How a company sends text messages. Secrets are sealed with the installation's key (see Vault).
create table sms_settings (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    enabled boolean not null,
    kind varchar(8) not null,
    host varchar(253) not null,
    port integer not null,
    tls boolean not null,
    system_id varchar(100) not null,
    sealed_password varchar(2000) not null,
    address varchar(1000) not null,
    method varchar(8) not null,
    headers varchar(4000) not null,
    body varchar(4000) not null,
    accepted varchar(200) not null,
    sealed_secret varchar(4000) not null,
    source varchar(20) not null,
    country_code varchar(4) not null,
    succeeded_at timestamp(6) with time zone,
    failed_at timestamp(6) with time zone,
    failure varchar(1000) not null,
    version bigint not null
);

-- What a message centre calls a message, so that what it says later finds its entry in the ticket. Not a tenant's table:
-- a receipt does not say whose it is.
create table sms_receipt (
    message_id varchar(100) not null,
    dispatch_id uuid primary key references ticket_dispatch (id),
    of_company uuid not null references company (id),
    sent_at timestamp(6) with time zone not null
);
create index sms_receipt_by_message on sms_receipt (message_id);

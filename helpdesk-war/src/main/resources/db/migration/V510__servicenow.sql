-- How a company reaches its ServiceNow instance. Secrets are sealed with the installation's key (see Vault).
create table servicenow_connection (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    enabled boolean not null,
    inbound boolean not null,
    instance varchar(500) not null,
    access_kind varchar(20) not null,
    user_name varchar(200) not null,
    sealed_password varchar(2000) not null,
    client_id varchar(200) not null,
    sealed_secret varchar(2000) not null,
    mapping varchar(8000) not null,
    poll_seconds integer not null,
    watermark varchar(19) not null,
    polled_at timestamp(6) with time zone,
    succeeded_at timestamp(6) with time zone,
    failed_at timestamp(6) with time zone,
    failure varchar(1000) not null,
    version bigint not null
);

-- Which incident a ticket is over there, and what of it we know.
create table servicenow_incident (
    ticket_id uuid primary key references ticket (id),
    company_id uuid not null references company (id),
    sys_id varchar(32) not null,
    number varchar(40) not null,
    seen_mod_count integer not null,
    seen_fields varchar(4000) not null,
    linked_at timestamp(6) with time zone not null,
    version bigint not null,
    unique (company_id, sys_id)
);

-- Journal entries of theirs that are in our tickets already.
create table servicenow_journal (
    sys_id varchar(32) not null,
    company_id uuid not null references company (id),
    taken_at timestamp(6) with time zone not null,
    primary key (company_id, sys_id)
);

-- What ServiceNow proves itself with when it calls us.
create table servicenow_client (
    client_id varchar(64) primary key,
    of_company uuid not null references company (id),
    name varchar(100) not null,
    secret_hash varchar(64) not null,
    sealed_key varchar(2000) not null,
    created_by uuid not null,
    created_at timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone,
    used_at timestamp(6) with time zone
);
create index servicenow_client_by_company on servicenow_client (of_company);

create table servicenow_token (
    token_hash varchar(64) primary key,
    of_company uuid not null references company (id),
    client_id varchar(64) not null references servicenow_client (client_id),
    expires_at timestamp(6) with time zone not null
);
create index servicenow_token_by_expiry on servicenow_token (expires_at);

-- Signatures seen, so that a recorded request opens nothing a second time.
create table servicenow_signature (
    signature_hash varchar(64) primary key,
    of_company uuid not null references company (id),
    expires_at timestamp(6) with time zone not null
);
create index servicenow_signature_by_expiry on servicenow_signature (expires_at);

-- PINs given out from inside an incident; a double click gets the same one. The PIN is sealed and forgotten after a minute.
create table servicenow_pin (
    id uuid primary key,
    company_id uuid not null references company (id),
    incident_sys_id varchar(32) not null,
    technician_id uuid not null,
    session_id uuid not null,
    sealed_answer varchar(2000) not null,
    made_at timestamp(6) with time zone not null,
    unique (company_id, incident_sys_id, technician_id)
);

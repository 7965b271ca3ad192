-- Keys that recordings are sealed for. The secret half is encrypted under a passphrase that nobody here knows; base64url.
create table recording_key (
    id uuid primary key,
    company_id uuid not null references company (id),
    created_at timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    public_key varchar(43) not null,
    iterations integer not null,
    salt varchar(22) not null,
    nonce varchar(16) not null,
    sealed_secret varchar(683) not null
);
create index recording_key_by_company on recording_key (company_id, created_at);

-- Whether a company records its sessions; none has no row and does not.
create table recording_policy (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    recording_mode varchar(16) not null,
    keep_days integer not null,
    current_key_id uuid references recording_key (id),
    version bigint not null
);

-- What there is of recordings; the bytes lie in the data folder.
create table recording_tape (
    id uuid primary key,
    company_id uuid not null references company (id),
    session_id uuid not null references support_session (id),
    ticket_id uuid not null references ticket (id),
    technician_id uuid not null,
    technician_name varchar(200) not null,
    started_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    key_id uuid not null references recording_key (id),
    encapsulation varchar(43) not null,
    sealed_keys varchar(107) not null,
    byte_count bigint not null,
    whole boolean not null
);
create index recording_tape_by_session on recording_tape (session_id, started_at);
create index recording_tape_by_ticket on recording_tape (ticket_id);
create index recording_tape_by_start on recording_tape (company_id, started_at);
create index recording_tape_by_age on recording_tape (company_id, last_at);

-- Whose a tape is: a relay that goes on with one names nothing else.
create table recording_place (
    tape_id uuid primary key,
    of_company uuid not null references company (id)
);

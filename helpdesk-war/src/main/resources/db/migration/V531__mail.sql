-- How a company sends e-mail. Secrets are sealed with the installation's key (see Vault).
create table mail_outgoing (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    enabled boolean not null,
    host varchar(253) not null,
    port integer not null,
    security varchar(16) not null,
    login_kind varchar(16) not null,
    user_name varchar(254) not null,
    sealed_password varchar(2000) not null,
    token_address varchar(500) not null,
    client_id varchar(200) not null,
    sealed_secret varchar(4000) not null,
    token_scope varchar(500) not null,
    sender_address varchar(254) not null,
    sender_name varchar(200) not null,
    succeeded_at timestamp(6) with time zone,
    failed_at timestamp(6) with time zone,
    failure varchar(1000) not null,
    version bigint not null
);

-- A company's mailbox, and how far it is read. The place in the mailbox moves in the transaction that takes a message in.
create table mail_incoming (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    enabled boolean not null,
    host varchar(253) not null,
    port integer not null,
    security varchar(16) not null,
    login_kind varchar(16) not null,
    user_name varchar(254) not null,
    sealed_password varchar(2000) not null,
    token_address varchar(500) not null,
    client_id varchar(200) not null,
    sealed_secret varchar(4000) not null,
    token_scope varchar(500) not null,
    folder varchar(200) not null,
    channel_id uuid references intake_channel (id),
    poll_seconds integer not null,
    uid_validity bigint not null,
    last_uid bigint not null,
    polled_at timestamp(6) with time zone,
    succeeded_at timestamp(6) with time zone,
    failed_at timestamp(6) with time zone,
    failure varchar(1000) not null,
    version bigint not null
);

-- Every message that we sent or looked at, by its Message-ID: what an answer answers, what was taken in already, and what
-- came back to us by itself. The hash is the key because Message-IDs have no length.
create table mail_message (
    id uuid primary key,
    company_id uuid not null references company (id),
    id_hash varchar(64) not null,
    message_id varchar(400) not null,
    ticket_id uuid references ticket (id),
    dispatch_id uuid references ticket_dispatch (id),
    fate varchar(16) not null,
    correspondent varchar(254) not null,
    subject varchar(200) not null,
    reason varchar(200) not null,
    at timestamp(6) with time zone not null,
    unique (company_id, id_hash)
);
create index mail_message_by_ticket on mail_message (ticket_id, at);
create index mail_message_by_time on mail_message (company_id, fate, at);
create index mail_message_by_correspondent on mail_message (company_id, correspondent, at);

-- Support sessions. A PIN lives in pin_hash only while it opens something: its unique index is the rule that no two living
-- PINs of a company are equal (the hash covers the company).
create table support_session (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null,
    ticket_number varchar(40) not null,
    ticket_subject varchar(300) not null,
    technician_id uuid not null references technician (id),
    technician_name varchar(200) not null,
    technician_department varchar(200) not null,
    customer_name varchar(200) not null,
    language varchar(5) not null,
    state varchar(16) not null,
    pin_hash varchar(64) unique,
    claim uuid unique,
    pin_digits integer not null,
    pin_expires_at timestamp(6) with time zone not null,
    applet_subject uuid not null,
    relay_id varchar(100),
    requested_at timestamp(6) with time zone not null,
    arrival varchar(16),
    arrived_at timestamp(6) with time zone,
    terms_accepted_at timestamp(6) with time zone,
    applet_here boolean not null,
    applet_gone_at timestamp(6) with time zone,
    technician_here boolean not null,
    started_at timestamp(6) with time zone,
    latest_end timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    end_reason varchar(20),
    summarised_at timestamp(6) with time zone,
    version bigint not null
);
create index support_session_by_state on support_session (company_id, state, requested_at);
create index support_session_by_technician on support_session (company_id, technician_id, state);
create index support_session_by_ticket on support_session (ticket_id);
create index support_session_by_relay on support_session (relay_id, state);

-- Which company a token belongs to must be known before the company is.
create table session_door (
    token_hash varchar(64) primary key,
    kind varchar(16) not null,
    session_id uuid not null references support_session (id),
    of_company uuid not null references company (id),
    made_at timestamp(6) with time zone not null
);
create index session_door_by_session on session_door (session_id, kind);

create table session_participation (
    id uuid primary key,
    company_id uuid not null references company (id),
    session_id uuid not null references support_session (id),
    subject uuid not null,
    customer boolean not null,
    name varchar(200) not null,
    joined_at timestamp(6) with time zone not null,
    left_at timestamp(6) with time zone,
    unique (session_id, subject)
);

create table session_journal (
    id uuid primary key,
    company_id uuid not null references company (id),
    session_id uuid not null references support_session (id),
    entry_id uuid not null,
    number integer not null,
    at timestamp(6) with time zone not null,
    kind varchar(16) not null,
    author varchar(200) not null,
    from_customer boolean not null,
    text varchar(4000) not null,
    permission varchar(40) not null,
    decision varchar(16),
    unique (session_id, entry_id)
);

create table wrong_pin (
    id uuid primary key,
    company_id uuid not null references company (id),
    source varchar(64) not null,
    at timestamp(6) with time zone not null
);
create index wrong_pin_by_company on wrong_pin (company_id, at);

-- The engine. Installation-wide: relays and keys serve every company.
create table relay (
    id varchar(100) primary key,
    url varchar(500) not null,
    software varchar(200) not null,
    capacity integer not null,
    sessions integer not null,
    connections integer not null,
    bytes_forwarded bigint not null,
    draining boolean not null,
    registered_at timestamp(6) with time zone not null,
    seen_at timestamp(6) with time zone not null
);

create table relay_event (
    event_id uuid primary key,
    relay_id varchar(100) not null,
    received_at timestamp(6) with time zone not null
);
create index relay_event_by_time on relay_event (received_at);

-- What a relay is told with its heartbeat: sessions that are over.
create table relay_order (
    session_id uuid primary key,
    relay_id varchar(100) not null,
    status varchar(40) not null,
    made_at timestamp(6) with time zone not null
);
create index relay_order_by_relay on relay_order (relay_id, made_at);

create table signing_key (
    kid varchar(64) primary key,
    private_key varchar(200) not null,
    public_key varchar(100) not null,
    made_at timestamp(6) with time zone not null,
    retired_at timestamp(6) with time zone
);

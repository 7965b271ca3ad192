-- What was sent to somebody for a ticket, by e-mail or SMS, and what became of it: an entry of the timeline that goes on
-- changing until its fate is known.
create table ticket_dispatch (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null references ticket (id),
    way varchar(8) not null,
    purpose varchar(16) not null,
    recipient varchar(254) not null,
    state varchar(16) not null,
    reason varchar(1000) not null,
    changed_at timestamp(6) with time zone not null,
    author_kind varchar(16) not null,
    author_id uuid,
    author_name varchar(200) not null,
    happened_at timestamp(6) with time zone not null
);
create index ticket_dispatch_by_ticket on ticket_dispatch (ticket_id, happened_at);
-- Serves the limits: how many invitations went out in the last hour.
create index ticket_dispatch_by_purpose on ticket_dispatch (company_id, purpose, happened_at);

-- How freely a company's technicians may invite.
create table invitation_policy (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    pin_by_mail boolean not null,
    pin_by_sms boolean not null,
    technician_hour integer not null,
    company_hour integer not null,
    version bigint not null
);

-- An invitation on its way. The link, and the PIN if the company wants it sent, are sealed (see Vault) and wiped as soon
-- as the message is handed over, or too late. The id is the dispatch's.
create table invitation (
    id uuid primary key references ticket_dispatch (id),
    company_id uuid not null references company (id),
    session_id uuid not null,
    sealed varchar(2000) not null,
    language varchar(5) not null,
    expires_at timestamp(6) with time zone not null
);
create index invitation_by_expiry on invitation (company_id, expires_at);

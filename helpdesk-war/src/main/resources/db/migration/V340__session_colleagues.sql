-- Technicians beside the one who leads a session. Whoever the customer removed stays out: removed_at.
create table session_colleague (
    id uuid primary key,
    company_id uuid not null references company (id),
    session_id uuid not null references support_session (id),
    technician_id uuid not null references technician (id),
    name varchar(200) not null,
    invited_by varchar(200) not null,
    invited_at timestamp(6) with time zone not null,
    removed_at timestamp(6) with time zone,
    unique (session_id, technician_id)
);
create index session_colleague_by_technician on session_colleague (technician_id, session_id);

-- What happened to the people of a running session, in the ticket's timeline.
create table ticket_session_news (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null references ticket (id),
    session_id uuid not null,
    what varchar(16) not null,
    person varchar(200) not null,
    author_kind varchar(16) not null,
    author_id uuid,
    author_name varchar(200) not null,
    happened_at timestamp(6) with time zone not null
);
create index ticket_session_news_by_ticket on ticket_session_news (ticket_id, happened_at);

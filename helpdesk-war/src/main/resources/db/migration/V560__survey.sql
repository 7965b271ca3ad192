-- Whether and what customers are asked after a session; an empty question is the usual one.
create table survey_settings (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    enabled boolean not null,
    question_de varchar(200) not null,
    question_en varchar(200) not null,
    version bigint not null
);

-- What a customer said about a session, once, in the ticket's timeline.
create table ticket_survey_answer (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null references ticket (id),
    session_id uuid not null unique,
    stars integer not null,
    comment_text varchar(1000) not null,
    author_kind varchar(16) not null,
    author_id uuid,
    author_name varchar(200) not null,
    happened_at timestamp(6) with time zone not null
);
create index ticket_survey_answer_by_ticket on ticket_survey_answer (ticket_id, happened_at);

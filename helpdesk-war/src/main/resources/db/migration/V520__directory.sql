-- Further names that an account's person may sign in with, such as name@example.com or CORP\name.
create table account_alias (
    id uuid primary key,
    account_id uuid not null references account (id),
    of_company uuid not null references company (id),
    name varchar(300) not null,
    unique (of_company, name)
);
create index account_alias_by_name on account_alias (name);
create index account_alias_by_account on account_alias (account_id);

-- Which channels a technician serves.
create table technician_channel (
    id uuid primary key,
    company_id uuid not null references company (id),
    technician_id uuid not null references technician (id),
    channel_id uuid not null references intake_channel (id),
    unique (technician_id, channel_id)
);

-- How a company reads its directory. The password is sealed with the installation's key (see Vault).
create table directory_connection (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    enabled boolean not null,
    sign_in boolean not null,
    photos boolean not null,
    servers varchar(2000) not null,
    user_name varchar(500) not null,
    sealed_password varchar(2000) not null,
    authority varchar(60000) not null,
    base varchar(1000) not null,
    people_filter varchar(2000) not null,
    minutes_between integer not null,
    most_leaving integer not null,
    began_at timestamp(6) with time zone,
    busy_until timestamp(6) with time zone,
    version bigint not null
);

-- What belonging to a group over there means here.
create table directory_group (
    id uuid primary key,
    company_id uuid not null references company (id),
    object_guid uuid not null,
    dn varchar(2000) not null,
    name varchar(300) not null,
    role varchar(40) not null,
    team varchar(200) not null,
    channels varchar(2000) not null,
    version integer not null,
    unique (company_id, object_guid)
);

-- Which account is whose over there. Stays when the person has left: history names the account.
create table directory_person (
    id uuid primary key,
    company_id uuid not null references company (id),
    object_guid uuid not null,
    account_id uuid not null unique references account (id),
    dn varchar(2000) not null,
    presence varchar(20) not null,
    mark varchar(1000) not null,
    photo_mark varchar(1000) not null,
    photo bytea,
    version integer not null,
    unique (company_id, object_guid)
);

-- Accounts that may be somebody over there; an administrator decides.
create table directory_proposal (
    id uuid primary key,
    company_id uuid not null references company (id),
    object_guid uuid not null,
    account_id uuid not null references account (id),
    display_name varchar(300) not null,
    login_name varchar(300) not null,
    dn varchar(2000) not null,
    reason varchar(20) not null,
    state varchar(20) not null,
    made_at timestamp(6) with time zone not null,
    version integer not null,
    unique (company_id, object_guid)
);

create table directory_run (
    id uuid primary key,
    company_id uuid not null references company (id),
    began_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone not null,
    started_by varchar(200) not null,
    outcome varchar(20) not null,
    trouble varchar(40) not null,
    detail varchar(1000) not null,
    server varchar(500) not null,
    seen integer not null,
    created integer not null,
    changed integer not null,
    left_count integer not null,
    returned integer not null,
    proposed integer not null,
    stuck integer not null
);
create index directory_run_by_company on directory_run (company_id, began_at desc);

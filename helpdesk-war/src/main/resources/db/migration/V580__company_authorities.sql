-- Certificate authorities of a company's own, trusted by its connections to other systems; none has no row.
create table company_authorities (
    id uuid primary key,
    company_id uuid not null unique references company (id),
    certificates varchar(60000) not null,
    version bigint not null
);

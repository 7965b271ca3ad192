package org.beistand.helpdesk.platform.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Declares the application's one pooled data source; the persistence unit names it. */
@DataSourceDefinition(
        name = "java:app/jdbc/beistand",
        className = "org.beistand.helpdesk.platform.persistence.HelpdeskDataSource",
        minPoolSize = 2,
        maxPoolSize = 24,
        initialPoolSize = 2,
        maxIdleTime = 300)
@ApplicationScoped
class HelpdeskDatabase {}

package org.beistand.helpdesk.platform.persistence;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.Map;
import org.beistand.helpdesk.platform.tenancy.CompanyOfThread;
import org.hibernate.jpa.HibernatePersistenceProvider;

/**
 * Hibernate, with the migrations run first. The server builds the entity manager factory before any start-up observer
 * runs, and Hibernate validates the schema while it is built, so this is the one place early enough.
 */
public final class MigratingPersistence extends HibernatePersistenceProvider {

    @Override
    @SuppressWarnings("rawtypes")
    public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo info, Map properties) {
        Migrations.migrate(info.getJtaDataSource());
        EntityManagerFactory factory = super.createContainerEntityManagerFactory(info, properties);
        CompanyOfThread.expectTrial();
        return factory;
    }
}

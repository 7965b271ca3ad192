package org.beistand.helpdesk.container;

import org.beistand.helpdesk.testkit.PostgreSqlServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class InsideOverPostgreSqlIT extends InsideTheContainer {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with("beistand.db.url=" + PostgreSqlServer.newDatabase());
    }
}

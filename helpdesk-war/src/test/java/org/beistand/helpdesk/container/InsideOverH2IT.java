package org.beistand.helpdesk.container;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class InsideOverH2IT extends InsideTheContainer {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with();
    }
}

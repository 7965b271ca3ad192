package org.beistand.integration.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import org.beistand.samba.SambaDomain;

/** A directory in the controller's place that gives fewer entries than it has, and says so: samba's never does. */
final class StingyDirectory implements AutoCloseable {

    static final String USER = "CN=Reader";
    private static final int PEOPLE = 20;

    private final InMemoryDirectoryServer server;
    private final String address;

    private StingyDirectory(InMemoryDirectoryServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /** @param most entries that it gives */
    static StingyDirectory giving(int most, SambaDomain inPlaceOf)
            throws LDAPException, LDIFException, GeneralSecurityException, IOException {
        var config = new InMemoryDirectoryServerConfig(SambaDomain.BASE);
        config.setSchema(null);
        config.setMaxSizeLimit(most);
        config.addAdditionalBindCredentials(USER, SambaDomain.PASSWORD);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                "ldaps",
                InetAddress.getByName(inPlaceOf.address()),
                0,
                inPlaceOf.serving().getServerSocketFactory(),
                null));
        var server = new InMemoryDirectoryServer(config);
        server.add("dn: " + SambaDomain.BASE, "objectClass: domain", "dc: beistand");
        for (int i = 0; i < PEOPLE; i++) {
            server.add(
                    "dn: CN=P" + i + "," + SambaDomain.BASE,
                    "objectClass: user",
                    "objectCategory: person",
                    "cn: P" + i);
        }
        server.startListening();
        return new StingyDirectory(server, inPlaceOf.address());
    }

    String ldaps() {
        return "ldaps://" + address + ":" + server.getListenPort();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}

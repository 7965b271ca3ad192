package org.beistand.integration.directory;

import java.util.UUID;

/** A group in the directory. @param guid the same for ever */
public record ForeignGroup(UUID guid, String dn, String name) {}

package org.beistand.integration.servicenow;

/**
 * A file for an incident.
 *
 * @param sha256 in hex; with the name it says whether the file is there already
 * @param bytes small enough for memory: transcripts, not recordings
 */
public record FileToAttach(String name, String mediaType, String sha256, byte[] bytes) {}

package org.beistand.helpdesk.servicenow.boundary;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.util.Locale;

/**
 * What an incident's button sends.
 *
 * @param incident number, as people call it
 * @param incidentSysId 32 hexadecimal digits, the incident's key
 * @param agent user name of the technician over there
 */
record PinRequest(
        String incident,
        String incidentSysId,
        String shortDescription,
        String callerName,
        String callerEmail,
        String ci,
        String agent,
        String agentEmail) {

    private static final int LONGEST = 200;

    /** @throws PinRequestException for what is no such request */
    static PinRequest read(byte[] body) {
        try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject json = reader.readObject();
            var request = new PinRequest(
                    text(json, "incident"),
                    text(json, "incidentSysId").toLowerCase(Locale.ROOT),
                    text(json, "shortDescription"),
                    text(json, "callerName"),
                    text(json, "callerEmail"),
                    text(json, "ci"),
                    text(json, "agent"),
                    text(json, "agentEmail"));
            if (!request.incidentSysId().matches("[0-9a-f]{32}")
                    || !request.incident().matches("[A-Za-z0-9_-]{1,40}")) {
                throw new PinRequestException("pin.incident");
            }
            return request;
        } catch (JsonException | ClassCastException unreadable) {
            throw new PinRequestException("pin.unreadable");
        }
    }

    private static String text(JsonObject json, String name) {
        String text =
                json.get(name) instanceof JsonString string ? string.getString().strip() : "";
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}

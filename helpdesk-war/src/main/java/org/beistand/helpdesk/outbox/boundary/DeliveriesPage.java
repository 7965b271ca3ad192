package org.beistand.helpdesk.outbox.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beistand.helpdesk.outbox.boundary.Deliveries.Parked;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;

/** The page {@code /admin/deliveries}: what other systems refused. */
@Named
@RequestScoped
public class DeliveriesPage {

    private static final String HERE = "/admin/deliveries?faces-redirect=true";
    private static final String TEXTS = "org.beistand.helpdesk.admin.messages";
    private static final String EVENTS = "org.beistand.helpdesk.outbox.messages";

    @Inject
    Deliveries deliveries;

    @Inject
    Announcer announcer;

    @Inject
    Texts texts;

    public List<Parked> getParked() {
        return deliveries.parked();
    }

    /** What did not get through, in words where there are some. */
    public String what(Parked one) {
        return texts.known(EVENTS, "event." + one.type()).orElse(one.type());
    }

    public String where(Parked one) {
        return texts.known(EVENTS, "destination." + one.destination()).orElse(one.destination());
    }

    /** The event line by line. */
    public String event(Parked one) {
        var lines = new StringWriter();
        try (var reader = Json.createReader(new StringReader(one.payload()));
                var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(lines)) {
            writer.write(reader.readObject());
        }
        return lines.toString().strip();
    }

    public String replay(UUID id) {
        deliveries.replay(id);
        return said("deliveries.replayed");
    }

    public String discard(UUID id) {
        deliveries.discard(id);
        return said("deliveries.discarded");
    }

    private String said(String key) {
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of(TEXTS, key));
        return HERE;
    }
}
